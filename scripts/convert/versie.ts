/** The version of the code that converts: a hash of all that the outcome of a conversion depends on beside the sources. */
import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readIfThere } from "../bestanden.ts";

const PROJECT_ROOT = fileURLToPath(new URL("../../", import.meta.url));

const MAPPEN = [
  "src/model",
  "src/markdown",
  "src/sources",
  "src/samenvoegen",
  "src/conservation",
  "scripts/convert",
] as const;

/** The second lock file is npm's own note of what it installed: the first may be newer than the packages. */
const BESTANDEN = ["scripts/bestanden.ts", "package-lock.json", "node_modules/.package-lock.json"] as const;

/** Changes with any change to the converter, its packages or Node. Takes some milliseconds. */
export function versieOf(root: string = PROJECT_ROOT): string {
  const hash = createHash("sha256").update(JSON.stringify(process.versions));
  for (const path of [...MAPPEN.flatMap((map) => listFiles(root, map)), ...BESTANDEN]) {
    const text = readIfThere(join(root, path)) ?? "";
    hash.update(`\n${path} ${text.length}\n`).update(text);
  }
  return hash.digest("hex");
}

function listFiles(root: string, map: string): readonly string[] {
  return readdirSync(join(root, map), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .toSorted();
}
