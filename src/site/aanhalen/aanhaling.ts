/**
 * How Dutch lawyers cite a Kamervraag: by its number in the Aanhangsel van de Handelingen, else by its own number and date.
 * @see docs/formats/aanhalen.md
 */
import { aanhaalteksten } from "../../../templates/data/aanhalen.ts";
import { opsomming } from "../../markdown/koppen.ts";
import { formatDatum } from "../../model/datum.ts";
import type { Antwoord, Bron, Kamervraag, Vraag } from "../../model/kamervraag.ts";

/** "2021-2022" as a citation writes it: "2021/22", and "1999/2000" where the century turns. */
export function formatVergaderjaar(vergaderjaar: string): string {
  const [, van = "", tot = ""] = /^(\d{4})\s*[-\u2010-\u2015/]\s*(\d{4})$/.exec(vergaderjaar) ?? [];
  if (van === "") return vergaderjaar;
  return van.slice(0, 2) === tot.slice(0, 2) ? `${van}/${tot.slice(2)}` : `${van}/${tot}`;
}

/** An answer's place in the Aanhangsel. */
export interface Aanhangselplaats {
  readonly vergaderjaar: string;
  readonly nummer: string;
}

/** The places of all its answers, oldest first, each once: also of those that another version took the place of by number. */
export function aanhangselsOf({ bronnen }: Pick<Kamervraag, "bronnen">): readonly Aanhangselplaats[] {
  const plaatsen = new Map<string, Aanhangselplaats>();
  for (const bron of bronnen) {
    const plaats = bron.vervangenDoor ? undefined : findPlaats(bron);
    if (plaats && isAntwoordbron(bron)) plaatsen.set(`${plaats.vergaderjaar} ${plaats.nummer}`, plaats);
  }
  return [...plaatsen.values()].sort(
    (a, b) =>
      compare(a.vergaderjaar, b.vergaderjaar) || Number(a.nummer) - Number(b.nummer) || compare(a.nummer, b.nummer),
  );
}

/** The short citation of the whole: "Aanhangsel Handelingen II 2021/22, nr. 705". No point at its end. */
export function aanhalingOf(kamervraag: Kamervraag): string {
  const plaatsen = aanhangselsOf(kamervraag);
  if (plaatsen.length > 0) return plaatsen.map((plaats) => formatPlaats(plaats, kamervraag)).join("; ");
  return zonderAanhangsel(kamervraag, kamervraag.beantwoord);
}

/** The same with who asked and who answered, when: a sentence. */
export function langeAanhalingOf(kamervraag: Kamervraag): string {
  const { indieners, beantwoordDoor, ingediend, beantwoord, vraagnummer } = kamervraag;
  const heeftPlaats = aanhangselsOf(kamervraag).length > 0;
  const vraag = aanhaalteksten.vragenVan(
    opsomming(indieners.map(({ naam }) => naam)),
    heeftPlaats && ingediend ? formatDatum(ingediend) : undefined,
  );
  const antwoord = aanhaalteksten.antwoordVan(
    opsomming(beantwoordDoor.map(({ naam, functie }) => naam ?? functie ?? "")),
    heeftPlaats && beantwoord ? formatDatum(beantwoord) : undefined,
  );
  const details = [...(indieners.length > 0 ? [vraag] : []), ...(heeftPlaats && vraagnummer ? [vraagnummer] : [])];
  const delen = [details.join(", "), beantwoordDoor.length > 0 ? antwoord : ""].filter((deel) => deel !== "");
  return `${aanhalingOf(kamervraag)}${delen.length > 0 ? ` (${delen.join("; ")})` : ""}.`;
}

/** The citation of one antwoord: "…, nr. 705, antwoord op vraag 3". It names the Aanhangsel that this antwoord stands in. */
export function aanhalingVanAntwoord(kamervraag: Kamervraag, antwoord: Antwoord): string {
  const plaats = plaatsVanAntwoord(kamervraag, antwoord);
  const opening = plaats
    ? formatPlaats(plaats, kamervraag)
    : zonderAanhangsel(kamervraag, antwoord.datum ?? kamervraag.beantwoord);
  return `${opening}, ${antwoordwoorden(antwoord)}`;
}

/** The citation of one vraag: "…, vraag 3". */
export function aanhalingVanVraag(kamervraag: Kamervraag, { nummers }: Pick<Vraag, "nummers">): string {
  const { vraag, vraagZonderNummer } = aanhaalteksten;
  return `${aanhalingOf(kamervraag)}, ${nummers.length > 0 ? vraag(formatNummers(nummers)) : vraagZonderNummer}`;
}

/** "antwoord op vraag 2, 3 en 5", "antwoord op vraag 2 t/m 6". */
export function antwoordwoorden({ opVragen }: Pick<Antwoord, "opVragen">): string {
  const { antwoordOp, antwoordZonderNummer } = aanhaalteksten;
  return opVragen.length > 0 ? antwoordOp(formatNummers(opVragen)) : antwoordZonderNummer;
}

/** Where in the Aanhangsel an antwoord stands; `undefined` when its document has no number there. */
export function plaatsVanAntwoord(
  { bronnen }: Pick<Kamervraag, "bronnen">,
  { bron: id }: Pick<Antwoord, "bron">,
): Aanhangselplaats | undefined {
  if (id !== undefined) {
    const own = bronnen.find((bron) => bron.id === id && !bron.vervangenDoor) ?? bronnen.find((bron) => bron.id === id);
    return own && findPlaats(own);
  }
  // An antwoord that names no document can be placed only where there is one choice.
  const plaatsen = aanhangselsOf({ bronnen });
  return plaatsen.length === 1 ? plaatsen[0] : undefined;
}

/** The number by which one asks for it: none where the archive made up the key itself. */
export function findNummer({ vraagnummer, sleutel }: Pick<Kamervraag, "vraagnummer" | "sleutel">): string | undefined {
  return vraagnummer ?? (sleutel.startsWith("doc-") ? undefined : sleutel);
}

function zonderAanhangsel(kamervraag: Kamervraag, beantwoord: string | undefined): string {
  const { reeks, over, ingediend, beantwoord: beantwoordOp } = aanhaalteksten;
  const { soort, kamer, titel } = kamervraag;
  const nummer = findNummer(kamervraag);
  return [
    `${reeks[soort][kamer]} ${nummer ?? over(titel.replace(/\s*\.$/, ""))}`,
    ...(kamervraag.ingediend ? [ingediend(formatDatum(kamervraag.ingediend))] : []),
    ...(beantwoord ? [beantwoordOp(formatDatum(beantwoord))] : []),
  ].join(", ");
}

function formatPlaats({ vergaderjaar, nummer }: Aanhangselplaats, { kamer }: Pick<Kamervraag, "kamer">): string {
  return aanhaalteksten.aanhangsel(kamer === "tk" ? "II" : "I", formatVergaderjaar(vergaderjaar), nummer);
}

function findPlaats({ vergaderjaar, aanhangselnummer }: Bron): Aanhangselplaats | undefined {
  return vergaderjaar && aanhangselnummer ? { vergaderjaar, nummer: aanhangselnummer } : undefined;
}

function isAntwoordbron({ soort }: Bron): boolean {
  return soort === "antwoord" || soort === "nader-antwoord";
}

/** "2", "2 en 3", "2 t/m 6", "2 t/m 4, 7 en 9": runs of three or more are drawn together. */
export function formatNummers(nummers: readonly string[]): string {
  const delen: string[] = [];
  for (let start = 0; start < nummers.length; ) {
    let end = start;
    while (Number(nummers[end + 1]) === Number(nummers[end]) + 1) end += 1;
    if (end - start >= 2) delen.push(`${nummers[start]}${aanhaalteksten.tot}${nummers[end]}`);
    else delen.push(...nummers.slice(start, end + 1));
    start = end + 1;
  }
  return opsomming(delen);
}

// Code units: the same order on every machine.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
