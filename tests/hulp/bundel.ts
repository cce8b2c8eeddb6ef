/** Unpacks a bundle, as a reader does. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";

/** Unpacks the zip into `map` and answers the paths in it. */
export async function unpackBundel(zip: string, map: string): Promise<readonly string[]> {
  const inhoud = Object.entries(unzipSync(await readFile(zip)));
  for (const [path, bytes] of inhoud) {
    await mkdir(dirname(join(map, path)), { recursive: true });
    await writeFile(join(map, path), bytes);
  }
  return inhoud.map(([path]) => path);
}
