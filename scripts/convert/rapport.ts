/** The report of a conversion: what was done with every file, in Dutch for people and as JSON for programs (contract). */

import type { Verantwoording } from "../../src/conservation/verantwoording.ts";
import type { Datum, Diagnostiek, Kamervraag, Vorm } from "../../src/model/kamervraag.ts";
import type { Plaatsing } from "../../src/samenvoegen/plaatsing.ts";
import { compareText } from "../../src/samenvoegen/rangorde.ts";
import type { GelezenDocument } from "../../src/sources/gelezen.ts";
import { meldingOf, redenOf } from "../../templates/data/meldingen.ts";
import type { Uitkomst, Verweesd } from "./inhoud.ts";

interface Documentregel {
  bestand: string;
  vorm: string;
  herkend: boolean;
  sleutel?: string;
  vragen: number;
  antwoorden: number;
  noten: number;
  tekens: { bron: number; behouden: number; weggelaten: number; onverklaard: number };
  weggelaten: { regel: string; tekens: number }[];
  verlies?: { plaats: string; tekst: string };
  diagnostiek: (Diagnostiek & { melding: string })[];
}

/** What one document gave to one Kamervraag, without its text. */
export interface Documentbijdrage {
  readonly bestand: string;
  readonly sha256: string;
  readonly vorm: string;
  /** Which of the documents of its file it is. */
  readonly welk: string;
  readonly sleutel: string;
  readonly vragen: number;
  readonly antwoorden: number;
  readonly noten: number;
  readonly verantwoording: Verantwoording;
  readonly diagnostiek: readonly Diagnostiek[];
}

/** The JSON of `--rapport`. */
export interface RapportJson {
  readonly peildatum?: string;
  readonly documenten: readonly Documentregel[];
  readonly overig: readonly { readonly bestand: string; readonly reden: string }[];
  readonly totaal: {
    readonly documenten: number;
    readonly herkend: number;
    readonly mislukt: number;
    readonly onverklaard: number;
  };
}

/** What the report says of one source, without the details of its JSON: figures that can be added up, and lines. */
export interface Regelsom {
  readonly bestand: string;
  readonly vorm: string;
  readonly cijfers: readonly number[];
  readonly regels: readonly string[];
}

/** What `Regelsom.cijfers` holds, in this order. */
const CIJFERS = [
  "vragen",
  "antwoorden",
  "noten",
  "zonderTekst",
  "zonderMerk",
  "bron",
  "behouden",
  "weggelaten",
  "onverklaard",
  "waarschuwingen",
  "mislukt",
] as const;
export const AANTAL_CIJFERS = CIJFERS.length;

/** The forms that a line can have. */
export const VORMEN: readonly string[] = [
  "xml",
  "html",
  "odt",
  "docx",
  "pdf",
  "tekst",
  "openkamer",
] satisfies readonly Vorm[];

/** What is the same as the last time, added up: for each form the sources and their figures; and the lines. */
export interface Bekend {
  readonly perVorm: ReadonlyMap<string, { readonly documenten: number; readonly cijfers: ArrayLike<number> }>;
  readonly regels: readonly Bestandsregels[];
  /** Pages that stand as they stood. */
  readonly paginas: number;
}

export interface Rapport {
  readonly addOnbekend: (bestand: string, reden: string) => void;
  readonly addMislukt: (bestand: string, diagnostiek: Diagnostiek) => void;
  readonly addMetadata: () => void;
  /** `nieuwste` is the newest date on the page. */
  readonly addKamervraag: (sleutel: string, nieuwste: Datum | undefined, uitkomst: Uitkomst) => void;
  readonly addDocument: (bijdrage: Documentbijdrage) => void;
  readonly addVerweesd: (verweesd: Verweesd) => void;
  readonly addBekend: (bekend: Bekend) => void;
  /** What a source comes to, once all pages have told of it. */
  readonly somOf: (bestand: string, sha256: string) => Regelsom | undefined;
  /** All details: only of a conversion that was asked for them. */
  readonly toJson: () => RapportJson;
  readonly toText: () => string;
  /** 0 = done, 1 = something failed or text is unaccounted for. */
  readonly exitCode: () => 0 | 1;
}

export function createRapport(): Rapport {
  const regels = new Map<string, Documentregel>();
  const gezien = new Set<string>();
  const overig: { bestand: string; reden: string }[] = [];
  const mislukt: { bestand: string; diagnostiek: Diagnostiek }[] = [];
  const uitkomsten = new Map<Uitkomst, string[]>();
  const verweesd: Verweesd[] = [];
  let metadata = 0;
  let peildatum: string | undefined;
  let bekend: Bekend | undefined;

  // By path and hash: in what order the pages were settled says nothing.
  const sorted = () => [...regels].toSorted(([a], [b]) => compareText(a, b)).map(([, regel]) => regel);
  const toJson = (): RapportJson => {
    if (bekend) throw new Error("a report without the details of what did not change has no JSON");
    const documenten = sorted();
    return {
      ...(peildatum ? { peildatum } : {}),
      documenten,
      overig,
      totaal: {
        documenten: documenten.length,
        herkend: documenten.filter(({ herkend }) => herkend).length,
        mislukt: documenten.filter(hasFout).length,
        onverklaard: documenten.reduce((sum, { tekens }) => sum + tekens.onverklaard, 0),
      },
    };
  };

  return {
    addOnbekend: (bestand, reden) => void overig.push({ bestand, reden }),
    addMislukt(bestand, diagnostiek) {
      mislukt.push({ bestand, diagnostiek });
      // Two sources folders may hold files of the same name.
      regels.set(`${bestand}\0mislukt ${mislukt.length}`, {
        ...emptyRegel(bestand, "onbekend"),
        herkend: false,
        diagnostiek: [withMelding(diagnostiek)],
      });
    },
    addMetadata: () => {
      metadata += 1;
    },
    addKamervraag(sleutel, nieuwste, uitkomst) {
      const sleutels = uitkomsten.get(uitkomst);
      if (sleutels) sleutels.push(sleutel);
      else uitkomsten.set(uitkomst, [sleutel]);
      if (nieuwste && (!peildatum || nieuwste > peildatum)) peildatum = nieuwste;
    },
    addDocument(bijdrage) {
      const { bestand, sha256, vorm, welk, sleutel, verantwoording } = bijdrage;
      const file = `${bestand}\0${sha256}`;
      const regel = regels.get(file) ?? emptyRegel(bestand, vorm);
      regels.set(file, regel);
      regel.sleutel ??= sleutel;
      const known = new Set(regel.diagnostiek.map((one) => JSON.stringify(one)));
      const fresh = bijdrage.diagnostiek.map(withMelding).filter((one) => !known.has(JSON.stringify(one)));
      for (const one of fresh) regel.diagnostiek.push(one);
      // One answer to several sets is accounted for on each page, and counted once.
      const key = `${file} ${welk}`;
      if (gezien.has(key)) {
        regel.tekens.onverklaard += verantwoording.onverklaard;
        if (verantwoording.verlies) regel.verlies ??= verantwoording.verlies;
        return;
      }
      gezien.add(key);
      addCounts(regel, bijdrage);
    },
    addVerweesd: (one) => void verweesd.push(one),
    addBekend: (one) => {
      bekend = one;
    },
    somOf(bestand, sha256) {
      const regel = regels.get(`${bestand}\0${sha256}`);
      return regel && toSom(regel);
    },
    toJson,
    toText: () =>
      toText(addUp(sorted().map(toSom), bekend), { metadata, uitkomsten, overig, verweesd, mislukt, bekend }),
    exitCode: () => (addUp(sorted().map(toSom), bekend).mislukt > 0 ? 1 : 0),
  };
}

function hasFout({ herkend, tekens, diagnostiek }: Documentregel): boolean {
  return !herkend || tekens.onverklaard > 0 || diagnostiek.some(({ ernst }) => ernst === "fout");
}

interface Bestandsregels {
  readonly bestand: string;
  readonly regels: readonly string[];
}

// Two sources folders may hold different files of one name: which of them was looked at this time makes no difference.
function compareRegels(a: Bestandsregels, b: Bestandsregels): number {
  return compareText(a.bestand, b.bestand) || compareText(a.regels.join("\n"), b.regels.join("\n"));
}

function toSom(regel: Documentregel): Regelsom {
  const { bestand, vorm, vragen, antwoorden, noten, tekens, diagnostiek } = regel;
  const countCode = (wanted: string) => diagnostiek.filter(({ code }) => code === wanted).length;
  const cijfers: Readonly<Record<(typeof CIJFERS)[number], number>> = {
    vragen,
    antwoorden,
    noten,
    zonderTekst: countCode("noot-zonder-tekst"),
    zonderMerk: countCode("noot-zonder-merk"),
    ...tekens,
    waarschuwingen: diagnostiek.filter((one) => one.ernst === "waarschuwing" && !isAboutWhole(one)).length,
    mislukt: hasFout(regel) ? 1 : 0,
  };
  return { bestand, vorm, cijfers: CIJFERS.map((naam) => cijfers[naam]), regels: documentLines(regel) };
}

type Cijfers = Record<(typeof CIJFERS)[number] | "documenten", number>;

interface Totaal {
  readonly perVorm: ReadonlyMap<string, Cijfers>;
  readonly documenten: number;
  readonly mislukt: number;
  readonly waarschuwingen: number;
  readonly regels: readonly string[];
}

function addUp(sommen: readonly Regelsom[], bekend: Bekend | undefined): Totaal {
  const perVorm = new Map<string, Cijfers>();
  const add = (vorm: string, documenten: number, cijfers: ArrayLike<number>) => {
    const sum = perVorm.get(vorm) ?? emptyCijfers();
    perVorm.set(vorm, sum);
    sum.documenten += documenten;
    for (const [index, naam] of CIJFERS.entries()) sum[naam] += cijfers[index] ?? 0;
  };
  for (const { vorm, cijfers } of sommen) add(vorm, 1, cijfers);
  for (const [vorm, { documenten, cijfers }] of bekend?.perVorm ?? []) add(vorm, documenten, cijfers);
  const total = (naam: keyof Cijfers) => [...perVorm.values()].reduce((sum, cijfers) => sum + cijfers[naam], 0);
  return {
    perVorm,
    documenten: total("documenten"),
    mislukt: total("mislukt"),
    waarschuwingen: total("waarschuwingen"),
    regels: [...sommen, ...(bekend?.regels ?? [])].toSorted(compareRegels).flatMap(({ regels }) => regels),
  };
}

function emptyCijfers(): Cijfers {
  return {
    documenten: 0,
    vragen: 0,
    antwoorden: 0,
    noten: 0,
    zonderTekst: 0,
    zonderMerk: 0,
    bron: 0,
    behouden: 0,
    weggelaten: 0,
    onverklaard: 0,
    waarschuwingen: 0,
    mislukt: 0,
  };
}

function withMelding(diagnostiek: Diagnostiek): Diagnostiek & { melding: string } {
  return { ...diagnostiek, melding: meldingOf(diagnostiek) };
}

function emptyRegel(bestand: string, vorm: string): Documentregel {
  return {
    bestand,
    vorm,
    herkend: true,
    vragen: 0,
    antwoorden: 0,
    noten: 0,
    tekens: { bron: 0, behouden: 0, weggelaten: 0, onverklaard: 0 },
    weggelaten: [],
    diagnostiek: [],
  };
}

/** What a document gave to a Kamervraag, as the report tells it. */
export function toBijdrage(
  document: GelezenDocument,
  { diagnostiek }: Pick<Plaatsing, "diagnostiek">,
  { sleutel }: Kamervraag,
  verantwoording: Verantwoording,
): Documentbijdrage {
  const { bestand, sha256, vorm, documentsoort, id, blokken, noten } = document;
  return {
    bestand,
    sha256,
    vorm,
    welk: `${documentsoort} ${id ?? ""}`,
    sleutel,
    vragen: new Set(blokken.flatMap((blok) => (blok.soort === "vraag" ? blok.nummers : []))).size,
    antwoorden: blokken.filter(({ soort }) => soort === "antwoord").length,
    noten: noten.length,
    verantwoording,
    diagnostiek,
  };
}

/** The newest date on a page: of the case itself and of its sources. */
export function findNieuwste({ ingediend, beantwoord, bronnen }: Kamervraag): Datum | undefined {
  const datums = [ingediend, beantwoord, ...bronnen.map(({ datum }) => datum)];
  return datums
    .filter((datum) => datum !== undefined)
    .toSorted()
    .at(-1);
}

function addCounts(
  regel: Documentregel,
  { vragen, antwoorden, noten, verantwoording: account }: Documentbijdrage,
): void {
  regel.vragen += vragen;
  regel.antwoorden += antwoorden;
  regel.noten += noten;
  regel.tekens.bron += account.bron;
  regel.tekens.behouden += account.behouden;
  regel.tekens.onverklaard += account.onverklaard;
  for (const { regel: naam, tekens } of account.weggelaten) {
    regel.tekens.weggelaten += tekens;
    const known = regel.weggelaten.find((entry) => entry.regel === naam);
    if (known) known.tekens += tekens;
    else regel.weggelaten.push({ regel: naam, tekens });
  }
  if (account.verlies) regel.verlies ??= account.verlies;
}

interface Rest {
  readonly metadata: number;
  readonly uitkomsten: ReadonlyMap<Uitkomst, readonly string[]>;
  readonly overig: RapportJson["overig"];
  readonly verweesd: readonly Verweesd[];
  readonly mislukt: readonly { readonly bestand: string; readonly diagnostiek: Diagnostiek }[];
  readonly bekend: Bekend | undefined;
}

function toText(totaal: Totaal, { metadata, uitkomsten, overig, verweesd, mislukt, bekend }: Rest): string {
  const count = (uitkomst: Uitkomst) => uitkomsten.get(uitkomst)?.length ?? 0;
  const onveranderd = bekend?.paginas ?? 0;
  const kamervragen = [...uitkomsten.values()].reduce((sum, list) => sum + list.length, onveranderd);
  const lines = [
    `${totaal.documenten} documenten gelezen, ${metadata} metadatabestanden, ${overig.length} andere bestanden overgeslagen.`,
    `${kamervragen} Kamervragen: ${count("nieuw")} nieuw, ${count("gewijzigd")} gewijzigd, ${count("ongewijzigd") + onveranderd} ongewijzigd, ${
      count("bewerkt") + count("nieuw-voorstel") + count("onleesbaar")
    } met de hand bewerkt en behouden.`,
    ...[...totaal.perVorm].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([vorm, cijfers]) => vormLine(vorm, cijfers)),
    ...(uitkomsten.get("nieuw-voorstel") ?? []).map(
      (sleutel) =>
        `${sleutel}: met de hand bewerkt, maar de bron is veranderd; de nieuwe omzetting staat ernaast als .nieuw.md.`,
    ),
    ...(uitkomsten.get("onleesbaar") ?? []).map(
      (sleutel) =>
        `${sleutel}: met de hand bewerkt en zo niet te lezen (npm run build noemt de regel); de omzetting staat ernaast als .nieuw.md.`,
    ),
    ...verweesd.map(({ bestand, nieuweSleutel }) =>
      nieuweSleutel
        ? `${bestand}: met de hand bewerkt en behouden, maar de Kamervraag heet nu ${nieuweSleutel}; neem de bewerking daar over en verwijder dit bestand.`
        : `${bestand}: de bron is er niet meer; het bestand is behouden.`,
    ),
    ...overig.map(({ bestand, reden }) => `${bestand}: overgeslagen, ${redenOf(reden)}.`),
    ...mislukt.map(({ bestand, diagnostiek }) => `${bestand}: FOUT: ${meldingOf(diagnostiek)}`),
    ...totaal.regels,
    ...(totaal.waarschuwingen > 0
      ? [`Overige waarschuwingen: ${totaal.waarschuwingen} (--rapport BESTAND noemt ze alle).`]
      : []),
  ];
  return `${lines.join("\n")}\n`;
}

function vormLine(vorm: string, cijfers: Cijfers): string {
  return (
    `  ${vorm}: ${cijfers.documenten} documenten, ${cijfers.vragen} vragen, ${cijfers.antwoorden} antwoorden, ` +
    `${cijfers.noten} noten (${cijfers.zonderTekst} zonder tekst, ${cijfers.zonderMerk} zonder merk); ` +
    `tekens: ${cijfers.bron} in de bron, ${cijfers.behouden} behouden, ` +
    `${cijfers.weggelaten} weggelaten volgens een regel, ${cijfers.onverklaard} onverklaard`
  );
}

function documentLines({ bestand, herkend, tekens, verlies, diagnostiek }: Documentregel): readonly string[] {
  if (!herkend) return [];
  // One file may be a question and an answer, with the same remark on both.
  const lines = [
    ...(tekens.onverklaard > 0
      ? [
          `${bestand}: FOUT: ${tekens.onverklaard} tekens onverklaard; het eerst bij ${verlies?.plaats ?? "?"}: «${verlies?.tekst ?? ""}»`,
        ]
      : []),
    ...diagnostiek.filter(({ ernst }) => ernst === "fout").map(({ melding }) => `${bestand}: FOUT: ${melding}`),
    ...diagnostiek.filter(isAboutWhole).map(({ melding }) => `${bestand}: let op: ${melding}`),
  ];
  return [...new Set(lines)];
}

// Remarks on a document as a whole: someone who hands in a file has to see them. The others are too many to print.
const OVER_HET_GEHEEL = new Set([
  "codering-hersteld",
  "geen-vragen",
  "kenmerk-uit-bestandsnaam",
  "kenmerk-uit-metadata",
  "vraagnummer-ontbreekt",
]);

function isAboutWhole({ code, ernst }: Diagnostiek): boolean {
  return ernst === "waarschuwing" && OVER_HET_GEHEEL.has(code);
}
