/** The score as a table for people. */
import { VELDEN } from "./labels.ts";
import { precisieOf, type Score, type Telling, volledigheidOf } from "./scoor.ts";

/** Writes all fields, each with its figures over the set and per form (precision/recall), then every miss. */
export function scoreTabel(score: Score): string {
  const vormen = [...score.perVorm.keys()];
  const kop = ["veld", "goed", "te veel", "gemist", "precisie", "volledigheid", ...vormen];
  const rijen = VELDEN.map((veld) => {
    const telling = score.perVeld.get(veld) ?? NIETS;
    const cijfers = [telling.goed, telling.teVeel, telling.gemist].map(String);
    const perVorm = vormen.map((vorm) => kort(score.perVorm.get(vorm)?.get(veld) ?? NIETS));
    return [veld, ...cijfers, procent(precisieOf(telling)), procent(volledigheidOf(telling)), ...perVorm];
  });
  const missers = score.missers
    .filter(({ bestand }) => !score.nietHerkend.includes(bestand))
    .map(
      ({ bestand, veld, verwacht, gevonden }) =>
        `${bestand}: ${veld}\n  verwacht: ${verwacht.join("; ") || "niets"}\n  gevonden: ${gevonden.join("; ") || "niets"}`,
    );
  const nietHerkend = score.nietHerkend.map((bestand) => `${bestand}: niet herkend`);
  return [...alignColumns([kop, ...rijen]), "", ...nietHerkend, ...missers].join("\n");
}

const NIETS: Telling = { goed: 0, teVeel: 0, gemist: 0 };

function kort(telling: Telling): string {
  if (telling.goed + telling.teVeel + telling.gemist === 0) return "-";
  return `${Math.floor(precisieOf(telling) * 100)}/${Math.floor(volledigheidOf(telling) * 100)}`;
}

function procent(deel: number): string {
  return `${(Math.floor(deel * 10_000) / 100).toFixed(2)} %`;
}

function alignColumns(rijen: readonly (readonly string[])[]): readonly string[] {
  const widths = (rijen[0] ?? []).map((_, index) => Math.max(...rijen.map((rij) => rij[index]?.length ?? 0)));
  return rijen.map((rij) =>
    rij
      .map((cel, index) => cel.padEnd(widths[index] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
