/** The inverted index: for each stem how rare it is, and for the rarer ones in which Kamervragen it stands. */
import type { Opslag } from "./opslag.ts";

export interface Lijsten {
  /** The number of its stem, for each term in the order of the Opslag. */
  readonly nummers: Int32Array;
  /** For each stem how much it tells, in bits: 10 for one in a thousand Kamervragen. */
  readonly bits: Uint8Array;
  /** The list of stem n runs from `starts[n]` up to `starts[n + 1]`; empty for a stem that tells nothing or stands in too many. */
  readonly starts: Int32Array;
  /** Places of Kamervragen among the sorted sleutels, ascending in each list. */
  readonly plaatsen: Int32Array;
  readonly gewichten: Uint8Array;
}

/** Longer lists are not walked: what stands in more Kamervragen finds none that rarer words do not find as well. */
const LANGSTE_LIJST = 512;
/** A stem in more than one in eight or so is a function word, or one that all Kamervragen share. */
const MIN_BITS = 3;

/** Makes the index. `volgorde` gives the Kamervragen by sleutel: in what order they were added shows nowhere. */
export function toLijsten(opslag: Opslag, volgorde: readonly number[]): Lijsten {
  const { nummers, telling } = numberStammen(opslag.stammen());
  const bits = Uint8Array.from(telling, (aantal) => bitsOf(aantal, volgorde.length));
  const starts = new Int32Array(telling.length + 1);
  for (const [nummer, aantal] of telling.entries()) {
    starts[nummer + 1] = (starts[nummer] ?? 0) + (isGelopen(aantal, volgorde.length) ? aantal : 0);
  }
  const plaatsen = new Int32Array(starts.at(-1) ?? 0);
  const gewichten = new Uint8Array(plaatsen.length);
  const volgende = starts.slice();
  const bron = opslag.gewichten();
  for (const [plaats, index] of volgorde.entries()) {
    for (let at = opslag.starts[index] ?? 0; at < (opslag.starts[index + 1] ?? 0); at += 1) {
      const nummer = nummers[at] ?? 0;
      const post = volgende[nummer] ?? 0;
      if ((starts[nummer] ?? 0) === (starts[nummer + 1] ?? 0)) continue;
      volgende[nummer] = post + 1;
      plaatsen[post] = plaats;
      gewichten[post] = bron[at] ?? 0;
    }
  }
  return { nummers, bits, starts, plaatsen, gewichten };
}

/** Numbers the stems 0, 1, 2 … and counts in how many Kamervragen each stands. */
function numberStammen(stammen: Int32Array): { readonly nummers: Int32Array; readonly telling: Int32Array } {
  const bekend = new Map<number, number>();
  const nummers = stammen.map((stam) => {
    const nummer = bekend.get(stam) ?? bekend.size;
    bekend.set(stam, nummer);
    return nummer;
  });
  const telling = new Int32Array(bekend.size);
  for (const nummer of nummers) telling[nummer] = (telling[nummer] ?? 0) + 1;
  return { nummers, telling };
}

/** Whether the list of a stem that stands in so many Kamervragen is walked. */
export function isGelopen(aantal: number, kamervragen: number): boolean {
  return aantal > 1 && aantal <= LANGSTE_LIJST && bitsOf(aantal, kamervragen) > 0;
}

/**
 * How much a stem tells. Rounded to powers of two, both ways: one more Kamervraag changes the weight of next to no word, and
 * so few other pages.
 */
export function bitsOf(aantal: number, kamervragen: number): number {
  const bits = Math.round(Math.log2(kamervragen)) - Math.ceil(Math.log2(aantal));
  return bits < MIN_BITS ? 0 : bits;
}
