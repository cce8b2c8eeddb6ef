/** Asks the engine every judged query, and every pair of a word and a compound, and reports how well it answers. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Motor } from "../../../src/zoeken/motor/motor.ts";
import type { Zoekuitkomst } from "../../../src/zoeken/opdracht.ts";
import { PAREN } from "../../../tests/zoeken/samenstelling/paren.ts";
import { formatTable } from "../verslag.ts";
import { buildZoekbaar, type Zoekbaar } from "./archief.ts";
import { withMap, writeRelevantiearchief } from "./bronnen.ts";
import { DIEPTE, perSoort, scoorAntwoord, type Vraagscore } from "./scoor.ts";
import { type Oordeel, parseOordelen } from "./vragen.ts";

export interface Relevantiemeting {
  readonly paginas: number;
  readonly scores: readonly Vraagscore[];
  readonly paren: Parenscore;
  /** Keys that the table expects and the archive does not have. */
  readonly onbekend: readonly string[];
}

/** Pairs of a word and a compound it is a part of, of which the compound stands in the archive. */
export interface Parenscore {
  readonly paren: number;
  /** Pairs of which the word does not find all that has the compound. */
  readonly gemist: readonly string[];
}

/** The table of judged queries. */
export const VRAGEN = fileURLToPath(new URL("../../../tests/relevantie/vragen.tsv", import.meta.url));

/** Builds the archive out of a collection of real documents, and asks it all queries. */
export async function measureRelevantie(bronnen: string, vragen: string = VRAGEN): Promise<Relevantiemeting> {
  const oordelen = parseOordelen(readFileSync(vragen, "utf8"));
  return withMap(async (map) => {
    const inhoud = join(map, "inhoud");
    await writeRelevantiearchief(bronnen, inhoud);
    const zoekbaar = await buildZoekbaar(inhoud, join(map, "site"));
    const scores: Vraagscore[] = [];
    for (const oordeel of oordelen) scores.push(scoorAntwoord(oordeel, await answer(oordeel, zoekbaar)));
    const paren = await measureParen(zoekbaar.motor);
    return { paginas: zoekbaar.sleutels.length, scores, paren, onbekend: findOnbekend(oordelen, zoekbaar) };
  });
}

async function answer({ soort, vraag }: Oordeel, { motor, sleutels }: Zoekbaar): Promise<readonly string[]> {
  if (soort === "tikfout") return (await motor.stelVoor(vraag)).map(({ woord }) => woord);
  return (await ask(motor, vraag)).treffers.map(({ pagina }) => sleutels[pagina] ?? "");
}

function ask(motor: Motor, tekst: string): Promise<Zoekuitkomst> {
  return motor.zoek({ tekst, facetten: {}, volgorde: "relevantie", pagina: 1 });
}

async function measureParen(motor: Motor): Promise<Parenscore> {
  const gemist: string[] = [];
  let paren = 0;
  for (const [getypt, samenstelling] of PAREN) {
    const alle = (await ask(motor, `"${samenstelling}"`)).aantal;
    if (alle === 0) continue;
    paren += 1;
    const { aantal, termen } = await ask(motor, `${getypt} "${samenstelling}"`);
    const isGezocht = termen.every(({ weggelaten }) => weggelaten === undefined);
    if (!isGezocht || aantal < alle) gemist.push(`${getypt} ${samenstelling}`);
  }
  return { paren, gemist };
}

function findOnbekend(oordelen: readonly Oordeel[], { sleutels }: Zoekbaar): readonly string[] {
  const bekend = new Set(sleutels);
  const verwacht = oordelen
    .filter(({ soort }) => soort !== "tikfout")
    .flatMap((oordeel) => [...oordeel.verwacht.keys()]);
  return [...new Set(verwacht)].filter((sleutel) => !bekend.has(sleutel));
}

export function formatRelevantie({ paginas, scores, paren, onbekend }: Relevantiemeting): string {
  const rows = perSoort(scores).map(({ soort, vragen, recall, mrr, ndcg }) => [
    soort,
    String(vragen),
    ...[recall, mrr, ndcg].map(toCijfer),
  ]);
  const missers = scores.filter(({ recall, mrr }) => recall < 1 || mrr < 1);
  return [
    `Relevantie van het zoeken in ${paginas} Kamervragen, de eerste ${DIEPTE} treffers:`,
    ...formatTable([["soort", "vragen", "recall", "MRR", "nDCG"], ...rows]),
    "",
    `Samenstellingen gevonden op hun deel: ${paren.paren - paren.gemist.length} van ${paren.paren}`,
    ...(paren.gemist.length > 0 ? [`  gemist: ${paren.gemist.join(", ")}`] : []),
    ...(onbekend.length > 0 ? [`Niet in het archief: ${onbekend.join(", ")}`] : []),
    "",
    `Niet alles gevonden, of niet vooraan (${missers.length}):`,
    ...missers.map(toRegel),
    "",
  ].join("\n");
}

function toRegel({ oordeel, gevonden, recall, mrr }: Vraagscore): string {
  const gemist = [...oordeel.verwacht].filter(([sleutel, graad]) => graad === 2 && !gevonden.includes(sleutel));
  const wat =
    gemist.length > 0
      ? `mist ${gemist
          .slice(0, 3)
          .map(([sleutel]) => sleutel)
          .join(", ")}`
      : `eerst ${gevonden[0]}`;
  return `  ${oordeel.soort.padEnd(9)} ${oordeel.vraag}: recall ${toCijfer(recall)}, MRR ${toCijfer(mrr)}, ${wat}`;
}

function toCijfer(getal: number): string {
  return getal.toFixed(3).replace(".", ",");
}
