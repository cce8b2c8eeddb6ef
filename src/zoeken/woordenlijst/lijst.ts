/**
 * The vocabulary on disk, for suggestions: the words twice, once sorted from the front and once from the back, each cut into
 * parts. A word with a mistake shares its begin or its end with the word that was meant, so a few parts are enough.
 *
 * The table: the length of the first table of pieces; that of the parts from the front, that of the parts from the back. A
 * part: of each word how many characters it shares with the one before, the bytes that follow, those bytes, and its pages.
 * @see docs/formats/zoekindex.md
 */
import type { Cursor } from "../formaat/cbor.ts";
import { decodeStukkentabel, encodeStukkentabel, findStukken, type Stuk } from "../formaat/stukkentabel.ts";
import { pushVarint, readVarint } from "../formaat/varint.ts";
import { compareWoorden } from "../formaat/volgorde.ts";
import { stripAccenten } from "../vraag/vouw.ts";
import type { Lijstwoord } from "./voorstellen.ts";

/** Words to a part: some 8 kB zipped. */
export const WOORDEN_PER_DEEL = 2_000;

export interface Woordenlijsttabel {
  readonly voor: readonly Stuk[];
  readonly achter: readonly Stuk[];
}

/** Writes the parts by `schrijf`, which answers the key of each; answers the table. */
export function writeWoordenlijst(
  woorden: readonly Lijstwoord[],
  schrijf: (bytes: Uint8Array) => string,
  perDeel = WOORDEN_PER_DEEL,
): Uint8Array {
  const toStukken = (isOmgekeerd: boolean): readonly Stuk[] => {
    const gesorteerd = woorden
      .map(({ woord, aantal }) => ({ woord: isOmgekeerd ? keerOm(woord) : woord, aantal }))
      .map((rij) => ({ ...rij, sleutel: stripAccenten(rij.woord) }))
      .sort((a, b) => compareWoorden(a.sleutel, b.sleutel) || compareWoorden(a.woord, b.woord));
    const stukken: Stuk[] = [];
    for (let at = 0; at < gesorteerd.length; at += perDeel) {
      const deel = gesorteerd.slice(at, at + perDeel);
      stukken.push({ van: deel[0]?.sleutel ?? "", naam: schrijf(encodeLijstdeel(deel)) });
    }
    return stukken;
  };
  const voor = encodeStukkentabel(toStukken(false));
  const achter = encodeStukkentabel(toStukken(true));
  const kop: number[] = [];
  pushVarint(kop, voor.length);
  return Uint8Array.from([...kop, ...voor, ...achter]);
}

/** @throws Error when the table is cut off. */
export function decodeWoordenlijsttabel(bytes: Uint8Array): Woordenlijsttabel {
  const cursor: Cursor = { bytes, plaats: 0 };
  const lengte = readVarint(cursor);
  return {
    voor: decodeStukkentabel(bytes.subarray(cursor.plaats, cursor.plaats + lengte)),
    achter: decodeStukkentabel(bytes.subarray(cursor.plaats + lengte)),
  };
}

/** Of each order so many parts are loaded at most: together less than 100 kB. */
const DELEN_MAX = 5;
const BEGIN_MIN = 2;

export interface Lijstdeel {
  readonly naam: string;
  readonly isOmgekeerd: boolean;
}

/** The parts with words that begin or end as a folded word does, by as few letters as the limit allows. */
export function findLijstdelen({ voor, achter }: Woordenlijsttabel, woord: string): readonly Lijstdeel[] {
  if (woord.length <= BEGIN_MIN) return [];
  return [
    ...findBegin(voor, woord).map(({ naam }) => ({ naam, isOmgekeerd: false })),
    ...findBegin(achter, keerOm(woord)).map(({ naam }) => ({ naam, isOmgekeerd: true })),
  ];
}

function findBegin(stukken: readonly Stuk[], woord: string): readonly Stuk[] {
  for (let lengte = 1; ; lengte += 1) {
    const begin = woord.slice(0, lengte);
    const gevonden = findStukken(stukken, begin, `${begin}\uffff`);
    if (gevonden.length <= DELEN_MAX || lengte >= woord.length) return gevonden.slice(0, DELEN_MAX);
  }
}

function encodeLijstdeel(woorden: readonly Lijstwoord[]): Uint8Array {
  const bytes: number[] = [];
  let vorige: readonly string[] = [];
  for (const { woord, aantal } of woorden) {
    const tekens = [...woord];
    let gedeeld = 0;
    while (gedeeld < tekens.length && vorige[gedeeld] === tekens[gedeeld]) gedeeld += 1;
    const staart = encoder.encode(tekens.slice(gedeeld).join(""));
    pushVarint(bytes, gedeeld);
    pushVarint(bytes, staart.length);
    for (const byte of staart) bytes.push(byte);
    pushVarint(bytes, aantal);
    vorige = tekens;
  }
  return Uint8Array.from(bytes);
}

/** The words of a part, the right way round. @throws Error when it is cut off. */
export function decodeLijstdeel(bytes: Uint8Array, isOmgekeerd: boolean): readonly Lijstwoord[] {
  const cursor: Cursor = { bytes, plaats: 0 };
  const woorden: Lijstwoord[] = [];
  let vorige: readonly string[] = [];
  while (cursor.plaats < bytes.length) {
    const gedeeld = readVarint(cursor);
    const lengte = readVarint(cursor);
    if (cursor.plaats + lengte > bytes.length) throw new Error("a part of the vocabulary is cut off");
    const staart = decoder.decode(bytes.subarray(cursor.plaats, cursor.plaats + lengte));
    cursor.plaats += lengte;
    const aantal = readVarint(cursor);
    vorige = [...vorige.slice(0, gedeeld), ...staart];
    const woord = vorige.join("");
    woorden.push({ woord: isOmgekeerd ? keerOm(woord) : woord, aantal });
  }
  return woorden;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function keerOm(woord: string): string {
  return [...woord].reverse().join("");
}
