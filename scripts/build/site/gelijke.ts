/** Which Kamervragen are alike, with what the build before found: only those are compared again for which it can differ. */
import { rmSync } from "node:fs";
import { findGeraakt } from "../../../src/vergelijkbaar/geraakt.ts";
import type { GepakteTermen } from "../../../src/vergelijkbaar/termen.ts";
import { type Gelijkenis, openVergelijking, type Vergelijkbaarheid } from "../../../src/vergelijkbaar/vergelijking.ts";
import type { Rij } from "./bak.ts";
import { readBewaard, writeBewaard } from "./bewaar.ts";
import { hashOf } from "./kenmerk.ts";

export interface Gelijke extends Vergelijkbaarheid {
  /** Keeps what was found; answers the system's code when it could not be written. */
  readonly keep: () => string | undefined;
}

type Regel = readonly [sleutel: string, gelijke: readonly Gelijkenis[]];

/**
 * Opens the comparison of `rijen`; `eerder` are the rows that the file at `path` was made for, if its own word about them
 * fits. Each answer is worked out once.
 */
export function openGelijke(
  rijen: readonly Rij[],
  eerder: Iterable<Rij>,
  path: string | undefined,
  versie: string,
): Gelijke {
  let vergelijkbaarheid: Vergelijkbaarheid | undefined;
  const findGelijke = (sleutel: string): readonly Gelijkenis[] => {
    vergelijkbaarheid ??= compareAll(rijen);
    return vergelijkbaarheid.findGelijke(sleutel);
  };
  if (path === undefined) return { findGelijke, keep: () => undefined };

  const stand = standOf(rijen);
  const { bekend, isGelijk } = readBekend(rijen, [...eerder], path, versie, stand);
  const antwoorden = new Map<string, readonly Gelijkenis[]>();
  return {
    findGelijke(sleutel) {
      const known = antwoorden.get(sleutel) ?? bekend.get(sleutel) ?? findGelijke(sleutel);
      antwoorden.set(sleutel, known);
      return known;
    },
    keep() {
      // The rows are written by now: an interruption here leaves a file that does not fit them, and so counts for nothing.
      if (isGelijk) return undefined;
      const regels: readonly (Regel | string)[] = [stand, ...antwoorden];
      const fout = writeBewaard(path, versie, { regels });
      if (fout !== undefined) rmSync(path, { force: true });
      return fout;
    },
  };
}

function compareAll(rijen: readonly Rij[]): Vergelijkbaarheid {
  const vergelijking = openVergelijking();
  for (const { kaart } of rijen) vergelijking.add(kaart.sleutel, kaart.termen);
  return vergelijking.besluit();
}

/** Answers that still hold; and whether all do, for nothing changed. */
function readBekend(
  rijen: readonly Rij[],
  eerder: readonly Rij[],
  path: string,
  versie: string,
  stand: string,
): { readonly bekend: ReadonlyMap<string, readonly Gelijkenis[]>; readonly isGelijk: boolean } {
  const niets = { bekend: new Map<string, readonly Gelijkenis[]>(), isGelijk: false };
  const bewaard = readBewaard(path, versie);
  const [vorige, ...regels] = bewaard?.regels ?? [];
  if (vorige === undefined || vorige !== standOf(eerder)) return niets;
  // The check sum fits and the code is the same: these are the lines that were written.
  const antwoorden = new Map(regels as readonly Regel[]);
  if (vorige === stand) return { bekend: antwoorden, isGelijk: true };
  const geraakt = findGeraakt(toTermenset(eerder), toTermenset(rijen));
  if (!geraakt) return niets;
  for (const sleutel of geraakt) antwoorden.delete(sleutel);
  return { bekend: antwoorden, isGelijk: false };
}

function toTermenset(rijen: readonly Rij[]): ReadonlyMap<string, GepakteTermen> {
  return new Map(rijen.map(({ kaart }) => [kaart.sleutel, kaart.termen]));
}

// Which texts were compared.
function standOf(rijen: readonly Rij[]): string {
  return hashOf(rijen.map(({ kaart, sha256 }) => `${kaart.sleutel} ${sha256}`).sort());
}
