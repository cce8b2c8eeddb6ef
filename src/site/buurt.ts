/**
 * The neighbourhood of a page: all that it shows of other Kamervragen, as plain data. A worker makes the page from it as if
 * it had the whole archive; and as long as it stays the same, the page does.
 */
import type { Verbinding } from "../samenhang/graaf.ts";
import type { Gelijkenis } from "../vergelijkbaar/vergelijking.ts";
import type { Zoek } from "../verwijzingen/wegwijzer.ts";
import type { Archiefkennis, Ketendeel } from "./archiefkennis.ts";
import type { Registerpost } from "./register.ts";

export interface Buurt {
  readonly verwijzers: readonly Verbinding[];
  readonly verwijzingen: readonly Verbinding[];
  readonly keten: Ketendeel;
  readonly gelijke: readonly Gelijkenis[];
  /** The facts of every Kamervraag named above. */
  readonly posten: readonly Registerpost[];
  /** What each of the page's own references leads to. */
  readonly vindplaatsen: readonly Buurtplaats[];
}

/** A Kamervraag as cited; `sleutel` and `ankers` (with a blank around each) when the archive holds it. */
export interface Buurtplaats {
  readonly id: string;
  readonly sleutel?: string;
  readonly ankers?: string;
}

/** Takes from the archive what the page of one Kamervraag asks of it; `citaten` are the Kamervragen that its texts name. */
export function toBuurt(
  sleutel: string,
  citaten: readonly string[],
  archief: Archiefkennis,
  ankersVan: (sleutel: string) => string,
): Buurt {
  const verwijzers = archief.verwijzersNaar(sleutel);
  const verwijzingen = archief.verwijzingenVan(sleutel);
  const keten = archief.ketendeel(sleutel);
  const gelijke = archief.findGelijke(sleutel);
  const genoemd = new Set([
    ...verwijzers.map(({ van }) => van),
    ...verwijzingen.flatMap(({ naar }) => naar ?? []),
    ...keten.deel,
    ...gelijke.map((ander) => ander.sleutel),
  ]);
  return {
    verwijzers,
    verwijzingen,
    keten,
    gelijke,
    posten: [...genoemd].flatMap((ander) => archief.post(ander) ?? []),
    vindplaatsen: citaten.map((id) => {
      const gevonden = archief.zoek(id)?.sleutel;
      return gevonden === undefined ? { id } : { id, sleutel: gevonden, ankers: ankersVan(gevonden) };
    }),
  };
}

/** A page asked for a Kamervraag that its card does not name: it has to be made where the whole archive is at hand. */
export class OnbekendCitaat extends Error {}

/** The archive as the page of `sleutel` sees it. What that page does not ask is not answered. */
export function openBuurt(sleutel: string, buurt: Buurt): Archiefkennis {
  const { verwijzers, verwijzingen, keten, gelijke, posten, vindplaatsen } = buurt;
  const plaatsen = new Map(vindplaatsen.map((plaats) => [plaats.id, plaats]));
  const byKey = new Map(posten.map((post) => [post.sleutel, post]));
  const own = <Answer>(asked: string, answer: Answer): Answer => {
    if (asked !== sleutel) throw new Error(`the page of ${sleutel} asked what is known of ${asked}`);
    return answer;
  };
  const zoek: Zoek = (id) => {
    const plaats = plaatsen.get(id);
    if (!plaats) throw new OnbekendCitaat(`the page of ${sleutel} asked for ${id}`);
    if (plaats.sleutel === undefined) return undefined;
    return { sleutel: plaats.sleutel, hasAnker: (anker) => plaats.ankers?.includes(` ${anker} `) ?? false };
  };
  return {
    zoek,
    verwijzersNaar: (asked) => own(asked, verwijzers),
    verwijzingenVan: (asked) => own(asked, verwijzingen),
    ketendeel: (asked) => own(asked, keten),
    findGelijke: (asked) => own(asked, gelijke),
    post: (asked) => byKey.get(asked),
  };
}
