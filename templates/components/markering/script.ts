// Marks the words that were searched on the page that was reached: `?zoek=<words>` in the address, set by the search page.
// Only text nodes are wrapped; nothing of the address becomes markup. Without words in the address nothing happens.
import { leesteksten } from "../../data/leesteksten.ts";
import { toZoekwoorden, vindWoorden } from "./woorden.ts";

const MAX_MARKERINGEN = 2_000;
/** Marked in one go: a Kamervraag of 128 vragen must not hold up the page. */
const SLICE_MS = 20;

start();

function start(): void {
  const woorden = toZoekwoorden(new URLSearchParams(location.search).get("zoek") ?? "");
  const main = document.querySelector("main");
  if (!main || woorden.size === 0) return;
  const weg = document.createElement("button");
  const melding = maakMelding(weg);
  const marken: HTMLElement[] = [];
  const teksten = collectTeksten(main);
  // After the texts were gathered: it is no part of what was searched.
  main.prepend(melding);
  let isWeg = false;
  weg.addEventListener("click", () => {
    isWeg = true;
    removeMarken(marken);
    melding.remove();
    const adres = new URL(location.href);
    adres.searchParams.delete("zoek");
    history.replaceState(history.state, "", adres);
    main.focus({ preventScroll: true });
  });
  const markNext = (vanaf: number) => {
    if (isWeg) return;
    const eind = performance.now() + SLICE_MS;
    let at = vanaf;
    for (; at < teksten.length && marken.length < MAX_MARKERINGEN && performance.now() < eind; at += 1) {
      const tekst = teksten[at];
      if (tekst) markTekst(tekst, woorden, marken);
    }
    if (marken.length > 0) melding.hidden = false;
    if (at < teksten.length && marken.length < MAX_MARKERINGEN) setTimeout(() => markNext(at), 0);
  };
  markNext(0);
}

// Tells that words are marked, and takes the marks away. It is there before it shows, so that it is read out.
function maakMelding(weg: HTMLButtonElement): HTMLElement {
  const melding = document.createElement("p");
  melding.className = "markering niet-drukken";
  melding.role = "status";
  melding.hidden = true;
  weg.className = "markering__weg";
  weg.type = "button";
  weg.textContent = leesteksten.markering.weg;
  melding.append(leesteksten.markering.tekst, " ", weg);
  return melding;
}

function collectTeksten(main: Element): readonly Text[] {
  const teksten = new Set<Text>();
  for (const deel of main.querySelectorAll("[data-pagefind-body]")) {
    // What the archive says of a text is not searched, so it is not marked.
    const loper = document.createTreeWalker(deel, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node instanceof Element && node.hasAttribute("data-pagefind-ignore")
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
    );
    while (loper.nextNode()) if (loper.currentNode instanceof Text) teksten.add(loper.currentNode);
  }
  return [...teksten];
}

function markTekst(tekst: Text, woorden: ReadonlySet<string>, marken: HTMLElement[]): void {
  // From the back, so that the places before stay what they were.
  for (const { van, tot } of vindWoorden(tekst.data, woorden).toReversed()) {
    if (marken.length >= MAX_MARKERINGEN) return;
    const woord = tekst.splitText(van);
    woord.splitText(tot - van);
    const mark = document.createElement("mark");
    woord.replaceWith(mark);
    mark.append(woord);
    marken.push(mark);
  }
}

function removeMarken(marken: readonly HTMLElement[]): void {
  const ouders = new Set<ParentNode>();
  for (const mark of marken) {
    if (mark.parentNode) ouders.add(mark.parentNode);
    mark.replaceWith(...mark.childNodes);
  }
  for (const ouder of ouders) ouder.normalize();
}
