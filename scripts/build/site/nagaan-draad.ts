/**
 * A thread that looks whether the Markdown and the site are as the build before left them. It imports nothing but what Node
 * has and takes pieces of the work from a shared counter, so that several threads finish together.
 */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";

export interface Nagaantaak {
  readonly inhoud: string;
  readonly uit: string;
  /** Folders below `inhoud`, with the rows that are known in each; paths sorted, a line each. */
  readonly jaren: readonly { readonly naam: string; readonly van: number; readonly tot: number }[];
  readonly paths: string;
  /** Of each file of the Markdown: size, both times, number. */
  readonly stempels: Float64Array;
  /** The files of each page without their endings, a line each; and size and time of each. */
  readonly bases: string;
  readonly vormen: readonly string[];
  readonly merken: Float64Array;
  /** The rows of pages to look at: from each first one up to its second. */
  readonly reeksen: readonly (readonly [van: number, tot: number])[];
  /** Other files of the site. */
  readonly losse: readonly (readonly [path: string, grootte: number, tijd: number])[];
  readonly teller: Int32Array;
}

export interface Nagegaan {
  /** Files of the Markdown that are new or of which the system says something else. */
  readonly anders: readonly (readonly [path: string, stempel: readonly [number, number, number, number]])[];
  /** Rows whose file is gone. */
  readonly verdwenen: readonly number[];
  /** Rows whose page, or a file beside it, is gone or other. */
  readonly weg: readonly number[];
  /** Indices of other files that are gone or other. */
  readonly losseWeg: readonly number[];
}

const PAGINAS = 2_000;
const VELDEN = 4;

const taak = workerData as Nagaantaak;
const { inhoud, uit, jaren, stempels, vormen, merken, reeksen, losse, teller } = taak;
const paths = toRegels(taak.paths);
const bases = toRegels(taak.bases);
const anders: [string, [number, number, number, number]][] = [];
const verdwenen: number[] = [];
const weg: number[] = [];
const losseWeg: number[] = [];

const stukken: (() => void)[] = [
  ...jaren.map((jaar) => () => checkJaar(jaar)),
  checkLosse,
  ...reeksen.flatMap(([van, tot]) =>
    Array.from({ length: Math.ceil((tot - van) / PAGINAS) }, (_, deel) => {
      const begin = van + deel * PAGINAS;
      return () => checkPaginas(begin, Math.min(tot, begin + PAGINAS));
    }),
  ),
];
for (let stuk = next(); stuk; stuk = next()) stuk();
parentPort?.postMessage({ anders, verdwenen, weg, losseWeg } satisfies Nagegaan);

function next(): (() => void) | undefined {
  return stukken[Atomics.add(teller, 0, 1)];
}

function toRegels(tekst: string): readonly string[] {
  return tekst === "" ? [] : tekst.split("\n");
}

function checkJaar({ naam, van, tot }: Nagaantaak["jaren"][number]): void {
  const bekend = new Map<string, number>();
  for (let rij = van; rij < tot; rij += 1) bekend.set((paths[rij] ?? "").slice(naam.length + 1), rij);
  for (const name of listNames(join(inhoud, naam))) {
    if (!name.endsWith(".md") || name.endsWith(".nieuw.md")) continue;
    const found = statSync(`${inhoud}/${naam}/${name}`, { throwIfNoEntry: false });
    if (!found) continue;
    const { size, mtimeMs, ctimeMs, ino } = found;
    const rij = bekend.get(name);
    const at = (rij ?? 0) * VELDEN;
    const isZelfde =
      rij !== undefined &&
      stempels[at] === size &&
      stempels[at + 1] === mtimeMs &&
      stempels[at + 2] === ctimeMs &&
      stempels[at + 3] === ino;
    bekend.delete(name);
    if (!isZelfde) anders.push([`${naam}/${name}`, [size, mtimeMs, ctimeMs, ino]]);
  }
  verdwenen.push(...bekend.values());
}

function listNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // all its rows are then gone; whoever lists the folder again will say why
  }
}

function checkPaginas(van: number, tot: number): void {
  for (let rij = van; rij < tot; rij += 1) {
    const basis = `${uit}/${bases[rij]}.`;
    for (let vorm = 0; vorm < vormen.length; vorm += 1) {
      const at = (rij * vormen.length + vorm) * 2;
      if (isZo(basis + vormen[vorm], merken[at] ?? -1, merken[at + 1] ?? -1)) continue;
      weg.push(rij);
      break;
    }
  }
}

function checkLosse(): void {
  for (const [index, [path, grootte, tijd]] of losse.entries()) {
    if (!isZo(`${uit}/${path}`, grootte, tijd)) losseWeg.push(index);
  }
}

function isZo(path: string, grootte: number, tijd: number): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.size === grootte && Math.round(found.mtimeMs * 1000) === tijd && found.isFile();
}
