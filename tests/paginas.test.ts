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
import { toWords } from "../src/markdown/platte-tekst.ts";
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
      return { kamervraag, html: read(`${path}.html`), txt: read(`${path}.txt`) };
    });
  };
  const check = (made: Awaited<ReturnType<typeof build>>) => {
    for (const { kamervraag, html, txt } of made) {
      assert.equal(verantwoordPagina(kamervraag, readPlaatsen(html), true), undefined, kamervraag.sleutel);
      assert.equal(findMissingInText(kamervraag, txt), undefined, kamervraag.sleutel);
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
