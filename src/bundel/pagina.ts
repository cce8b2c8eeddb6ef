/** A page of the site as it stands in the offline bundle: the same words, with links that work from a folder. */
import { Parser } from "htmlparser2";

/** HTML to put into a page; all of it ready to print. */
export interface Invoegsels {
  /** At the end of the head, before the scripts of the page. */
  readonly kop?: string;
  /** Before all else in the main part. */
  readonly begin?: string;
  /** At the end of the footer. */
  readonly voet?: string;
}

export interface BundelpaginaOptions {
  /** Path of the page from the root, with `/`. */
  readonly path: string;
  /** Whether a path from the root is in the bundle. */
  readonly has: (path: string) => boolean;
  /** Address of the site, without `/` at its end: where links to what is not in the bundle lead. */
  readonly adres?: string;
  readonly invoegsels?: Invoegsels;
}

/**
 * Makes the page of the bundle. A link to a file of the site that is not in the bundle leads to the site's address; without
 * an address its words stay and the link goes, and an element with `data-kopie`, which is about such files only, goes as a whole. A page that only leads on, without main and footer, takes nothing in.
 *
 * What a page says to programs that gather pages from the web (linked data, previews, other forms, facts for the indexer) has no
 * reader on a disk and stays behind: of a site with an address that is a third of the page.
 */
export function toBundelpagina(html: string, { path, has, adres, invoegsels = {} }: BundelpaginaOptions): string {
  const wijzigingen: Wijziging[] = [];
  let isLosgemaakt = false;
  /** The element that is being left out, and how many elements are open inside it. */
  let weg: { readonly van: number; diepte: number } | undefined;
  let isIngevoegd = false;
  const put = (van: number, tot: number, tekst: string) => wijzigingen.push({ van, tot, tekst });
  const insertKop = (plaats: number) => {
    if (isIngevoegd || invoegsels.kop === undefined) return;
    isIngevoegd = true;
    put(plaats, plaats, `${invoegsels.kop}\n`);
  };
  const parser = new Parser({
    onopentag(naam, attributen) {
      const { startIndex: van } = parser;
      const tot = parser.endIndex + 1;
      if (weg) {
        weg.diepte += 1;
        return;
      }
      if ((adres === undefined && attributen["data-kopie"] !== undefined) || isGekoppeld(naam, attributen)) {
        weg = { van, diepte: 0 };
        return;
      }
      if (attributen[META] !== undefined) put(van, tot, withoutMeta(html.slice(van, tot), attributen[META]));
      if (isVoorVinders(naam, attributen)) {
        put(van, html[tot] === "\n" ? tot + 1 : tot, "");
        return;
      }
      if (naam === "main" && invoegsels.begin) put(tot, tot, `\n${invoegsels.begin}`);
      if (naam === "script" && attributen.src !== undefined) insertKop(van);
      if (naam !== "a" && naam !== "link") return;
      const { href } = attributen;
      const doel = href === undefined ? undefined : resolveLink(path, href);
      if (href === undefined || doel === undefined || has(doel.path)) return;
      if (adres !== undefined) {
        const open = html.slice(van, tot);
        put(
          van,
          tot,
          open.replace(HREF, () => `href="${escapeAttribuut(`${adres}/${doel.path}${doel.rest}`)}"`),
        );
      } else if (naam === "link") put(van, tot, "");
      else {
        put(van, tot, "<span>");
        isLosgemaakt = true;
      }
    },
    onclosetag(naam) {
      const { startIndex: van } = parser;
      if (weg) {
        if (weg.diepte === 0) {
          put(weg.van, parser.endIndex + 1, "");
          weg = undefined;
        } else weg.diepte -= 1;
        return;
      }
      if (naam === "a" && isLosgemaakt) {
        put(van, parser.endIndex + 1, "</span>");
        isLosgemaakt = false;
      }
      if (naam === "head") insertKop(van);
      if (naam === "footer" && invoegsels.voet) put(van, van, `${invoegsels.voet}\n`);
    },
  });
  parser.end(html);
  return applyWijzigingen(html, wijzigingen);
}

type Attributen = Readonly<Record<string, string>>;

const META = "data-pagefind-meta";

function isGekoppeld(naam: string, { type }: Attributen): boolean {
  return naam === "script" && type === "application/ld+json";
}

// A browser fetches a search description by itself: it has no place in the bundle anyhow.
function isVoorVinders(naam: string, { name = "", property, rel = "" }: Attributen): boolean {
  if (naam === "meta") return property !== undefined || name === "description" || name.startsWith("twitter:");
  return naam === "link" && (rel === "alternate" || rel === "search");
}

/** A tag without the facts it gives to the indexer, and the attributes that hold them and nothing else. */
function withoutMeta(tag: string, meta: string): string {
  const velden = [META, ...[...meta.matchAll(/\[(data-[a-z-]+)\]/g)].map(([, veld = ""]) => veld)];
  return velden.reduce((kort, veld) => kort.replace(new RegExp(` ${veld}="[^"]*"`), ""), tag);
}

interface Wijziging {
  readonly van: number;
  readonly tot: number;
  readonly tekst: string;
}

const HREF = /\bhref="[^"]*"/;

function applyWijzigingen(html: string, wijzigingen: readonly Wijziging[]): string {
  let resultaat = "";
  let plaats = 0;
  for (const { van, tot, tekst } of wijzigingen) {
    resultaat += html.slice(plaats, van) + tekst;
    plaats = tot;
  }
  return resultaat + html.slice(plaats);
}

function escapeAttribuut(tekst: string): string {
  return tekst.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

/**
 * Where a relative link of a page leads: a path from the root, and what follows it (`?…`, `#…`). `undefined` for a link to
 * another host, to the page itself, or out of the site.
 */
export function resolveLink(path: string, href: string): { readonly path: string; readonly rest: string } | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|#|\?|$)/i.test(href)) return undefined;
  const einde = href.search(/[?#]/);
  const doel = einde === -1 ? href : href.slice(0, einde);
  const delen = path.split("/").slice(0, -1);
  for (const deel of doel.split("/")) {
    if (deel === "..") {
      if (delen.pop() === undefined) return undefined;
    } else if (deel !== "." && deel !== "") delen.push(deel);
  }
  return { path: delen.join("/"), rest: einde === -1 ? "" : href.slice(einde) };
}
