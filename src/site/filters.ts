/** The filters of the templates: pure functions of one value. */
import type { MarkdownIt } from "markdown-it";
import nunjucks from "nunjucks";
import { formatGetal } from "../../templates/data/teksten.ts";
import { formatDatum, formatDatumShort } from "../model/datum.ts";
import { renderPlatteTekst, renderTekst, type TekstOmgeving } from "./markdown.ts";

/** HTML that Nunjucks does not escape again. */
export type Html = InstanceType<typeof nunjucks.runtime.SafeString>;

export interface Filters {
  /** A text of the record, in Markdown, as HTML. */
  readonly markdown: (tekst: string | undefined, omgeving?: TekstOmgeving, bron?: string) => Html;
  /** The same without a paragraph around it. */
  readonly markdownInline: (tekst: string | undefined, omgeving?: TekstOmgeving) => Html;
  /** A plain text of the record (a title line), with links on its references. */
  readonly verwijzingen: (tekst: string, omgeving?: TekstOmgeving) => Html;
  readonly formatDatum: typeof formatDatum;
  readonly formatDatumShort: typeof formatDatumShort;
  readonly formatGetal: typeof formatGetal;
  /** A value as JSON that may stand inside a script element. */
  readonly json: (value: unknown) => Html;
}

/** Makes the filters; the keys are their names in templates. */
export function createFilters(markdown: MarkdownIt): Filters & Record<string, (...args: never[]) => unknown> {
  return {
    markdown: (tekst, omgeving, bron) =>
      toHtml(renderTekst(markdown, tekst ?? "", bron === undefined ? (omgeving ?? {}) : { ...omgeving, bron })),
    markdownInline: (tekst, omgeving) => toHtml(markdown.renderInline(tekst ?? "", omgeving ?? {})),
    verwijzingen: (tekst, omgeving) => toHtml(renderPlatteTekst(tekst, omgeving ?? {})),
    formatDatum,
    formatDatumShort,
    formatGetal,
    json: (value) => toHtml((JSON.stringify(value) ?? "null").replace(/</g, "\\u003c")),
  };
}

function toHtml(html: string): Html {
  return new nunjucks.runtime.SafeString(html);
}
