/**
 * The Dutch words for how a vraag was answered. They name what stands there and never weigh it: no "slechts", no
 * "ontwijkend", no score.
 * @see docs/formats/antwoordwijze.md
 */
import { formatGetal } from "./teksten.ts";

const vragen = (aantal: number) => `${formatGetal(aantal)}\u00a0${aantal === 1 ? "vraag" : "vragen"}`;

export const wijzeteksten = {
  label: "Hoe beantwoord",
  gezamenlijk: (aantal: number) => `Gezamenlijk antwoord op ${vragen(aantal)}: `,
  eenWoord: "Antwoord in één woord",
  verwijst: "Verwijst naar ",
  verwijstOok: "Verwijst ook naar ",
  antwoordOpVraag: "het antwoord op vraag ",
  anderAntwoord: "een ander antwoord",
  anderDocument: "een ander document",
  zonderVraag: "Bij dit antwoord staat in de bron geen vraag",
  zonderTekst: "Onder deze kop staat in de bron geen antwoord",
  /** The ledger: each vraag counted once. */
  telling: (aantal: number, delen: readonly string[]) => `${vragen(aantal)}: ${delen.join(", ")}`,
  deel: {
    "eigen-antwoord": (aantal: number) => `${formatGetal(aantal)} met een eigen antwoord`,
    gezamenlijk: (aantal: number) => `${formatGetal(aantal)} gezamenlijk`,
    "een-woord": (aantal: number) => `${formatGetal(aantal)} in één woord`,
    "verwijst-naar-antwoord": (aantal: number) => `${formatGetal(aantal)} met een verwijzing naar een ander antwoord`,
    "verwijst-naar-document": (aantal: number) => `${formatGetal(aantal)} met een verwijzing naar een ander document`,
    "geen-antwoord": (aantal: number) => `${formatGetal(aantal)} zonder antwoord in het document`,
    open: (aantal: number) => `${formatGetal(aantal)} zonder antwoord dat hierbij te plaatsen is`,
  },
} as const;
