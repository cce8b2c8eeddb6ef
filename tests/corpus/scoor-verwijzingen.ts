/**
 * Scores the references that were found against labels. As a command it prints the figures, and every miss and false find
 * with its words (on the screen only): `node --import tsx tests/corpus/scoor-verwijzingen.ts [documents folder] [label file]`
 */
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { leesBestand } from "../../scripts/lees/leesbestand.ts";
import { doelIdentiteit, isZelfdeDoel } from "../hulp/doel-identiteit.ts";
import { alineasOf, compact, plaatsenOf, type Teksten } from "../hulp/plaatsen.ts";
import { precisieOf, type Telling, volledigheidOf } from "../hulp/scoor.ts";
import { type GelabeldDocument, parseVerwijzinglabels, type Verwijzinglabel } from "../hulp/verwijzing-labels.ts";
import { type Vondst, verwijzingenIn } from "../hulp/verwijzingen-in.ts";
import { CORPUS } from "./scoor-bestanden.ts";

/** The table of labels, unless KAMERVRAGEN_VERWIJZINGEN names another. */
export const VERWIJZINGLABELS =
  process.env.KAMERVRAGEN_VERWIJZINGEN || join(dirname(fileURLToPath(import.meta.url)), "verwijzingen.tsv");

/** A reference that was missed (`verwacht`) or made up (`gevonden`). */
export interface Fout {
  readonly bestand: string;
  readonly plaats: string;
  readonly van: number;
  readonly tot: number;
  readonly soort: string;
  readonly doel: string;
}

export interface VerwijzingScore {
  readonly documenten: number;
  /** References that must be found, right or missed. */
  readonly labels: number;
  readonly telling: Telling;
  /** By the first kind of the label, or the kind of what was made up. */
  readonly perSoort: ReadonlyMap<string, Telling>;
  readonly gemist: readonly Fout[];
  readonly teVeel: readonly Fout[];
}

/**
 * Scores all documents. A reference is right when its kind and target are those of a label at the same place and at least
 * half of the shorter of the two is covered by the other; each stands for one label. What a label leaves free, and what
 * stands at a place that was not labelled, does not count.
 */
export function scoorVerwijzingen(
  documenten: readonly GelabeldDocument[],
  gevonden: ReadonlyMap<string, readonly Vondst[]>,
): VerwijzingScore {
  const uitslagen = documenten.map((document) => scoorDocument(document, gevonden.get(document.bestand) ?? []));
  const [goed, gemist, teVeel] = [
    uitslagen.flatMap((uitslag) => uitslag.goed),
    uitslagen.flatMap((uitslag) => uitslag.gemist),
    uitslagen.flatMap((uitslag) => uitslag.teVeel),
  ];
  const count = (fouten: readonly { readonly soort: string }[], soort?: string) =>
    soort === undefined ? fouten.length : fouten.filter((fout) => fout.soort === soort).length;
  const tel = (soort?: string): Telling => ({
    goed: count(goed, soort),
    teVeel: count(teVeel, soort),
    gemist: count(gemist, soort),
  });
  const soorten = [...new Set([...goed, ...gemist, ...teVeel].map(({ soort }) => soort))].toSorted();
  return {
    documenten: documenten.length,
    labels: goed.length + gemist.length,
    telling: tel(),
    perSoort: new Map(soorten.map((soort) => [soort, tel(soort)])),
    gemist,
    teVeel,
  };
}

function scoorDocument({ bestand, plaatsen, labels }: GelabeldDocument, gevonden: readonly Vondst[]) {
  const open = new Set(gevonden.filter(({ plaats }) => plaatsen?.includes(plaats) ?? true));
  const goed: Fout[] = [];
  const gemist: Fout[] = [];
  // What must be found chooses first.
  for (const label of labels.toSorted((a, b) => Number(a.isVrij) - Number(b.isVrij))) {
    const vondst = [...open].find((one) => isGoed(label, one));
    if (vondst) open.delete(vondst);
    if (!label.isVrij) (vondst ? goed : gemist).push({ bestand, ...toFout(label) });
  }
  return { goed, gemist, teVeel: [...open].map((vondst) => ({ bestand, ...vondst })) };
}

function toFout({ plaats, van, tot, soorten, doelen }: Verwijzinglabel): Omit<Fout, "bestand"> {
  return { plaats, van, tot, soort: soorten[0] ?? "", doel: doelen.join(" | ") };
}

function isGoed(label: Verwijzinglabel, vondst: Vondst): boolean {
  const overlap = Math.min(label.tot, vondst.tot) - Math.max(label.van, vondst.van);
  const shorter = Math.min(label.tot - label.van, vondst.tot - vondst.van);
  return (
    label.plaats === vondst.plaats &&
    overlap * 2 >= shorter &&
    label.soorten.includes(vondst.soort) &&
    label.doelen.some((doel) => isZelfdeDoel(doel, vondst.doel))
  );
}

/** Reads all labelled documents and scores them. @throws UserError when one is not in the folder. */
export async function scoorVerwijzingenIn(corpus: string, labelFile: string) {
  const documenten = parseVerwijzinglabels(await readFile(labelFile, "utf8"));
  const gelezen = new Map<string, Teksten>();
  const gevonden = new Map<string, readonly Vondst[]>();
  // One at a time: a PDF takes much room.
  for (const { bestand } of documenten) {
    const uitvoer = await leesBestand(join(corpus, bestand));
    // A document that is not recognised misses everything.
    if (!("vragen" in uitvoer)) continue;
    const teksten = tekstenOf(uitvoer);
    gelezen.set(bestand, teksten);
    gevonden.set(bestand, verwijzingenIn(teksten, uitvoer.verwijzingen));
  }
  return { score: scoorVerwijzingen(documenten, gevonden), gelezen };
}

type Uitvoer = Extract<Awaited<ReturnType<typeof leesBestand>>, { readonly vragen: unknown }>;

// Anchors of a kind follow from the order within that kind, so the kinds may stand one after another.
function tekstenOf({ vragen, antwoorden, teksten, mededelingen, noten }: Uitvoer): Teksten {
  const blokken = [
    ...vragen.map(({ nummers, tekst }) => ({ soort: "vraag" as const, nummers, tekst })),
    ...antwoorden.map(({ opVragen, tekst }) => ({ soort: "antwoord" as const, opVragen, tekst })),
    ...teksten,
  ];
  return { blokken, mededelingen, noten };
}

/** The figures, in all and per kind. */
export function verwijzingTabel({ documenten, labels, telling, perSoort }: VerwijzingScore): string {
  const regel = (naam: string, cijfers: Telling) =>
    [
      naam.padEnd(12),
      ...[cijfers.goed, cijfers.teVeel, cijfers.gemist].map((aantal) => String(aantal).padStart(7)),
      procent(precisieOf(cijfers)).padStart(12),
      procent(volledigheidOf(cijfers)).padStart(14),
    ].join("");
  return [
    `${labels} verwijzingen in ${documenten} documenten`,
    "soort          goed te veel gemist    precisie  volledigheid",
    ...[...perSoort].map(([soort, cijfers]) => regel(soort, cijfers)),
    regel("samen", telling),
  ].join("\n");
}

function procent(deel: number): string {
  return `${(Math.floor(deel * 10_000) / 100).toFixed(2)} %`;
}

function foutRegel({ bestand, plaats, van, tot, soort, doel }: Fout, gelezen: ReadonlyMap<string, Teksten>): string {
  const teksten = gelezen.get(bestand);
  const tekst = teksten && plaatsenOf(teksten).find(({ anker }) => anker === plaats)?.tekst;
  const words = tekst === undefined ? "" : wordsAt(tekst, van, tot);
  return `${bestand} ${plaats} ${van}-${tot} ${soort}\n  ${words}\n  ${doel} (${doelIdentiteit(doel)})`;
}

const AROUND = 25;

function wordsAt(tekst: string, van: number, tot: number): string {
  const alinea = alineasOf(tekst).findLast((one) => one.van <= van);
  if (!alinea) return "";
  const words = compact(alinea.tekst);
  const [from, to] = [van - alinea.van, tot - alinea.van];
  return `${words.slice(Math.max(0, from - AROUND), from)}[${words.slice(from, to)}]${words.slice(to, to + AROUND)}`;
}

if (resolve(process.argv[1] ?? "") === fileURLToPath(import.meta.url)) {
  const [corpus = CORPUS, labelFile = VERWIJZINGLABELS] = process.argv.slice(2);
  const { score, gelezen } = await scoorVerwijzingenIn(corpus, labelFile);
  const lijst = (kop: string, fouten: readonly Fout[]) =>
    [`\n${kop}: ${fouten.length}`, ...fouten.map((fout) => foutRegel(fout, gelezen))].join("\n");
  process.stdout.write(
    `${verwijzingTabel(score)}\n${lijst("gemist", score.gemist)}\n${lijst("te veel", score.teVeel)}\n`,
  );
}
