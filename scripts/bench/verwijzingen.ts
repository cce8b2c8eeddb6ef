/** Measures the finder of references: megabytes of text (UTF-8) in a second of processor time. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { toPlainText } from "../../src/markdown/platte-tekst.ts";
import type { Kamervraag } from "../../src/model/kamervraag.ts";
import { voegSamen } from "../../src/samenvoegen/voeg-samen.ts";
import { herken } from "../../src/sources/herken.ts";
import { generateArchief } from "../../src/synthetisch/archief.ts";
import { tekstplaatsenOf } from "../../src/verwijzingen/van-kamervraag.ts";
import { findVerwijzingen } from "../../src/verwijzingen/vind.ts";
import { walkFiles } from "../bestanden.ts";

export interface Verwijzingmeting {
  readonly naam: string;
  readonly megabytes: number;
  readonly verwijzingen: number;
  readonly perCpuSeconde: number;
}

const SYNTHETISCH = 1000;
/** Texts are gone through as often as gives so many characters: less says more about the clock than about the finder. */
const TEKENS = 20_000_000;
/** One reference in about 1,500 characters, as in real documents. Every number is invented. */
const CITATEN = [
  "Zie ook het antwoord op vraag 2.",
  "Kamerstukken II 2062/63, 99 999, nr. 12.",
  "Aanhangsel Handelingen, vergaderjaar 2061–2062, nr. 34.",
  "Op grond van artikel 3:4, tweede lid, van de Algemene wet bestuursrecht is dat zo.",
  "Voorbeeldblad, 3 mei 2062 (https://www.voorbeeld.example/nieuws/een-bericht-van-toen~a1b2c3/).",
  "Dat volgt uit Verordening (EU) 2061/123.",
];

/** Measures an invented text, text made to hinder, and the documents below a folder when one is given. */
export async function measureVerwijzingen(map?: string): Promise<readonly Verwijzingmeting[]> {
  const synthetisch = [...generateArchief({ aantal: SYNTHETISCH })].flatMap(alineasVan);
  const metCitaten = synthetisch.map((alinea, index) =>
    index % 2 === 0 ? `${alinea} ${CITATEN[(index / 2) % CITATEN.length]}` : alinea,
  );
  const hinderlijk = ["vraag 1, 2, 3, ", "Kamerstuk ", "12 345 ", "a-b.nl/c ", "://", "artikel 1, 2 en "];
  return [
    measure("verzonnen tekst", metCitaten, TEKENS),
    ...(map === undefined ? [] : [measure("documenten", await alineasIn(map), TEKENS)]),
    ...hinderlijk.map((stuk) => measure(`niets dan «${stuk}»`, [stuk.repeat(1_000_000 / stuk.length)], 1_000_000)),
  ];
}

function measure(naam: string, alineas: readonly string[], tekens: number): Verwijzingmeting {
  const perRonde = alineas.reduce((sum, alinea) => sum + alinea.length, 0);
  const rondes = Math.max(1, Math.ceil(tekens / Math.max(1, perRonde)));
  const megabytes = alineas.reduce((sum, alinea) => sum + Buffer.byteLength(alinea), 0) / 1e6;
  let verwijzingen = 0;
  // The first time through, the machine still learns the code.
  for (const alinea of alineas) findVerwijzingen(alinea);
  const start = process.cpuUsage();
  for (let ronde = 0; ronde < rondes; ronde += 1)
    for (const alinea of alineas) verwijzingen += findVerwijzingen(alinea).length;
  const { user, system } = process.cpuUsage(start);
  return {
    naam,
    megabytes,
    verwijzingen: Math.round(verwijzingen / rondes),
    perCpuSeconde: (megabytes * rondes) / ((user + system) / 1e6),
  };
}

async function alineasIn(map: string): Promise<readonly string[]> {
  const alineas: string[] = [];
  for await (const bestand of walkFiles(map)) {
    const found = await herken(bestand, await readFile(join(map, bestand)), "0".repeat(64));
    if (found.soort !== "documenten") continue;
    alineas.push(...alineasVan(voegSamen({ sleutel: "bench" }, found.documenten).kamervraag));
  }
  return alineas;
}

function alineasVan(kamervraag: Kamervraag): readonly string[] {
  return tekstplaatsenOf(kamervraag).flatMap(({ tekst }) => toPlainText(tekst).split("\n\n"));
}

export function formatVerwijzingen(metingen: readonly Verwijzingmeting[]): string {
  const lines = metingen.map(
    ({ naam, megabytes, verwijzingen, perCpuSeconde }) =>
      `  ${naam.padEnd(32)} ${megabytes.toFixed(1).padStart(6)} MB, ${String(verwijzingen).padStart(6)} verwijzingen, ${perCpuSeconde.toFixed(1)} MB per seconde rekentijd`,
  );
  return `Verwijzingen vinden:\n${lines.join("\n")}\n`;
}
