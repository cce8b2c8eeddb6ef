/**
 * The table of contents of one Kamervraag: every part of the conversation by its number and its first words. A part of the
 * page only; the files beside it and the search index know nothing of it.
 */
import { leesteksten } from "../../templates/data/leesteksten.ts";
import { toPlainText } from "../markdown/platte-tekst.ts";
import type { GesprekView, TekstView, VraagblokView, VraagView } from "./gesprek.ts";
import { toEersteWoorden } from "./knip.ts";

export interface InhoudsopgaveView {
  readonly items: readonly Inhoudsitem[];
}

export interface Inhoudsitem {
  readonly href: string;
  /** As it hangs in the margin: "4", "2–6". A part without a number has a short word. */
  readonly nummer: string;
  /** Whether it is such a word. What kind of number a number is, the style sheet tells who hears it. */
  readonly isWoord?: boolean;
  /** The first words of the vraag, or the heading of another part. */
  readonly woorden: string;
  /** Where the antwoord stands, when it does not stand with this vraag. */
  readonly merk?: string;
}

/** A document with this many parts or fewer is taken in at a glance. */
const HANDVOL = 5;

/** Characters of a vraag that fit two or three lines of the margin. */
const WOORDEN = 56;

/** Lists the parts of the conversation; `undefined` where there is no more than a handful of them. */
export function toInhoudsopgave({ delen }: GesprekView): InhoudsopgaveView | undefined {
  const huizen = antwoordhuizenOf(delen);
  const isBeantwoord = huizen.size > 0;
  const items = delen.flatMap((deel) =>
    deel.soort === "tekst" ? [toTekstitem(deel)] : toItems(deel, huizen, isBeantwoord),
  );
  return items.length > HANDVOL ? { items } : undefined;
}

function toItems(
  deel: VraagblokView,
  huizen: ReadonlyMap<string, string>,
  isBeantwoord: boolean,
): readonly Inhoudsitem[] {
  if (deel.vragen.length === 0) {
    return deel.antwoorden.map(({ anker, kop, tekst }) => ({
      href: `#${anker}`,
      nummer: kop,
      isWoord: true,
      woorden: toWoorden(tekst),
    }));
  }
  return deel.vragen.map((vraag) => {
    const merk = toMerk(vraag, deel, huizen, isBeantwoord);
    return {
      href: `#${vraag.anker}`,
      ...toNummer(vraag),
      woorden: toWoorden(vraag.tekst) || vraag.kop,
      ...(merk ? { merk } : {}),
    };
  });
}

function toNummer({ margenummer, anker }: VraagView): Pick<Inhoudsitem, "nummer" | "isWoord"> {
  if (anker.startsWith("vraag-z")) return { nummer: leesteksten.inhoudsopgave.zonderNummer, isWoord: true };
  return { nummer: margenummer };
}

function toTekstitem({ anker, kop }: TekstView): Inhoudsitem {
  return { href: `#${anker}`, nummer: kop, isWoord: true, woorden: "" };
}

// The last vraag of the block that an antwoord stands in, by the address of the antwoord.
function antwoordhuizenOf(delen: GesprekView["delen"]): ReadonlyMap<string, string> {
  const huizen = new Map<string, string>();
  for (const deel of delen) {
    if (deel.soort === "tekst") continue;
    const huis = deel.vragen.at(-1)?.margenummer ?? "";
    for (const { anker } of deel.antwoorden) huizen.set(`#${anker}`, huis);
  }
  return huizen;
}

function toMerk(
  vraag: VraagView,
  { leeg }: VraagblokView,
  huizen: ReadonlyMap<string, string>,
  isBeantwoord: boolean,
): string | undefined {
  const { inhoudsopgave } = leesteksten;
  const huis = vraag.verwijzing && huizen.get(vraag.verwijzing.href);
  if (huis) return inhoudsopgave.antwoordBij(huis);
  // Where nothing is answered yet, the head of the page says so; a word at every vraag would only be noise.
  return leeg && !leeg.link && isBeantwoord ? inhoudsopgave.geenAntwoord : undefined;
}

// Markdown that is cut may be broken: its first paragraphs are looked at, up to the one that holds more than is asked for.
function toWoorden(tekst: string): string {
  const end = tekst.indexOf("\n\n", WOORDEN * 2);
  return toEersteWoorden(toPlainText(end === -1 ? tekst : tekst.slice(0, end)), WOORDEN);
}
