/**
 * The stems of the words of the archive, kept from build to build: to ask the engine for a million of them takes ten times
 * as long as to read them.
 *
 * Layout: SHA-256 of what follows, then a line with the version of Pagefind, then a line for each word with its stem.
 */
import { join } from "node:path";
import type { Stammer } from "../../../src/zoeken/motor/wasm.ts";
import { isSystemError, readIfThere, sha256Of, writeWhole } from "../../bestanden.ts";

export interface Stammen {
  /** As the engine's, which is asked for a word that is not kept. */
  readonly stam: Stammer;
  /** Keeps what was asked for, where much of it is new. */
  readonly keep: () => void;
}

/** Below this part of words that were not kept, the file stays as it is: the next build asks the engine for them again. */
const NIEUW_DEEL = 0.01;

/**
 * @param folder of the cache; without it nothing is kept.
 * @param versie of Pagefind: another one may have other stems.
 */
export function openStammen(folder: string | undefined, versie: string, stam: Stammer): Stammen {
  const woorden: string[] = [];
  const stammen: string[] = [];
  const plaatsen = new Map<string, number>();
  const put = (woord: string, deStam: string): number => {
    plaatsen.set(woord, woorden.length);
    stammen.push(deStam);
    return woorden.push(woord) - 1;
  };
  for (const [woord, deStam] of folder === undefined ? [] : readStammen(pathOf(folder), versie)) put(woord, deStam);
  const bewaard = woorden.length;
  /** Of those that were kept: whether they are asked for still. */
  const isGevraagd = new Uint8Array(bewaard);
  return {
    stam(woord) {
      const plaats = plaatsen.get(woord) ?? put(woord, stam(woord));
      isGevraagd[plaats] = 1;
      return stammen[plaats] ?? woord;
    },
    keep() {
      const nieuw = woorden.length - bewaard;
      if (folder === undefined || nieuw <= NIEUW_DEEL * woorden.length) return;
      const regels = woorden.flatMap((woord, plaats) => {
        const deStam = stammen[plaats] ?? "";
        const isOver = plaats < bewaard && isGevraagd[plaats] === 0;
        return isOver || !isRegelveilig(woord) || !isRegelveilig(deStam) ? [] : [`${woord} ${deStam}`];
      });
      const tekst = [versie, ...regels].join("\n");
      try {
        writeWhole(pathOf(folder), `${sha256Of(Buffer.from(tekst))}\n${tekst}`);
      } catch (error) {
        // Where it cannot be kept, the next build asks again.
        if (!isSystemError(error)) throw error;
      }
    },
  };
}

function pathOf(folder: string): string {
  return join(folder, "stammen.txt");
}

function isRegelveilig(tekst: string): boolean {
  return !/[\s\p{Cs}]/u.test(tekst);
}

/** Words with the stems that were kept; none when the file is missing, cut off, damaged or of another version. */
function* readStammen(path: string, versie: string): Generator<readonly [woord: string, stam: string]> {
  const geheel = readIfThere(path);
  const eind = geheel?.indexOf("\n") ?? -1;
  if (geheel === undefined || eind < 0) return;
  const tekst = geheel.slice(eind + 1);
  if (sha256Of(Buffer.from(tekst)) !== geheel.slice(0, eind)) return;
  const [eerste, ...regels] = tekst.split("\n");
  if (eerste !== versie) return;
  for (const regel of regels) {
    const blank = regel.indexOf(" ");
    yield [regel.slice(0, blank), regel.slice(blank + 1)];
  }
}
