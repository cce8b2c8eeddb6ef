/** What a reader sees on the search page, read from the page itself, and where two of them differ. */

/** Plain data, as the script in the page gives it. */
export type Uitkomst = unknown;

/** One reading: what the page shows, and by which way it came. */
export interface Lezing {
  readonly uitkomst: Uitkomst;
  /** Where the engine ran: in a worker, on the page itself, or nowhere. */
  readonly motor: "werker" | "pagina" | "geen";
  /** Whether files came in scripts, as from a disk, or by fetch. */
  readonly vervoer: "scripts" | "fetch";
}

/**
 * A script for before the page's own: counts the workers that start, or refuses to start any, as a browser that has none.
 */
export function toVoorscript(metWerker: boolean): string {
  return metWerker
    ? `const Echt = globalThis.Worker;
globalThis.werkers = 0;
globalThis.Worker = class extends Echt { constructor(...alles) { super(...alles); globalThis.werkers += 1; } };`
    : `globalThis.werkers = 0;
globalThis.geweigerd = 0;
globalThis.Worker = class { constructor() { globalThis.geweigerd += 1; throw new Error("no worker here"); } };`;
}

/** A script that answers whether a page may read a file beside it: from disk it must not. */
export const MAG_LEZEN = "fetch('index.html').then(({ ok }) => ok, () => false)";

/**
 * A script that waits until the page says that nothing is under way, and answers a Lezing. Marks are written as ⟦…⟧. Left out
 * is what differs on purpose: the address of the list itself and of each hit as paper has it (`.treffer__adres`).
 */
export function toLeesscript(isAlles: boolean, wachtMs = 60_000): string {
  return `(${LEES})(${isAlles}, ${wachtMs})`;
}

// A string, not a function: tsx adds its own helpers to functions, and the page does not have those.
const LEES = `async (isAlles, wachtMs) => {
  const pagina = document.querySelector("[data-zoekpagina]");
  const eind = Date.now() + wachtMs;
  const wacht = (isKlaar, wat) => new Promise((klaar, fout) => {
    const kijk = () => {
      if (isKlaar()) klaar();
      else if (Date.now() > eind) fout(new Error("no " + wat + " in time: " + pagina.dataset.bezig));
      else setTimeout(kijk, 5);
    };
    kijk();
  });
  await wacht(() => pagina.dataset.bezig === "nee", "answer");
  const vak = (naam) => pagina.querySelector('[data-zoek="' + naam + '"]');
  const isZichtbaar = (element) => element.checkVisibility();
  const tekst = (element) => [...element.childNodes].map((deel) =>
    deel.nodeType === 3 ? deel.data : deel.nodeName === "MARK" ? "⟦" + tekst(deel) + "⟧" : deel.nodeType === 1 ? tekst(deel) : "").join("");
  const zin = (naam) => isZichtbaar(vak(naam)) ? tekst(vak(naam)) : null;
  const link = (a) => ({ tekst: tekst(a), naar: a.getAttribute("href"), huidig: a.getAttribute("aria-current") });
  const links = (binnen) => isZichtbaar(binnen) ? [...binnen.querySelectorAll("a")].filter(isZichtbaar).map(link) : null;
  const facetten = [...pagina.querySelectorAll("[data-facet]")];
  if (isAlles) for (const facet of facetten) {
    const knop = facet.querySelector(".facet__alle");
    if (knop.hidden) continue;
    const aantal = Number(knop.textContent.replace(/[^0-9]/g, ""));
    knop.click();
    await wacht(() => facet.querySelector(".facet__waarden").children.length === aantal, facet.dataset.facet);
  }
  const waarde = (regel) => ({
    naam: tekst(regel.querySelector(".keuze__naam")),
    aantal: tekst(regel.querySelector(".keuze__aantal")),
    waarde: regel.querySelector("input").value,
    isGekozen: regel.querySelector("input").checked,
    onder: [...regel.querySelectorAll(":scope ul > .keuze")].map(waarde),
  });
  const dag = (naam) => { const { value, min, max } = vak(naam); return { value, min, max }; };
  const uitkomst = {
    titel: document.title,
    staat: pagina.dataset.staat,
    veld: pagina.querySelector("input[name=q]").value,
    zoekdeel: new URL(location.href).search,
    telling: zin("stand"),
    adresfout: zin("adresfout"),
    telfout: zin("telfout"),
    keuzes: links(vak("keuzes")),
    volgorde: links(vak("volgorde")),
    begin: vak("treffers").getAttribute("start"),
    treffers: isZichtbaar(vak("treffers")) ? [...vak("treffers").children].map((treffer) => ({
      titel: link(treffer.querySelector(".treffer__titel a")),
      feiten: tekst(treffer.querySelector(".treffer__meta")),
      delen: [...treffer.querySelectorAll(".treffer__waar")].map((deel) => ({
        plaats: link(deel.querySelector(".treffer__plaats")),
        uittreksel: tekst(deel),
      })),
    })) : null,
    bladzijden: links(vak("bladzijden")),
    facetten: Object.fromEntries(facetten.map((facet) => [facet.dataset.facet, {
      waarden: [...facet.querySelectorAll(".facet__waarden > .keuze")].map(waarde),
      knop: facet.querySelector(".facet__alle").hidden ? null : tekst(facet.querySelector(".facet__alle")),
      gekozen: tekst(facet.querySelector(".facet__gekozen")),
      melding: tekst(facet.querySelector(".facet__melding")),
    }])),
    periode: { van: dag("van"), tot: dag("tot"), jaren: [...vak("jaren").querySelectorAll("a")].map(link) },
    onbekend: zin("onbekend"),
    voorstellen: isZichtbaar(vak("niets")) ? [...vak("niets").querySelectorAll("[data-poging]")].map((regel) => ({
      tekst: tekst(regel), links: links(regel),
    })) : null,
    fout: zin("foutbestand"),
    papier: [...vak("druk").children].map(tekst).filter((regel) => !regel.includes(location.href)),
    panelen: [...pagina.querySelectorAll("[data-staten]")].filter(isZichtbaar).map((paneel) => paneel.dataset.zoek),
  };
  const isOpPagina = typeof globalThis.kamervragenZoekmotor === "function";
  const isWerker = globalThis.werkers > 0 && !isOpPagina;
  return {
    uitkomst,
    motor: isWerker ? "werker" : isOpPagina && globalThis.geweigerd > 0 ? "pagina" : "geen",
    vervoer: "kamervragenDrager" in globalThis ? "scripts" : "fetch",
  };
}`;

export interface Onderscheid {
  /** Where it stands: `treffers[2].titel.tekst`. */
  readonly waar: string;
  readonly verwacht: string;
  readonly gevonden: string;
}

/** The first part in which two outcomes differ, in the order in which they are read; `undefined` when they are the same. */
export function findVerschil(verwacht: Uitkomst, gevonden: Uitkomst, waar = ""): Onderscheid | undefined {
  if (isObject(verwacht) && isObject(gevonden) && Array.isArray(verwacht) === Array.isArray(gevonden)) {
    for (const naam of new Set([...Object.keys(verwacht), ...Object.keys(gevonden)])) {
      const onder = Array.isArray(verwacht) ? `${waar}[${naam}]` : waar === "" ? naam : `${waar}.${naam}`;
      const verschil = findVerschil(verwacht[naam], gevonden[naam], onder);
      if (verschil) return verschil;
    }
    return undefined;
  }
  return Object.is(verwacht, gevonden) ? undefined : { waar, verwacht: say(verwacht), gevonden: say(gevonden) };
}

function isObject(waarde: unknown): waarde is Readonly<Record<string, unknown>> {
  return typeof waarde === "object" && waarde !== null;
}

const LANGST = 300;

function say(waarde: unknown): string {
  const tekst = waarde === undefined ? "niets" : JSON.stringify(waarde);
  return tekst.length > LANGST ? `${tekst.slice(0, LANGST)} …` : tekst;
}
