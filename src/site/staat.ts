/** The state of a case in words and as a mark whose shape differs: never by colour alone. */
import { teksten } from "../../templates/data/teksten.ts";
import { formatDatum } from "../model/datum.ts";
import type { Datum } from "../model/kamervraag.ts";
import { type Registerpost, type Staat, standOf } from "./register.ts";

export interface StaatView {
  /** "te laat". */
  readonly woord: string;
  /** Which mark goes with it: the last part of the class `staat--…`. */
  readonly vorm: "beantwoord" | "open" | "uitgesteld" | "deels" | "laat" | "brief" | "ingetrokken";
}

/** Says how a case stands as of `peildatum`. */
export function toStaatView(post: Registerpost, peildatum: Datum): StaatView {
  const { staat } = standOf(post, peildatum);
  return { woord: WOORDEN[staat], vorm: VORMEN[staat] };
}

const WOORDEN: Readonly<Record<Staat, string>> = {
  open: teksten.staat.open,
  uitgesteld: teksten.staat.uitgesteld,
  "deels-beantwoord": teksten.staat["deels-beantwoord"],
  beantwoord: teksten.staat.beantwoord,
  "per-brief": teksten.staat["per-brief"],
  ingetrokken: teksten.staat.ingetrokken,
  "te-laat": teksten.staat.teLaat,
  "te-laat-beantwoord": teksten.staat.teLaatBeantwoord,
  "na-uitstel": teksten.staat.naUitstel,
  later: teksten.staat.later,
};

const VORMEN: Readonly<Record<Staat, StaatView["vorm"]>> = {
  open: "open",
  uitgesteld: "uitgesteld",
  "deels-beantwoord": "deels",
  beantwoord: "beantwoord",
  "per-brief": "brief",
  ingetrokken: "ingetrokken",
  "te-laat": "laat",
  "te-laat-beantwoord": "laat",
  "na-uitstel": "beantwoord",
  later: "open",
};

/** The same in a sentence, for the head of a page: "Nog geen antwoord, 8 dagen te laat". */
export function toStaatzin(post: Registerpost, peildatum: Datum): string {
  const { staatZin } = teksten;
  const { staat, termijn } = standOf(post, peildatum);
  if (staat === "later") return staatZin.later;
  if (termijn?.isTeLaat) {
    if (termijn.isAfgedaan) return staatZin.beantwoordTeLaat(termijn.dagenTeLaat);
    return (post.status === "deels-beantwoord" ? staatZin.deelsTeLaat : staatZin.openTeLaat)(termijn.dagenTeLaat);
  }
  const uiterlijk = termijn && formatDatum(termijn.uiterlijk);
  switch (post.status) {
    case "open":
      return uiterlijk ? staatZin.openTermijn(uiterlijk) : staatZin.open;
    case "uitgesteld":
      return uiterlijk ? staatZin.uitgesteldTermijn(uiterlijk) : staatZin.uitgesteld;
    case "deels-beantwoord":
      return uiterlijk ? staatZin.deelsTermijn(uiterlijk) : staatZin.deels;
    case "per-brief":
      return staatZin.perBrief;
    case "ingetrokken":
      return staatZin.ingetrokken;
    case "beantwoord":
      if (!termijn) return staatZin.beantwoord;
      return termijn.aantalUitstel > 0 ? staatZin.naUitstel : staatZin.binnenTermijn;
  }
}
