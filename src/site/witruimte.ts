/** White space in a page that nobody sees: templates keep their lines and indents, pages do without. */

// Elements beside which white space is never drawn: each begins on a line of its own, or stands in none. The parts of a table
// are not among them: for the search index only white space keeps the words of two cells apart.
const BLOKKEN = new Set(
  "article blockquote body dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 head header html li line link main meta nav ol p rect script section svg text title ul".split(
    " ",
  ),
);
const REGELEINDE = /\n\s*/g;
const NAAM = /^<\/?([a-z][a-z0-9]*)/;

/**
 * Takes away line breaks, and the blanks after them, beside the tags of blocks. Between the end of one and the begin of the next
 * a line break stays, so that words do not touch for who reads the page without its tags. Text stays as it is: a blank on one
 * line stays, and so does a line break between words or beside any other tag. The page is HTML as the templates write it: a `<`
 * or `>` that is no tag is escaped.
 */
export function trimWitruimte(html: string): string {
  return html.replace(REGELEINDE, (wit, plaats: number) => {
    const na = plaats + wit.length;
    const isVoorBlok = html[na] === "<" && isBlok(html, na);
    if (isVoorBlok && html[na + 1] === "/") return "";
    const tag = html[plaats - 1] === ">" ? html.lastIndexOf("<", plaats) : -1;
    if (tag !== -1 && html[tag + 1] !== "/" && isBlok(html, tag)) return "";
    return isVoorBlok || (tag !== -1 && isBlok(html, tag)) ? "\n" : wit;
  });
}

function isBlok(html: string, plaats: number): boolean {
  const [, naam = ""] = NAAM.exec(html.slice(plaats, plaats + 14)) ?? [];
  return BLOKKEN.has(naam);
}
