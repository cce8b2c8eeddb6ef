/**
 * What a build knows of the site that the build before it left: from what each page and list was made, and how the system
 * knows its files. A page whose make and files are the same need not be made again.
 */
import { readBewaard, writeBewaard } from "./bewaar.ts";

/** Of one page with the files beside it, or of one other file. */
export interface Stuk {
  /** Hash of all that it was made from. */
  readonly kenmerk: string;
  /** What its files are known by: see `merkOf`. */
  readonly merk: string;
  /** Of the page of a Kamervraag: hash of what can be found on it. */
  readonly vindbaar?: string;
}

export type Stukken = ReadonlyMap<string, Stuk>;

/** Reads what is known of a site; nothing when no file holds it. */
export function readStaat(path: string | undefined, versie: string): Stukken {
  const bewaard = path === undefined ? undefined : readBewaard(path, versie);
  // The check sum fits and the code is the same: these are the lines that were written.
  const regels = (bewaard?.regels ?? []) as readonly (readonly [string, string, string, string?])[];
  return new Map(
    regels.map(([naam, kenmerk, merk, vindbaar]) => [
      naam,
      { kenmerk, merk, ...(vindbaar === undefined ? {} : { vindbaar }) },
    ]),
  );
}

/** Answers the system's code when it could not be written. */
export function writeStaat(path: string, versie: string, stukken: Stukken): string | undefined {
  const regels = [...stukken].map(([naam, { kenmerk, merk, vindbaar }]) =>
    vindbaar === undefined ? [naam, kenmerk, merk] : [naam, kenmerk, merk, vindbaar],
  );
  return writeBewaard(path, versie, { regels });
}
