/** The column of hits: what was found, what was chosen, the order, the hits, the page numbers; or why there are none. */
import { TREFFERS_PER_PAGINA, VOLGORDEN, type Zoekopdracht, type Zoekuitkomst } from "../../../src/zoeken/opdracht.ts";
import type { ZoekScriptTeksten } from "../../data/zoekteksten.ts";
import { type Adresfout, isVerfijnd, withoutVerfijning, writeAdres } from "./adres.ts";
import { countBladzijden, toBladzijden } from "./bladzijden.ts";
import { element, pick, sayDelen, setIfChanged } from "./element.ts";
import { type Keuze, listKeuzes, type Naamgever } from "./keuzes.ts";
import { fillTekst, formatAantal, type Zinsdeel } from "./sjabloon.ts";
import { describeUitkomst } from "./stand.ts";
import { toTrefferElement } from "./treffer.ts";

/** The states of the page; each but `treffers` has a panel of its own. */
export type Staat = "leeg" | "treffers" | "niets" | "fout" | "bestand";

export interface Uitkomstvak {
  readonly say: (delen: readonly Zinsdeel[]) => void;
  readonly showStaat: (staat: Staat) => void;
  readonly showTreffers: (uitkomst: Zoekuitkomst, opdracht: Zoekopdracht) => void;
  /** Shows what of the question does not hang on the answer: choices and order. */
  readonly showOpdracht: (opdracht: Zoekopdracht, naamOf: Naamgever) => void;
  readonly showFouten: (fouten: readonly Adresfout[], zinnen: readonly string[]) => void;
  readonly setBezig: (isBezig: boolean) => void;
  readonly lijst: HTMLElement;
  readonly keuzes: HTMLElement;
}

/** An address on this page that the script answers itself. */
export function linkTo(opdracht: Zoekopdracht, ...kinderen: readonly (Node | string)[]): HTMLAnchorElement {
  return element("a", { href: hrefOf(opdracht), "data-ga": "" }, ...kinderen);
}

function hrefOf(opdracht: Zoekopdracht): string {
  return `zoeken.html${writeAdres(opdracht)}`;
}

export function openUitkomst(pagina: HTMLElement, teksten: ZoekScriptTeksten): Uitkomstvak {
  const stand = pick(pagina, "[data-zoek=stand]", HTMLElement);
  const fouten = pick(pagina, "[data-zoek=adresfout]", HTMLElement);
  const keuzes = pick(pagina, "[data-zoek=keuzes]", HTMLElement);
  const wissen = pick(pagina, "[data-zoek=wissen]", HTMLAnchorElement);
  const volgorde = pick(pagina, "[data-zoek=volgorde]", HTMLElement);
  const lijst = pick(pagina, "[data-zoek=treffers]", HTMLElement);
  const bladzijden = pick(pagina, "[data-zoek=bladzijden]", HTMLElement);
  const druk = pick(pagina, "[data-zoek=druk]", HTMLElement);

  function showKeuzes(opdracht: Zoekopdracht, gekozen: readonly Keuze[]): void {
    const regels = gekozen.map(({ tekst, zonder }) => element("li", {}, toKeuze(tekst, zonder, teksten)));
    const rang = [...keuzes.querySelectorAll("[data-keuze]")].findIndex((link) => link === document.activeElement);
    const laatste = wissen.closest("li");
    keuzes.replaceChildren(...regels, ...(laatste ? [laatste] : []));
    keuzes.hidden = gekozen.length === 0;
    wissen.setAttribute("href", hrefOf(withoutVerfijning(opdracht)));
    // Who let go of a choice, or tabbed to one, goes on at the one that now stands there.
    if (rang >= 0) regels[Math.min(rang, regels.length - 1)]?.querySelector("a")?.focus({ preventScroll: true });
  }

  function showVolgorde(opdracht: Zoekopdracht): void {
    const isZonderWoorden = opdracht.tekst.trim() === "";
    const huidig = isZonderWoorden && opdracht.volgorde === "relevantie" ? "nieuwste" : opdracht.volgorde;
    for (const naam of VOLGORDEN) {
      const link = pick(volgorde, `[data-volgorde="${naam}"]`, HTMLAnchorElement);
      link.setAttribute("href", hrefOf({ ...opdracht, volgorde: naam, pagina: 1 }));
      link.toggleAttribute("data-ga", true);
      if (naam === huidig) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
      const regel = link.closest("li");
      if (regel) regel.hidden = naam === "relevantie" && isZonderWoorden;
    }
  }

  function showBladzijden(opdracht: Zoekopdracht, laatste: number): void {
    bladzijden.hidden = laatste <= 1;
    const naar = (pagina: number) => ({ ...opdracht, pagina });
    const nummers = toBladzijden(opdracht.pagina, laatste).map((bladzijde) =>
      element("li", {}, bladzijde === "gat" ? "…" : toNummer(bladzijde, naar(bladzijde), opdracht.pagina, teksten)),
    );
    const buur = (pagina: number, rel: string, tekst: string) => {
      if (pagina < 1 || pagina > laatste) return [];
      const link = linkTo(naar(pagina), tekst);
      link.rel = rel;
      return [element("li", {}, link)];
    };
    pick(bladzijden, "ul", HTMLElement).replaceChildren(
      ...buur(opdracht.pagina - 1, "prev", teksten.vorige),
      ...nummers,
      ...buur(opdracht.pagina + 1, "next", teksten.volgende),
    );
  }

  return {
    lijst,
    keuzes,
    say: (delen) => setIfChanged(stand, sayDelen(delen)),
    showStaat(staat) {
      const isTreffers = staat === "treffers";
      pagina.dataset.staat = staat;
      lijst.hidden = !isTreffers;
      volgorde.hidden = !isTreffers;
      if (!isTreffers) {
        lijst.replaceChildren();
        bladzijden.hidden = true;
      }
      for (const paneel of pagina.querySelectorAll<HTMLElement>("[data-staten]")) {
        paneel.hidden = !paneel.dataset.staten?.split(" ").includes(staat);
      }
    },
    showTreffers(uitkomst, opdracht) {
      const laatste = countBladzijden(uitkomst.aantal);
      lijst.setAttribute("start", String((opdracht.pagina - 1) * TREFFERS_PER_PAGINA + 1));
      lijst.replaceChildren(...uitkomst.treffers.map((treffer) => toTrefferElement(treffer, teksten)));
      showBladzijden(opdracht, laatste);
      setIfChanged(stand, sayDelen(describeUitkomst(uitkomst, opdracht, teksten)));
      druk.replaceChildren(...toDruk(opdracht, laatste, teksten));
    },
    showOpdracht(opdracht, naamOf) {
      showKeuzes(opdracht, listKeuzes(opdracht, naamOf, teksten));
      showVolgorde(opdracht);
    },
    showFouten(gevonden, zinnen) {
      const namen: Readonly<Record<string, string>> = teksten.velden;
      const genoemd = gevonden.map(({ veld, waarde }) =>
        fillTekst(teksten.adresveld, { veld: (namen[veld] ?? veld).toLowerCase(), waarde }),
      );
      const adres = genoemd.length > 0 ? [fillTekst(teksten.adresfout, { fouten: genoemd.join(teksten.komma) })] : [];
      fouten.textContent = [...adres, ...zinnen].join(" ");
      fouten.hidden = fouten.textContent === "";
    },
    setBezig: (isBezig) => lijst.setAttribute("aria-busy", String(isBezig)),
  };
}

function toKeuze(tekst: string, zonder: Zoekopdracht, teksten: ZoekScriptTeksten): HTMLAnchorElement {
  const link = linkTo(
    zonder,
    tekst,
    element("span", { class: "stil" }, ` ${teksten.weghalen}`),
    element("span", { class: "keuzes__kruis", "aria-hidden": "true" }, "×"),
  );
  link.dataset.keuze = "";
  return link;
}

function toNummer(
  nummer: number,
  opdracht: Zoekopdracht,
  huidig: number,
  teksten: ZoekScriptTeksten,
): HTMLAnchorElement {
  const link = linkTo(opdracht, formatAantal(nummer));
  link.setAttribute("aria-label", fillTekst(teksten.bladzijde, { nummer: formatAantal(nummer) }));
  if (nummer === huidig) link.setAttribute("aria-current", "page");
  return link;
}

/** What paper has to tell instead of the form: the words, the order, which page this is and its address. */
function toDruk(
  opdracht: Zoekopdracht,
  laatste: number,
  { druk, volgorden }: ZoekScriptTeksten,
): readonly HTMLElement[] {
  const tekst = opdracht.tekst.trim();
  const volgorde = tekst === "" && opdracht.volgorde === "relevantie" ? "nieuwste" : opdracht.volgorde;
  const isAlles = tekst === "" && !isVerfijnd(opdracht);
  return [
    ...(tekst !== "" ? [fillTekst(druk.gezocht, { woorden: tekst })] : isAlles ? [druk.alles] : []),
    fillTekst(druk.volgorde, { volgorde: volgorden[volgorde] }),
    ...(laatste > 1
      ? [fillTekst(druk.bladzijde, { nummer: formatAantal(opdracht.pagina), laatste: formatAantal(laatste) })]
      : []),
    ...(location.protocol === "file:" ? [] : [fillTekst(druk.adres, { adres: location.href })]),
  ].map((regel) => element("p", {}, regel));
}
