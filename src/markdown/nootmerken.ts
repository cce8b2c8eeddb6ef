/** Note calls in a Markdown text: `[^v1]`. A bracket that belongs to the text is escaped and is not a call. */

const STUK = /\\.|\[\^([A-Za-z0-9-]+)\]/gs;

/** The ids of the note calls in a text, in reading order, repeats included. */
export function nootmerkenIn(markdown: string): readonly string[] {
  if (!markdown.includes("[^")) return [];
  return [...markdown.matchAll(STUK)].flatMap(([, id]) => id ?? []);
}

/** Puts what `render` makes of its id in the place of every note call. */
export function replaceNootmerken(markdown: string, render: (id: string) => string): string {
  if (!markdown.includes("[^")) return markdown;
  return markdown.replace(STUK, (found, id: string | undefined) => (id === undefined ? found : render(id)));
}

/** Gives every note call another id. */
export function mapNootmerken(markdown: string, rename: (id: string) => string): string {
  return replaceNootmerken(markdown, (id) => `[^${rename(id)}]`);
}

/** The text without its note calls, for comparing words. */
export function withoutNootmerken(markdown: string): string {
  return replaceNootmerken(markdown, () => "");
}
