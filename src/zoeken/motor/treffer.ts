/** From a page that was found to what the reader sees of it. */
import type { Treffer, Zoekterm } from "../opdracht.ts";
import { vouwWoord } from "../vraag/vouw.ts";
import type { Vraagdeel } from "../vraag/zoekvraag.ts";
import type { Fragment } from "./fragment.ts";
import type { Term } from "./rangschikking.ts";
import { bestDelen, markWoorden, splitRand } from "./uittreksel.ts";
import type { Plaats, Stammer } from "./wasm.ts";

/** A hit, and which words of its text answered which term. */
export interface GetoondeTreffer {
  readonly treffer: Treffer;
  readonly vormen: readonly { readonly term: Term; readonly vorm: string }[];
}

const OOK_ALS = 5;

/** An address on the web, or of mail: a word of the text in which words are found, but none that says as what they were found. */
const WEBADRES = /:\/\/|^www\.|@|[\p{L}\p{N}]\.[a-z]{2,}(?:[/?#:]|$)/iu;

/** The words of a quotation weigh as a word of plain text does. */
const ZIN_GEWICHT = 625;

/** A page that will be shown, and where the engine found something on it. */
export interface Gekozen {
  readonly pagina: number;
  readonly fragment: Fragment;
  readonly plaatsen: readonly Plaats[];
}

/** Makes the hit of a page. */
export function toTreffer(
  { pagina, fragment, plaatsen: gescoord }: Gekozen,
  termen: readonly Term[],
  stam: Stammer,
): GetoondeTreffer {
  const actief = termen.filter(({ wijze }) => wijze === "engine" || wijze === "lijst");
  const termOf = openHerkenning(
    actief.filter(({ deel }) => deel.soort !== "zin"),
    stam,
  );
  const gevonden = new Map<number, { readonly gewicht: number; readonly term: Term }>();
  for (const { plaats, gewicht } of gescoord) {
    const term = termOf(fragment.woorden[plaats] ?? "");
    if (term) gevonden.set(plaats, { gewicht, term });
  }
  // The engine was not asked for words that stand nearly everywhere: they are looked for in the text.
  const lijsten = openHerkenning(
    actief.filter(({ wijze, deel }) => wijze === "lijst" && deel.soort !== "zin"),
    stam,
  );
  if (actief.some(({ wijze }) => wijze === "lijst")) {
    for (const [plaats, woord] of fragment.woorden.entries()) {
      const term = lijsten(woord);
      if (term) gevonden.set(plaats, { gewicht: 1, term });
    }
  }
  for (const term of actief) {
    if (term.deel.soort !== "zin") continue;
    for (const plaats of findZinnen(fragment, term.deel)) gevonden.set(plaats, { gewicht: ZIN_GEWICHT, term });
  }
  const plaatsen = [...gevonden]
    .map(([plaats, { gewicht }]): Plaats => ({ plaats, gewicht }))
    .sort((a, b) => a.plaats - b.plaats);
  const vormen = plaatsen.flatMap(({ plaats }) => {
    const term = gevonden.get(plaats)?.term;
    const vorm = kernOf(fragment.woorden[plaats] ?? "");
    return term && vorm !== "" ? [{ term, vorm }] : [];
  });
  const uniek = new Set(vormen.map(({ vorm }) => vorm));
  const titel = fragment.meta.title ?? fragment.adres;
  const { title: _titel, ...feiten } = fragment.meta;
  return {
    treffer: {
      pagina,
      adres: fragment.adres,
      titel: markWoorden(titel.split(/\s+/), (woord) => uniek.has(kernOf(woord))),
      feiten,
      delen: bestDelen(fragment, plaatsen),
      vormen: [...uniek].sort(),
    },
    vormen,
  };
}

/** The terms as the page shows them, with the other words they were found as in these hits. */
export function toZoektermen(termen: readonly Term[], treffers: readonly GetoondeTreffer[]): readonly Zoekterm[] {
  return termen.map((term) => {
    const { deel, wijze } = term;
    const aantallen = new Map<string, number>();
    const eigen = new Set(
      deel.tekst.split(/\s+/).flatMap((woord) => [vouwWoord(woord), ...woord.split(STREEPJE).map(vouwWoord)]),
    );
    let isZelf = false;
    for (const { vormen } of treffers) {
      for (const gevonden of vormen) {
        if (gevonden.term !== term || deel.soort !== "woord") continue;
        if (eigen.has(vouwWoord(gevonden.vorm))) {
          isZelf = true;
          continue;
        }
        if (WEBADRES.test(gevonden.vorm)) continue;
        aantallen.set(gevonden.vorm, (aantallen.get(gevonden.vorm) ?? 0) + 1);
      }
    }
    const ookAls = [...aantallen]
      .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
      .slice(0, OOK_ALS)
      .map(([vorm]) => vorm);
    return {
      tekst: deel.tekst,
      soort: deel.isNiet ? "niet" : deel.soort,
      ookAls,
      ...(ookAls.length > 0 && !isZelf ? { isAlleenAls: true as const } : {}),
      ...(wijze === "weggelaten" ? { weggelaten: "functiewoord" as const } : {}),
      ...(wijze === "ontbreekt" ? { weggelaten: "ontbreekt" as const } : {}),
      ...(wijze === "onbekend" ? { isOnbekend: true as const } : {}),
    };
  });
}

/** The numbers of the words that are part of the exact wording of a quotation; case, accents and punctuation are ignored. */
export function findZinnen(fragment: Fragment, { patronen }: Vraagdeel): readonly number[] {
  const woorden = (patronen[0] ?? []).map(({ woord }) => woord);
  const tekst = gevouwenOf(fragment);
  const gevonden: number[] = [];
  for (let begin = 0; begin + woorden.length <= tekst.length; begin += 1) {
    if (!woorden.every((woord, op) => tekst[begin + op]?.woord === woord)) continue;
    for (let op = 0; op < woorden.length; op += 1) gevonden.push(tekst[begin + op]?.plaats ?? 0);
  }
  return [...new Set(gevonden)];
}

interface Gevouwen {
  readonly woord: string;
  readonly plaats: number;
}

const gevouwen = new WeakMap<Fragment, readonly Gevouwen[]>();

function gevouwenOf(fragment: Fragment): readonly Gevouwen[] {
  const eerder = gevouwen.get(fragment);
  if (eerder) return eerder;
  const nieuw = fragment.woorden
    .map((woord, plaats) => ({ woord: vouwWoord(woord), plaats }))
    .filter(({ woord }) => woord !== "");
  gevouwen.set(fragment, nieuw);
  return nieuw;
}

const STREEPJE = /[\p{Pd}\p{Po}]+/u;

/** Answers which term a word of a text answers, by the words of the index that the term accepted. */
function openHerkenning(termen: readonly Term[], stam: Stammer): (woord: string) => Term | undefined {
  const bekend = new Map<string, Term | undefined>();
  const herken = (woord: string): Term | undefined => {
    const stukken = [woord, ...woord.split(STREEPJE)].map(vouwWoord).filter((stuk) => stuk !== "");
    const sporen = stukken.flatMap((stuk) => [stuk, stam(stuk)]);
    return termen.find(({ aangenomen }) => sporen.some((spoor) => aangenomen.has(spoor)));
  };
  return (woord) => {
    if (!bekend.has(woord)) bekend.set(woord, herken(woord));
    return bekend.get(woord);
  };
}

/** A word of a text in lower case, without the punctuation around it. */
function kernOf(woord: string): string {
  return splitRand(woord)[1].toLowerCase();
}
