/** The files of the offline bundle, one after the other: nothing holds more than one of them. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import nunjucks from "nunjucks";
import { toBundelpagina } from "../../src/bundel/pagina.ts";
import { toDatascript, toDragerscript, toPakketscript } from "../../src/bundel/script.ts";
import { wortelOf } from "../../src/site/adres.ts";
import {
  BUNDELSTART,
  type Bundelkeuze,
  renderBundelregel,
  renderBundelstart,
  toLeesmij,
} from "../../src/site/bundel.ts";
import { createOmgeving, type Omgeving } from "../../src/site/omgeving.ts";
import { isInPakket } from "../../src/zoeken/dragerscript.ts";
import { sha256Of } from "../bestanden.ts";
import { type Bundelplan, CONTROLESOMMEN, fileOfKey, LEESMIJ } from "./plan.ts";

export interface Bundelbestand {
  /** Path inside the bundle, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const TEMPLATES = fileURLToPath(new URL("../../templates", import.meta.url));
const ZOEKPAGINA = "zoeken.html";
const DRAGERSCRIPT = '<script defer src="pagefind/drager.js"></script>';

/** Reads and makes the files of a bundle, always in the same order; last comes the list of their checksums. */
export async function* readBundel(plan: Bundelplan, keuze: Bundelkeuze = {}): AsyncGenerator<Bundelbestand> {
  const sommen: string[] = [];
  for await (const bestand of readBestanden(plan, keuze)) {
    sommen.push(`${sha256Of(bestand.bytes)}  ${bestand.path}\n`);
    yield bestand;
  }
  yield { path: CONTROLESOMMEN, bytes: Buffer.from(sommen.join("")) };
}

async function* readBestanden(plan: Bundelplan, keuze: Bundelkeuze): AsyncGenerator<Bundelbestand> {
  const { site, feiten, bestanden, scripts, pakking } = plan;
  const omgeving = createOmgeving(new nunjucks.FileSystemLoader(TEMPLATES));
  const maakPagina = openPaginas(plan, omgeving, Object.keys(keuze).length > 0);
  const make = (path: string, tekst: string) => ({ path, bytes: Buffer.from(tekst) });
  yield make(LEESMIJ, toLeesmij(feiten));
  yield make(BUNDELSTART, maakPagina(BUNDELSTART, renderBundelstart(omgeving, feiten, keuze)));
  for (const path of bestanden) {
    const bytes = await readFile(join(site, path));
    if (path.endsWith(".html")) yield make(path, maakPagina(path, bytes.toString()));
    else yield { path, bytes };
  }
  yield make("pagefind/drager.js", toDragerscript(pakking));
  for (const [path, keys] of scripts) {
    const inhoud: (readonly [string, Uint8Array])[] = [];
    for (const key of keys) inhoud.push([key, await readFile(fileOfKey(site, key))]);
    const isPakket = keys.every(isInPakket);
    yield make(
      path,
      isPakket ? toPakketscript(inhoud.map(([key, bytes]) => [key, gunzipSync(bytes)])) : toDatascript(inhoud),
    );
  }
}

/** Answers what makes the page of the bundle from a page of the site. */
function openPaginas({ feiten, paths }: Bundelplan, omgeving: Omgeving, isKeuze: boolean) {
  const { peildatum, adres } = feiten;
  const regels = new Map<string, string>();
  const voetOf = (wortel: string) => {
    const bekend = regels.get(wortel);
    if (bekend !== undefined) return bekend;
    const regel = renderBundelregel(omgeving, { peildatum, wortel, isKeuze, plaats: "voet" });
    regels.set(wortel, regel);
    return regel;
  };
  const begin = renderBundelregel(omgeving, { peildatum, wortel: "", isKeuze, plaats: "begin" });
  return (path: string, html: string): string =>
    toBundelpagina(html, {
      path,
      has: (doel) => paths.has(doel),
      ...(adres ? { adres } : {}),
      invoegsels: {
        ...(path === "index.html" ? { begin } : {}),
        ...(path === ZOEKPAGINA ? { kop: DRAGERSCRIPT } : {}),
        voet: voetOf(wortelOf(path)),
      },
    });
}
