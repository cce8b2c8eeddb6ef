/**
 * The part of a page that is indexed. Only that is handed to Pagefind and only that decides whether a page has changed: a
 * new footer, or another list of similar Kamervragen, indexes nothing again.
 */

const BODY = "data-pagefind-body";
const META = "data-pagefind-meta";
const IGNORE = "data-pagefind-ignore";
const MARK = "data-pagefind-";
/** A meta field whose value stands in an attribute: `ingediend[data-ingediend]`. */
const IN_ATTRIBUTE = /^(?:[^[\],"]+\[[^[\],"]+\](?:,\s*|$))+$/;
const META_VALUE = /data-pagefind-meta="([^"]*)"/;
/** The attributes of a tag, quoted values and all. */
const REST_OF_TAG = /(?:[^"'>]|"[^"]*"|'[^']*')*>/y;

/**
 * The elements of a page that Pagefind indexes or takes facts from, one below another in a page of their own; `undefined`
 * when there is nothing to find on it. The page is HTML as the build writes it: quoted attributes, every element closed.
 */
export function findVindbaar(html: string): string | undefined {
  if (!html.includes(BODY)) return undefined;
  const delen: string[] = [];
  let from = 0;
  for (let at = html.indexOf(MARK); at !== -1; at = html.indexOf(MARK, Math.max(from, at + 1))) {
    const start = html.lastIndexOf("<", at);
    if (start < from) continue;
    const end = endOfTag(html, start);
    const tag = html.slice(start, end);
    if (tag.includes(BODY) || isMetaOfText(tag)) {
      from = endOfElement(html, start, end);
      delen.push(dropIgnored(html.slice(start, from)));
    } else if (tag.includes(META)) {
      from = end;
      delen.push(`${tag}</${nameOf(tag)}>`);
    }
  }
  return `<!doctype html><html lang="nl"><body>\n${delen.map((deel) => `<div>${deel}</div>`).join("\n")}\n</body></html>`;
}

function dropIgnored(html: string): string {
  let kept = "";
  let from = 0;
  for (let at = html.indexOf(IGNORE); at !== -1; at = html.indexOf(IGNORE, Math.max(from, at + 1))) {
    const start = html.lastIndexOf("<", at);
    if (start < from) continue;
    kept += html.slice(from, start);
    from = endOfElement(html, start, endOfTag(html, start));
  }
  return kept + html.slice(from);
}

function isMetaOfText(tag: string): boolean {
  const value = META_VALUE.exec(tag)?.[1];
  return value !== undefined && !IN_ATTRIBUTE.test(value);
}

function nameOf(tag: string): string {
  return /^<([a-z][a-z0-9-]*)/i.exec(tag)?.[1] ?? "";
}

function endOfTag(html: string, start: number): number {
  REST_OF_TAG.lastIndex = start;
  return REST_OF_TAG.test(html) ? REST_OF_TAG.lastIndex : html.length;
}

// Counts tags of the same name only: all elements are closed.
function endOfElement(html: string, start: number, end: number): number {
  const tags = new RegExp(`<(/?)${nameOf(html.slice(start, end))}(?=[\\s>])`, "g");
  tags.lastIndex = end;
  let depth = 1;
  for (let found = tags.exec(html); found; found = tags.exec(html)) {
    depth += found[1] === "/" ? -1 : 1;
    if (depth === 0) return endOfTag(html, found.index);
  }
  return html.length;
}
