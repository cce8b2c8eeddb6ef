/** Elements from text: nothing that comes from the index or the address ever becomes markup. */
import type { Tekstdeel } from "../../../src/zoeken/opdracht.ts";
import type { Zinsdeel } from "./sjabloon.ts";

/** Makes an element with attributes and children; an attribute that is `undefined` is left out. */
export function element<Naam extends keyof HTMLElementTagNameMap>(
  naam: Naam,
  attributen: Readonly<Record<string, string | undefined>> = {},
  ...kinderen: readonly (Node | string)[]
): HTMLElementTagNameMap[Naam] {
  const nieuw = document.createElement(naam);
  for (const [attribuut, waarde] of Object.entries(attributen)) {
    if (waarde !== undefined) nieuw.setAttribute(attribuut, waarde);
  }
  nieuw.append(...kinderen);
  return nieuw;
}

/** Text with its marked pieces as <mark>. */
export function markDelen(delen: readonly Tekstdeel[]): readonly (Node | string)[] {
  return delen.map(({ tekst, isTreffer }) => (isTreffer ? element("mark", {}, tekst) : tekst));
}

/** A sentence: words found in <mark>, the words that carry it in one <b>. */
export function sayDelen(delen: readonly Zinsdeel[]): readonly (Node | string)[] {
  const kop: (Node | string)[] = [];
  const rest: (Node | string)[] = [];
  for (const { tekst, isMerk, isKop } of delen) {
    (isKop ? kop : rest).push(isMerk ? element("mark", {}, tekst) : tekst);
  }
  return kop.length > 0 ? [element("b", {}, ...kop), ...rest] : rest;
}

/** Finds a part of the page that must be there. */
export function pick<Soort extends Element>(binnen: ParentNode, selector: string, soort: new () => Soort): Soort {
  const gevonden = binnen.querySelector(selector);
  if (gevonden instanceof soort) return gevonden;
  throw new Error(`search page: ${selector} is missing`);
}

/** Replaces the children only when their text differs, so that a live region is not read out twice. */
export function setIfChanged(doel: Element, kinderen: readonly (Node | string)[]): void {
  const nieuw = element("p", {}, ...kinderen);
  if (nieuw.textContent !== doel.textContent) doel.replaceChildren(...nieuw.childNodes);
}
