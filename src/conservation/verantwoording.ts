/**
 * Nothing lost: accounts for every character of a document that is not white space. A piece of the source stands in the
 * Markdown, in the place it belongs to, or a named rule dropped it; the rest is unaccounted for.
 * @see docs/formats/volledigheid.md
 */
import { diffChars } from "diff";
import { standaardKop } from "../markdown/koppen.ts";
import { toWords } from "../markdown/platte-tekst.ts";
import type { Blok, Bron, Kamervraag, Noot, Verlies } from "../model/kamervraag.ts";
import type { Plaatsing, Plek } from "../samenvoegen/plaatsing.ts";
import { bronIdOf } from "../samenvoegen/rangorde.ts";
import { inkOfText } from "../samenvoegen/vergelijk.ts";
import type { GelezenDocument, Stuk } from "../sources/gelezen.ts";

export interface Verantwoording {
  /** Characters in the source. */
  readonly bron: number;
  /** Characters that stand in the Markdown. */
  readonly behouden: number;
  readonly weggelaten: readonly { readonly regel: string; readonly tekens: number }[];
  /** Characters that no one can account for: must be 0. */
  readonly onverklaard: number;
  /** The first passage that was lost, and where. */
  readonly verlies?: Verlies;
}

/** Accounts for one document of a Kamervraag. */
export function verantwoord(document: GelezenDocument, plaatsing: Plaatsing, kamervraag: Kamervraag): Verantwoording {
  const regels = new Map<string, number>();
  let pieces = 0;
  let behouden = 0;
  let onverklaard = 0;
  let verlies: Verlies | undefined;
  for (const { plaats, regel, bron, doel } of comparisons(document, plaatsing, kamervraag)) {
    if (regel !== undefined && regel !== "onbekend") {
      if (bron.length > 0) regels.set(regel, (regels.get(regel) ?? 0) + bron.length);
      continue;
    }
    const { lost, added } = compareInk(bron, doel ?? "");
    pieces += bron.length;
    behouden += bron.length - lost.length;
    // Words that come from nowhere are as wrong as words that are lost.
    onverklaard += lost.length + added.length;
    if (lost || added) verlies ??= { plaats, tekst: (lost || added).slice(0, 200) };
  }
  const weggelaten = [...regels]
    .map(([regel, tekens]) => ({ regel, tekens }))
    .toSorted((a, b) => (a.regel < b.regel ? -1 : 1));
  const seen = pieces + weggelaten.reduce((sum, { tekens }) => sum + tekens, 0);
  // The reader's pieces have to add up to the source; what it passed over in silence is a loss as well.
  const passedOver = Math.abs(document.tekens - seen);
  if (passedOver > 0) verlies ??= { plaats: "kop", tekst: `${passedOver} tekens die de lezer niet heeft gezien` };
  return {
    bron: document.tekens,
    behouden,
    weggelaten,
    onverklaard: onverklaard + passedOver,
    ...(verlies ? { verlies } : {}),
  };
}

interface Comparison {
  readonly plaats: string;
  /** What the source has, without white space. */
  readonly bron: string;
  /** What the Markdown has in that place, without white space. */
  readonly doel?: string;
  readonly regel?: string;
}

type Target = Omit<Comparison, "bron" | "plaats">;

function comparisons(document: GelezenDocument, plaatsing: Plaatsing, kamervraag: Kamervraag): readonly Comparison[] {
  const groups = new Map<string, { stukken: Stuk[]; target: Target }>();
  const noten = new Map(kamervraag.noten.map((noot) => [noot.anker, noot]));
  for (const stuk of document.stukken) {
    const key = placeOf(stuk);
    const known = groups.get(key);
    // What stands in a place is read once, however many pieces came together there.
    if (known) known.stukken.push(stuk);
    else {
      const target =
        "noot" in stuk ? targetOfNoot(stuk, plaatsing, noten) : targetOf(stuk, document, plaatsing, kamervraag);
      groups.set(key, { stukken: [stuk], target });
    }
  }
  return [...groups].map(([plaats, { stukken, target }]) => ({
    plaats,
    bron: inkOfText(stukken.map(({ tekst }) => tekst).join("")),
    ...target,
  }));
}

function placeOf(stuk: Stuk): string {
  if ("regel" in stuk) return `regel ${stuk.regel}`;
  if ("blok" in stuk) return `blok ${stuk.blok + 1} (${stuk.deel})`;
  if ("mededeling" in stuk) return `mededeling ${stuk.mededeling + 1}`;
  if ("veld" in stuk) return stuk.veld;
  // The number of a note stands at its mark and again before its text.
  return `noot ${stuk.noot} (${stuk.deel})${stuk.deel === "nummer" ? ` ${stuk.tekst}` : ""}`;
}

function targetOf(
  stuk: Exclude<Stuk, { noot: string }>,
  document: GelezenDocument,
  plaatsing: Plaatsing,
  kamervraag: Kamervraag,
): Target {
  if ("regel" in stuk) return { regel: stuk.regel };
  if ("blok" in stuk)
    return targetAt(plaatsing.blokken[stuk.blok], (index) => textOfBlok(kamervraag.blokken[index], stuk.deel));
  if ("mededeling" in stuk)
    return targetAt(plaatsing.mededelingen[stuk.mededeling], (index) =>
      toWords(kamervraag.mededelingen[index]?.tekst ?? ""),
    );
  return targetOfVeld(stuk.veld, document, kamervraag);
}

function targetAt(plek: Plek | undefined, textAt: (index: number) => string): Target {
  if (plek === undefined) return { doel: "" };
  return "regel" in plek ? { regel: plek.regel } : { doel: inkOfText(textAt(plek.index)) };
}

function textOfBlok(blok: Blok | undefined, deel: "kop" | "tekst"): string {
  if (!blok) return "";
  if (deel === "tekst") return toWords(blok.tekst);
  if (blok.soort === "vraag") return blok.kop ?? standaardKop("vraag", blok.nummers);
  if (blok.soort === "antwoord") return blok.kop ?? standaardKop("antwoord", blok.opVragen);
  return blok.kop ?? "";
}

// The number of a note is kept when the note shows that number.
function targetOfNoot(
  stuk: Extract<Stuk, { noot: string }>,
  plaatsing: Plaatsing,
  noten: ReadonlyMap<string, Noot>,
): Target {
  const plek = plaatsing.noten.get(stuk.noot);
  if (plek === undefined) return { doel: "" };
  if ("regel" in plek) return { regel: plek.regel };
  const noot = noten.get(plek.anker);
  if (stuk.deel === "tekst") return { doel: inkOfText(toWords(noot?.tekst ?? "")) };
  const isKept =
    noot !== undefined &&
    inkOfText(stuk.tekst)
      .replace(/[.)\]:]+$/, "")
      .replace(/^[[(]/, "") === inkOfText(noot.nummer);
  return isKept ? { regel: "feit:nootnummer" } : { doel: "" };
}

function targetOfVeld(
  veld: "titel" | "kopregels" | "onderwerp",
  document: GelezenDocument,
  kamervraag: Kamervraag,
): Target {
  const bron = kamervraag.bronnen.find((candidate) => isBronOf(candidate, document));
  const kopregels = bron?.kopregels ?? [];
  if (veld === "kopregels") {
    // The document's subject may have been put in front of them.
    const own = kopregels.slice(kopregels.length - document.kopregels.length);
    return { doel: inkOfText(own.join("")) };
  }
  const shown = inkOfText(veld === "titel" ? (bron?.titel ?? "") : kamervraag.titel);
  const own = inkOfText((veld === "titel" ? document.titel : document.onderwerp) ?? "");
  const isElders = [bron?.titel ?? "", kopregels.join(""), kamervraag.titel].some((text) =>
    inkOfText(text).includes(own),
  );
  // Another title is shown: this one stands in the document's own titles.
  if (veld === "onderwerp" && shown !== own && isElders) return { regel: "feit:titel" };
  return { doel: shown };
}

/** Whether this is the entry of a document among the `bronnen`. */
export function isBronOf({ id, bestand, sha256 }: Bron, document: GelezenDocument): boolean {
  return id === bronIdOf(document) && bestand === document.bestand && sha256 === document.sha256;
}

/** The characters that only the source has, and those that only the target has, in order. */
function compareInk(bron: string, doel: string): { lost: string; added: string } {
  if (bron === doel) return { lost: "", added: "" };
  const parts = diffChars(bron, doel, { maxEditLength: 4000 });
  if (!parts) return { lost: bron, added: "" };
  const join = (side: "removed" | "added") => parts.flatMap((part) => (part[side] ? part.value : [])).join("");
  return { lost: join("removed"), added: join("added") };
}
