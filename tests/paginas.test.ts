/**
 * The other half of "nothing lost": what stands in the Markdown of a Kamervraag stands on its built page and in its text
 * file, place by place. Built from the fixtures, and from real documents when they lie beside the project.
 */
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { after, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { listKamervragen, readKamervragen } from "../scripts/build/kamervragen.ts";
import { buildSite } from "../scripts/build/site.ts";
import { convert } from "../scripts/convert/omzetten.ts";
import { verantwoordPagina } from "../src/conservation/pagina.ts";
import { standaardKop } from "../src/markdown/koppen.ts";
import { parseKamervraag } from "../src/markdown/lees.ts";
import { toWords } from "../src/markdown/platte-tekst.ts";
import { TEKSTKOPPEN } from "../src/markdown/schrijf.ts";
import type { Blok, Kamervraag } from "../src/model/kamervraag.ts";
import { pathOfSleutel } from "../src/model/sleutel.ts";
import { findCorpus } from "./hulp/corpus.ts";
import { readPlaatsen } from "./hulp/paginatekst.ts";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const FIXTURES = join(ROOT, "tests", "fixtures");

describe("built pages", () => {
  const folder = mkdtempSync(join(tmpdir(), "kamervragen-paginas-"));
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** Builds the sources and answers each Kamervraag with what was made of it. */
  const build = async (name: string, bronnen: readonly string[]) => {
    const inhoud = join(folder, name, "inhoud");
    const uit = join(folder, name, "site");
    await convert({ bronnen, inhoud });
    const { fouten } = await buildSite({ inhoud, uit, projectRoot: ROOT });
    assert.deepEqual(fouten, []);
    const read = (path: string) => readFileSync(join(uit, path), "utf8");
    return [...readKamervragen(inhoud, await listKamervragen(inhoud))].map(({ kamervraag }) => {
      const path = pathOfSleutel(kamervraag.sleutel);
      return {
        kamervraag,
        html: read(`${path}.html`),
        txt: read(`${path}.txt`),
        md: read(`${path}.md`),
        json: JSON.parse(read(`${path}.json`)) as PaginaJson,
      };
    });
  };
  // The page, the Markdown, the JSON and the text say the same words, place by place; nothing is lost and nothing added.
  const check = (made: Awaited<ReturnType<typeof build>>) => {
    for (const { kamervraag, html, txt, md, json } of made) {
      const { sleutel } = kamervraag;
      assert.equal(verantwoordPagina(kamervraag, readPlaatsen(html), true), undefined, `${sleutel}.html`);
      assert.equal(verantwoordPagina(kamervraag, plaatsenOfJson(json), true), undefined, `${sleutel}.json`);
      assert.deepEqual(parseKamervraag(md, `${sleutel}.md`), kamervraag);
      assert.equal(findMissingInText(kamervraag, txt), undefined, `${sleutel}.txt`);
      assert.deepEqual(findAddedInText(kamervraag, txt), [], `${sleutel}.txt`);
    }
  };

  // The fixtures one kind at a time: two of them may invent the same number.
  for (const kind of readdirSync(FIXTURES)) {
    it(`hold every text of the fixtures of ${kind}, and nothing else in its place`, async () => {
      const bronnen = join(folder, kind, "bronnen");
      cpSync(join(FIXTURES, kind), bronnen, { recursive: true, filter: (path) => basename(path) !== "verwacht" });
      const made = await build(kind, [bronnen]);
      assert.ok(made.length > 0);
      check(made);
    });
  }

  it("hold every text of real documents", async (test) => {
    const bronnen = findCorpus();
    if (!bronnen) return test.skip("the collection of real documents is not here");
    const made = await build("corpus", bronnen);
    assert.ok(made.length >= 11, `only ${made.length}`);
    check(made);
  });
});

interface PaginaJson {
  readonly titel: string;
  readonly vragen: readonly JsonTekst[];
  readonly antwoorden: readonly JsonTekst[];
  readonly teksten: readonly JsonTekst[];
  readonly mededelingen: readonly { readonly tekst?: string }[];
  readonly noten: readonly { readonly anker: string; readonly nummer: string; readonly tekst?: string }[];
  readonly bronnen: readonly { readonly titel?: string; readonly kopregels?: readonly string[] }[];
}

interface JsonTekst {
  readonly anker: string;
  readonly kop?: string;
  readonly tekst?: string;
  readonly nummers?: readonly string[];
  readonly opVragen?: readonly string[];
}

/** The words of the JSON by the addresses of the page. */
function plaatsenOfJson(json: PaginaJson): ReadonlyMap<string, string> {
  const nummers = new Map(json.noten.map(({ anker, nummer }) => [anker, nummer]));
  const words = (tekst = "") => toWords(tekst, (anker) => nummers.get(anker) ?? anker.slice(1));
  const kop = ({ kop: own, nummers: vraag, opVragen }: JsonTekst) =>
    own ?? (vraag ? standaardKop("vraag", vraag) : opVragen ? standaardKop("antwoord", opVragen) : "");
  return new Map([
    ["titel", json.titel],
    ...[...json.vragen, ...json.antwoorden, ...json.teksten].map(
      (een) => [een.anker, `${kop(een)} ${words(een.tekst)}`] as const,
    ),
    ...json.mededelingen.map(({ tekst }, index) => [`mededeling-${index + 1}`, words(tekst)] as const),
    ...json.noten.map(({ anker, tekst }) => [`noot-${anker}`, words(tekst)] as const),
    ["documenten", json.bronnen.flatMap(({ titel = "", kopregels = [] }) => [titel, ...kopregels]).join(" ")],
  ]);
}

/** What stands in the text file between the texts of the conversation and is not a heading of the archive. */
function findAddedInText({ blokken, noten }: Kamervraag, txt: string): readonly string[] {
  const nummers = new Map(noten.map(({ anker, nummer }) => [anker, nummer]));
  const words = (tekst: string) => toWords(tekst, (anker) => `[${nummers.get(anker) ?? anker}]`);
  const found = inkOf(txt);
  const archief = Object.values(TEKSTKOPPEN).map(inkOf);
  let from = -1;
  return blokken.flatMap((blok) => {
    const ink = inkOf(kopOf(blok) + words(blok.tekst));
    const at = found.indexOf(ink, Math.max(0, from));
    const between = from === -1 ? "" : found.slice(from, at);
    from = at + ink.length;
    return between === "" || archief.includes(between) ? [] : [between];
  });
}

/** The first text that is not in its turn in the text file. Its list marks stand for bullets: no hyphen is counted. */
function findMissingInText({ titel, blokken, mededelingen, noten, bronnen }: Kamervraag, txt: string) {
  const nummers = new Map(noten.map(({ anker, nummer }) => [anker, nummer]));
  const words = (tekst: string) => toWords(tekst, (anker) => `[${nummers.get(anker) ?? anker}]`);
  const parts = [
    titel,
    ...blokken.map((blok) => kopOf(blok) + words(blok.tekst)),
    ...mededelingen.map(({ tekst }) => words(tekst)),
    ...noten
      .toSorted((a, b) => (a.bereik === b.bereik ? 0 : a.bereik === "vraag" ? -1 : 1))
      .map(({ tekst = "" }) => words(tekst)),
    ...bronnen.flatMap((bron) => [bron.titel ?? "", ...(bron.kopregels ?? [])]),
  ];
  const found = inkOf(txt);
  let from = 0;
  return parts.find((part) => {
    const at = found.indexOf(inkOf(part), from);
    from = at + inkOf(part).length;
    return at === -1;
  });
}

function kopOf(blok: Blok): string {
  if (blok.soort === "vraag") return blok.kop ?? standaardKop("vraag", blok.nummers);
  if (blok.soort === "antwoord") return blok.kop ?? standaardKop("antwoord", blok.opVragen);
  return blok.kop ?? "";
}

function inkOf(text: string): string {
  return text.replace(/[\s-]/g, "");
}
