/**
 * How a Markdown text of the archive looks on a page. What it means is settled in src/markdown/markdown-it.ts; here come
 * links between calls and notes, headings at the right level, tables that scroll, and labels in the place of bullets.
 */
import type { Env, MarkdownIt, StateCore, Token } from "markdown-it";
import { teksten } from "../../templates/data/teksten.ts";
import { isAlleenAlineas } from "../markdown/alineas.ts";
import { createMarkdown as createReader, type NootEnv } from "../markdown/markdown-it.ts";
import { nootmerkenIn, replaceNootmerken } from "../markdown/nootmerken.ts";
import { linkInline, NOOTPLAATS, type Verwijs, vindIn } from "../verwijzingen/inline.ts";
import { ofAdres } from "../verwijzingen/van-kamervraag.ts";
import type { Wegwijzer } from "../verwijzingen/wegwijzer.ts";

/** What a page tells about the text at hand. Made fresh for each page: `geplaatst` counts while rendering. */
export interface TekstOmgeving extends NootEnv {
  /** How often each note has been called so far on this page. */
  readonly geplaatst?: Map<string, number>;
  /** Level of the headings inside the text, 1 to 6. Without it they keep their own. */
  readonly kopniveau?: number;
  /** Where references lead; without it they get no link. */
  readonly wegwijzer?: Wegwijzer;
  /** Identifier of the document that the text stands in. */
  readonly bron?: string;
}

/** Makes the Markdown renderer. It has no state of its own: one instance serves every page. */
export function createMarkdown(): MarkdownIt {
  const md = createReader();
  // A page asks nothing of another host.
  md.disable("image");
  md.core.ruler.push("lijstlabels", splitLijstlabels);
  md.core.ruler.push("tabelkoppen", tidyTabelkoppen);
  md.core.ruler.push("verwijzingen", linkVerwijzingen);
  md.renderer.rules.nootmerk = (tokens, index, _options, env) =>
    renderNootmerk(String(tokens[index]?.meta?.anker ?? ""), env);
  md.renderer.rules.heading_open = (tokens, index, _options, env) => `<${koptag(tokens[index], env)}>`;
  md.renderer.rules.heading_close = (tokens, index, _options, env) => `</${koptag(tokens[index], env)}>\n`;
  md.renderer.rules.table_open = () =>
    `<div class="tabelkader" role="group" tabindex="0" aria-label="${teksten.gesprek.tabel}"><table class="tabel">\n`;
  md.renderer.rules.table_close = () => "</table></div>\n";
  return md;
}

/** A text as HTML, the same as `markdown.render` gives. Plain paragraphs, most of an archive, go a shorter way there. */
export function renderTekst(markdown: MarkdownIt, tekst: string, omgeving: TekstOmgeving): string {
  if (tekst === "" || !isAlleenAlineas(tekst)) return markdown.render(tekst, omgeving);
  const verwijs = openVerwijs(omgeving);
  return tekst
    .split("\n\n")
    .map((alinea) => `<p>${renderAlinea(alinea, omgeving, verwijs)}</p>\n`)
    .join("");
}

/** A plain text as HTML, with links on its references. */
export function renderPlatteTekst(tekst: string, omgeving: TekstOmgeving): string {
  return linkTekst(tekst, [], omgeving, openVerwijs(omgeving));
}

function renderAlinea(alinea: string, omgeving: TekstOmgeving, verwijs: Verwijs): string {
  if (!alinea.includes("[^")) return linkTekst(alinea, [], omgeving, verwijs);
  return linkTekst(
    replaceNootmerken(alinea, () => NOOTPLAATS),
    nootmerkenIn(alinea),
    omgeving,
    verwijs,
  );
}

// `noten`: the anchors of the note calls, which stand in the text as NOOTPLAATS.
function linkTekst(tekst: string, noten: readonly string[], omgeving: TekstOmgeving, verwijs: Verwijs): string {
  const links = omgeving.wegwijzer ? vindIn(tekst) : [];
  let rank = 0;
  const flat = (van: number, tot: number) =>
    escapeHtml(tekst.slice(van, tot)).replaceAll(NOOTPLAATS, (found) => {
      const anker = noten[rank];
      rank += 1;
      return anker === undefined ? found : renderNootmerk(anker, omgeving);
    });
  let html = "";
  let at = 0;
  for (const gevonden of links) {
    const href = verwijs(gevonden);
    if (href === undefined) continue;
    html += `${flat(at, gevonden.van)}<a class="verwijst" href="${escapeHtml(href)}">${flat(gevonden.van, gevonden.tot)}</a>`;
    at = gevonden.tot;
  }
  return html + flat(at, tekst.length);
}

function openVerwijs({ wegwijzer, bron }: TekstOmgeving): Verwijs {
  return (gevonden) => wegwijzer?.wijs(gevonden, bron)?.href;
}

/** Puts links around the references in a text; a link of the source to a Kamervraag that the archive holds leads there. */
function linkVerwijzingen(state: StateCore): void {
  const omgeving = state.env as TekstOmgeving | undefined;
  const wegwijzer = omgeving?.wegwijzer;
  if (!omgeving || !wegwijzer) return;
  const verwijs = openVerwijs(omgeving);
  const maak = (href: string | undefined) => {
    const token = new state.Token(href === undefined ? "link_close" : "link_open", "a", href === undefined ? -1 : 1);
    if (href !== undefined) {
      token.attrSet("class", "verwijst");
      token.attrSet("href", href);
    }
    return token;
  };
  for (const token of state.tokens) {
    if (token.type !== "inline" || !token.children) continue;
    for (const child of token.children) {
      if (child.type !== "link_open") continue;
      const doel = wegwijzer.wijs(ofAdres(String(child.attrGet("href") ?? "")));
      if (doel?.sleutel) child.attrSet("href", doel.href);
    }
    token.children = [...linkInline(token.children, verwijs, maak)];
  }
}

// A call to a note that the page does not have is a mark without a link. Search passes over marks: glued to a word, a
// number would keep that word from being found.
function renderNootmerk(anker: string, env: TekstOmgeving = {}): string {
  const printed = env.nootnummers?.[anker];
  const nummer = escapeHtml(printed ?? anker.slice(1));
  if (printed === undefined) return `<sup class="nootmerk" data-pagefind-ignore>${nummer}</sup>`;
  const count = countCall(anker, env?.geplaatst);
  const id = count > 1 ? `bij-${anker}-${count}` : `bij-${anker}`;
  const isAntwoord = anker.startsWith("a");
  const label = teksten.noten.bij(nummer, isAntwoord ? "antwoord" : "vraag");
  // Notes on an antwoord stand in the margin beside their mark (CSS anchors).
  const plaats = isAntwoord && count === 1 ? ` style="anchor-name:--${id}"` : "";
  return `<sup class="nootmerk"${plaats} data-pagefind-ignore><a id="${id}" href="#noot-${anker}" aria-label="${label}">${nummer}</a></sup>`;
}

function countCall(anker: string, geplaatst: unknown): number {
  if (!(geplaatst instanceof Map)) return 1;
  const count = Number(geplaatst.get(anker) ?? 0) + 1;
  geplaatst.set(anker, count);
  return count;
}

function koptag(token: Token | undefined, env: Env | undefined): string {
  const niveau = env?.kopniveau;
  return typeof niveau === "number" ? `h${niveau}` : (token?.tag ?? "h4");
}

/** Gives the printed labels of a list an element each, so that they can hang in the place of the bullets. */
function splitLijstlabels(state: StateCore): void {
  state.tokens.forEach((token, index) => {
    if (token.type !== "bullet_list_open" || token.attrGet("class") !== "gelabeld") return;
    for (const inline of itemOpenings(state.tokens, index)) splitLabel(inline, state);
  });
}

// The inline tokens with which the items of the list at `start` open.
function itemOpenings(tokens: readonly Token[], start: number): readonly Token[] {
  const level = tokens[start]?.level ?? 0;
  const openings: Token[] = [];
  for (let index = start + 1; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token || (token.type === "bullet_list_close" && token.level === level)) break;
    const inline = tokens[index + 2];
    if (token.type === "list_item_open" && token.level === level + 1 && inline?.type === "inline")
      openings.push(inline);
  }
  return openings;
}

function splitLabel(inline: Token, state: StateCore): void {
  const [first, ...rest] = inline.children ?? [];
  const label = /^\S+/.exec(first?.content ?? "")?.[0];
  if (first?.type !== "text" || !label) return;
  const open = new state.Token("label_open", "span", 1);
  open.attrSet("class", "gelabeld__label");
  const text = new state.Token("text", "", 0);
  text.content = label;
  first.content = first.content.slice(label.length);
  inline.children = [open, text, new state.Token("label_close", "span", -1), first, ...rest];
}

/** Gives column heads their scope; a head without a word in it is no head, and a row without heads is left out. */
function tidyTabelkoppen(state: StateCore): void {
  const { tokens } = state;
  if (!tokens.some((token) => token.type === "thead_open")) return;
  const kept: Token[] = [];
  let isHeadEmpty = false;
  for (const [index, token] of tokens.entries()) {
    if (token.type === "thead_open") isHeadEmpty = !hasWords(tokens, index, "thead_close");
    if (!isHeadEmpty) kept.push(token);
    if (token.type === "thead_close") isHeadEmpty = false;
    if (token.type === "th_open") {
      if (hasWords(tokens, index, "th_close")) token.attrSet("scope", "col");
      else token.tag = "td";
    }
    if (token.type === "th_close" && tokens[index - 1]?.content.trim() === "") token.tag = "td";
  }
  state.tokens = kept;
}

function hasWords(tokens: readonly Token[], from: number, until: string): boolean {
  for (let index = from; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token?.type === until) return false;
    if (token?.type === "inline" && token.content.trim() !== "") return true;
  }
  return false;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
