/** The facets beside the hits: lists of values with their counts, from which one chooses. */
import {
  FACETTEN,
  type Facetnaam,
  type Facettelling,
  type Facetwaarde,
  type Zoekopdracht,
} from "../../../src/zoeken/opdracht.ts";
import type { ZoekScriptTeksten } from "../../data/zoekteksten.ts";
import { element, pick } from "./element.ts";
import { type Facettak, pickWaarden } from "./facetlijst.ts";
import { openNaamfilter } from "./naamfilter.ts";
import { fillTekst, formatAantal } from "./sjabloon.ts";

/** Values shown before one asks for all; as many lines are kept free until they are there. */
const SHOWN = 6;
/** Lines made in one go: more would hold up the page. */
const SLICE = 50;
/** From so many lines on a list scrolls by itself. */
const LONG = 40;

export interface Facetpaneel {
  /** Shows counts, with the values of the question chosen. */
  readonly show: (telling: Facettelling, opdracht: Zoekopdracht) => void;
  /** Chooses the values of the question in the lists that are there. */
  readonly choose: (opdracht: Zoekopdracht) => void;
}

/** Brings the facets inside `paneel` to life; `onKies` hears of a value that was ticked or unticked. */
export function openFacetten(
  paneel: HTMLElement,
  teksten: ZoekScriptTeksten,
  onKies: (facet: Facetnaam, waarde: string) => void,
): Facetpaneel {
  const lijsten = FACETTEN.map((facet) => openFacet(paneel, facet, teksten, (waarde) => onKies(facet, waarde)));
  return {
    show: (telling, opdracht) => {
      for (const { facet, show } of lijsten) show(telling.facetten[facet] ?? [], opdracht.facetten[facet] ?? []);
    },
    choose: (opdracht) => {
      for (const { facet, choose } of lijsten) choose(opdracht.facetten[facet] ?? []);
    },
  };
}

function openFacet(
  paneel: HTMLElement,
  facet: Facetnaam,
  teksten: ZoekScriptTeksten,
  onKies: (waarde: string) => void,
) {
  const vak = pick(paneel, `[data-facet="${facet}"]`, HTMLElement);
  const lijst = pick(vak, ".facet__waarden", HTMLElement);
  const alle = pick(vak, ".facet__alle", HTMLButtonElement);
  const melding = pick(vak, ".facet__melding", HTMLElement);
  const stand = pick(vak, ".facet__gekozen", HTMLElement);
  /** Lines made before, by value: they keep their place, their focus and whether they are folded out. */
  const regels = new Map<string, HTMLLIElement>();
  let waarden: readonly Facetwaarde[] = [];
  let gekozen: readonly string[] = [];
  let isAlles = false;
  let uitgesteld: ReturnType<typeof setTimeout> | undefined;
  const filter = openNaamfilter(vak, () => {
    isAlles = false;
    draw();
  });

  alle.addEventListener("click", () => {
    isAlles = !isAlles;
    draw();
  });
  lijst.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement) onKies(target.value);
  });
  filter?.veld.addEventListener("keydown", (event) => {
    const [eerste, tweede] = lijst.querySelectorAll("input");
    if (!eerste || (event.key !== "ArrowDown" && event.key !== "Enter")) return;
    event.preventDefault();
    if (event.key === "ArrowDown") eerste.focus();
    else if (!tweede && filter.past()) eerste.click();
  });

  function draw(): void {
    clearTimeout(uitgesteld);
    const past = filter?.past();
    const keuze = pickWaarden(waarden, {
      gekozen,
      aantal: isAlles ? Number.POSITIVE_INFINITY : SHOWN,
      ...(past ? { past } : {}),
    });
    const meeste = waarden.reduce((hoogste, { aantal }) => Math.max(hoogste, aantal), 1);
    const isTeVeel = keuze.totaal > SHOWN;
    alle.hidden = !isTeVeel || (keuze.rest === 0 && !isAlles);
    alle.textContent = isAlles
      ? teksten.toonMinder
      : fillTekst(teksten.toonAlle, { aantal: formatAantal(keuze.totaal) });
    alle.setAttribute("aria-expanded", String(isAlles));
    lijst.classList.toggle("facet__waarden--lang", keuze.takken.length > LONG);
    const isNiets = past !== undefined && !waarden.some(({ naam }) => past(naam));
    melding.textContent = isNiets ? fillTekst(teksten.geenNaam, { tekst: filter?.veld.value ?? "" }) : "";
    // Nothing to choose is nothing to show.
    vak.hidden = waarden.length === 0;
    filter?.say(
      keuze.totaal === 1 ? teksten.eenNaam : fillTekst(teksten.namen, { aantal: formatAantal(keuze.totaal) }),
    );
    stand.textContent = gekozen.length > 0 ? fillTekst(teksten.kiesAantal, { aantal: String(gekozen.length) }) : "";
    place(keuze.takken, meeste);
  }

  function place(takken: readonly Facettak[], meeste: number): void {
    const eerste = takken.slice(0, SLICE).map((tak) => drawTak(tak, meeste));
    const actief = document.activeElement;
    const isGelijk =
      lijst.children.length === takken.length && eerste.every((regel, index) => lijst.children[index] === regel);
    if (!isGelijk) lijst.replaceChildren(...eerste);
    if (actief instanceof HTMLElement && actief !== document.activeElement && lijst.contains(actief)) {
      actief.focus({ preventScroll: true });
    }
    if (takken.length > SLICE && !isGelijk) uitgesteld = setTimeout(() => append(takken, SLICE, meeste), 0);
  }

  function append(takken: readonly Facettak[], vanaf: number, meeste: number): void {
    lijst.append(...takken.slice(vanaf, vanaf + SLICE).map((tak) => drawTak(tak, meeste)));
    if (vanaf + SLICE < takken.length) uitgesteld = setTimeout(() => append(takken, vanaf + SLICE, meeste), 0);
  }

  function drawTak({ waarde, kinderen }: Facettak, meeste: number): HTMLLIElement {
    const regel = drawWaarde(waarde, meeste);
    if (kinderen.length === 0) {
      regel.querySelector("details")?.remove();
      return regel;
    }
    const bestaand = regel.querySelector("details");
    const onder = bestaand ?? element("details", { class: "keuze__onder" }, element("summary"), element("ul"));
    const kop = pick(onder, "summary", HTMLElement);
    kop.replaceChildren(
      kinderen.length === 1
        ? teksten.eenOnder
        : fillTekst(teksten.meerOnder, { aantal: formatAantal(kinderen.length) }),
      element("span", { class: "stil" }, ` ${fillTekst(teksten.onder, { naam: waarde.naam })}`),
    );
    pick(onder, "ul", HTMLElement).replaceChildren(...kinderen.map((kind) => drawWaarde(kind, meeste)));
    const isGekozen = kinderen.some((kind) => gekozen.includes(kind.waarde));
    const past = filter?.past();
    if (isGekozen || (past && kinderen.some(({ naam }) => past(naam)))) onder.open = true;
    if (!bestaand) regel.append(onder);
    return regel;
  }

  function drawWaarde({ waarde, naam, aantal }: Facetwaarde, meeste: number): HTMLLIElement {
    const regel = regels.get(waarde) ?? toRegel(waarde, facet === "jaar");
    regels.set(waarde, regel);
    const vakje = pick(regel, "input", HTMLInputElement);
    vakje.checked = gekozen.includes(waarde);
    pick(regel, ".keuze__naam", HTMLElement).textContent = naam;
    pick(regel, ".keuze__aantal", HTMLElement).textContent = formatAantal(aantal);
    regel.querySelector<HTMLElement>(".keuze__balk")?.style.setProperty("--deel", String(aantal / meeste));
    return regel;
  }

  return {
    facet,
    show(nieuwe: readonly Facetwaarde[], keuze: readonly string[]): void {
      waarden = nieuwe;
      gekozen = keuze;
      vak.removeAttribute("data-leeg");
      draw();
    },
    choose(keuze: readonly string[]): void {
      gekozen = keuze;
      if (waarden.length > 0) draw();
    },
  };
}

function toRegel(waarde: string, metBalk: boolean): HTMLLIElement {
  return element(
    "li",
    { class: "keuze" },
    element(
      "label",
      {},
      element("input", { type: "checkbox", value: waarde }),
      element("span", { class: "keuze__naam" }),
      ...(metBalk ? [element("i", { class: "keuze__balk" })] : []),
      " ",
      element("span", { class: "keuze__aantal" }),
    ),
  );
}
