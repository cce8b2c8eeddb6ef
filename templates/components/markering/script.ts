// Marks the words that were searched on the page that was reached: `?zoek=<words>` in the address, set by the search page.
// Only text nodes are wrapped; nothing of the address becomes markup. Without words in the address nothing happens.
import { toZoekwoorden, vindWoorden } from "./woorden.ts";

const MAX_MARKERINGEN = 2_000;

start();

function start(): void {
  const melding = document.querySelector<HTMLElement>("[data-markering]");
  const woorden = toZoekwoorden(new URLSearchParams(location.search).get("zoek") ?? "");
  const main = document.querySelector("main");
  if (!melding || !main || woorden.size === 0) return;
  const marken = markeer(main, woorden);
  if (marken.length === 0) return;
  melding.hidden = false;
  melding.querySelector("button")?.addEventListener("click", () => {
    for (const mark of marken) {
      const ouder = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      ouder?.normalize();
    }
    melding.hidden = true;
    const adres = new URL(location.href);
    adres.searchParams.delete("zoek");
    history.replaceState(history.state, "", adres);
    main.tabIndex = -1;
    main.focus({ preventScroll: true });
  });
  // Marks do not move lines, but what the browser showed may have been reached before the text was whole.
  document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
}

function markeer(main: Element, woorden: ReadonlySet<string>): readonly HTMLElement[] {
  const teksten: Text[] = [];
  for (const deel of main.querySelectorAll("[data-pagefind-body]")) {
    const loper = document.createTreeWalker(deel, NodeFilter.SHOW_TEXT);
    while (loper.nextNode()) if (loper.currentNode instanceof Text) teksten.push(loper.currentNode);
  }
  const marken: HTMLElement[] = [];
  for (const tekst of new Set(teksten)) {
    // From the back, so that the places before stay what they were.
    for (const { van, tot } of vindWoorden(tekst.data, woorden).toReversed()) {
      if (marken.length >= MAX_MARKERINGEN) return marken;
      const woord = tekst.splitText(van);
      woord.splitText(tot - van);
      const mark = document.createElement("mark");
      woord.replaceWith(mark);
      mark.append(woord);
      marken.push(mark);
    }
  }
  return marken;
}
