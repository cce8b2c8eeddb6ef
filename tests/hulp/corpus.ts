/** Real documents, which lie beside the project and are no part of it. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const SHARED = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..", "shared");

/**
 * The folders with real documents; `undefined` when they are not here.
 * @throws under CI=true, where a test that is passed over is a test that nobody ran.
 */
export function findCorpus(): readonly string[] | undefined {
  if (existsSync(join(SHARED, "corpus"))) return [join(SHARED, "corpus"), join(SHARED, "seed")];
  if (process.env.CI === "true") throw new Error(`the collection of real documents is not in ${SHARED}`);
  return undefined;
}
