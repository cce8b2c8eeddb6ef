/** Excerpts: the words around the densest matches, as pieces of text of which some are marked. Never markup. */
import type { Tekstdeel, Trefferdeel } from "../opdracht.ts";
import type { Fragment } from "./fragment.ts";
import type { Plaats } from "./wasm.ts";

const DELEN_GETOOND = 3;
const UITTREKSEL_WOORDEN = 28;
/** Words before the first mark. */
const AANLOOP = 5;
const KOP = /^h[2-6]$/i;

/** The vragen, antwoorden and notices of a page that matched best, best first, each with a few words of its text. */
export function bestDelen({ woorden, ankers }: Fragment, plaatsen: readonly Plaats[]): readonly Trefferdeel[] {
  const koppen = ankers.filter(({ element, id }) => KOP.test(element) && id !== "").sort((a, b) => a.plaats - b.plaats);
  const delen = [undefined, ...koppen].map((kop, index) => {
    const van = kop?.plaats ?? 0;
    const tot = koppen[index]?.plaats ?? woorden.length;
    const binnen = plaatsen.filter(({ plaats }) => plaats >= van && plaats < tot);
    const inhoud = Math.min(tot, van + (kop ? countWoorden(kop.tekst) : 0));
    return { kop, inhoud, tot, binnen, score: binnen.reduce((som, { gewicht }) => som + gewicht, 0) };
  });
  const geraakt = delen.filter(({ binnen }) => binnen.length > 0);
  const onderKop = geraakt.filter(({ kop }) => kop);
  return (onderKop.length > 0 ? onderKop : geraakt)
    .sort((a, b) => b.score - a.score || a.inhoud - b.inhoud)
    .slice(0, DELEN_GETOOND)
    .map(({ kop, inhoud, tot, binnen }) => ({
      ...(kop ? { anker: kop.id } : {}),
      kop: kop?.tekst.trim() ?? "",
      uittreksel: excerpt(woorden, inhoud, tot, binnen),
    }));
}

function countWoorden(tekst: string): number {
  return tekst.trim() === "" ? 0 : tekst.trim().split(/\s+/).length;
}

/** Cuts the words around the densest matches out of `woorden[van, tot)` and marks them. */
export function excerpt(
  woorden: readonly string[],
  van: number,
  tot: number,
  plaatsen: readonly Plaats[],
): readonly Tekstdeel[] {
  const binnen = plaatsen.filter(({ plaats }) => plaats >= van && plaats < tot);
  const begin = densest(binnen, van);
  const eerste = Math.max(van, Math.min(begin - AANLOOP, tot - UITTREKSEL_WOORDEN));
  const laatste = Math.min(tot, eerste + UITTREKSEL_WOORDEN);
  const gemarkeerd = new Set(binnen.map(({ plaats }) => plaats));
  const delen = markWoorden(woorden.slice(eerste, laatste), (_, index) => gemarkeerd.has(eerste + index));
  return joinDelen([
    ...(eerste > van ? [{ tekst: "… ", isTreffer: false }] : []),
    ...delen,
    ...(laatste < tot ? [{ tekst: " …", isTreffer: false }] : []),
  ]);
}

// The place from which a window of an excerpt's length holds most; the places are ascending, so two pointers will do.
function densest(plaatsen: readonly Plaats[], anders: number): number {
  let beste = anders;
  let hoogste = -1;
  let som = 0;
  let eind = 0;
  for (const [index, { plaats }] of plaatsen.entries()) {
    while (eind < plaatsen.length && (plaatsen[eind]?.plaats ?? 0) < plaats + UITTREKSEL_WOORDEN - AANLOOP) {
      som += plaatsen[eind]?.gewicht ?? 0;
      eind += 1;
    }
    if (som > hoogste) [beste, hoogste] = [plaats, som];
    som -= plaatsen[index]?.gewicht ?? 0;
  }
  return beste;
}

/** Joins words with blanks and marks those that match, without the punctuation around them. */
export function markWoorden(
  woorden: readonly string[],
  isTreffer: (woord: string, index: number) => boolean,
): readonly Tekstdeel[] {
  const delen = woorden.flatMap((woord, index): readonly Tekstdeel[] => {
    const voor = index === 0 ? "" : " ";
    const [open, kern, sluit] = splitRand(woord);
    if (kern === "" || !isTreffer(woord, index)) return [{ tekst: voor + woord, isTreffer: false }];
    return [
      { tekst: voor + open, isTreffer: false },
      { tekst: kern, isTreffer: true },
      { tekst: sluit, isTreffer: false },
    ];
  });
  return joinDelen(delen);
}

function joinDelen(delen: readonly Tekstdeel[]): readonly Tekstdeel[] {
  const samen: Tekstdeel[] = [];
  for (const deel of delen) {
    const vorige = samen.at(-1);
    if (deel.tekst === "") continue;
    if (vorige && vorige.isTreffer === deel.isTreffer) {
      samen[samen.length - 1] = { tekst: vorige.tekst + deel.tekst, isTreffer: deel.isTreffer };
    } else samen.push(deel);
  }
  return samen;
}

const LETTER = /[\p{L}\p{N}]/u;

/** A word and the punctuation before and behind it. */
export function splitRand(woord: string): readonly [string, string, string] {
  const tekens = [...woord];
  const eerste = tekens.findIndex((teken) => LETTER.test(teken));
  if (eerste < 0) return [woord, "", ""];
  const laatste = tekens.findLastIndex((teken) => LETTER.test(teken));
  return [
    tekens.slice(0, eerste).join(""),
    tekens.slice(eerste, laatste + 1).join(""),
    tekens.slice(laatste + 1).join(""),
  ];
}
