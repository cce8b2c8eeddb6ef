/** How much stands in a folder. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

export interface Mapgrootte {
  readonly bestanden: number;
  readonly bytes: number;
}

/** Counts the files below a folder of which the path ends in `einde`, and their bytes; nothing in a folder that is not there. */
export function sizeOf(folder: string, einde = ""): Mapgrootte {
  let bestanden = 0;
  let bytes = 0;
  for (const path of listFiles(folder)) {
    if (!path.endsWith(einde)) continue;
    bestanden += 1;
    bytes += statSync(join(folder, path)).size;
  }
  return { bestanden, bytes };
}

/** The paths of all files below a folder, relative to it, one folder at a time: a site has hundreds of thousands. */
export function* listFiles(folder: string, below = ""): Generator<string> {
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) yield* listFiles(folder, path);
    else if (entry.isFile()) yield path;
  }
}
