/** `npm run -s lees -- FILE…`: what the reader sees in each document by itself, as JSON (contract). */
import { leesBestand } from "./lees/leesbestand.ts";
import { GebruikError, readOpties, run } from "./opties.ts";

const HULP = `Toont wat de lezer in elk document ziet, vóór het samenvoegen, als JSON.

  npm run -s lees -- BESTAND…
`;

await run(async (args) => {
  const { positionals } = readOpties(args, {}, HULP, "met bestanden");
  if (positionals.length === 0) throw new GebruikError(`noem ten minste één bestand\n\n${HULP}`);
  const documenten = await Promise.all(positionals.map(leesBestand));
  process.stdout.write(`${JSON.stringify(documenten, dropEmpty, 2)}\n`);
  return documenten.every(({ herkend }) => herkend) ? 0 : 1;
});

function dropEmpty(_key: string, value: unknown): unknown {
  return value === "" ? undefined : value;
}
