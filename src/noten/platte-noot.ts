/** A note as plain text with the addresses behind its words, so that what stands in it can be found by place. */
import type { Token } from "markdown-it";
import { createMarkdown } from "../markdown/markdown-it.ts";

export interface PlatteNoot {
  readonly tekst: string;
  /** Links of the Markdown: the words from `van` up to `tot` lead to `url`. */
  readonly links: readonly Nootlink[];
}

export interface Nootlink {
  readonly van: number;
  readonly tot: number;
  readonly url: string;
}

const markdown = createMarkdown();
const OPMAAK = /[\\[\]<*_&^~`|#]/;

/** Reads the Markdown of a note. A paragraph ends in a line break; a note call stands as U+FFFC. */
export function toPlatteNoot(source: string): PlatteNoot {
  if (!OPMAAK.test(source)) return { tekst: source, links: [] };
  const links: Nootlink[] = [];
  let tekst = "";
  for (const { type, children } of markdown.parse(source, {})) {
    if (type !== "inline") continue;
    if (tekst !== "") tekst += "\n";
    tekst = readInline(children ?? [], tekst, links);
  }
  return { tekst, links };
}

function readInline(tokens: readonly Token[], before: string, links: Nootlink[]): string {
  let tekst = before;
  let open: { readonly van: number; readonly url: string } | undefined;
  for (const token of tokens) {
    if (token.type === "link_open") open = { van: tekst.length, url: String(token.attrGet("href") ?? "") };
    else if (token.type === "link_close" && open) {
      links.push({ ...open, tot: tekst.length });
      open = undefined;
    } else if (token.type === "softbreak" || token.type === "hardbreak") tekst += "\n";
    else if (token.type === "nootmerk") tekst += "\ufffc";
    else tekst += token.content;
  }
  return tekst;
}
