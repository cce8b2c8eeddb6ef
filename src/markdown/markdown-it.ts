/**
 * The one set-up of markdown-it: what a Markdown text of the archive means, on the page, in plain text and in the
 * conservation check. Content is text, never program: no HTML, no automatic links, no typographic changes.
 * @see docs/formats/markdown.md
 */
import MarkdownIt, {
  type Env,
  type MarkdownIt as Markdown,
  type StateCore,
  type StateInline,
  type Token,
} from "markdown-it";
import sub from "markdown-it-sub";
import sup from "markdown-it-sup";

/** What rendering needs to know about the notes: the printed number of each anchor. */
export interface NootEnv extends Env {
  readonly nootnummers?: Readonly<Record<string, string>>;
}

/**
 * Sets up markdown-it. Beside CommonMark and tables it knows: `[^v1]` (a note call, printed with the number in
 * `env.nootnummers`), `^x^` and `~x~`, and `<br>` as a line break inside a table cell. A list in which every item begins
 * with a printed label ("a.", "1°") gets the class `gelabeld`: the label stands in for the bullet.
 */
export function createMarkdown(): Markdown {
  const markdown = new MarkdownIt("default", {
    html: false,
    linkify: false,
    typographer: false,
    breaks: false,
    maxNesting: 500, // what is nested deeper is left out in silence; the readers stop at 200 elements
  });
  markdown.disable(["strikethrough", "code", "fence", "reference", "html_block", "backticks"]);
  markdown.use(sup).use(sub);
  // The words of an address are words of the source: shown as they stand, never decoded.
  markdown.normalizeLinkText = (url) => url;
  markdown.validateLink = (url) => /^(?:https?:|mailto:)/i.test(url.trim());
  markdown.inline.ruler.before("link", "nootmerk", readNootmerk);
  markdown.inline.ruler.before("html_inline", "regeleinde", readRegeleinde);
  markdown.core.ruler.push("gelabelde_lijst", markGelabeld);
  markdown.renderer.rules.nootmerk = (tokens, index) => renderNootmerk(tokens[index]);
  return markdown;
}

function readNootmerk(state: StateInline, silent: boolean): boolean {
  const found = /^\[\^([va][1-9]\d*)\]/.exec(state.src.slice(state.pos, state.pos + 12));
  if (!found?.[1]) return false;
  if (!silent) {
    const token = state.push("nootmerk", "", 0);
    const { nootnummers } = state.env as NootEnv;
    token.meta = { anker: found[1] };
    token.content = nootnummers?.[found[1]] ?? found[1].slice(1);
  }
  state.pos += found[0].length;
  return true;
}

function readRegeleinde(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith("<br>", state.pos)) return false;
  if (!silent) state.push("hardbreak", "br", 0);
  state.pos += 4;
  return true;
}

function renderNootmerk(token: Token | undefined): string {
  const anker = (token?.meta as { anker: string } | undefined)?.anker ?? "";
  const nummer = escapeAttribute(token?.content ?? "");
  const waar = anker.startsWith("v") ? "de vraag" : "het antwoord";
  return `<sup class="nootmerk" style="anchor-name: --bij-${anker}"><a id="bij-${anker}" href="#noot-${anker}" aria-label="Noot ${nummer} bij ${waar}">${nummer}</a></sup>`;
}

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

const LABEL = /^(?:\(?(?:[a-z]{1,2}|[ivxlc]{1,6}|\d{1,3})[.)°º]|\(?\d{1,3}[a-z]?\)|\d{1,3}[°º]|[A-Z][.)])(?=\s|$)/;

// Marks lists of which every item begins with a label as printed, and gives the label an element of its own.
function markGelabeld(state: StateCore): void {
  for (const [index, token] of state.tokens.entries()) {
    if (token.type !== "bullet_list_open") continue;
    const firsts = firstInlines(state.tokens, index);
    if (
      firsts.length > 0 &&
      firsts.every((inline) => inline !== undefined && LABEL.test(inline.content.replaceAll("\\", "")))
    ) {
      token.attrJoin("class", "gelabeld");
    }
  }
}

/** The first inline token of every item of the list that opens at `open`; `undefined` for an item without one. */
function firstInlines(tokens: readonly Token[], open: number): readonly (Token | undefined)[] {
  const level = tokens[open]?.level ?? 0;
  const found: (Token | undefined)[] = [];
  for (let index = open + 1; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined || (token.type === "bullet_list_close" && token.level === level)) break;
    if (token.type === "list_item_open" && token.level === level + 1) {
      const inline = tokens[index + 2];
      found.push(inline?.type === "inline" ? inline : undefined);
    }
  }
  return found;
}
