/** Back and forward: what is asked stands in the address, where one was on the page in the entry of the history. */
import type { Zoekopdracht } from "../../../src/zoeken/opdracht.ts";
import { LEGE_OPDRACHT, writeAdres } from "./adres.ts";

/** Where the reader was: how far down, and at which hit. */
export interface Leesplaats {
  readonly y: number;
  readonly treffer?: number;
}

const SETTLE_MS = 200;

export interface Geschiedenis {
  /** While one types the address follows, in the same entry. */
  readonly replace: (opdracht: Zoekopdracht) => void;
  /** A choice gets an entry of its own. */
  readonly push: (opdracht: Zoekopdracht) => void;
  /** Words that were submitted get an entry of their own; the entry they were typed in goes back to what it held. */
  readonly submit: (opdracht: Zoekopdracht) => void;
  /** Remembers the hit that is being followed. */
  readonly rememberTreffer: (treffer: number) => void;
  /** Where the reader was in this entry; `undefined` in a new one. */
  readonly plaats: () => Leesplaats | undefined;
  /** Tells that the page was opened at this question, or came back to it. */
  readonly settle: (opdracht: Zoekopdracht) => void;
}

/** Takes over where the page is scrolled to: hits come later than the browser would restore it. */
export function openGeschiedenis(): Geschiedenis {
  history.scrollRestoration = "manual";
  let vastgelegd: Zoekopdracht = LEGE_OPDRACHT;
  let wachten: ReturnType<typeof setTimeout> | undefined;
  const save = (treffer?: number) => {
    clearTimeout(wachten);
    history.replaceState({ y: scrollY, ...(treffer === undefined ? {} : { treffer }) }, "");
  };
  addEventListener(
    "scroll",
    () => {
      clearTimeout(wachten);
      wachten = setTimeout(save, SETTLE_MS);
    },
    { passive: true },
  );
  const push = (opdracht: Zoekopdracht) => {
    save();
    if (addressOf(opdracht) === here()) return;
    history.pushState({ y: scrollY }, "", addressOf(opdracht));
    vastgelegd = opdracht;
  };
  return {
    replace: (opdracht) => history.replaceState(history.state, "", addressOf(opdracht)),
    push,
    submit(opdracht) {
      if (writeAdres(opdracht) === writeAdres(vastgelegd))
        return history.replaceState(history.state, "", addressOf(opdracht));
      history.replaceState(history.state, "", addressOf(vastgelegd));
      push(opdracht);
    },
    rememberTreffer: save,
    plaats: () => readPlaats(history.state),
    settle(opdracht) {
      vastgelegd = opdracht;
    },
  };
}

function readPlaats(toestand: unknown): Leesplaats | undefined {
  if (typeof toestand !== "object" || toestand === null || !("y" in toestand) || typeof toestand.y !== "number") {
    return undefined;
  }
  const treffer = "treffer" in toestand && typeof toestand.treffer === "number" ? toestand.treffer : undefined;
  return { y: toestand.y, ...(treffer === undefined ? {} : { treffer }) };
}

function addressOf(opdracht: Zoekopdracht): string {
  return `${location.pathname}${writeAdres(opdracht)}`;
}

function here(): string {
  return `${location.pathname}${location.search}`;
}
