/** How heavy a page is, and how much of it is words. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { listFiles } from "./mapgrootte.ts";

export interface Bladzijdegrootte {
  readonly bytes: number;
  /** What is read: the text between the tags, runs of white space counted as one. */
  readonly woorden: number;
  /** As a server sends it. */
  readonly ingepakt: number;
}

/** So many pages are weighed, spread over all. */
const STEEKPROEF = 500;

/** The mean weight of the pages below a folder; `undefined` where there are none. */
export function weighBladzijden(folder: string): Bladzijdegrootte | undefined {
  const paths = [...listFiles(folder)].filter((path) => path.endsWith(".html")).sort();
  const stap = Math.max(1, Math.floor(paths.length / STEEKPROEF));
  const sizes = paths
    .filter((_, index) => index % stap === 0)
    .map((path) => weighBladzijde(readFileSync(join(folder, path), "utf8")));
  if (sizes.length === 0) return undefined;
  const mean = (of: (size: Bladzijdegrootte) => number) =>
    Math.round(sizes.reduce((sum, size) => sum + of(size), 0) / sizes.length);
  return {
    bytes: mean(({ bytes }) => bytes),
    woorden: mean(({ woorden }) => woorden),
    ingepakt: mean(({ ingepakt }) => ingepakt),
  };
}

/** Weighs one page, as the build writes it: a `<` or `>` that is no tag is escaped. */
export function weighBladzijde(html: string): Bladzijdegrootte {
  const tekst = html
    .replace(/^[\s\S]*?<body/, "<body")
    .replace(/<[^>]*>/g, "")
    .replace(/\s+/g, " ");
  return { bytes: Buffer.byteLength(html), woorden: Buffer.byteLength(tekst), ingepakt: gzipSync(html).length };
}
