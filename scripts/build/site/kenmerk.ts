/** From what each page and each list is made, as a hash: while that is the same, so are its bytes. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Datum } from "../../../src/model/kamervraag.ts";
import type { Buurt } from "../../../src/site/buurt.ts";
import { isVast } from "../../../src/site/kaart.ts";
import type { Lijstdeel } from "../../../src/site/lijstpagina.ts";
import type { Registerpost } from "../../../src/site/register.ts";
import type { Rij } from "./bak.ts";

/** The hash of plain data, 96 bits. */
export function hashOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("base64url").slice(0, 16);
}

export interface Kenmerken {
  readonly ofPagina: (rij: Rij, buurt: Buurt) => string;
  readonly ofLijst: (hoofd: Lijstdeel["hoofd"], sleutels: readonly string[]) => string;
  /** How a Kamervraag is shown elsewhere. */
  readonly ofPost: (sleutel: string) => string;
}

/** What the hashes ask of the archive. */
export interface Kenmerkbron {
  readonly post: (sleutel: string) => Registerpost | undefined;
  /** Whether it is done and past: `isVast`. */
  readonly isVast: (sleutel: string) => boolean;
  /** What `ofPost` answered for the same. */
  readonly bekend?: (sleutel: string) => string | undefined;
}

/**
 * Opens the hashes of a build. The code, the templates and the settings are not in them: they are those of the whole file
 * in which they are kept. What is done and past does not hang on the as-of date.
 */
export function openKenmerken(bron: Kenmerkbron, peildatum: Datum): Kenmerken {
  const bekend = new Map<string, string>();
  const dagOf = (sleutel: string): Datum | "" => (bron.isVast(sleutel) ? "" : peildatum);
  const ofPost = (sleutel: string): string => {
    const known = bekend.get(sleutel) ?? bron.bekend?.(sleutel);
    if (known !== undefined) return known;
    const made = hashOf([bron.post(sleutel), dagOf(sleutel)]);
    bekend.set(sleutel, made);
    return made;
  };
  return {
    ofPost,
    ofPagina: ({ path, sha256, kaart: { sleutel } }, { posten: buren, gelijke, ...buurt }) => {
      // The score is on no page.
      const alike = gelijke.map(({ score: _, ...gelijkenis }) => gelijkenis);
      return hashOf([path, sha256, dagOf(sleutel), buurt, alike, buren.map((post) => ofPost(post.sleutel))]);
    },
    ofLijst: (hoofd, sleutels) => hashOf([hoofd, sleutels.map(ofPost)]),
  };
}

/** What the hashes ask, of an archive that is at hand as a whole. */
export function toKenmerkbron(rijen: readonly Rij[], posten: readonly Registerpost[], peildatum: Datum): Kenmerkbron {
  const vast = new Set(rijen.flatMap(({ kaart }) => (isVast(kaart, peildatum) ? [kaart.sleutel] : [])));
  const byKey = new Map(posten.map((post) => [post.sleutel, post]));
  return { post: (sleutel) => byKey.get(sleutel), isVast: (sleutel) => vast.has(sleutel) };
}

/** The hash of all templates that make pages. */
export async function hashTemplates(templates: string): Promise<string> {
  const names = (await readdir(templates, { recursive: true })).filter((name) => name.endsWith(".njk")).sort();
  return hashOf(
    await Promise.all(
      names.map(async (name) => [name.replaceAll("\\", "/"), await readFile(join(templates, name), "utf8")]),
    ),
  );
}
