/**
 * A build that takes over what the build before it left gives the same bytes as one from nothing, whatever happened in
 * between: random scripts of additions, edits, removals, template edits, other days and damage.
 *
 * `STAPPEN=200 npm test -- bijwerken` walks that many steps with each seed.
 */
import assert from "node:assert/strict";
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { sha256Of } from "../../../scripts/bestanden.ts";
import { buildSite, type SiteOptions, type SiteReport } from "../../../scripts/build/site.ts";
import { findVindbaar } from "../../../scripts/build/zoekindex/vindbaar.ts";
import { writeKamervraag } from "../../../src/markdown/schrijf.ts";
import { addDays } from "../../../src/model/datum.ts";
import type { Kamervraag } from "../../../src/model/kamervraag.ts";
import { pathOfSleutel } from "../../../src/model/sleutel.ts";
import { createToeval, drawInteger, isDrawn, type Toeval } from "../../../src/synthetisch/toeval.ts";
import { writeInhoud } from "../../hulp/kamervragen.ts";
import { antwoord, bron, kamervraag, vraag } from "../../site/voorbeelden.ts";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");
const STAPPEN = Number(process.env.STAPPEN ?? 14);
/** A build from nothing is compared with after so many steps: a fault stays until its page is made again. */
const VERGELIJK = process.env.STAPPEN ? 4 : 7;
const SEEDS = process.env.STAPPEN ? [1, 2, 3] : [1, 2];
const AANTAL = process.env.STAPPEN ? 300 : 120;

describe("a build after another", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "kamervragen-bijwerken-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const seed of SEEDS) {
    it(`gives the bytes of a build from nothing after ${STAPPEN} changes (seed ${seed})`, async () => {
      const wereld = openWereld(join(folder, String(seed)), createToeval(seed, 7));
      let gemaakt = 0;
      for (let stap = 1; stap <= STAPPEN; stap += 1) {
        const gedaan = wereld.verander();
        const report = await buildSite({ ...wereld.options(), uit: wereld.uit, cache: wereld.cache });
        gemaakt += report.gemaakt;
        if (stap % VERGELIJK !== 0 && stap !== STAPPEN) continue;
        // From nothing, in an empty folder, by worker threads.
        const nieuw = join(wereld.map, "nieuw");
        const leeg = wereld.hasSpoiled() ? wereld.uit : nieuw;
        const wanted = await buildSite({ ...wereld.options(), uit: leeg, werkers: 2 });
        assert.deepEqual(comparable(report), comparable(wanted), `after ${gedaan}`);
        if (leeg === nieuw)
          assertSame(contentsOf(wereld.uit), contentsOf(nieuw), `seed ${seed}, step ${stap}: ${gedaan}`);
        rmSync(nieuw, { recursive: true, force: true });
      }
      assert.ok(
        gemaakt < STAPPEN * AANTAL * 0.7,
        `${gemaakt} pages made in ${STAPPEN} steps: hardly any was taken over`,
      );
    });
  }

  it("makes the page that changed, those that show it, and no other", async () => {
    const wereld = openWereld(join(folder, "een"), createToeval(9, 7));
    const build = () =>
      buildSite({ ...wereld.options(), uit: wereld.uit, cache: wereld.cache, peildatum: "2099-12-31" });
    assert.equal((await build()).gemaakt, AANTAL);
    const { gemaakt: nogmaals, vindbaar } = await build();
    assert.equal(nogmaals, 0);
    for (const [sleutel, hash] of vindbaar) {
      const html = readFileSync(join(wereld.uit, `${pathOfSleutel(sleutel)}.html`), "utf8");
      assert.equal(hash, sha256Of(Buffer.from(findVindbaar(html) ?? "")), sleutel);
    }
    const los = join(wereld.inhoud, "2098", "2098Z09999.md");
    const alleen = kamervraag({
      sleutel: "2098Z09999",
      titel: "Qwertz",
      ingediend: "2098-01-05",
      bronnen: [],
      blokken: [],
    });
    writeFileSync(los, writeKamervraag(alleen));
    assert.equal((await build()).gemaakt, 1);
    // Who it refers to shows that it does.
    const [een = "", ander = ""] = wereld.sleutels();
    const tekst = `Kent u Kamervraag ${een} en ${ander}?`;
    writeFileSync(los, writeKamervraag({ ...alleen, blokken: [vraag(["1"], tekst)] }));
    assert.equal((await build()).gemaakt, 3);
    // And its title stands with them.
    writeFileSync(los, readFileSync(los, "utf8").replace("Qwertz", "Azerty"));
    assert.equal((await build()).gemaakt, 3);
    rmSync(los);
    const { gemaakt, verwijderd } = await build();
    assert.equal(gemaakt, 2);
    assert.ok(verwijderd >= 7, `${verwijderd} files removed`);
  });

  it("makes only what waits for an antwoord on another day, and in a list only what changes with it", async () => {
    const map = join(folder, "dag");
    const [inhoud, uit, cache] = [join(map, "inhoud"), join(map, "uit"), join(map, "cache")];
    const { beantwoord: _, ...open } = kamervraag({
      sleutel: "2099Z00002",
      titel: "Molens en polders",
      status: "open",
      blokken: [vraag(["1"], "Waar staan de molens?")],
      bronnen: [],
    });
    await writeInhoud(inhoud, [kamervraag(), open]);
    const build = (peildatum: string) => buildSite({ inhoud, uit, cache, projectRoot: ROOT, peildatum });
    await build("2100-01-01");
    const before = contentsOf(uit);
    assert.equal((await build("2100-01-02")).gemaakt, 1);
    for (const vorm of ["html", "json", "txt"]) {
      const path = `kamervraag/2099/2099Z00001.${vorm}`;
      assert.ok(
        contentsOf(uit)
          .get(path)
          ?.equals(before.get(path) ?? Buffer.of()),
        path,
      );
    }
    // Before it was answered, it waits as well.
    assert.equal((await build("2099-10-30")).gemaakt, 2);
    assert.match(readFileSync(join(uit, "kamervraag/2099/2099Z00001.html"), "utf8"), /Nog geen antwoord/);
  });

  it("looks only at what hangs on a change, whatever it is, and at the whole where it must", async () => {
    const wereld = openWereld(join(folder, "bij"), createToeval(17, 7));
    const adres = "https://a.example.org";
    // After all dates: of an earlier day the cards do not tell.
    let peildatum = "2100-06-01";
    const onDay = (dag: string) => {
      peildatum = dag;
    };
    const options = () => ({ ...wereld.options(), adres, uit: wereld.uit, cache: wereld.cache, peildatum });
    const file = (sleutel: string) => join(wereld.inhoud, sleutel.slice(0, 4), `${sleutel}.md`);
    const page = (sleutel: string, vorm = "html") => join(wereld.uit, `${pathOfSleutel(sleutel)}.${vorm}`);
    const write = (subject: Kamervraag) => {
      mkdirSync(dirname(file(subject.sleutel)), { recursive: true });
      writeFileSync(file(subject.sleutel), writeKamervraag(subject));
    };
    const [een = "", ander = "", derde = "", vierde = ""] = wereld.sleutels();
    const nieuw = kamervraag({
      sleutel: "2097Z00001",
      titel: "Een nieuw jaar",
      ingediend: "2097-01-05",
      aliassen: ["ah-tk-20962097-1"],
      bronnen: [bron("ah-tk-20962097-2", "antwoord", { vergaderjaar: "2096-2097", aanhangselnummer: "2" })],
      blokken: [vraag(["1"], `Herinnert u zich uw antwoord op vraag 1 van ${een}? Zie ook ${ander}.`)],
    });
    const vervolg = kamervraag({
      sleutel: "2099Z88888",
      ingediend: "2099-11-30",
      status: "open",
      bronnen: [],
      blokken: [vraag(["1"], "Kent u de antwoorden op eerdere vragen (2097Z00001) en (ah-tk-20962097-2)?")],
    });
    const { beantwoord: _, ...open } = vervolg;
    const stappen: Readonly<Record<string, { readonly doe: () => void; readonly isHeel?: true }>> = {
      nothing: { doe: () => {} },
      "a title": {
        doe: () => writeFileSync(file(een), readFileSync(file(een), "utf8").replace(/^titel: .*$/m, "titel: X")),
      },
      "a year that was not there": { doe: () => write(nieuw) },
      "one that is open and follows on it": { doe: () => write(open) },
      "another earlier key": { doe: () => write({ ...nieuw, aliassen: ["ah-tk-20962097-3"] }) },
      "two that share a number": { doe: () => write({ ...nieuw, sleutel: "2097Z00002", aliassen: [] }) },
      "one that is gone": { doe: () => rmSync(file(derde)) },
      "the year gone again": { doe: () => rmSync(join(wereld.inhoud, "2097"), { recursive: true }) },
      "an antwoord": { doe: () => write(vervolg) },
      "the same once more": { doe: () => writeFileSync(file(ander), readFileSync(file(ander))) },
      "two that are alike": {
        doe: () => {
          write(kamervraag({ sleutel: "2098Z00011", ingediend: "2098-01-11", blokken: [vraag(["1"], EIGEN_WOORDEN)] }));
          write(kamervraag({ sleutel: "2098Z00012", ingediend: "2098-01-12", blokken: [vraag(["1"], EIGEN_WOORDEN)] }));
        },
      },
      "alike no more": {
        doe: () => {
          assert.match(readFileSync(page("2098Z00012"), "utf8"), /2098Z00011/, "it shows none that is alike");
          write(
            kamervraag({ sleutel: "2098Z00011", ingediend: "2098-01-11", blokken: [vraag(["1"], "Iets anders?")] }),
          );
        },
      },
      "the next day": { doe: () => onDay("2100-06-02") },
      "a month later, and a title": {
        doe: () => {
          onDay("2100-07-01");
          writeFileSync(file(een), readFileSync(file(een), "utf8").replace(/^titel: .*$/m, "titel: Z"));
        },
      },
      "the same day": { doe: () => {} },
      "an earlier day": { doe: () => onDay("2100-06-01"), isHeel: true },
      "a day much later, on which nothing waits as it did": { doe: () => onDay("2101-12-01") },
      "back again": { doe: () => onDay("2100-06-01"), isHeel: true },
      "two files of one Kamervraag": { doe: () => cpSync(file(een), file("2099Z66666")), isHeel: true },
      "one file of it": { doe: () => rmSync(file("2099Z66666")), isHeel: true },
      "pages cut off, gone and written to": {
        doe: () => {
          truncateSync(page(ander), 10);
          rmSync(page(een, "json"));
          appendFileSync(page(vierde, "txt"), "x");
        },
      },
      "a list written to, and what belongs to nobody": {
        doe: () => {
          appendFileSync(join(wereld.uit, "onderwerp", "water.html"), "x");
          writeFileSync(join(wereld.uit, "onderwerp", "niemand.html"), "x");
          writeFileSync(join(dirname(page(een)), "2099Z77777.html"), "x");
        },
      },
      "a table written to": { doe: () => appendFileSync(join(wereld.uit, "noten.csv"), "x"), isHeel: true },
      "after that, a title": {
        doe: () => writeFileSync(file(ander), readFileSync(file(ander), "utf8").replace(/^titel: .*$/m, "titel: Y")),
      },
      "a card damaged": {
        doe: () => appendFileSync(join(wereld.cache, "kaarten", "2099.kaarten"), "x"),
        isHeel: true,
      },
      "a file that can't be read": {
        doe: () =>
          writeFileSync(file(vierde), readFileSync(file(vierde), "utf8").replace(/^status: .*$/m, "status: x")),
        isHeel: true,
      },
    };
    await buildTwice(() => buildSite(options()));
    for (const [naam, { doe, isHeel }] of Object.entries(stappen)) {
      doe();
      const report = await buildSite(options());
      assert.equal(report.isBijgewerkt, !isHeel, naam);
      if (report.fouten.length > 0) continue;
      const nieuwe = join(wereld.map, "nieuw");
      const wanted = await buildSite({ ...options(), uit: nieuwe, cache: join(wereld.map, "leeg") });
      assert.deepEqual(comparable(report), comparable(wanted), naam);
      assert.equal(report.zoekkenmerk, wanted.zoekkenmerk, naam);
      assert.deepEqual(report.vindbaar, wanted.vindbaar, naam);
      assertSame(contentsOf(wereld.uit), contentsOf(nieuwe), naam);
      rmSync(nieuwe, { recursive: true });
      rmSync(join(wereld.map, "leeg"), { recursive: true });
    }
  });

  it("looks at what waits when the newest date moves on, and at the whole when it moves back", async () => {
    const wereld = openWereld(join(folder, "dag"), createToeval(19, 7));
    const build = () => buildSite({ ...wereld.options(), uit: wereld.uit, cache: wereld.cache });
    const laatste = join(wereld.inhoud, "2099", "2099Z99999.md");
    const write = (titel: string, ingediend: string) => {
      const blokken = [vraag(["1"], "Welke dag is het?")];
      const { beantwoord: _, ...open } = kamervraag({ sleutel: "2099Z99999", titel, ingediend, bronnen: [], blokken });
      writeFileSync(laatste, writeKamervraag({ ...open, status: "open" }));
    };
    write("Een", "2101-01-01");
    const stappen = [
      ["a title", "2101-01-01", true],
      ["a later day", "2101-01-02", true],
      ["an earlier day", "2100-12-31", false],
    ] as const;
    for (const [naam, ingediend, isBijgewerkt] of stappen) {
      await buildTwice(build);
      write(naam, ingediend);
      const report = await build();
      assert.deepEqual(report.fouten, []);
      assert.deepEqual([report.peildatum, report.isBijgewerkt], [ingediend, isBijgewerkt], naam);
    }
  });

  it("looks in a large archive at so many pages in turn, and at once where a file came, went or was put in another's place", async () => {
    const wereld = openWereld(join(folder, "beurt"), createToeval(23, 7));
    const beurten = 4;
    const perBeurt = Math.ceil(AANTAL / beurten);
    const build = () => buildSite({ ...wereld.options(), uit: wereld.uit, cache: wereld.cache, perBeurt });
    await buildTwice(build);
    const heel = contentsOf(wereld.uit);
    const paginas = [...heel.keys()].filter((path) => /^kamervraag\/.*\.html$/.test(path));
    const paths = [0, 0.3, 0.6, 0.99].map((deel) => join(wereld.uit, paginas[Math.floor(deel * paginas.length)] ?? ""));
    const isHeel = (path: string) =>
      readFileSync(path).equals(heel.get(path.slice(wereld.uit.length + 1)) ?? Buffer.of());
    for (const path of paths) appendFileSync(path, "x");
    const gerepareerd = [];
    for (let beurt = 0; beurt < beurten; beurt += 1) {
      const { isBijgewerkt, gemaakt } = await build();
      assert.ok(isBijgewerkt);
      gerepareerd.push(gemaakt);
      // So that the clock of the disk can tell the folder that was written to from what comes after.
      await setTimeout(2_600);
    }
    assert.deepEqual(
      paths.map(isHeel),
      paths.map(() => true),
      "not all were looked at in their turn",
    );
    assert.deepEqual([gerepareerd.length, gerepareerd[0]], [beurten, 1], "more than its turn was looked at");
    await build();
    for (const path of paths) {
      writeFileSync(`${path}.nieuw`, "x");
      renameSync(`${path}.nieuw`, path);
    }
    assert.equal((await build()).gemaakt, paths.length);
    assert.deepEqual(
      paths.map(isHeel),
      paths.map(() => true),
    );
  });

  it("notices a file that changed under the same size and time", async () => {
    const wereld = openWereld(join(folder, "tijd"), createToeval(13, 7));
    const build = () => buildSite({ ...wereld.options(), uit: wereld.uit, cache: wereld.cache });
    await build();
    const path = join(wereld.inhoud, "2099", "2099Z00001.md");
    const { atime, mtime } = statSync(path);
    const tekst = readFileSync(path, "utf8");
    writeFileSync(path, tekst.replace("titel: ", "titel: A").replace("kamer: tk", "kamer: t"));
    writeFileSync(path, tekst.replace(/(titel: .*)./, "$1!"));
    utimesSync(path, atime, mtime);
    assert.ok((await build()).gemaakt >= 1);
    assert.match(readFileSync(join(wereld.uit, `${pathOfSleutel("2099Z00001")}.html`), "utf8"), /!<\/h1>/);
  });
});

/** What a report says that does not hang on the build before. */
function comparable({ kamervragen, fouten, peildatum, posten, lijstpaginas, pages, doorverwijzingen }: SiteReport) {
  return { kamervragen, fouten, peildatum, posten, lijstpaginas, pages, doorverwijzingen };
}

interface Wereld {
  readonly sleutels: () => readonly string[];
  readonly map: string;
  readonly inhoud: string;
  readonly uit: string;
  readonly cache: string;
  readonly options: () => Omit<SiteOptions, "uit">;
  /** Changes something, and says what. */
  readonly verander: () => string;
  /** Whether a file is spoilt: its old page then stays, which a build from nothing does not have. */
  readonly hasSpoiled: () => boolean;
}

/** An archive on disk with templates of its own, and the things that can happen to it. */
function openWereld(map: string, toeval: Toeval): Wereld {
  const inhoud = join(map, "inhoud");
  const uit = join(map, "uit");
  const cache = join(map, "cache");
  const project = join(map, "project");
  mkdirSync(project, { recursive: true });
  cpSync(join(ROOT, "templates"), join(project, "templates"), { recursive: true });
  for (const name of [".eleventy.ts", "content", "src", "scripts", "node_modules", "package.json", "tsconfig.json"]) {
    symlinkSync(join(ROOT, name), join(project, name));
  }
  let volgnummer = 0;
  const files = new Map<string, Kamervraag>();
  const spoiled = new Map<string, string>();
  let options: Partial<SiteOptions> = {};
  const fileOf = (sleutel: string) => join(inhoud, sleutel.slice(0, 4), `${sleutel}.md`);
  const put = (subject: Kamervraag) => {
    mkdirSync(dirname(fileOf(subject.sleutel)), { recursive: true });
    writeFileSync(fileOf(subject.sleutel), writeKamervraag(subject));
    files.set(subject.sleutel, subject);
  };
  const add = () => {
    volgnummer += 1;
    const jaar = isDrawn(toeval, 0.8) ? 2099 : 2098;
    put(drawKamervraag(toeval, `${jaar}Z${String(volgnummer).padStart(5, "0")}`, [...files.keys()]));
  };
  const pick = (): Kamervraag => pickFrom(toeval, [...files.values()]);
  const damage = (from: string, suffix: string) => {
    const names = listFiles(from).filter((name) => name.endsWith(suffix));
    if (names.length === 0) return `nothing to damage in ${from}`;
    const path = join(from, pickFrom(toeval, names));
    const { size } = statSync(path);
    const how = drawInteger(toeval, 0, 2);
    if (how === 0) rmSync(path);
    else if (how === 1) truncateSync(path, Math.floor(size / 2));
    else appendFileSync(path, "x");
    return `${["removed", "cut off", "added to"][how]} ${path}`;
  };
  const dingen: Readonly<Record<string, () => string | undefined>> = {
    "a few new ones": () => {
      for (let count = drawInteger(toeval, 1, 4); count > 0; count -= 1) add();
      return undefined;
    },
    "another text": () => {
      const { sleutel } = pick();
      put(drawKamervraag(toeval, sleutel, [...files.keys()]));
      return sleutel;
    },
    "another title": () => {
      const subject = pick();
      put({ ...subject, titel: drawZin(toeval, 5) });
      return subject.sleutel;
    },
    "an earlier key": () => {
      const subject = pick();
      put({ ...subject, aliassen: [`ah-tk-20982099-${drawInteger(toeval, 1000, 9000)}`] });
      return subject.sleutel;
    },
    "one less": () => {
      const { sleutel } = pick();
      files.delete(sleutel);
      rmSync(fileOf(sleutel));
      return sleutel;
    },
    "the same once more": () => {
      put(pick());
      return undefined;
    },
    "a spoilt file, or all whole again": () => {
      if (spoiled.size > 0) {
        for (const [path, tekst] of spoiled) writeFileSync(path, tekst);
        spoiled.clear();
        return "whole";
      }
      const path = fileOf(pick().sleutel);
      spoiled.set(path, readFileSync(path, "utf8"));
      writeFileSync(path, readFileSync(path, "utf8").replace(/^status: .*$/m, "status: misschien"));
      return path;
    },
    "another template": () => {
      appendFileSync(join(project, "templates/components/voet/macro.njk"), `{# ${drawInteger(toeval, 1, 1e6)} #}`);
      const path = join(project, "templates/layouts/kamervraag.njk");
      writeFileSync(path, `${readFileSync(path, "utf8")}<p>${drawZin(toeval, 2)}</p>\n`);
      return undefined;
    },
    "another style": () => {
      appendFileSync(join(project, "templates/styles/base.css"), `/* ${drawInteger(toeval, 1, 1e6)} */\n`);
      return undefined;
    },
    "another day": () => {
      const { peildatum: _, ...rest } = options;
      options = isDrawn(toeval, 0.4)
        ? rest
        : { ...rest, peildatum: addDays("2099-01-01", drawInteger(toeval, 0, 500)) };
      return options.peildatum;
    },
    "another address": () => {
      const { adres: _, ...rest } = options;
      options = isDrawn(toeval, 0.5) ? rest : { ...rest, adres: `https://a${drawInteger(toeval, 1, 3)}.example.org` };
      return options.adres;
    },
    "a damaged cache": () => damage(cache, ""),
    "a damaged page": () => damage(join(uit, "kamervraag"), ""),
    "a damaged list": () => damage(join(uit, "onderwerp"), ".html"),
    "no cache": () => {
      rmSync(cache, { recursive: true, force: true });
      return undefined;
    },
  };
  // What happens every day happens most.
  const vaak = ["a few new ones", "another text", "another title", "one less", "another day"];
  for (let count = 0; count < AANTAL; count += 1) add();
  return {
    map,
    inhoud,
    uit,
    cache,
    sleutels: () => [...files.keys()],
    options: () => ({ inhoud, projectRoot: project, ...options }),
    hasSpoiled: () => spoiled.size > 0,
    verander: () => {
      const naam = pickFrom(toeval, isDrawn(toeval, 0.5) ? vaak : Object.keys(dingen));
      // A spoilt file is nobody's but its own.
      if (spoiled.size > 0 && /another t|earlier|less|once more/.test(naam)) return "nothing";
      return `${naam} ${dingen[naam]?.() ?? ""}`;
    },
  };
}

/** Builds so that the next build can trust what this left: of what was written shortly before, a disk's clock does not tell whether it was written again. */
async function buildTwice(build: () => Promise<unknown>): Promise<void> {
  for (let keer = 0; keer < 2; keer += 1) {
    await setTimeout(2_600);
    await build();
  }
}

/** Words that no other Kamervraag has. */
const EIGEN_WOORDEN =
  "Waarom kraken zeldzame vuurtorens tijdens orkanen, en wie smeert hun roestige scharnieren, wenteltrappen en lenzen?";

const WOORDEN = (
  "dijken bruggen wegen scholen zorg huizen molens polders treinen havens bossen akkers wolven stikstof energie water " +
  "gemeenten provincies leraren artsen boeren vissers huurders toeslagen boetes vergunningen plannen kosten tekorten wachtlijsten"
).split(" ");

function pickFrom<Item>(toeval: Toeval, items: readonly Item[]): Item {
  const item = items[drawInteger(toeval, 0, items.length - 1)];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}

function drawZin(toeval: Toeval, woorden: number): string {
  return Array.from({ length: woorden }, () => pickFrom(toeval, WOORDEN)).join(" ");
}

function drawKamervraag(toeval: Toeval, sleutel: string, bekend: readonly string[]): Kamervraag {
  const ingediend = addDays(`${sleutel.slice(0, 4)}-01-01`, drawInteger(toeval, 0, 360));
  const ander = bekend.length > 0 ? pickFrom(toeval, bekend) : sleutel;
  const naar = isDrawn(toeval, 0.35) ? ` Zie het antwoord op vraag 1 van ${ander}.` : "";
  const ookNaar = isDrawn(toeval, 0.2)
    ? ` In aanvulling op eerdere vragen (2099Z${drawInteger(toeval, 0, 400) + 1e5}).`
    : "";
  const beantwoord = isDrawn(toeval, 0.7) ? addDays(ingediend, drawInteger(toeval, 3, 60)) : undefined;
  const uitstel = isDrawn(toeval, 0.3) ? addDays(ingediend, drawInteger(toeval, 10, 30)) : undefined;
  const ah = `ah-tk-20982099-${Number(sleutel.slice(5))}`;
  return kamervraag({
    sleutel,
    titel: drawZin(toeval, 4),
    ingediend,
    ...(beantwoord ? { beantwoord } : {}),
    status: beantwoord ? "beantwoord" : uitstel ? "uitgesteld" : "open",
    indieners: [{ naam: `Lid ${drawInteger(toeval, 1, 12)}`, fractie: pickFrom(toeval, ["ABC", "DEF", "GHI"]) }],
    onderwerpen: [pickFrom(toeval, ["water", "wegen", "zorg"])],
    blokken: [
      vraag(["1"], `${drawZin(toeval, 14)}?${naar}`),
      ...(beantwoord ? [antwoord(["1"], `${drawZin(toeval, 9)}.${ookNaar}`, { bron: ah, datum: beantwoord })] : []),
      vraag(["2"], `${drawZin(toeval, 6)}?`),
      ...(beantwoord ? [antwoord(["2"], "Ja.", { bron: ah, datum: beantwoord })] : []),
    ],
    mededelingen: uitstel ? [{ soort: "uitstel", datum: uitstel, tekst: "Het duurt wat langer." }] : [],
    bronnen: [bron(`kv-tk-${sleutel}`, "vraag"), ...(beantwoord ? [bron(ah, "antwoord", { datum: beantwoord })] : [])],
  });
}

function listFiles(map: string): readonly string[] {
  try {
    return readdirSync(map, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(map.length + 1))
      .toSorted();
  } catch {
    return [];
  }
}

function contentsOf(map: string): ReadonlyMap<string, Buffer> {
  return new Map(listFiles(map).map((path) => [path, readFileSync(join(map, path))]));
}

function assertSame(found: ReadonlyMap<string, Buffer>, wanted: ReadonlyMap<string, Buffer>, when: string): void {
  assert.deepEqual([...found.keys()], [...wanted.keys()], when);
  for (const [path, content] of wanted) {
    const own = found.get(path);
    if (own?.equals(content)) continue;
    assert.equal(own?.toString("utf8"), content.toString("utf8"), `${path}, ${when}`);
  }
}
