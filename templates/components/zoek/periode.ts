/** The period: a first and a last day, or a year in one go. */
import { isDatum } from "../../../src/model/datum.ts";
import type { Facettelling, Zoekopdracht } from "../../../src/zoeken/opdracht.ts";
import { withPeriode } from "./adres.ts";
import { pick } from "./element.ts";
import { linkTo } from "./uitkomst.ts";

/** A date is typed figure by figure, and each step is a date of its own: wait until it rests. */
const REST_MS = 600;
const YEARS_SHOWN = 5;
const FIRST_YEAR = "1814-01-01";
const LAST_YEAR = "2199-12-31";

export interface Periodevak {
  readonly show: (opdracht: Zoekopdracht) => void;
  readonly showGrenzen: (periode: NonNullable<Facettelling["periode"]>, opdracht: Zoekopdracht) => void;
}

/** Brings the period to life; `onKies` hears of the days when both are dates or empty. */
export function openPeriode(
  pagina: HTMLElement,
  onKies: (van: string | undefined, tot: string | undefined) => void,
): Periodevak {
  const van = pick(pagina, "[data-zoek=van]", HTMLInputElement);
  const tot = pick(pagina, "[data-zoek=tot]", HTMLInputElement);
  const jaren = pick(pagina, "[data-zoek=jaren]", HTMLElement);
  let wachten: ReturnType<typeof setTimeout> | undefined;
  let grenzen: Facettelling["periode"];
  const listen = () => {
    clearTimeout(wachten);
    wachten = setTimeout(() => {
      const dagen = [van.value, tot.value].map(readDag);
      if (van.validity.badInput || tot.validity.badInput || dagen.includes("half")) return;
      onKies(dagen[0], dagen[1]);
    }, REST_MS);
  };
  van.addEventListener("change", listen);
  tot.addEventListener("change", listen);

  function showJaren(opdracht: Zoekopdracht): void {
    if (!grenzen) return;
    const laatste = Number(grenzen.tot.slice(0, 4));
    const eerste = Math.max(Number(grenzen.van.slice(0, 4)), laatste - YEARS_SHOWN + 1);
    const bestaand = jaren.querySelectorAll("a");
    for (let jaar = laatste, rang = 0; jaar >= eerste; jaar -= 1, rang += 1) {
      const begin = `${jaar}-01-01`;
      const eind = `${jaar}-12-31`;
      const isDit = opdracht.van === begin && opdracht.tot === eind;
      const naar = isDit ? withPeriode(opdracht, undefined, undefined) : withPeriode(opdracht, begin, eind);
      const nieuw = linkTo(naar, String(jaar));
      const link = bestaand[rang] ?? nieuw;
      link.setAttribute("href", nieuw.getAttribute("href") ?? "");
      link.textContent = nieuw.textContent;
      if (isDit) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
      if (!bestaand[rang]) {
        const regel = document.createElement("li");
        regel.append(link);
        jaren.append(regel);
      }
    }
  }

  return {
    show(opdracht) {
      // A field in which someone is busy keeps what it holds.
      if (document.activeElement !== van) van.value = opdracht.van ?? "";
      if (document.activeElement !== tot) tot.value = opdracht.tot ?? "";
      showJaren(opdracht);
    },
    showGrenzen(periode, opdracht) {
      grenzen = periode;
      for (const veld of [van, tot]) {
        veld.min = periode.van;
        veld.max = periode.tot;
      }
      showJaren(opdracht);
    },
  };
}

/** A day, nothing, or a year that is still being typed ("0020-05-01"). */
function readDag(waarde: string): string | undefined {
  if (waarde === "") return undefined;
  return isDatum(waarde) && waarde >= FIRST_YEAR && waarde <= LAST_YEAR ? waarde : "half";
}
