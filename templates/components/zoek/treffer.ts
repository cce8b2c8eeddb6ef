/** One hit: its title, the vragen and antwoorden that matched, and the facts of the case. */
import { formatDatumShort, isDatum } from "../../../src/model/datum.ts";
import type { Treffer, Trefferdeel } from "../../../src/zoeken/opdracht.ts";
import type { ZoekScriptTeksten } from "../../data/zoekteksten.ts";
import { element, markDelen } from "./element.ts";
import { fillTekst } from "./sjabloon.ts";
import { addressOfTreffer } from "./trefferadres.ts";

/** The list item of a hit. */
export function toTrefferElement(treffer: Treffer, teksten: ZoekScriptTeksten): HTMLElement {
  // A title that matched leads to the whole; else the best part does, for that is what was asked for.
  const beste = treffer.delen.find(({ anker }) => anker !== undefined);
  const isTitel = treffer.titel.some(({ isTreffer }) => isTreffer);
  const adres = addressOfTreffer(treffer, isTitel ? undefined : beste?.anker);
  return element(
    "li",
    { class: "treffer" },
    element("h3", { class: "treffer__titel" }, element("a", { href: adres }, ...markDelen(treffer.titel))),
    toFeiten(treffer.feiten, teksten),
    element(
      "div",
      { class: "treffer__delen" },
      ...treffer.delen.map((deel) => toDeel(treffer, deel, teksten)),
      element("p", { class: "treffer__adres" }, sayAddress(treffer.adres)),
    ),
  );
}

function toDeel(treffer: Treffer, deel: Trefferdeel, teksten: ZoekScriptTeksten): HTMLElement {
  const { anker, uittreksel } = deel;
  const plaats = element(
    "a",
    { class: "treffer__plaats", href: addressOfTreffer(treffer, anker) },
    labelOf(deel, teksten),
  );
  return element("p", { class: "treffer__waar" }, plaats, " ", ...markDelen(uittreksel));
}

// From the anchor, for a heading may hold a bare number.
function labelOf({ anker, kop }: Trefferdeel, teksten: ZoekScriptTeksten): string {
  const [, soort, nummer = ""] = /^(vraag|antwoord)-([^-]+)/.exec(anker ?? "") ?? [];
  if (soort === undefined) return kop.trim() || teksten.begin;
  const isGenummerd = !nummer.startsWith("z");
  if (soort === "vraag") return isGenummerd ? fillTekst(teksten.vraag, { nummer }) : teksten.vraagZonderNummer;
  return isGenummerd ? fillTekst(teksten.antwoord, { nummer }) : teksten.antwoordZonderNummer;
}

function toFeiten(feiten: Treffer["feiten"], teksten: ZoekScriptTeksten): HTMLElement {
  const { ingediend = "", indiener = "", status = "" } = feiten;
  const vormen: Readonly<Record<string, string>> = teksten.staatvormen;
  const vorm = vormen[status];
  const delen = [
    ...(isDatum(ingediend) ? [element("time", { datetime: ingediend }, formatDatumShort(ingediend))] : []),
    ...(indiener ? [element("span", {}, indiener)] : []),
    ...(status ? [element("span", { class: vorm ? `staat staat--${vorm}` : undefined }, status)] : []),
  ];
  // The points between stand in the text, so that they are read and copied; where the facts stand in a column CSS drops them.
  const punt = () => element("span", { class: "treffer__punt" }, " · ");
  return element(
    "p",
    { class: "treffer__meta" },
    ...delen.flatMap((deel, index) => (index === 0 ? [deel] : [punt(), deel])),
  );
}

// On paper an address is to be read: from disk the path inside the archive is what tells.
function sayAddress(adres: string): string {
  return location.protocol === "file:" ? adres : new URL(adres, document.baseURI).href;
}
