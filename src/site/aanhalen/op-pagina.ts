/**
 * The entry for reference managers and the citations of parts, made from what the page shows: so the script that copies them
 * asks next to nothing of the page. Where that would say something else than the record, the page states the difference.
 */
import { aanhaalteksten } from "../../../templates/data/aanhalen.ts";
import type { Datum } from "../../model/kamervraag.ts";
import { formatNummers } from "./aanhaling.ts";
import { type Persoon, toPersoon } from "./persoon.ts";
import { schoneTitel, toId, type Vermelding } from "./vermelding.ts";

/** What stands on the page of a Kamervraag, as its script reads it. */
export interface Paginafeiten {
  readonly titel: string;
  /** The number beside the kind of document, above the title. */
  readonly nummer: string;
  /** The short citation. */
  readonly kort: string;
  readonly indieners: readonly string[];
  /** Names or functions, as the last of the facts that leads to bewindspersonen has them. */
  readonly gerichtAan: readonly string[];
  readonly onderwerpen: readonly string[];
  readonly ingediend?: Datum;
  readonly beantwoord?: Datum;
  /** Links of the facts to the publications, in their order. */
  readonly bronnen: readonly string[];
  /** The page's own address, where it is known. */
  readonly adres?: string;
}

/** What a page states beside its facts: fields that differ, with `null` for one that is not there. */
export type Verschil = { readonly [Veld in keyof Vermelding]?: Vermelding[Veld] | null };

const PLAATS = /^Aanhangsel Handelingen\u00a0(II?) (\S+), nr\.\u00a0([^\s;]+)/;
const FUNCTIE = /^(?:minister|staatssecretaris)\b/i;

/** The entry of a page, by its facts and what it states beside them. */
export function vermeldingOpPagina(feiten: Paginafeiten, verschil: Verschil = {}): Vermelding {
  const { ingediend, beantwoord, bronnen, kort } = feiten;
  const [plaats, kamer, jaargang, nummer = feiten.nummer] = PLAATS.exec(kort) ?? [];
  const datum = plaats ? (beantwoord ?? ingediend) : (ingediend ?? beantwoord);
  const url = feiten.adres ?? (plaats ? bronnen[1] : undefined) ?? bronnen[0];
  const geraden: Vermelding = {
    id: toId(feiten.nummer),
    titel: schoneTitel(feiten),
    auteurs: feiten.indieners.map(toPersoon),
    ontvangers: feiten.gerichtAan.map(toOntvanger),
    ...(datum ? { datum } : {}),
    ...(ingediend ? { ingediend } : {}),
    ...(plaats
      ? { genre: aanhaalteksten.genre.aanhangsel, uitgever: aanhaalteksten.uitgever[kamer === "I" ? "ek" : "tk"] }
      : reeksOf(kort)),
    ...(plaats && jaargang ? { verzameling: aanhaalteksten.verzameling, jaargang } : {}),
    nummer,
    ...(url ? { url } : {}),
    trefwoorden: feiten.onderwerpen,
    aanhaling: kort,
  };
  const velden = Object.entries({ ...geraden, ...verschil }).filter(([, waarde]) => waarde !== null);
  return Object.fromEntries(velden) as unknown as Vermelding;
}

/** What the page has to state for its entry to be `vermelding`; `undefined` where its facts say all. */
export function verschilMet(vermelding: Vermelding, feiten: Paginafeiten): Verschil | undefined {
  const geraden: Verschil = vermeldingOpPagina(feiten);
  const echt: Verschil = vermelding;
  const velden = [...new Set([...Object.keys(echt), ...Object.keys(geraden)])] as (keyof Vermelding)[];
  const anders = velden.filter((veld) => JSON.stringify(echt[veld]) !== JSON.stringify(geraden[veld]));
  if (anders.length === 0) return undefined;
  return Object.fromEntries(anders.map((veld) => [veld, echt[veld] ?? null]));
}

/** The citation of a vraag or antwoord, by the short citation of the page and the addresses of its heading. */
export function aanhalingOpPagina(kort: string, ankers: readonly string[]): string {
  const { vraag, vraagZonderNummer, antwoordOp, antwoordZonderNummer } = aanhaalteksten;
  const isVraag = ankers[0]?.startsWith("vraag-") ?? false;
  const nummers = ankers.map((anker) => anker.replace(/^[a-z]+-/, "").replace(/-\d+$/, ""));
  if (nummers[0]?.startsWith("z") ?? true) return `${kort}, ${isVraag ? vraagZonderNummer : antwoordZonderNummer}`;
  return `${kort}, ${(isVraag ? vraag : antwoordOp)(formatNummers(nummers))}`;
}

function toOntvanger(tekst: string): Persoon {
  return FUNCTIE.test(tekst) ? { letterlijk: tekst } : toPersoon(tekst);
}

// The series with the longest name that the citation begins with: one of them begins as another does.
function reeksOf(kort: string): Pick<Vermelding, "genre" | "uitgever"> {
  const reeksen = (["schriftelijk", "mondeling"] as const).flatMap((soort) =>
    (["ek", "tk"] as const).map((kamer) => ({ soort, kamer, woorden: aanhaalteksten.reeks[soort][kamer] })),
  );
  const reeks = reeksen.find(({ woorden }) => kort.startsWith(`${woorden} `)) ?? { soort: "schriftelijk", kamer: "tk" };
  return { genre: aanhaalteksten.genre[reeks.soort], uitgever: aanhaalteksten.uitgever[reeks.kamer] };
}
