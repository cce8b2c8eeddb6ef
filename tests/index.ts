/**
 * The one entry to the tests: every `*.test.ts` below this folder in one process (a process each takes ten times as long).
 * Arguments narrow it down: `npm test -- search datum` runs the files whose path holds one of these words.
 */
import { readdir } from "node:fs/promises";
import { relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const testsFolder = fileURLToPath(new URL(".", import.meta.url));
const words = process.argv.slice(2).filter((argument) => !argument.startsWith("-"));

// node --test and tsx --test find no TypeScript on Node 20, run nothing and exit 0: an empty list must be a failure here.
const files = await findTestFiles();
if (files.length === 0) {
  throw new Error(words.length > 0 ? `no test file matches: ${words.join(", ")}` : `no *.test.ts below ${testsFolder}`);
}
for (const file of files) await import(pathToFileURL(file).href);

async function findTestFiles(): Promise<readonly string[]> {
  const entries = await readdir(testsFolder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".test.ts"))
    .map((entry) => `${entry.parentPath}${sep}${entry.name}`)
    .filter((file) => words.length === 0 || words.some((word) => toName(file).includes(word)))
    .sort();
}

function toName(file: string): string {
  return relative(testsFolder, file).split(sep).join("/");
}
