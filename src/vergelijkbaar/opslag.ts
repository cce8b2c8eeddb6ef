/** The terms of a whole archive in a few long rows of numbers: some 600 bytes a Kamervraag. */
import { type GepakteTermen, MAX_TERMEN, packTermen, type Termen } from "./termen.ts";

/** Terms of Kamervragen by the order of adding; those of one stand from `starts[i]` up to `starts[i + 1]`. */
export interface Opslag {
  /** @throws Error when the sleutel was added before. */
  add(sleutel: string, termen: Termen | GepakteTermen): void;
  readonly sleutels: readonly string[];
  readonly starts: readonly number[];
  stammen(): Int32Array;
  gewichten(): Uint8Array;
  /** The words of one Kamervraag, in the order of its terms. */
  woordenOf(index: number): readonly string[];
}

export function openOpslag(): Opslag {
  const sleutels: string[] = [];
  const bekend = new Set<string>();
  const starts = [0];
  const tekststarts = [0];
  let stammen = new Int32Array(MAX_TERMEN);
  let gewichten = new Uint8Array(MAX_TERMEN);
  let tekst = new Uint8Array(1024);
  return {
    add(sleutel, termen) {
      if (bekend.has(sleutel)) throw new Error(`${sleutel} was added before`);
      bekend.add(sleutel);
      sleutels.push(sleutel);
      const start = starts.at(-1) ?? 0;
      const end = start + termen.stammen.length;
      stammen = fit(stammen, end, (size) => new Int32Array(size));
      gewichten = fit(gewichten, end, (size) => new Uint8Array(size));
      stammen.set(termen.stammen, start);
      gewichten.set(termen.gewichten, start);
      starts.push(end);
      // As bytes: a word cut out of a text would keep that whole text in memory.
      const { tekst: bytes } = "tekst" in termen ? termen : packTermen(termen);
      const from = tekststarts.at(-1) ?? 0;
      tekst = fit(tekst, from + bytes.length, (size) => new Uint8Array(size));
      tekst.set(bytes, from);
      tekststarts.push(from + bytes.length);
    },
    sleutels,
    starts,
    stammen: () => stammen.subarray(0, starts.at(-1)),
    gewichten: () => gewichten.subarray(0, starts.at(-1)),
    woordenOf: (index) => vanBytes.decode(tekst.subarray(tekststarts[index], tekststarts[index + 1])).split(" "),
  };
}

const vanBytes = new TextDecoder();

/** The same row with room for `size` values: half as long again where it had none. */
function fit<T extends Int32Array | Uint8Array>(row: T, size: number, create: (size: number) => T): T {
  if (size <= row.length) return row;
  const larger = create(Math.max(size, Math.ceil(row.length * 1.5)));
  larger.set(row);
  return larger;
}
