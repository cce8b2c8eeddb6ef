/**
 * References inside a text in Markdown: the finder (vind.ts) reads plain text, here it meets the pieces that markdown-it
 * cut that text into. The words themselves never change; a reference only gets a link around it.
 */
import type { Token } from "markdown-it";
import { isAlleenAlineas } from "../markdown/alineas.ts";
import { createMarkdown } from "../markdown/markdown-it.ts";
import { nootmerkenIn, replaceNootmerken } from "../markdown/nootmerken.ts";
import { findVerwijzingen, type GevondenVerwijzing } from "./vind.ts";

/** Stands for a note call in the text that the finder reads, so that "vraag 3" and note 2 never become "vraag 32". */
export const NOOTPLAATS = "\uFFFC";

/** The references in a plain text. A note call never stands inside one. */
export function vindIn(tekst: string): readonly GevondenVerwijzing[] {
  const known = bekend.get(tekst);
  if (known) return known;
  const found = findVerwijzingen(tekst).filter(({ van, tot }) => !tekst.slice(van, tot).includes(NOOTPLAATS));
  if (bekend.size >= BEKENDE_ALINEAS) bekend.clear();
  bekend.set(tekst, found);
  return found;
}

// The page, the JSON and the rules for how it was answered each look through the same paragraphs, one after the other.
const bekend = new Map<string, readonly GevondenVerwijzing[]>();
const BEKENDE_ALINEAS = 500;

/** A piece of inline content: where a token stands in the text that the finder reads. */
interface Stuk {
  readonly index: number;
  readonly van: number;
  readonly tot: number;
}

interface Inline {
  readonly tekst: string;
  readonly stukken: readonly Stuk[];
  /** Links that stand in the source: index of the opening and of the closing token, and where their words stand. */
  readonly links: readonly {
    readonly open: number;
    readonly dicht: number;
    readonly van: number;
    readonly tot: number;
  }[];
}

/** Reads the inline tokens of one paragraph, heading or cell as plain text. */
export function readInline(children: readonly Token[]): Inline {
  const stukken: Stuk[] = [];
  const links: { open: number; dicht: number; van: number; tot: number }[] = [];
  let tekst = "";
  let open: { readonly index: number; readonly van: number } | undefined;
  children.forEach((token, index) => {
    const van = tekst.length;
    if (token.type === "link_open") open = { index, van };
    else if (token.type === "link_close" && open) {
      links.push({ open: open.index, dicht: index, van: open.van, tot: van });
      open = undefined;
    } else if (token.type === "softbreak" || token.type === "hardbreak") tekst += "\n";
    else if (token.type === "nootmerk" || token.type === "sup_open" || token.type === "sub_open") tekst += NOOTPLAATS;
    else tekst += token.content;
    if (tekst.length > van) stukken.push({ index, van, tot: tekst.length });
  });
  return { tekst, stukken, links };
}

/** A reference in a text: one that the source marked as a link, or one that was found in its words. */
export type Vondst =
  | { readonly tekst: string; readonly adres: string; readonly van: number; readonly tot: number }
  | { readonly tekst: string; readonly gevonden: GevondenVerwijzing; readonly van: number; readonly tot: number };

/** A paragraph, heading or cell with its references. */
export interface Alineavondsten {
  /** The paragraph as plain text, note calls as `NOOTPLAATS`. */
  readonly tekst: string;
  /** Anchors of the notes it calls. */
  readonly noten: readonly string[];
  /** In reading order; offsets are in `tekst`. */
  readonly vondsten: readonly Vondst[];
}

const markdown = createMarkdown();

/** All paragraphs of a Markdown text that hold a reference or call a note. */
export function vondstenIn(source: string): readonly Alineavondsten[] {
  if (source === "") return [];
  if (isAlleenAlineas(source)) return source.split("\n\n").flatMap((alinea) => inAlinea(alinea));
  return markdown
    .parse(source, {})
    .flatMap(({ type, children }) => (type === "inline" && children ? inTokens(children) : []));
}

/** The same of a plain text. */
export function vondstenInPlat(tekst: string): readonly Alineavondsten[] {
  const vondsten = vindIn(tekst).map((gevonden) => toVondst(gevonden, tekst));
  return vondsten.length > 0 ? [{ tekst, noten: [], vondsten }] : [];
}

function inAlinea(alinea: string): readonly Alineavondsten[] {
  const tekst = replaceNootmerken(alinea, () => NOOTPLAATS);
  const noten = nootmerkenIn(alinea);
  const vondsten = vindIn(tekst).map((gevonden) => toVondst(gevonden, tekst));
  return vondsten.length + noten.length > 0 ? [{ tekst, noten, vondsten }] : [];
}

function inTokens(children: readonly Token[]): readonly Alineavondsten[] {
  const { tekst, links } = readInline(children);
  const noten = children.flatMap(({ type, meta }) => (type === "nootmerk" ? String(meta?.anker ?? "") : []));
  const found = vindIn(tekst)
    .filter(({ van, tot }) => !links.some((link) => van < link.tot && link.van < tot))
    .map((gevonden) => toVondst(gevonden, tekst));
  const marked = links.map(({ open, van, tot }) => ({
    tekst: tekst.slice(van, tot).replaceAll(NOOTPLAATS, ""),
    adres: String(children[open]?.attrGet("href") ?? ""),
    van,
    tot,
  }));
  const vondsten = [...found, ...marked].toSorted((a, b) => a.van - b.van);
  return vondsten.length + noten.length > 0 ? [{ tekst, noten, vondsten }] : [];
}

function toVondst(gevonden: GevondenVerwijzing, tekst: string): Vondst {
  const { van, tot } = gevonden;
  return { tekst: tekst.slice(van, tot), gevonden, van, tot };
}

/** Where a reference leads on a page; `undefined` leaves it without a link. */
export type Verwijs = (gevonden: GevondenVerwijzing) => string | undefined;

/** Makes a token of a link's begin or end. */
export type MaakLink = (href: string | undefined) => Token;

/**
 * Puts links around the references in inline tokens. A reference over several pieces (a part in italics, a line break)
 * gets one link where it holds those pieces whole, else one around each of its pieces.
 */
export function linkInline(children: readonly Token[], verwijs: Verwijs, maak: MaakLink): readonly Token[] {
  const inline = readInline(children);
  const grepen = vindIn(inline.tekst)
    .filter(({ van, tot }) => !inline.links.some((link) => van < link.tot && link.van < tot))
    .flatMap((gevonden) => {
      const href = verwijs(gevonden);
      return href === undefined ? [] : toGrepen(gevonden, href, inline, children);
    });
  return grepen.length === 0 ? children : insertLinks(children, grepen, maak);
}

/** A stretch of tokens that becomes one link: from a place in one text to a place in the same or a later one. */
interface Greep {
  readonly href: string;
  readonly eerste: number;
  readonly van: number;
  readonly laatste: number;
  readonly tot: number;
}

function toGrepen(
  { van, tot }: GevondenVerwijzing,
  href: string,
  { stukken }: Inline,
  children: readonly Token[],
): readonly Greep[] {
  const covered = stukken.filter((stuk) => stuk.van < tot && stuk.tot > van && children[stuk.index]?.type === "text");
  const pieces = covered.map((stuk) => ({
    href,
    eerste: stuk.index,
    van: Math.max(stuk.van, van) - stuk.van,
    laatste: stuk.index,
    tot: Math.min(stuk.tot, tot) - stuk.van,
  }));
  const first = pieces[0];
  const last = pieces.at(-1);
  if (!first || !last || pieces.length === 1) return pieces;
  if (!isHeel(children.slice(first.eerste + 1, last.laatste))) return pieces;
  return [{ href, eerste: first.eerste, van: first.van, laatste: last.laatste, tot: last.tot }];
}

// Whether what lies between may stand inside one link: nothing half open, and no link of its own (a note call is one).
function isHeel(tussen: readonly Token[]): boolean {
  let diepte = 0;
  for (const { type, nesting } of tussen) {
    if (type === "nootmerk" || type === "link_open" || type === "link_close") return false;
    diepte += nesting;
    if (diepte < 0) return false;
  }
  return diepte === 0;
}

function insertLinks(children: readonly Token[], grepen: readonly Greep[], maak: MaakLink): readonly Token[] {
  const out: Token[] = [];
  let rank = 0;
  children.forEach((token, index) => {
    let at = 0;
    const text = (until: number) => {
      if (until > at) out.push(withContent(token, token.content.slice(at, until)));
      at = until;
    };
    for (let greep = grepen[rank]; greep && greep.eerste <= index && index <= greep.laatste; greep = grepen[rank]) {
      if (token.type !== "text") break;
      if (greep.eerste === index) {
        text(greep.van);
        out.push(maak(greep.href));
      }
      if (greep.laatste > index) break;
      text(greep.tot);
      out.push(maak(undefined));
      rank += 1;
    }
    if (token.type === "text") text(token.content.length);
    else out.push(token);
  });
  return out;
}

function withContent(token: Token, content: string): Token {
  return Object.assign(Object.create(Object.getPrototypeOf(token) as object) as Token, token, { content });
}
