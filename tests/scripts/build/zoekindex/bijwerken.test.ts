/**
 * An index that is brought up to date is the index of a merge of all shards, to the byte.
 *
 * `STAPPEN=60 npm test -- zoekindex/bijwerken` walks that many steps with each seed.
 */
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { cutStukken, mergeWoorden, toStuk } from "../../../../scripts/build/zoekindex/samenvoegen.ts";
import { type Stukstand, updateStukken } from "../../../../scripts/build/zoekindex/stukken-bij.ts";
import { NietBijTeWerken, replaceDelen } from "../../../../scripts/build/zoekindex/vervang.ts";
import { openWoordaanvulling } from "../../../../scripts/build/zoekindex/woorden.ts";
import { buildZoekindex, type ZoekindexResult } from "../../../../scripts/build/zoekindex.ts";
import { createToeval, drawFrom, drawInteger, isDrawn, type Toeval } from "../../../../src/synthetisch/toeval.ts";
import { openSchrijver } from "../../../../src/zoeken/formaat/cbor.ts";
import {
  GEEN_PAGINAS,
  type GelezenStukwoord,
  type Paginalijst,
  type Stukwoord,
} from "../../../../src/zoeken/formaat/stuk.ts";
import type { Zoekpagina } from "../../../../src/zoeken/paginas.ts";
import { textOf, writeZoekpagina, writeZoekpaginas } from "../../../hulp/zoekpaginas.ts";

const STAPPEN = Number(process.env.STAPPEN ?? 8);
const SEEDS = process.env.STAPPEN ? [1, 2, 3] : [4];
/** An index is made from nothing after so many steps. */
const VERGELIJK = 4;

/** A list of pages, with as many places on each as its number says. */
function toLijst(paginas: readonly number[]): Paginalijst {
  const [eerste, ...volgende] = [...new Set(paginas)].sort((a, b) => a - b);
  if (eerste === undefined) return GEEN_PAGINAS;
  const schrijver = openSchrijver();
  const plaatsenOf = (pagina: number) => Array.from({ length: (pagina % 3) + 1 }, (_, at) => at * 40);
  const write = (pagina: number) => {
    schrijver.lijst(plaatsenOf(pagina).length);
    for (const plaats of plaatsenOf(pagina)) schrijver.getal(plaats);
    schrijver.lijst(0);
  };
  write(eerste);
  let laatste = eerste;
  for (const pagina of volgende) {
    schrijver.lijst(3);
    schrijver.getal(pagina - laatste);
    write(pagina);
    laatste = pagina;
  }
  const alle = [eerste, ...volgende];
  const omvang = alle.reduce((sum, pagina) => sum + plaatsenOf(pagina).length + 1, 0);
  return { aantal: alle.length, eerste, laatste, rest: schrijver.uitkomst(), omvang };
}

function toWoord(woord: string, paginas: readonly number[], vormen: Readonly<Record<string, readonly number[]>> = {}) {
  const gevuld = Object.entries(vormen).filter(([, lijst]) => lijst.length > 0);
  return {
    woord,
    sleutel: Buffer.from(woord),
    paginas: toLijst(paginas),
    // As Pagefind has them: a spelling comes when it is first met.
    vormen: gevuld
      .map(([vorm, lijst]) => ({ vorm, paginas: toLijst(lijst) }))
      .sort((a, b) => a.paginas.eerste - b.paginas.eerste),
  } satisfies GelezenStukwoord;
}

const plain = (woord: Stukwoord | undefined) =>
  woord && {
    woord: woord.woord,
    ...{ paginas: hex(woord.paginas), vormen: woord.vormen.map(({ vorm, paginas }) => [vorm, hex(paginas)]) },
  };
const hex = ({ rest, ...lijst }: Paginalijst) => ({ ...lijst, rest: Buffer.from(rest).toString("hex") });

describe("a word of which a shard changed", () => {
  const AANTALLEN = [4, 5, 3] as const;
  const deel = (aantal: number) => {
    const paginas = fc.uniqueArray(fc.integer({ min: 0, max: aantal - 1 }));
    return fc.option(fc.record({ gewoon: paginas, vormen: fc.record({ é: paginas, è: paginas, ë: paginas }) }), {
      freq: 3,
      nil: undefined,
    });
  };
  const stand = fc.tuple(deel(AANTALLEN[0]), deel(AANTALLEN[1]), deel(AANTALLEN[2]));
  // The last can have become larger: nothing comes behind it.
  const later = fc.tuple(deel(AANTALLEN[0]), deel(AANTALLEN[1]), deel(AANTALLEN[2] + 3));
  const merge = (woorden: readonly (GelezenStukwoord | undefined)[]): Stukwoord | undefined => {
    let vanaf = 0;
    const bronnen = woorden.map((woord, index) => {
      const bron = { vanaf, woorden: (woord ? [woord] : [])[Symbol.iterator]() };
      vanaf += AANTALLEN[index] ?? 0;
      return bron;
    });
    return [...mergeWoorden(bronnen)].at(0);
  };

  it("is what a merge of all shards makes of it, or is left to that", () => {
    let ongewis = 0;
    let gedaan = 0;
    fc.assert(
      fc.property(stand, later, fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()), (oud, ander, isAnders) => {
        const toDelen = (een: typeof oud) =>
          een.map((eigen) => {
            const woord = eigen && toWoord("e", eigen.gewoon, eigen.vormen);
            return woord && (woord.paginas.aantal > 0 || woord.vormen.length > 0) ? woord : undefined;
          });
        const [eerst, daarna] = [toDelen(oud), toDelen(ander)];
        const nu = eerst.map((woord, index) => (isAnders[index] ? daarna[index] : woord));
        const vanaf = AANTALLEN.map((_, index) => AANTALLEN.slice(0, index).reduce((sum, een) => sum + een, 0));
        const delen = AANTALLEN.flatMap((aantal, index) =>
          isAnders[index] ? [{ vanaf: vanaf[index] ?? 0, aantal, nieuw: nu[index] }] : [],
        );
        try {
          assert.deepEqual(plain(replaceDelen("e", merge(eerst), delen)), plain(merge(nu)));
          gedaan += 1;
        } catch (error) {
          if (!(error instanceof NietBijTeWerken)) throw error;
          ongewis += 1;
        }
      }),
      { numRuns: 1_000 },
    );
    assert.ok(ongewis < gedaan / 10, `${ongewis} of ${gedaan} were left`);
  });
});

describe("pieces in which words changed", () => {
  const woorden = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-é]{1,2}$/), fc.integer({ min: 1, max: 12 })), {
    selector: ([woord]) => woord,
    minLength: 1,
    maxLength: 60,
  });
  const toLijstvan = (paren: readonly (readonly [string, number])[]) =>
    paren
      .map(([woord, aantal]) => toWoord(woord, [...Array(aantal).keys()]))
      .sort((a, b) => Buffer.compare(a.sleutel, b.sleutel));

  it("are cut as the whole would be, and most of the others are left", () => {
    let gebleven = 0;
    let alle = 0;
    const anders = fc.uniqueArray(
      fc.tuple(fc.stringMatching(/^[a-é]{1,2}$/), fc.option(fc.integer({ min: 1, max: 12 }))),
      {
        selector: ([woord]) => woord,
        maxLength: 5,
      },
    );
    const snede = fc.record({
      stukomvang: fc.integer({ min: 5, max: 80 }),
      alleenVanaf: fc.integer({ min: 5, max: 90 }),
    });
    fc.assert(
      fc.property(woorden, anders, snede, (oud, wijzigingen, eigen) => {
        const oude = toLijstvan(oud);
        const inhoud = new Map<string, readonly Stukwoord[]>();
        const stukken = [...cutStukken(oude, eigen)].map((stuk, index): Stukstand => {
          inhoud.set(String(index), stuk);
          const { bytes: _, digest, ...stand } = toStuk(stuk);
          return { ...stand, digest: digest.toString("hex"), naam: String(index) };
        });
        const nieuw = new Map(oud);
        for (const [woord, aantal] of wijzigingen) {
          if (aantal === null) nieuw.delete(woord);
          else nieuw.set(woord, aantal);
        }
        const bij = [
          ...updateStukken({
            stukken,
            snede: eigen,
            readWoorden: ({ naam }) =>
              (inhoud.get(naam) ?? []).map((woord) => ({ ...woord, sleutel: Buffer.from(woord.woord) })),
            wijzigingen: wijzigingen
              .map(([woord, aantal]) => ({
                sleutel: Buffer.from(woord),
                pas: (was: Stukwoord | undefined) => {
                  assert.equal(was?.woord, oud.some(([een]) => een === woord) ? woord : undefined);
                  return aantal === null ? undefined : toWoord(woord, [...Array(aantal).keys()]);
                },
              }))
              .sort((a, b) => Buffer.compare(a.sleutel, b.sleutel)),
          }),
        ];
        const namen = (stuk: readonly Stukwoord[]) =>
          stuk.map(({ woord, paginas }) => `${woord} ${paginas.omvang}`).join();
        assert.deepEqual(
          bij.map((stuk) => namen("oud" in stuk ? (inhoud.get(stuk.oud.naam) ?? []) : stuk.nieuw)),
          [...cutStukken(toLijstvan([...nieuw]), eigen)].map(namen),
        );
        gebleven += bij.filter((stuk) => "oud" in stuk).length;
        alle += bij.length;
      }),
      { numRuns: 2_000 },
    );
    assert.ok(gebleven > alle / 3 && gebleven < alle, `${gebleven} of ${alle} were left`);
  });
});

describe("an index that is brought up to date", () => {
  let folder = "";
  let site = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "archief-bijwerken-"));
  });
  after(() => rmSync(folder, { recursive: true }));

  /** Small pieces, of which some words fill one. */
  const SNEDE = { stukomvang: 90, alleenVanaf: 120 } as const;
  const build = (
    paginas: readonly Zoekpagina[],
    meer: { readonly isOngerept?: boolean; readonly programma?: string } = {},
  ) =>
    buildZoekindex({
      ...{ site, paginas, cache: join(folder, "cache"), woorden: openWoordaanvulling, programma: "zo" },
      ...{ isOngerept: true, ...SNEDE, ...meer },
    });
  async function assertNieuw(paginas: readonly Zoekpagina[]): Promise<void> {
    const doel = join(folder, "los");
    await buildZoekindex({ site, paginas, doel, woorden: openWoordaanvulling, ...SNEDE });
    const [bij, nieuw] = [contentsOf(join(site, "pagefind")), contentsOf(doel)];
    assert.deepEqual([...bij.keys()], [...nieuw.keys()]);
    for (const [path, inhoud] of nieuw) assert.ok(bij.get(path) === inhoud, path);
  }
  function begin(naam: string, aantal: number, max: number): readonly Zoekpagina[] {
    site = join(folder, naam);
    rmSync(join(folder, "cache"), { recursive: true, force: true });
    return writeZoekpaginas(site, aantal, max);
  }
  const inodeOf = (path: string) => statSync(join(site, "pagefind", path)).ino;

  it("is the index of a build from nothing, whatever changed", async () => {
    const alle = begin("veel", 60, 30);
    let paginas: readonly Zoekpagina[] = alle.slice(0, -4);
    assert.equal((await build(paginas)).isBijgewerkt, false);
    const stappen: readonly (readonly [wat: string, isBij: boolean, doe: () => void])[] = [
      [
        "a page in the middle says something else",
        true,
        () => writeZoekpagina(site, paginas[30] ?? NIETS, "een één reëel kwikstaartje"),
      ],
      ["another with the words of a third", true, () => writeZoekpagina(site, paginas[2] ?? NIETS, textOf(700))],
      [
        "pages of two shards",
        true,
        () => {
          writeZoekpagina(site, paginas[5] ?? NIETS, `${textOf(701)} financiën één`);
          writeZoekpagina(site, paginas[55] ?? NIETS, `${textOf(702)} financien eén`);
        },
      ],
      [
        "one came behind all",
        true,
        () => {
          paginas = alle.slice(0, -3);
        },
      ],
      [
        "one more, and another changed",
        true,
        () => {
          paginas = alle.slice(0, -2);
          writeZoekpagina(site, paginas[8] ?? NIETS, "kwikstaartje coördinatie");
        },
      ],
      [
        "the last one went",
        true,
        () => {
          paginas = alle.slice(0, -3);
        },
      ],
      [
        "one in the middle went: all behind it have other numbers",
        false,
        () => {
          paginas = alle.toSpliced(20, 1);
        },
      ],
      ["nothing", true, () => undefined],
      ["a page lost nearly all its words", true, () => writeZoekpagina(site, paginas[0] ?? NIETS, "de")],
    ];
    for (const [wat, isBij, doe] of stappen) {
      doe();
      const { isBijgewerkt } = await build(paginas);
      assert.equal(isBijgewerkt, isBij, wat);
      await assertNieuw(paginas);
    }
  });

  it(`is the index of a build from nothing after ${STAPPEN} steps drawn at random`, async () => {
    for (const seed of SEEDS) {
      const toeval = createToeval(seed, 5);
      const alle = begin(`stappen-${seed}`, 80, 20);
      let aantal = 70;
      let bijgewerkt = 0;
      for (let stap = 1; stap <= STAPPEN; stap += 1) {
        for (let keer = drawInteger(toeval, 1, 3); keer > 0; keer -= 1) {
          if (isDrawn(toeval, 0.25)) aantal = Math.max(60, Math.min(alle.length, aantal + drawInteger(toeval, -2, 3)));
          else writeZoekpagina(site, alle[drawInteger(toeval, 0, aantal - 1)] ?? NIETS, drawTekst(toeval));
        }
        const paginas = alle.slice(0, aantal);
        if ((await build(paginas)).isBijgewerkt) bijgewerkt += 1;
        if (stap % VERGELIJK === 0) await assertNieuw(paginas);
      }
      assert.ok(bijgewerkt > STAPPEN / 2, `${bijgewerkt} of ${STAPPEN} were brought up to date`);
    }
  });

  it("leaves the files of which nothing changed as they are", async () => {
    const paginas = begin("klein", 60, 30);
    await build(paginas);
    const stukken = readdirSync(join(site, "pagefind/index"));
    const inodes = new Map(stukken.map((naam) => [naam, inodeOf(`index/${naam}`)]));
    const fragment = inodeOf("fragment/2071-1/3.pf_fragment");
    writeZoekpagina(site, paginas[0] ?? NIETS, "kwikstaartje");
    await build(paginas);
    const over = readdirSync(join(site, "pagefind/index")).filter(
      (naam) => inodes.get(naam) === inodeOf(`index/${naam}`),
    );
    assert.ok(over.length > stukken.length / 4 && over.length < stukken.length, `${over.length} of ${stukken.length}`);
    assert.equal(inodeOf("fragment/2071-1/3.pf_fragment"), fragment);
  });

  it("has the function words of a larger archive, whether pages changed, came or went", async () => {
    const alle = begin("groot", 1_010, 400);
    let paginas = alle.slice(0, -2);
    await build(paginas);
    const keyen = () => {
      const { functiewoorden } = JSON.parse(readFileSync(join(site, "pagefind/zoek.json"), "utf8")) as {
        functiewoorden: Record<string, string>;
      };
      return functiewoorden;
    };
    const eerst = keyen();
    assert.ok(Object.keys(eerst).length > 3, `${Object.keys(eerst).length} function words`);
    writeZoekpagina(site, paginas.at(-1) ?? NIETS, "kwikstaartje");
    assert.equal((await build(paginas)).isBijgewerkt, true);
    await assertNieuw(paginas);
    assert.ok(Object.values(keyen()).filter((key) => Object.values(eerst).includes(key)).length > 0);
    paginas = alle.slice(0, -1);
    assert.equal((await build(paginas)).isBijgewerkt, true);
    await assertNieuw(paginas);
  });

  const cache = (naam: string) => join(folder, "cache", naam);
  const scherf = () =>
    readdirSync(join(folder, "cache"))
      .filter((naam) => naam.endsWith(".scherf"))
      .sort()[0] ?? "";
  const schade: Readonly<Record<string, () => Parameters<typeof build>[1]>> = {
    "another program made it": () => ({ programma: "anders" }),
    "its files are not known to be as they were": () => ({ isOngerept: false }),
    "what was kept is gone": () => void rmSync(cache("index.stand")),
    "what was kept is cut off": () => void truncateSync(cache("index.stand"), 900),
    "what was kept is of another index": () => void cpSync(join(folder, "ander.stand"), cache("index.stand")),
    "the shard of before is gone": () => void rmSync(cache(scherf())),
    "the shard of before is damaged": () => void truncateSync(cache(scherf()), 500),
    "a piece that has to be read is damaged": () => {
      for (const naam of readdirSync(join(site, "pagefind/index")))
        writeFileSync(join(site, "pagefind/index", naam), "stuk");
    },
  };
  for (const [wat, doe] of Object.entries(schade)) {
    it(`is merged of all shards when ${wat}`, async () => {
      const paginas = begin(wat.replaceAll(" ", "-"), 30, 20);
      await build(paginas);
      cpSync(cache("index.stand"), join(folder, "ander.stand"));
      writeZoekpagina(site, paginas[1] ?? NIETS, "nog een kwikstaartje");
      await build(paginas);
      writeZoekpagina(site, paginas[0] ?? NIETS, "kwikstaartje");
      const meer = doe();
      const { isBijgewerkt }: ZoekindexResult = await build(paginas, meer ?? {});
      assert.equal(isBijgewerkt, false);
      await assertNieuw(paginas);
      assert.deepEqual(readdirSync(join(folder, "cache")).filter((naam) => naam.endsWith(".scherf")).length, 3);
    });
  }
});

/** Words with accents, compounds and their parts, in forms that share a stem. */
const LASTIG = [
  "één",
  ...(
    "eén een reëel reeel réeel financiën financien kinderopvang kind opvang opvangen woningbouw woning bouw søren soren bank " +
    "banken bankkaart kaarten"
  ).split(" "),
] as const;

function drawTekst(toeval: Toeval): string {
  const draw = () =>
    isDrawn(toeval, 0.5) ? drawFrom(toeval, LASTIG) : (textOf(drawInteger(toeval, 0, 1_500)).split(" ")[0] ?? "");
  return Array.from({ length: drawInteger(toeval, 1, 25) }, draw).join(" ");
}

const NIETS: Zoekpagina = { sleutel: "", path: "", scherf: "" };

function contentsOf(folder: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((path) => [path.slice(folder.length), readFileSync(path).toString("latin1")]),
  );
}
