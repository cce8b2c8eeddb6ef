/** The words of a Markdown text, without its mark-up: for plain text files and for counting that nothing is lost. */
import type { Token } from "markdown-it";
import { isAlleenAlineas } from "./alineas.ts";
import { createMarkdown } from "./markdown-it.ts";
import { replaceNootmerken } from "./nootmerken.ts";

const markdown = createMarkdown();

/**
 * Gives the text as a reader sees it: paragraphs with an empty line between them, list items on lines of their own,
 * table cells with a tab between them. A note call becomes what `nootmerk` makes of its anchor (default: nothing).
 */
export function toPlainText(source: string, nootmerk: (anker: string) => string = () => ""): string {
  if (!isAlleenAlineas(source)) return tidy(joinTokens(source, nootmerk));
  return source.includes("[^") ? tidy(replaceNootmerken(source, nootmerk)) : source;
}

function joinTokens(source: string, nootmerk: (anker: string) => string): string {
  const out: string[] = [];
  for (const token of markdown.parse(source, {})) {
    switch (token.type) {
      case "inline":
        out.push(inlineText(token.children ?? [], nootmerk));
        break;
      case "list_item_open":
        out.push("- ");
        break;
      case "td_close":
      case "th_close":
        out.push("\t");
        break;
      case "tr_close":
        out.push("\n");
        break;
      case "paragraph_close":
        out.push(token.hidden ? "\n" : "\n\n");
        break;
      case "heading_close":
      case "bullet_list_close":
      case "table_close":
        out.push("\n\n");
        break;
      default:
        break;
    }
  }
  return out.join("");
}

function tidy(text: string): string {
  return text
    .replace(/[ \t]+\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** The words only, for comparing with a source: no list marks, no note calls unless `nootmerk` writes them. */
export function toWords(source: string, nootmerk: (anker: string) => string = () => ""): string {
  return markdown
    .parse(source, {})
    .map((token) => (token.type === "inline" ? inlineText(token.children ?? [], nootmerk) : " "))
    .join(" ");
}

function inlineText(tokens: readonly Token[], nootmerk: (anker: string) => string): string {
  return tokens
    .map((token) => {
      if (token.type === "softbreak" || token.type === "hardbreak") return "\n";
      if (token.type === "nootmerk") return nootmerk((token.meta as { anker: string }).anker);
      return token.content;
    })
    .join("");
}
