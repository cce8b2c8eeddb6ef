/** Short invented Kamervragen for tests of the site, as values and as Markdown on disk. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { writeKamervraag } from "../../src/markdown/schrijf.ts";
import type { Blok, Datum, Kamervraag } from "../../src/model/kamervraag.ts";
import { jaarOfSleutel } from "../../src/model/sleutel.ts";
import { beantwoordOp, statusOf } from "../../src/model/status.ts";

export interface KorteKamervraag {
  readonly sleutel: string;
  readonly titel: string;
  readonly ingediend: Datum;
  readonly beantwoord?: Datum;
  readonly indiener?: string;
  /** Each vraag with its antwoord, if it has one; numbered from 1. Markdown. */
  readonly teksten: readonly (readonly [vraag: string, antwoord?: string])[];
}

/** Fills in the rest of the model: status and date of the antwoord follow from the texts. */
export function toKamervraag({
  sleutel,
  titel,
  ingediend,
  beantwoord,
  indiener,
  teksten,
}: KorteKamervraag): Kamervraag {
  const bron = { id: `ah-${sleutel.toLowerCase()}`, soort: "antwoord", vorm: "tekst" } as const;
  const blokken = teksten.flatMap(([vraag, antwoord], index): readonly Blok[] => {
    const nummers = [String(index + 1)];
    const datum = beantwoord ? { datum: beantwoord } : {};
    return [
      { soort: "vraag", nummers, tekst: vraag },
      ...(antwoord
        ? [{ soort: "antwoord", opVragen: nummers, tekst: antwoord, bron: bron.id, ...datum } as const]
        : []),
    ];
  });
  const opDatum = beantwoordOp(blokken);
  return {
    sleutel,
    vraagnummer: sleutel,
    kamer: "tk",
    soort: "schriftelijk",
    aliassen: [],
    titel,
    ingediend,
    ...(opDatum ? { beantwoord: opDatum } : {}),
    status: statusOf(blokken, []),
    indieners: indiener ? [{ naam: indiener, fractie: "Fractie B" }] : [],
    gerichtAan: [],
    beantwoordDoor: [],
    onderwerpen: [],
    themas: [],
    blokken,
    noten: [],
    mededelingen: [],
    bronnen: [{ ...bron, bestand: `${sleutel}.txt`, sha256: "0".repeat(64) }],
    diagnostiek: [],
  };
}

/** Writes them as the converter does: `<jaar>/<sleutel>.md` below `inhoud`. */
export async function writeInhoud(inhoud: string, kamervragen: readonly Kamervraag[]): Promise<void> {
  for (const kamervraag of kamervragen) {
    const file = join(inhoud, jaarOfSleutel(kamervraag.sleutel), `${kamervraag.sleutel}.md`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, writeKamervraag(kamervraag));
  }
}
