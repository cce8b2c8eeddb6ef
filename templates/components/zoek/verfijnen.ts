/** The drawer of the facets: beside the hits on a wide page, folded above them on a narrow one. */
import type { ZoekScriptTeksten } from "../../data/zoekteksten.ts";
import { pick } from "./element.ts";
import { fillTekst } from "./sjabloon.ts";

/** The width from which the facets stand beside the hits; the same as in the style. */
const WIDE = "(width >= 56rem)";

export interface Verfijnvak {
  readonly vak: HTMLElement;
  readonly isOpen: () => boolean;
  /** Hears of the button at the end of the drawer, which folds it. */
  readonly onNaarTreffers: (doe: () => void) => void;
  readonly showGekozen: (aantal: number) => void;
  /** Says that counts could not be had; an empty text takes it back. */
  readonly showFout: (melding: string) => void;
}

/** `onOpen` is called when the facets come into sight. */
export function openVerfijnen(pagina: HTMLElement, teksten: ZoekScriptTeksten, onOpen: () => void): Verfijnvak {
  const vak = pick(pagina, "[data-zoek=verfijnen]", HTMLDetailsElement);
  const kop = pick(vak, "summary", HTMLElement);
  const fout = pick(vak, "[data-zoek=telfout]", HTMLElement);
  const breed = matchMedia(WIDE);
  const fit = () => {
    vak.open = breed.matches;
    if (breed.matches) for (const facet of vak.querySelectorAll<HTMLDetailsElement>("[data-open]")) facet.open = true;
  };
  vak.hidden = false;
  // In the drawer the facets stand folded, as a list of what can be chosen.
  if (!breed.matches) for (const facet of vak.querySelectorAll<HTMLDetailsElement>("[data-open]")) facet.open = false;
  vak.open = breed.matches;
  breed.addEventListener("change", fit);
  vak.addEventListener("toggle", () => {
    if (vak.open) onOpen();
  });
  return {
    vak,
    isOpen: () => vak.open,
    onNaarTreffers(doe) {
      pick(vak, "[data-zoek=naartreffers]", HTMLButtonElement).addEventListener("click", () => {
        vak.open = false;
        doe();
      });
    },
    showGekozen(aantal) {
      kop.textContent =
        aantal === 0 ? teksten.verfijnen : fillTekst(teksten.verfijnenGekozen, { aantal: String(aantal) });
    },
    showFout(melding) {
      fout.textContent = melding;
      fout.hidden = melding === "";
    },
  };
}
