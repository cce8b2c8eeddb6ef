/** The search page: asks the engine what stands in the field, the facets and the address, and shows what it answers. */
import {
  FACETTEN,
  type Facetnaam,
  type Facettelling,
  type Zoekopdracht,
  type Zoekuitkomst,
} from "../../../src/zoeken/opdracht.ts";
import type { ZoekScriptTeksten } from "../../data/zoekteksten.ts";
import { type Adresfout, isLeeg, readAdres, toggleWaarde, withPeriode, writeAdres } from "./adres.ts";
import { countBladzijden } from "./bladzijden.ts";
import { pick } from "./element.ts";
import { openFacetten } from "./facetten.ts";
import { openGeschiedenis } from "./geschiedenis.ts";
import { openHulp } from "./hulp.ts";
import type { Paginamachine } from "./machine.ts";
import { openPeriode } from "./periode.ts";
import { fillTekst, formatAantal } from "./sjabloon.ts";
import { describeNiets, quoteAll } from "./stand.ts";
import { openUitkomst } from "./uitkomst.ts";
import { openVerfijnen } from "./verfijnen.ts";

const DEBOUNCE_MS = 150;
const SLOW_MS = 400;
/** While one is typing fewer letters than these are not asked yet. */
const MIN_LETTERS = 3;

/** Where the focus goes when the answer is there; nowhere while one types or ticks. */
type Doel = "treffers" | "keuzes" | "herstel";

interface Wijze {
  /** Enter was pressed, a choice made or the address asks: then two letters are enough. */
  readonly isGevraagd: boolean;
  readonly doel?: Doel;
}

/** Starts the page; the engine loads nothing before the first sign that it is wanted. */
export function startZoekpagina(pagina: HTMLElement, machine: Paginamachine): void {
  const teksten: ZoekScriptTeksten = JSON.parse(pagina.dataset.teksten ?? "{}");
  const veld = pick(pagina, "input[name=q]", HTMLInputElement);
  const titel = document.title;
  const geschiedenis = openGeschiedenis();
  const uitkomstvak = openUitkomst(pagina, teksten);
  const hulp = openHulp(pagina, teksten);
  const verfijnen = openVerfijnen(pagina, teksten, () => track(count()));
  verfijnen.onNaarTreffers(() => land("treffers"));
  const facetten = openFacetten(verfijnen.vak, teksten, (facet, waarde) =>
    choose(toggleWaarde(opdracht, facet, waarde)),
  );
  const periode = openPeriode(pagina, (van, tot) => {
    if (van === opdracht.van && tot === opdracht.tot) return;
    if (van !== undefined && tot !== undefined && van > tot) return showFouten([], [teksten.omgekeerd]);
    choose(withPeriode(opdracht, van, tot));
  });

  /** Counts questions asked: an answer to any but the last is thrown away. */
  let beurt = 0;
  let opdracht: Zoekopdracht = readAdres("").opdracht;
  let lopend = new AbortController();
  let wachten: ReturnType<typeof setTimeout> | undefined;
  /** The question whose counts stand beside the hits, and the one they were asked for last. */
  let geteld: string | undefined;
  let tellend: string | undefined;
  let isZoekend = false;
  let onderweg = 0;
  let adresfouten: readonly Adresfout[] = [];
  const namen = new Map<string, string>();

  veld.addEventListener("input", () => {
    clearTimeout(wachten);
    wachten = setTimeout(() => {
      const nieuw = { ...opdracht, tekst: veld.value, pagina: 1 };
      geschiedenis.replace(nieuw);
      track(ask(nieuw, { isGevraagd: false }));
    }, DEBOUNCE_MS);
  });
  veld.addEventListener("focus", () => isOnbereikbaar() || machine.begin(), { once: true });
  veld.addEventListener("keydown", (event) => {
    const eerste = uitkomstvak.lijst.querySelector("a");
    if (event.key !== "ArrowDown" || !eerste) return;
    event.preventDefault();
    eerste.focus();
  });
  pick(pagina, "form", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(wachten);
    const nieuw = { ...opdracht, tekst: veld.value, pagina: 1 };
    geschiedenis.submit(nieuw);
    track(ask(nieuw, { isGevraagd: true }));
  });
  pagina.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (link.hasAttribute("data-ga")) {
      event.preventDefault();
      const nieuw = readAdres(new URL(link.href).search).opdracht;
      choose(
        nieuw,
        link.closest("[data-zoek=keuzes]") ? "keuzes" : link.closest("[data-blijf]") ? undefined : "treffers",
      );
      return;
    }
    const treffer = link.closest(".treffer");
    if (treffer) geschiedenis.rememberTreffer([...uitkomstvak.lijst.children].indexOf(treffer));
  });
  addEventListener("popstate", () => {
    // A link to a place on this page asks nothing new.
    const isZelfde = writeAdres(readAdres(location.search).opdracht) === writeAdres(opdracht);
    if (!isZelfde || geschiedenis.plaats()) openAddress();
  });
  openAddress();

  /** Says in `data-bezig` whether hits, counts or proposals are still under way: what tests wait for, with no guess at time. */
  function track(werk: Promise<void>): void {
    onderweg += 1;
    pagina.dataset.bezig = "ja";
    void werk.finally(() => {
      onderweg -= 1;
      if (onderweg === 0) pagina.dataset.bezig = "nee";
    });
  }

  /** Shows what the address asks for: at first, and after back or forward. */
  function openAddress(): void {
    const gelezen = readAdres(location.search);
    showFouten(gelezen.fouten, []);
    geschiedenis.settle(gelezen.opdracht);
    veld.value = gelezen.opdracht.tekst;
    track(ask(gelezen.opdracht, { isGevraagd: true, doel: "herstel" }));
  }

  /** A choice: words that are still being typed go along. */
  function choose(nieuw: Zoekopdracht, doel?: Doel): void {
    clearTimeout(wachten);
    showFouten([], []);
    const isGetypt = nieuw.tekst === opdracht.tekst && veld.value.trim() !== opdracht.tekst.trim();
    const geheel = isGetypt ? { ...nieuw, tekst: veld.value } : nieuw;
    veld.value = geheel.tekst;
    geschiedenis.push(geheel);
    track(ask(geheel, { isGevraagd: true, ...(doel ? { doel } : {}) }));
  }

  async function ask(nieuw: Zoekopdracht, wijze: Wijze): Promise<void> {
    beurt += 1;
    const dezeBeurt = beurt;
    lopend.abort();
    lopend = new AbortController();
    tellend = undefined;
    isZoekend = false;
    opdracht = nieuw;
    const tekst = nieuw.tekst.trim();
    showOpdracht();
    if (isOnbereikbaar()) return showPaneel("bestand", teksten.bestand);
    if (isLeeg(nieuw)) return showLeeg(wijze);
    if (!wijze.isGevraagd && tekst !== "" && tekst.replace(/[^\p{L}\p{N}]/gu, "").length < MIN_LETTERS) {
      return showPaneel("leeg", fillTekst(teksten.typDoor, { woorden: quoteAll([tekst], "") }));
    }
    isZoekend = true;
    uitkomstvak.setBezig(true);
    const traag = setTimeout(() => {
      if (dezeBeurt === beurt) uitkomstvak.say([{ tekst: teksten.bezig }]);
    }, SLOW_MS);
    try {
      const uitkomst = await machine.zoek({ ...nieuw, tekst }, lopend.signal);
      if (dezeBeurt !== beurt) return;
      const laatste = countBladzijden(uitkomst.aantal);
      if (laatste > 0 && nieuw.pagina > laatste) return askLast(nieuw, laatste, wijze);
      show(uitkomst, dezeBeurt);
      land(wijze.doel);
    } catch (fout) {
      if (dezeBeurt === beurt) showFout(fout);
      return;
    } finally {
      clearTimeout(traag);
      if (dezeBeurt === beurt) {
        isZoekend = false;
        uitkomstvak.setBezig(false);
      }
    }
    track(count());
  }

  /** There are fewer pages than the address asks for: the last one, and a word about it. */
  async function askLast(gevraagd: Zoekopdracht, laatste: number, wijze: Wijze): Promise<void> {
    const nieuw = { ...gevraagd, pagina: laatste };
    geschiedenis.replace(nieuw);
    const sjabloon = laatste === 1 ? teksten.enigeBladzijde : teksten.laatsteBladzijde;
    showFouten(adresfouten, [fillTekst(sjabloon, { laatste: formatAantal(laatste) })]);
    await ask(nieuw, wijze);
  }

  function show(uitkomst: Zoekuitkomst, dezeBeurt: number): void {
    if (uitkomst.aantal > 0) {
      uitkomstvak.showTreffers(uitkomst, opdracht);
      uitkomstvak.showStaat("treffers");
      return;
    }
    uitkomstvak.say(describeNiets(uitkomst, opdracht, teksten));
    uitkomstvak.showStaat("niets");
    track(hulp.show(uitkomst, opdracht, machine, () => dezeBeurt === beurt));
  }

  /** Counts beside the hits: after them, and only where they can be seen. */
  async function count(): Promise<void> {
    const gevraagd: Zoekopdracht = { ...opdracht, tekst: opdracht.tekst.trim(), volgorde: "relevantie", pagina: 1 };
    const sleutel = writeAdres(gevraagd);
    const dezeBeurt = beurt;
    const isNodig =
      verfijnen.isOpen() ||
      FACETTEN.some((facet) => opdracht.facetten[facet]?.some((waarde) => !namen.has(`${facet} ${waarde}`)));
    // While hits are under way the counts wait: they are asked for as soon as the hits are there.
    if (isOnbereikbaar() || isZoekend || sleutel === geteld || sleutel === tellend || !isNodig) return;
    tellend = sleutel;
    try {
      const telling = await machine.tel(gevraagd, lopend.signal);
      if (dezeBeurt !== beurt) return;
      geteld = sleutel;
      for (const facet of FACETTEN) {
        for (const { waarde, naam } of telling.facetten[facet] ?? []) namen.set(`${facet} ${waarde}`, naam);
      }
      verfijnen.showFout("");
      const onbekend = findOnbekend(telling);
      if (onbekend.length > 0) return askWithout(onbekend);
      facetten.show(telling, opdracht);
      if (telling.periode) periode.showGrenzen(telling.periode, opdracht);
      uitkomstvak.showOpdracht(opdracht, naamOf);
    } catch {
      if (dezeBeurt !== beurt) return;
      tellend = undefined;
      verfijnen.showFout(teksten.foutTelling);
    }
  }

  /** Values of the address that this archive does not have. */
  function findOnbekend({ facetten: geteldeFacetten }: Facettelling): readonly Adresfout[] {
    return FACETTEN.flatMap((facet) => {
      const bekend = new Set((geteldeFacetten[facet] ?? []).map(({ waarde }) => waarde));
      return (opdracht.facetten[facet] ?? [])
        .filter((waarde) => !bekend.has(waarde))
        .map((waarde) => ({ veld: facet, waarde }));
    });
  }

  function askWithout(onbekend: readonly Adresfout[]): void {
    let nieuw = opdracht;
    for (const { veld: naam, waarde } of onbekend) {
      const facet = FACETTEN.find((een) => een === naam);
      if (facet) nieuw = toggleWaarde(nieuw, facet, waarde);
    }
    geschiedenis.replace(nieuw);
    showFouten([...adresfouten, ...onbekend], []);
    track(ask(nieuw, { isGevraagd: true }));
  }

  function showOpdracht(): void {
    const tekst = opdracht.tekst.trim();
    const vraag =
      opdracht.pagina > 1
        ? fillTekst(teksten.titelBladzijde, { vraag: tekst || titel, nummer: formatAantal(opdracht.pagina) })
        : tekst;
    document.title = vraag === "" ? titel : fillTekst(teksten.titelPagina, { vraag, titel });
    uitkomstvak.showOpdracht(opdracht, naamOf);
    facetten.choose(opdracht);
    periode.show(opdracht);
    verfijnen.showGekozen(
      FACETTEN.reduce((som, facet) => som + (opdracht.facetten[facet]?.length ?? 0), 0) +
        (opdracht.van || opdracht.tot ? 1 : 0),
    );
  }

  function showLeeg({ doel }: Wijze): void {
    showPaneel("leeg", "");
    land(doel);
    track(count());
  }

  function showPaneel(staat: "leeg" | "bestand", melding: string): void {
    uitkomstvak.say(melding === "" ? [] : [{ tekst: melding }]);
    uitkomstvak.showStaat(staat);
  }

  function showFout(fout: unknown): void {
    hulp.showFout(fout, `zoeken.html${writeAdres(opdracht)}`);
    uitkomstvak.say([{ tekst: teksten.fout }]);
    uitkomstvak.showStaat("fout");
  }

  function showFouten(fouten: readonly Adresfout[], zinnen: readonly string[]): void {
    adresfouten = fouten;
    uitkomstvak.showFouten(fouten, zinnen);
  }

  /** Puts the focus where the reader goes on: at the hits, at the choices that are left, or where they were. */
  function land(doel: Doel | undefined): void {
    if (doel === "herstel") {
      const plaats = geschiedenis.plaats();
      if (!plaats) return;
      scrollTo(0, plaats.y);
      const treffer = plaats.treffer === undefined ? undefined : uitkomstvak.lijst.children[plaats.treffer];
      treffer?.querySelector("a")?.focus({ preventScroll: true });
      return;
    }
    if (doel === "keuzes") {
      const isOver = uitkomstvak.keuzes.contains(document.activeElement) && !uitkomstvak.keuzes.hidden;
      if (!isOver) veld.focus({ preventScroll: true });
    }
    if (doel === "treffers") {
      uitkomstvak.lijst.focus({ preventScroll: true });
      pick(pagina, ".zoekpagina__uitkomst", HTMLElement).scrollIntoView({ block: "start" });
    }
  }

  function naamOf(facet: Facetnaam, waarde: string): string {
    return namen.get(`${facet} ${waarde}`) ?? waarde;
  }
}

/** From disk without the bundle a browser refuses to load an index. */
function isOnbereikbaar(): boolean {
  return location.protocol === "file:" && !("kamervragenDrager" in globalThis);
}
