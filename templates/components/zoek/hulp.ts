/** What is offered where nothing was found or something is broken: only what would find something, each with its count. */
import type { Zoekmachine, Zoekopdracht, Zoekuitkomst } from "../../../src/zoeken/opdracht.ts";
import type { ZoekScriptTeksten } from "../../data/zoekteksten.ts";
import { isVerfijnd, withoutVerfijning } from "./adres.ts";
import { element, pick } from "./element.ts";
import { fillDelen, fillTekst } from "./sjabloon.ts";
import { describeOnbekend, quoteAll, sayAantal } from "./stand.ts";
import { linkTo } from "./uitkomst.ts";

const MAX_TRIES = 4;

export interface Hulpvak {
  /** Fills the panel of no hits; stops as soon as `isNog` says that another question was asked. */
  readonly show: (
    uitkomst: Zoekuitkomst,
    opdracht: Zoekopdracht,
    motor: Zoekmachine,
    isNog: () => boolean,
  ) => Promise<void>;
  readonly showFout: (fout: unknown, opnieuw: string) => void;
}

export function openHulp(pagina: HTMLElement, teksten: ZoekScriptTeksten): Hulpvak {
  const onbekend = pick(pagina, "[data-zoek=onbekend]", HTMLElement);
  const lijst = pick(pagina, "[data-zoek=niets] ul", HTMLElement);
  const opnieuw = pick(pagina, "[data-zoek=opnieuw]", HTMLAnchorElement);
  const bestand = pick(pagina, "[data-zoek=foutbestand]", HTMLElement);

  function fill(regels: readonly HTMLElement[]): void {
    for (const regel of lijst.querySelectorAll("[data-poging]")) regel.remove();
    for (const regel of regels) regel.dataset.poging = "";
    lijst.prepend(...regels);
  }

  return {
    async show(uitkomst, opdracht, motor, isNog) {
      onbekend.textContent = describeOnbekend(uitkomst.termen, teksten);
      onbekend.hidden = onbekend.textContent === "";
      fill([]);
      const regels = [
        ...(await suggest(uitkomst, opdracht, motor, teksten)),
        ...(await tryOthers(uitkomst, opdracht, motor, teksten)),
      ];
      if (isNog()) fill(regels);
    },
    showFout(fout, adres) {
      opnieuw.setAttribute("href", adres);
      const melding = fout instanceof Error ? fout.message : "";
      bestand.textContent = melding === "" ? "" : fillTekst(teksten.foutBestand, { bestand: melding });
    },
  };
}

/** Words of the archive that resemble one that is not in it. Without them the page still tells that it is unknown. */
async function suggest(
  { termen }: Zoekuitkomst,
  opdracht: Zoekopdracht,
  motor: Zoekmachine,
  teksten: ZoekScriptTeksten,
): Promise<readonly HTMLElement[]> {
  const regels: HTMLElement[] = [];
  for (const { tekst } of termen.filter(({ isOnbekend }) => isOnbekend)) {
    const voorstellen = await motor.stelVoor(tekst).catch(() => []);
    if (voorstellen.length === 0) continue;
    const links = voorstellen.flatMap(({ woord, aantal }, index) => [
      index === 0 ? " " : teksten.komma,
      linkTo({ ...opdracht, tekst: opdracht.tekst.replace(tekst, () => woord), pagina: 1 }, woord),
      ` (${sayAantal(aantal, teksten)})`,
    ]);
    regels.push(element("li", {}, fillTekst(teksten.voorstellen, { woord: quoteAll([tekst], "") }), ...links));
  }
  return regels;
}

/** Fewer words, or no choice: each asked first, so that what is offered finds something. */
async function tryOthers(
  { termen }: Zoekuitkomst,
  opdracht: Zoekopdracht,
  motor: Zoekmachine,
  teksten: ZoekScriptTeksten,
): Promise<readonly HTMLElement[]> {
  const gezocht = termen.filter(({ soort, weggelaten, isOnbekend }) => soort !== "niet" && !weggelaten && !isOnbekend);
  const tekst = opdracht.tekst.trim();
  const pogingen = [
    ...(isVerfijnd(opdracht) && tekst !== ""
      ? [{ sjabloon: teksten.zoekZonderKeuze, opdracht: withoutVerfijning(opdracht), woorden: quoteAll([tekst], "") }]
      : []),
    ...(termen.length > 1
      ? gezocht.map(({ tekst: woord, soort }) => ({
          sjabloon: teksten.zoekEen,
          opdracht: { ...opdracht, tekst: soort === "zin" ? `"${woord}"` : woord, pagina: 1 },
          woorden: quoteAll([woord], ""),
        }))
      : []),
  ].slice(0, MAX_TRIES);
  const regels: HTMLElement[] = [];
  for (const { sjabloon, opdracht: poging, woorden } of pogingen) {
    const aantal = await motor.zoek(poging).then(
      (uitkomst) => uitkomst.aantal,
      () => 0,
    );
    if (aantal === 0) continue;
    const link = linkTo(poging, woorden);
    const delen = fillDelen(sjabloon, {
      aantal: [{ tekst: sayAantal(aantal, teksten) }],
      woord: [LINK],
      woorden: [LINK],
    });
    regels.push(element("li", {}, ...delen.map((deel) => (deel === LINK ? link : deel.tekst))));
  }
  return regels;
}

const LINK = { tekst: "" };
