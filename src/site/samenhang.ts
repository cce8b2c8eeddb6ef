/** How a Kamervraag hangs together with others: its chain of follow-ups, who refers to it, and to which it refers. */
import { teksten } from "../../templates/data/teksten.ts";
import { formatDatum } from "../model/datum.ts";
import type { Datum } from "../model/kamervraag.ts";
import { pathOfSleutel } from "../model/sleutel.ts";
import type { Graaf, Verbinding } from "../samenhang/graaf.ts";
import type { Archiefkennis } from "./archiefkennis.ts";
import { toCsvRij } from "./csv.ts";
import type { Verwijzing } from "./gesprek.ts";
import { type PaginaContext, toIndienerKort } from "./pagina.ts";
import { type StaatView, toStaatView } from "./staat.ts";

/** Another Kamervraag in one line. */
export interface AndereView {
  readonly href?: string;
  readonly titel: string;
  readonly datum?: Datum;
  readonly datumTekst?: string;
  readonly wie?: string;
  readonly staat?: StaatView;
}

export interface KetenrijView extends AndereView {
  readonly isDeze: boolean;
}

export interface VerbondenView extends AndereView {
  readonly relatie: string;
  /** Where it stands: in the other Kamervraag (who refers to this one) or in this one (to which it refers). */
  readonly plaatsen: readonly Verwijzing[];
}

export interface SamenhangView {
  readonly keten: readonly KetenrijView[];
  /** Said where the chain is longer than what stands here. */
  readonly ketenTekst?: string;
  readonly verwijzers: readonly VerbondenView[];
  readonly verwijzersTekst?: string;
  readonly verwijzingen: readonly VerbondenView[];
}

// So many that refer to this Kamervraag are shown: more are in verwijzingen.csv.
const MEESTE_VERWIJZERS = 100;

/** Shapes how a Kamervraag hangs together with others; nothing when it stands alone. */
export function toSamenhang(sleutel: string, context: PaginaContext): { readonly samenhang?: SamenhangView } {
  const { archief } = context;
  if (!archief) return {};
  const inkomend = groupBy(archief.verwijzersNaar(sleutel), ({ van }) => van);
  const uitgaand = groupBy(archief.verwijzingenVan(sleutel), ({ naar, id }) => naar ?? id);
  const keten = archief.ketendeel(sleutel);
  if (inkomend.size === 0 && uitgaand.size === 0 && keten.aantal === 0) return {};
  // The newest last, as in the chain.
  const verwijzers = [...inkomend].slice(-MEESTE_VERWIJZERS);
  return {
    samenhang: {
      keten: keten.deel.map((one) => ({ ...toAndere(one, context, archief), isDeze: one === sleutel })),
      ...(keten.deel.length < keten.aantal
        ? { ketenTekst: teksten.samenhang.ketenDeel(keten.deel.length, keten.aantal) }
        : {}),
      verwijzers: verwijzers.map(([van, verbindingen]) => ({
        ...toAndere(van, context, archief),
        relatie: teksten.samenhang.inkomend[first(verbindingen).relatie],
        plaatsen: toPlaatsen(verbindingen, pathToKamervraag(van)),
      })),
      ...(verwijzers.length < inkomend.size
        ? { verwijzersTekst: teksten.samenhang.verwijzersDeel(verwijzers.length, inkomend.size) }
        : {}),
      verwijzingen: [...uitgaand].map(([, verbindingen]) => ({
        ...toDoel(first(verbindingen), context, archief),
        relatie: teksten.samenhang.uitgaand[first(verbindingen).relatie],
        plaatsen: toPlaatsen(verbindingen, ""),
      })),
    },
  };
}

function toDoel(verbinding: Verbinding, context: PaginaContext, archief: Archiefkennis): AndereView {
  if (verbinding.naar !== undefined) return toAndere(verbinding.naar, context, archief);
  const { url, tekst } = verbinding;
  return { ...(url === undefined ? {} : { href: url }), titel: tekst };
}

/** Another Kamervraag in one line: its title as a link, when, who and how it stands. */
export function toAndere(sleutel: string, { peildatum }: PaginaContext, archief: Archiefkennis): AndereView {
  const href = pathToKamervraag(sleutel);
  const post = archief.post(sleutel);
  if (!post) return { href, titel: sleutel };
  return {
    href,
    titel: post.titel,
    ...(post.ingediend ? { datum: post.ingediend, datumTekst: formatDatum(post.ingediend) } : {}),
    wie: toIndienerKort(post.indieners),
    staat: toStaatView(post, peildatum),
  };
}

/** The way from the page of one Kamervraag to that of another. */
function pathToKamervraag(sleutel: string): string {
  return `${pathOfSleutel(sleutel).replace(/^kamervraag/, "..")}.html`;
}

function toPlaatsen(verbindingen: readonly Verbinding[], pagina: string): readonly Verwijzing[] {
  const byTekst = new Map<string, Verwijzing>();
  for (const { plaats, bij } of verbindingen) {
    const waar = bij ?? plaats;
    const tekst = teksten.samenhang.plaats(waar, bij !== undefined || plaats.startsWith("noot-"));
    const href = waar === "kop" ? `${pagina}#verantwoording` : `${pagina}#${waar}`;
    if (!byTekst.has(tekst)) byTekst.set(tekst, { href, tekst });
  }
  return [...byTekst.values()];
}

function groupBy(
  verbindingen: readonly Verbinding[],
  key: (verbinding: Verbinding) => string,
): ReadonlyMap<string, readonly Verbinding[]> {
  const groups = new Map<string, Verbinding[]>();
  for (const verbinding of verbindingen) {
    const name = key(verbinding);
    const group = groups.get(name) ?? [];
    groups.set(name, group);
    group.push(verbinding);
  }
  return groups;
}

const RANG = ["aanvulling", "vervolg", "eerder-antwoord", "zie-ook", "verwijst"] as const;

// Of several references to the same Kamervraag the one that says most.
function first(verbindingen: readonly Verbinding[]): Verbinding {
  const sorted = verbindingen.toSorted((a, b) => RANG.indexOf(a.relatie) - RANG.indexOf(b.relatie));
  return sorted[0] as Verbinding;
}

/** The graph as a table, one row a reference (docs/formats/samenhang.md). */
export function* toVerwijzingenCsv({ verbindingen }: Pick<Graaf, "verbindingen">): Generator<string> {
  yield VERWIJZINGEN_KOLOMMEN;
  for (const verbinding of verbindingen()) yield toVerwijzingRij(verbinding);
}

/** The names of the columns of `verwijzingen.csv`. */
export const VERWIJZINGEN_KOLOMMEN = toCsvRij([
  "van",
  "plaats",
  "bij",
  "relatie",
  "tekst",
  "id",
  "naar",
  "anker",
  "url",
]);

/** The row of one reference. */
export function toVerwijzingRij({ van, plaats, bij, relatie, tekst, id, naar, anker, url }: Verbinding): string {
  return toCsvRij([van, plaats, bij, relatie, tekst, id, naar, anker, url]);
}
