/** The sources that notes name, as the page shows them: beside each note, and as the list of what the vragen rest on. */
import { nootwoorden } from "../../templates/data/noten.ts";
import { formatGetal, teksten } from "../../templates/data/teksten.ts";
import { opsomming } from "../markdown/koppen.ts";
import { nootmerkenIn } from "../markdown/nootmerken.ts";
import { formatDatum } from "../model/datum.ts";
import type { Kamervraag } from "../model/kamervraag.ts";
import { domeinOf } from "../noten/adres.ts";
import type { NootSoort } from "../noten/soort.ts";
import { type ArchiefNootbron, type Nootbronnen, nootbronnenOf } from "../noten/van-kamervraag.ts";

/** What stands small beside a note: "NOS · nieuws · archief". */
export interface NootbronView {
  /** The news medium; of several sources the site. */
  readonly naam?: string;
  readonly soort: string;
  /** Its address, where the words of the note do not lead there. */
  readonly href?: string;
  /** A copy at the Internet Archive. `uitleg` goes on from the visible word. */
  readonly archief?: { readonly href: string; readonly tekst: string; readonly uitleg: string };
}

/** What the page tells of the sources of one note. A remark that names none has none. */
export function toNootbronViews(noot: Nootbronnen | undefined): readonly NootbronView[] {
  if (!noot) return [];
  const genoemd = noot.bronnen.filter(({ soort }) => soort !== "overig");
  const views = genoemd.map((bron) => toNootbronView(bron, noot, genoemd.length > 1));
  // Four Kamerstukken are named in the note itself: here the kind is enough.
  const seen = new Set<string>();
  return views.filter(({ soort, naam, archief }) => {
    const sleutel = `${soort} ${naam ?? ""} ${archief?.href ?? ""}`;
    return !seen.has(sleutel) && seen.add(sleutel);
  });
}

function toNootbronView(
  { soort, medium, url, isKaal, archiefUrl }: ArchiefNootbron,
  { geschreven }: Nootbronnen,
  isEenVanMeer: boolean,
): NootbronView {
  const domein = url ? domeinOf(url) : undefined;
  const naam = medium?.naam ?? (isEenVanMeer && soort === "web" ? domein : undefined);
  return {
    ...(naam ? { naam } : {}),
    soort: nootwoorden.soort[soort],
    ...(url && isKaal ? { href: url } : {}),
    ...(archiefUrl && geschreven && domein
      ? {
          archief: {
            href: archiefUrl,
            tekst: nootwoorden.archief,
            uitleg: nootwoorden.archiefUitleg(domein, formatDatum(geschreven)),
          },
        }
      : {}),
  };
}

/** One note under the vragen, in the list of what they rest on. */
export interface VraagbronView {
  readonly tekst?: string;
  readonly bronnen: readonly NootbronView[];
  readonly href: string;
  readonly noot: string;
  readonly bij: string;
}

export interface BronnenBijVragenView {
  /** Counts the kinds, where there are several sources. */
  readonly samenvatting?: string;
  readonly noten: readonly VraagbronView[];
}

/** The notes under the vragen, each with its sources; `undefined` when there are none. */
export function toBronnenBijVragen(kamervraag: Kamervraag): BronnenBijVragenView | undefined {
  const vraagnoten = kamervraag.noten.filter(({ bereik }) => bereik === "vraag");
  if (vraagnoten.length === 0) return undefined;
  const nootbronnen = nootbronnenOf(kamervraag);
  const nummers = vraagnummersByNoot(kamervraag.blokken);
  const samenvatting = toSamenvatting(vraagnoten.flatMap(({ anker }) => nootbronnen.get(anker)?.bronnen ?? []));
  return {
    ...(samenvatting ? { samenvatting } : {}),
    noten: vraagnoten.map(({ anker, nummer: printed, tekst }) => {
      const nummer = nummers.get(anker);
      const noot = nootbronnen.get(anker);
      const isZonderAdres = noot?.bronnen.every(({ url }) => url === undefined) && noot.soort !== "overig";
      return {
        ...(tekst === undefined ? {} : { tekst }),
        bronnen: toNootbronViews(noot),
        href: `#noot-${anker}`,
        noot: teksten.bronnenBijVragen.noot(printed),
        bij: [
          nummer ? teksten.bronnenBijVragen.bijVraag(nummer) : "",
          isZonderAdres ? teksten.bronnenBijVragen.zonderAdres : "",
        ].join(""),
      };
    }),
  };
}

const VOLGORDE = Object.keys(nootwoorden.soort) as readonly NootSoort[];

function toSamenvatting(bronnen: readonly ArchiefNootbron[]): string | undefined {
  if (bronnen.length < 2) return undefined;
  const delen = VOLGORDE.flatMap((soort) => {
    const aantal = bronnen.filter((bron) => bron.soort === soort).length;
    return aantal > 0 ? [nootwoorden.aantal[soort](formatGetal(aantal), aantal === 1)] : [];
  });
  return nootwoorden.samen(opsomming(delen));
}

/** The number of the vraag that calls a note first, by the note's anchor. */
function vraagnummersByNoot(blokken: Kamervraag["blokken"]): ReadonlyMap<string, string> {
  const nummers = new Map<string, string>();
  for (const blok of blokken) {
    const nummer = blok.soort === "vraag" ? blok.nummers[0] : undefined;
    if (!nummer) continue;
    for (const anker of nootmerkenIn(blok.tekst)) if (!nummers.has(anker)) nummers.set(anker, nummer);
  }
  return nummers;
}
