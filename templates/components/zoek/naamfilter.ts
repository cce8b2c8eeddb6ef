/** Typing a name above a long list of values, so that only those that fit are left. */
import { fold } from "./vouw.ts";

export interface Naamfilter {
  readonly veld: HTMLInputElement;
  /** Whether a name fits what is typed; `undefined` when nothing is. */
  readonly past: () => ((naam: string) => boolean) | undefined;
  /** Tells a screen reader how many are left, once it was typed. */
  readonly say: (melding: string) => void;
}

/** Opens the filter of a facet; `undefined` when it has none. */
export function openNaamfilter(vak: HTMLElement, onInvoer: () => void): Naamfilter | undefined {
  const veld = vak.querySelector<HTMLInputElement>(".facet__filter");
  const stand = vak.querySelector("[role=status]");
  if (!veld || !stand) return undefined;
  veld.addEventListener("input", onInvoer);
  return {
    veld,
    past() {
      const delen = fold(veld.value)
        .split(" ")
        .filter((deel) => deel !== "");
      if (delen.length === 0) return undefined;
      return (naam) => {
        const woorden = fold(naam).split(" ");
        return delen.every((deel) => woorden.some((woord) => woord.startsWith(deel)));
      };
    },
    say(melding) {
      stand.textContent = veld.value.trim() === "" ? "" : melding;
    },
  };
}
