/** The questions that the search is measured with: drawn from the words of the archive itself, the same for the same archive. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { createToeval, drawFrom, type Toeval } from "../../src/synthetisch/toeval.ts";
import { readStuk } from "../../src/zoeken/formaat/stuk.ts";
import { keyOfFragment, MANIFEST, type Zoekmanifest } from "../../src/zoeken/manifest.ts";
import { readFragment } from "../../src/zoeken/motor/fragment.ts";
import { isSamenstelling } from "../../src/zoeken/motor/woorden.ts";
import { decodeLijstdeel, decodeWoordenlijsttabel } from "../../src/zoeken/woordenlijst/lijst.ts";

export const SOORTEN = [
  "zeldzaam woord",
  "gewoon woord",
  "veelgebruikt woord",
  "functiewoord",
  "twee woorden",
  "twee veelgebruikte",
  "met functiewoord",
  "drie woorden",
  "lange functiezin",
  "deel van woorden",
  "vraagnummer",
  "aanhaling",
  "alleen facet",
] as const;

export type Soort = (typeof SOORTEN)[number];

/** Of one and two words, function words included: the kinds that have a goal for what they transfer. */
export const KORTE_SOORTEN: ReadonlySet<Soort> = new Set([
  "zeldzaam woord",
  "gewoon woord",
  "veelgebruikt woord",
  "functiewoord",
  "twee woorden",
  "twee veelgebruikte",
  "met functiewoord",
  "deel van woorden",
]);

export interface Meetvraag {
  readonly soort: Soort;
  /** What stands behind `zoeken.html`, with the question mark. */
  readonly zoekdeel: string;
  readonly tekst: string;
}

/** From so many letters on a word of the archive is drawn: shorter ones are numbers and abbreviations. */
const MIN_LETTERS = 3;
/** Words on so large a part of all pages; a rare word stands on three pages at least. */
const ZELDZAAM = { van: 0, tot: 0.001 };
const GEWOON = { van: 0.005, tot: 0.03 };
const VEEL = { van: 0.12, tot: 1 / 3 };
const FUNCTIE = { van: 0.4, tot: 1 };

/** Draws `perSoort` questions of each kind from the index in `map` (the folder `pagefind/`). */
export async function drawVragen(map: string, perSoort: number, seed = 1): Promise<readonly Meetvraag[]> {
  const toeval = createToeval(seed, 0);
  const manifest: Zoekmanifest = JSON.parse(await readFile(join(map, MANIFEST), "utf8"));
  const woorden = await readWoorden(map, manifest);
  const tussen = ({ van, tot }: { readonly van: number; readonly tot: number }) =>
    woorden
      .filter(({ aantal }) => aantal >= 3 && aantal > van * manifest.paginas && aantal <= tot * manifest.paginas)
      .map(({ woord }) => woord);
  const zeldzaam = tussen(ZELDZAAM);
  const gewoon = tussen(GEWOON);
  const veel = tussen(VEEL);
  const functie = tussen(FUNCTIE);
  const delen = await readDelen(map, toeval);
  const draw = (lijst: readonly string[]) =>
    lijst.length === 0 ? "" : drawFrom(toeval, lijst as [string, ...string[]]);
  const fragment = async () => {
    const pagina = Math.floor(toeval() * manifest.paginas);
    return readFragment(await readZip(map, keyOfFragment(manifest, pagina)));
  };
  const makers: Readonly<Record<Soort, () => string | Promise<string>>> = {
    "zeldzaam woord": () => draw(zeldzaam),
    "gewoon woord": () => draw(gewoon),
    "veelgebruikt woord": () => draw(veel),
    functiewoord: () => draw(functie),
    "twee woorden": () => `${draw(gewoon)} ${draw(veel)}`,
    "twee veelgebruikte": () => `${draw(veel)} ${draw(veel)}`,
    "met functiewoord": () => `${draw(functie)} ${draw(gewoon)}`,
    "drie woorden": () => `${draw(veel)} ${draw(veel)} ${draw(veel)}`,
    "lange functiezin": () => `${draw(functie)} ${draw(veel)} ${draw(functie)} ${draw(functie)} ${draw(veel)}`,
    "deel van woorden": () => draw(delen),
    vraagnummer: async () => /([^/]+)\.html$/.exec((await fragment()).adres)?.[1] ?? "",
    aanhaling: async () => quote((await fragment()).woorden, toeval),
    "alleen facet": () => "",
  };
  const vragen: Meetvraag[] = [];
  for (const soort of SOORTEN) {
    for (let nummer = 0; nummer < perSoort; nummer += 1) {
      const tekst = await makers[soort]();
      if (soort === "alleen facet") {
        vragen.push({ soort, tekst: "", zoekdeel: `?${FACETVRAGEN[nummer % FACETVRAGEN.length]}` });
      } else if (tekst.trim() !== "") {
        vragen.push({ soort, tekst, zoekdeel: `?${new URLSearchParams({ q: tekst })}` });
      }
    }
  }
  return vragen;
}

// Values that every invented archive of some size has.
const FACETVRAGEN = [
  "fractie=fractie-a",
  "jaar=2060",
  "staat=beantwoord",
  "onderwerp=bruggen",
  "fractie=fractie-b&onderwerp=duinen",
  "volgorde=antwoordtijd",
] as const;

interface Woord {
  readonly woord: string;
  readonly aantal: number;
}

async function readWoorden(map: string, { tabellen }: Zoekmanifest): Promise<readonly Woord[]> {
  const tabel = decodeWoordenlijsttabel(await readZip(map, tabellen.woordenlijst));
  const delen = await Promise.all(tabel.voor.map(async ({ naam }) => decodeLijstdeel(await readZip(map, naam), false)));
  return delen.flat().filter(({ woord }) => woord.length >= MIN_LETTERS && /^\p{L}+$/u.test(woord));
}

/** Words that are a part of four others at least, from a few pieces of the index. */
async function readDelen(map: string, toeval: Toeval): Promise<readonly string[]> {
  const namen = (await readdir(join(map, "index"))).sort();
  const aantallen = new Map<string, number>();
  for (let keer = 0; keer < Math.min(40, namen.length); keer += 1) {
    const naam = drawFrom(toeval, namen as [string, ...string[]]);
    for (const { woord } of readStuk(await readZip(map, `index/${naam}`))) {
      if (!isSamenstelling(woord)) continue;
      const deel = woord.slice(0, woord.indexOf("·"));
      aantallen.set(deel, (aantallen.get(deel) ?? 0) + 1);
    }
  }
  return [...aantallen].filter(([deel, aantal]) => aantal >= 4 && deel.length >= 4).map(([deel]) => deel);
}

/** Two or three words that stand behind each other in a text. */
function quote(woorden: readonly string[], toeval: Toeval): string {
  const lengte = toeval() < 0.5 ? 2 : 3;
  for (let keer = 0; keer < 200; keer += 1) {
    const begin = Math.floor(toeval() * (woorden.length - lengte));
    const rij = woorden.slice(begin, begin + lengte);
    if (rij.every((woord) => /^\p{Ll}{3,}$/u.test(woord))) return `"${rij.join(" ")}"`;
  }
  return "";
}

async function readZip(map: string, key: string): Promise<Uint8Array> {
  const bytes = await readFile(join(map, key));
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}
