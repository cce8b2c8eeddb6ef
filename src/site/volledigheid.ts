/** The figures of the page «volledigheid»: what was read, what stands here, and where every other character went. */
import { regelnaamOf, regelzinOf } from "../../templates/data/regels.ts";
import { formatGetal, teksten } from "../../templates/data/teksten.ts";
import { isBewerkt } from "../markdown/schrijf.ts";
import type { Bron, Kamervraag } from "../model/kamervraag.ts";
import { jaarOfSleutel, pathOfSleutel } from "../model/sleutel.ts";
import { pathOfLijst } from "./adres.ts";
import type { Verwijzing } from "./gesprek.ts";

/** The columns of the tables, in groups: the keys of what is counted. */
const GROEPEN = {
  gelezen: ["kamervragen", "documenten", "vragen", "antwoorden", "noten"],
  noten: ["merkenZonderNoot", "notenZonderMerk"],
  tekens: ["bron", "behouden", "weggelaten", "onverklaard"],
} as const;

export type Kolom = (typeof GROEPEN)[keyof typeof GROEPEN][number];

type Cijfers = Record<Kolom, number>;

/** What is counted of one Kamervraag: plain data, without its texts. */
export interface Telbaar {
  readonly sleutel: string;
  readonly isBewerkt: boolean;
  readonly bronnen: readonly Pick<Bron, "id" | "sha256" | "soort" | "vorm" | "telling" | "tekens">[];
}

/** Takes from a Kamervraag what is counted of it. */
export function toTelbaar({ sleutel, bronnen }: Kamervraag, markdown: string): Telbaar {
  const bewerkt = isBewerkt(markdown);
  return {
    sleutel,
    isBewerkt: bewerkt,
    bronnen: bewerkt
      ? []
      : bronnen.map(({ id, sha256, soort, vorm, telling, tekens }) => ({
          id,
          sha256,
          soort,
          vorm,
          ...(telling ? { telling } : {}),
          ...(tekens ? { tekens } : {}),
        })),
  };
}

/** Counts Kamervragen one at a time, in the order of their files. */
export interface Volledigheidstelling {
  readonly add: (telbaar: Telbaar) => void;
  readonly toView: () => VolledigheidView;
  /** The documents by form, and the Kamervragen edited by hand, whose documents are not among them. */
  readonly toDocumenten: () => { readonly documenten: readonly Documenttelling[]; readonly bewerkt: number };
}

export interface Documenttelling {
  readonly vorm: Bron["vorm"];
  readonly aantal: number;
}

export interface CijferrijView {
  readonly naam: string;
  readonly href?: string;
  readonly cijfers: readonly string[];
}

export interface CijfertabelView {
  readonly id: string;
  readonly kop: string;
  readonly bijschrift: string;
  readonly rijkop: string;
  readonly groepen: readonly { readonly naam: string; readonly kolommen: readonly string[] }[];
  readonly rijen: readonly CijferrijView[];
  readonly totaal: CijferrijView;
}

export interface VolledigheidView {
  /** The outcome in a sentence or two. */
  readonly uitkomst: string;
  readonly tabellen: readonly CijfertabelView[];
  readonly regels: readonly { readonly naam: string; readonly zin: string; readonly tekens: string }[];
  /** Documents of which characters are unaccounted for: there should be none. */
  readonly onverklaard: readonly { readonly link: Verwijzing; readonly zin: string }[];
  /** What is said of the Kamervragen that are not in the tables, with the way to the first of them. */
  readonly bewerkt?: string;
  readonly bewerkten: readonly Verwijzing[];
  readonly zonderTelling?: string;
}

/** The Kamervragen that were edited by hand are counted; this many are named. */
const NAMES = 50;

/** Starts counting. A document that stands on several pages counts with the first of them. */
export function openTelling(): Volledigheidstelling {
  const perJaar = new Map<string, Cijfers>();
  const perVorm = new Map<string, Cijfers>();
  const totaal = zero();
  const regels = new Map<string, number>();
  const seen = new Set<number>();
  const onverklaard: { link: Verwijzing; zin: string }[] = [];
  const bewerkten: Verwijzing[] = [];
  let bewerkt = 0;
  let zonder = 0;

  return {
    add({ sleutel, isBewerkt: hasEdits, bronnen: alle }) {
      const link = { href: `${pathOfSleutel(sleutel)}.html`, tekst: sleutel };
      if (hasEdits) {
        bewerkt += 1;
        if (bewerkten.length < NAMES) bewerkten.push(link);
        return;
      }
      const jaar = open(perJaar, jaarOfSleutel(sleutel));
      const bronnen = alle.filter((bron) => !seen.has(keyOf(bron)));
      for (const bron of alle) seen.add(keyOf(bron));
      for (const cijfers of [jaar, totaal]) cijfers.kamervragen += 1;
      for (const vorm of new Set(alle.map((bron) => bron.vorm))) open(perVorm, vorm).kamervragen += 1;
      for (const bron of bronnen) {
        for (const cijfers of [jaar, open(perVorm, bron.vorm), totaal]) addBron(cijfers, bron);
        for (const [regel, tekens] of Object.entries(bron.tekens?.weggelaten ?? {})) {
          const naam = regelnaamOf(regel);
          regels.set(naam, (regels.get(naam) ?? 0) + tekens);
        }
        if (!bron.tekens) zonder += 1;
        if (bron.tekens?.onverklaard) onverklaard.push({ link, zin: toOnverklaardzin(bron) });
      }
    },
    toDocumenten: () => ({
      documenten: VORMEN.flatMap((vorm) =>
        entryOf(perVorm, vorm).map(([, { documenten }]) => ({ vorm, aantal: documenten })),
      ),
      bewerkt,
    }),
    toView: () => ({
      uitkomst: teksten.volledigheid.uitkomst(totaal.documenten - zonder, totaal.bron, totaal.onverklaard),
      tabellen: [
        toTabel(
          "jaar",
          [...perJaar].toSorted(([a], [b]) => compareJaar(b, a)),
          totaal,
        ),
        toTabel(
          "vorm",
          VORMEN.flatMap((vorm) => entryOf(perVorm, vorm)),
          totaal,
        ),
      ],
      regels: [...regels]
        .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
        .map(([naam, tekens]) => ({ naam, zin: regelzinOf(naam), tekens: formatGetal(tekens) })),
      onverklaard,
      ...(bewerkt > 0 ? { bewerkt: teksten.volledigheid.bewerkt(bewerkt, bewerkten.length) } : {}),
      bewerkten,
      ...(zonder > 0 ? { zonderTelling: teksten.volledigheid.zonderTelling(zonder) } : {}),
    }),
  };
}

const SOORTEN: readonly Bron["soort"][] = ["vraag", "antwoord", "nader-antwoord", "mededeling", "overig"];
const VORMEN: readonly Bron["vorm"][] = ["xml", "html", "odt", "docx", "pdf", "tekst", "openkamer"];

// 48 bits of the hash and the kind: one file may hold a question and its answer. A number, for there may be 200,000.
function keyOf({ sha256, soort }: Pick<Bron, "sha256" | "soort">): number {
  return Number.parseInt(sha256.slice(0, 12), 16) * SOORTEN.length + SOORTEN.indexOf(soort);
}

function zero(): Cijfers {
  return {
    kamervragen: 0,
    documenten: 0,
    vragen: 0,
    antwoorden: 0,
    noten: 0,
    merkenZonderNoot: 0,
    notenZonderMerk: 0,
    bron: 0,
    behouden: 0,
    weggelaten: 0,
    onverklaard: 0,
  };
}

function open(groups: Map<string, Cijfers>, naam: string): Cijfers {
  const known = groups.get(naam) ?? zero();
  groups.set(naam, known);
  return known;
}

function addBron(cijfers: Cijfers, { telling = {}, tekens }: Pick<Bron, "telling" | "tekens">): void {
  cijfers.documenten += 1;
  cijfers.vragen += telling.vragen ?? 0;
  cijfers.antwoorden += telling.antwoorden ?? 0;
  cijfers.noten += telling.noten ?? 0;
  cijfers.merkenZonderNoot += telling.merkenZonderNoot ?? 0;
  cijfers.notenZonderMerk += telling.notenZonderMerk ?? 0;
  if (!tekens) return;
  cijfers.bron += tekens.bron;
  cijfers.behouden += tekens.behouden;
  cijfers.weggelaten += Object.values(tekens.weggelaten ?? {}).reduce((sum, count) => sum + count, 0);
  cijfers.onverklaard += tekens.onverklaard ?? 0;
}

function entryOf(groups: ReadonlyMap<string, Cijfers>, naam: string): readonly (readonly [string, Cijfers])[] {
  const cijfers = groups.get(naam);
  return cijfers ? [[naam, cijfers]] : [];
}

// «onbekend» comes before the first year.
function compareJaar(a: string, b: string): number {
  return Number(a !== "onbekend") - Number(b !== "onbekend") || (a < b ? -1 : a > b ? 1 : 0);
}

function toTabel(id: "jaar" | "vorm", groups: readonly (readonly [string, Cijfers])[], totaal: Cijfers) {
  const { volledigheid } = teksten;
  return {
    id: `per-${id}`,
    ...volledigheid.tabel[id],
    groepen: Object.entries(GROEPEN).map(([groep, kolommen]) => ({
      naam: volledigheid.groep[groep as keyof typeof GROEPEN],
      kolommen: kolommen.map((kolom) => volledigheid.kolom[kolom]),
    })),
    rijen: groups.map(([naam, cijfers]): CijferrijView => ({ ...toRijkop(id, naam), cijfers: toCijfers(cijfers) })),
    totaal: { naam: volledigheid.totaal, cijfers: toCijfers(totaal) },
  };
}

function toRijkop(id: "jaar" | "vorm", naam: string): Omit<CijferrijView, "cijfers"> {
  if (id === "vorm") return { naam: teksten.volledigheid.vorm[naam as Bron["vorm"]] };
  return { naam: naam === "onbekend" ? teksten.lijst.onbekendJaar : naam, href: pathOfLijst("jaar", naam) };
}

function toCijfers(cijfers: Cijfers): readonly string[] {
  return Object.values(GROEPEN).flatMap((kolommen) => kolommen.map((kolom) => formatGetal(cijfers[kolom])));
}

function toOnverklaardzin({ id, tekens }: Pick<Bron, "id" | "tekens">): string {
  const { plaats, tekst } = tekens?.verlies ?? {};
  return teksten.volledigheid.onverklaardIn(id, tekens?.onverklaard ?? 0, plaats, tekst);
}

const TELLINGEN = ["vragen", "antwoorden", "noten", "merkenZonderNoot", "notenZonderMerk"] as const;

/**
 * What is counted of a Kamervraag as a row of numbers; `nummerOf` gives the number of the name of a rule. Of a document of which
 * characters are unaccounted for it does not hold everything: `unpackTelbaar` answers `undefined` of it.
 */
export function packTelbaar({ isBewerkt: hasEdits, bronnen }: Telbaar, nummerOf: (regel: string) => number): number[] {
  const isHeel = bronnen.every(({ tekens }) => !tekens?.onverklaard);
  const rij = [(hasEdits ? 1 : 0) + (isHeel ? 0 : 2), bronnen.length];
  for (const { sha256, soort, vorm, telling, tekens } of bronnen) {
    rij.push(Number.parseInt(sha256.slice(0, 12), 16), SOORTEN.indexOf(soort), VORMEN.indexOf(vorm));
    rij.push(telling ? 1 : 0, ...(telling ? TELLINGEN.map((naam) => telling[naam] ?? 0) : []));
    rij.push(tekens ? 1 : 0);
    if (!tekens) continue;
    const weggelaten = Object.entries(tekens.weggelaten ?? {});
    rij.push(tekens.bron, tekens.behouden, weggelaten.length);
    for (const [regel, aantal] of weggelaten) rij.push(nummerOf(regel), aantal);
  }
  return rij;
}

/** Of a row that `packTelbaar` made: all that is counted. */
export function unpackTelbaar(
  sleutel: string,
  rij: ArrayLike<number>,
  regelOf: (nummer: number) => string,
): Telbaar | undefined {
  let at = 0;
  const take = (): number => rij[at++] ?? 0;
  const vlaggen = take();
  if (vlaggen >= 2) return undefined;
  const bronnen = Array.from({ length: take() }, (): Telbaar["bronnen"][number] => {
    const sha256 = take().toString(16).padStart(12, "0");
    const soort = SOORTEN[take()] ?? "overig";
    const vorm = VORMEN[take()] ?? "tekst";
    const telling = take() === 1 ? takeTelling() : undefined;
    const tekens = take() === 1 ? takeTekens() : undefined;
    return { id: "", sha256, soort, vorm, ...(telling ? { telling } : {}), ...(tekens ? { tekens } : {}) };
  });
  return { sleutel, isBewerkt: vlaggen === 1, bronnen };

  // In the order of `TELLINGEN`.
  function takeTelling() {
    return { vragen: take(), antwoorden: take(), noten: take(), merkenZonderNoot: take(), notenZonderMerk: take() };
  }

  function takeTekens() {
    const [bron, behouden, aantal] = [take(), take(), take()];
    const weggelaten = Object.fromEntries(Array.from({ length: aantal }, () => [regelOf(take()), take()]));
    return { bron, behouden, weggelaten };
  }
}
