import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import Eleventy from "@11ty/eleventy";
import nunjucks from "nunjucks";
import { type Archief, toArchiefPagina } from "../../../scripts/build/archief-plugin.ts";
import { listKamervragen, readKamervragen } from "../../../scripts/build/kamervragen.ts";
import { buildSite, type SiteReport } from "../../../scripts/build/site.ts";
import type { Kamervraag } from "../../../src/model/kamervraag.ts";
import { opPeildatum } from "../../../src/model/peildatum.ts";
import { pathOfSleutel } from "../../../src/model/sleutel.ts";
import { UserError } from "../../../src/model/user-error.ts";
import { openGraaf, toKnoop } from "../../../src/samenhang/graaf.ts";
import { toArchiefkennis } from "../../../src/site/archiefkennis.ts";
import { indexArchief, toLijstpaginas } from "../../../src/site/lijstpagina.ts";
import { createOmgeving } from "../../../src/site/omgeving.ts";
import { toRegisterpost } from "../../../src/site/register.ts";
import { createRenderer } from "../../../src/site/render.ts";
import { toTermijnpaginas } from "../../../src/site/termijnpaginas.ts";
import { openTelling } from "../../../src/site/volledigheid.ts";
import { termenOf } from "../../../src/vergelijkbaar/termen.ts";
import { openVergelijking } from "../../../src/vergelijkbaar/vergelijking.ts";
import { writeInhoud } from "../../hulp/kamervragen.ts";
import { checkLinks } from "../../hulp/links.ts";
import { antwoord, kamervraag, vraag } from "../../site/voorbeelden.ts";

const gewoon = kamervraag();
const bijzonder = kamervraag({
  sleutel: "2099Z00002",
  titel: "Het bericht «{{ 7 * 7 }} & <b>meer</b>»",
  aliassen: ["ah-tk-20982099-12"],
  blokken: [
    vraag(["1"], "Kent u het bericht[^v1]?"),
    vraag(["2", "3"], "Een {{ titel }} en een {% set x = 1 %}?", "Vraag 2 t/m 3"),
    antwoord(["1", "2", "3"], "Ja[^a1].\n\n| Jaar | Aantal |\n| --- | --- |\n| 2099 | 3 |"),
  ],
  noten: [
    { bereik: "vraag", anker: "v1", nummer: "1", tekst: "Dagblad van Nergens." },
    { bereik: "antwoord", anker: "a1", nummer: "2" },
  ],
});

describe("buildSite", () => {
  let folder = "";
  let uit = "";
  let first: SiteReport;
  const build = (options: { adres?: string; uit?: string } = {}) =>
    buildSite({ inhoud: join(folder, "inhoud"), uit, peildatum: "2099-12-01", ...options });
  const read = (path: string) => readFile(join(uit, path), "utf8");

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "site-"));
    uit = join(folder, "uit");
    await writeInhoud(join(folder, "inhoud"), [gewoon, bijzonder]);
    first = await build();
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it("writes each Kamervraag in four forms, and its entries for reference managers in three", async () => {
    assert.equal(first.kamervragen, 2);
    const names = (await readdir(join(uit, "kamervraag/2099"))).filter((name) => name.startsWith("2099Z00002"));
    assert.deepEqual(
      names.sort(),
      ["bib", "csljson", "html", "json", "md", "ris", "txt"].map((ext) => `2099Z00002.${ext}`),
    );
  });

  it("has no broken link or address on any page", async () => {
    const report = await checkLinks(uit);
    assert.deepEqual(report.faults, []);
  });

  it("takes the words of the record as text, never as program or HTML", async () => {
    const html = await read("kamervraag/2099/2099Z00002.html");
    assert.match(html, /«\{\{ 7 \* 7 \}\} &amp; &lt;b&gt;meer&lt;\/b&gt;»<\/h1>/);
    assert.match(html, /Een \{\{ titel \}\} en een \{% set x = 1 %\}\?/);
  });

  it("puts every address on its heading", async () => {
    const html = await read("kamervraag/2099/2099Z00002.html");
    assert.match(html, /<h3 id="vraag-2"[^>]*><span id="vraag-3"><\/span><a href="#vraag-2"/);
    assert.match(html, /<h4 id="antwoord-1"><span id="antwoord-2"><\/span><span id="antwoord-3"><\/span>/);
    for (const id of ["noot-v1", "bij-v1", "noot-a1", "bij-a1"]) assert.match(html, new RegExp(` id="${id}"`));
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it("writes the same bytes again, and touches nothing that is the same", async () => {
    const before = await stat(join(uit, "index.html"));
    const again = await build();
    assert.equal(again.geschreven, 0);
    assert.equal(again.ongewijzigd, first.geschreven);
    assert.equal((await stat(join(uit, "index.html"))).mtimeMs, before.mtimeMs);
  });

  it("leads on from an earlier key, with the part after the #", async () => {
    const html = await read("kamervraag/2098/ah-tk-20982099-12.html");
    assert.match(html, /location\.replace\("\.\.\/\.\.\/kamervraag\/2099\/2099Z00002\.html" \+ location\.hash\)/);
    assert.match(html, /<a href="\.\.\/\.\.\/kamervraag\/2099\/2099Z00002\.html">2099Z00002<\/a>/);
    assert.doesNotMatch(html, /data-pagefind-body/);
  });

  it("removes pages that belong to nothing any more, in its own folders only", async () => {
    await mkdir(join(uit, "jaar/1999"), { recursive: true });
    for (const path of ["jaar/1999/1.html", "kamervraag/oud.html", "eigen.txt"]) await writeFile(join(uit, path), "x");
    const { verwijderd } = await build();
    assert.equal(verwijderd, 2);
    assert.equal(existsSync(join(uit, "jaar/1999")), false);
    assert.equal(existsSync(join(uit, "eigen.txt")), true);
  });

  it("refuses a folder that is not its own, and leaves it alone", async () => {
    const other = join(folder, "ander");
    await mkdir(other);
    await writeFile(join(other, "brief.txt"), "x");
    await assert.rejects(
      build({ uit: other }),
      (error) => error instanceof UserError && /niet leeg/.test(error.message),
    );
    assert.deepEqual(await readdir(other), ["brief.txt"]);
  });

  it("goes on past a file that cannot be read, tells of it, and keeps its old page", async () => {
    const path = join(folder, "inhoud/2099/2099Z00001.md");
    const good = await readFile(path, "utf8");
    await writeFile(path, good.replace(/^ingediend: .*$/m, "ingediend: gisteren"));
    const report = await build();
    await writeFile(path, good);
    assert.equal(report.kamervragen, 1);
    assert.equal(report.fouten.length, 1);
    assert.equal(existsSync(join(uit, "kamervraag/2099/2099Z00001.html")), true);
  });

  it("takes away what only a site with an address has, when it is built without, and not a robots.txt of somebody else", async () => {
    const other = join(folder, "met-en-zonder-adres");
    const names = ["opensearch.xml", "robots.txt", "sitemap.xml"];
    const present = () => names.filter((name) => existsSync(join(other, name)));
    await build({ uit: other, adres: "https://example.org/archief" });
    assert.deepEqual(present(), names);
    await build({ uit: other });
    assert.deepEqual(present(), []);
    for (const eigen of ["User-agent: *\nDisallow: /\n", "User-agent: *\nAllow: /\n# Sitemap: geen/sitemap.xml\n"]) {
      await writeFile(join(other, "robots.txt"), eigen);
      await build({ uit: other });
      assert.equal(await readFile(join(other, "robots.txt"), "utf8"), eigen);
    }
  });

  it("adds canonical addresses and a sitemap when it knows its address", async () => {
    assert.equal(existsSync(join(uit, "sitemap.xml")), false);
    const other = join(folder, "met-adres");
    await build({ uit: other, adres: "https://example.org/archief/" });
    const page = await readFile(join(other, "kamervraag/2099/2099Z00001.html"), "utf8");
    assert.match(
      page,
      /<link rel="canonical" href="https:\/\/example\.org\/archief\/kamervraag\/2099\/2099Z00001\.html">/,
    );
    assert.match(
      await readFile(join(other, "sitemap-2099.xml"), "utf8"),
      /archief\/kamervraag\/2099\/2099Z00002\.html/,
    );
    assert.match(
      await readFile(join(other, "404.html"), "utf8"),
      /href="https:\/\/example\.org\/archief\/index\.html"/,
    );
    // A browser can search the archive from its address bar: every page leads to the description.
    assert.match(await readFile(join(other, "opensearch.xml"), "utf8"), /archief\/zoeken\.html\?q=\{searchTerms\}/);
    for (const [path, href] of [
      ["index.html", "opensearch.xml"],
      ["zoeken.html", "opensearch.xml"],
      ["jaar/2099.html", "../opensearch.xml"],
      ["kamervraag/2099/2099Z00001.html", "../../opensearch.xml"],
    ] as const) {
      const html = await readFile(join(other, path), "utf8");
      assert.ok(html.includes(`<link rel="search" type="application/opensearchdescription+xml" href="${href}"`), path);
    }
    assert.equal(existsSync(join(uit, "opensearch.xml")), false);
    assert.doesNotMatch(await readFile(join(uit, "zoeken.html"), "utf8"), /opensearch/);
    // Without an address a script finds the root, for a page that is served at any depth.
    assert.match(await readFile(join(uit, "404.html"), "utf8"), /createElement\("base"\)/);
  });

  it("tells on every page what was known on the as-of date, and nothing of later", async () => {
    const toen = join(folder, "toen");
    await buildSite({ inhoud: join(folder, "inhoud"), uit: toen, peildatum: "2099-10-31" });
    const at = (path: string) => readFile(join(toen, path), "utf8");
    const html = (await at("kamervraag/2099/2099Z00001.html")).replaceAll("\u00a0", " ");
    assert.match(html, /Nog geen antwoord, verwacht uiterlijk 8 november 2099/);
    assert.match(html, /data-status="wacht op antwoord"/);
    assert.match(html, /nog niet \(13 dagen, stand van 31 oktober 2099\)/);
    assert.match(html, /Beantwoord<\/a> <span class="verloop__later">\(na de peildatum\)/);
    assert.match(html, /Daarom\./, "the text itself stays");
    const json = JSON.parse(await at("kamervraag/2099/2099Z00001.json"));
    assert.deepEqual([json.status, json.beantwoord, json.termijn.dagen], ["open", undefined, 13]);
    assert.match(await at("stand/open.html"), /2099Z00001\.html/);
    assert.match(await at("indiener/jan-van-voorbeeld.html"), /wacht op antwoord/);
    assert.doesNotMatch(await at("index.html"), /id="beantwoord"/);
    assert.deepEqual((await checkLinks(toen)).faults, []);
  });

  it("keeps a page for every list of deadlines, also when nothing stands on it", async () => {
    for (const slug of ["open", "uitgesteld", "te-laat", "drie-weken-zonder-bericht", "zes-weken", "deze-week"]) {
      assert.match(await read(`stand/${slug}.html`), /Stand van <time datetime="2099-12-01">/);
    }
    for (const slug of ["te-laat", "drie-weken-zonder-bericht", "zes-weken", "deze-week"]) {
      const html = await read(`stand/${slug}.html`);
      assert.match(html, new RegExp(`<link rel="alternate" type="text/csv" href="${slug}\\.csv"`));
      assert.equal(JSON.parse(await read(`stand/${slug}.json`)).aantal, 0);
    }
    assert.match(await read("stand/termijnen.ics"), /^BEGIN:VCALENDAR\r\n/);
  });

  it("makes in worker threads what plain Eleventy makes, in every state of a page", async () => {
    const map = join(folder, "staten");
    const inhoud = join(map, "inhoud");
    await writeInhoud(inhoud, [...STATEN, gewoon, bijzonder]);
    // Enough of them for threads to be started, and all the same in one.
    const vulling = Array.from({ length: 160 }, (_, index) => {
      const sleutel = `2097Z${String(index + 1).padStart(5, "0")}`;
      return kamervraag({ sleutel, titel: `Zaak ${index}`, ingediend: "2097-03-01", beantwoord: "2097-03-09" });
    });
    await writeInhoud(inhoud, vulling);
    const peildatum = "2099-12-01";
    const options = { inhoud, peildatum };
    const { fouten } = await buildSite({ ...options, uit: join(map, "werkers"), werkers: 2 });
    assert.deepEqual(fouten, []);
    await buildSite({ ...options, uit: join(map, "een") });

    // As they are read: the Markdown tells a date once.
    const kamervragen = [...readKamervragen(inhoud, await listKamervragen(inhoud))].map((one) => one.kamervraag);
    const staten = kamervragen.filter(({ sleutel }) => !sleutel.startsWith("2097"));
    assert.equal(staten.length, STATEN.length + 2);
    const posten = kamervragen.map((one) => toRegisterpost(opPeildatum(one, peildatum)));
    const graaf = openGraaf();
    const vergelijking = openVergelijking();
    for (const one of kamervragen) {
      graaf.add(toKnoop(one));
      vergelijking.add(one.sleutel, termenOf(one));
    }
    const context = { peildatum, archief: toArchiefkennis(graaf.besluit(), vergelijking.besluit(), posten) };
    const { lijsten, termijnen, view } = indexArchief(posten, context);
    const lijstpaginas = [
      ...lijsten.flatMap((lijst) => [...toLijstpaginas(lijst, context)]),
      ...toTermijnpaginas(termijnen, context),
    ];
    const archief: Archief = {
      ...view,
      kamervragen: staten.map((one) => toArchiefPagina(one, context)),
      lijstpaginas,
      volledigheid: openTelling().toView(),
      renderer: createRenderer(createOmgeving(new nunjucks.FileSystemLoader("templates"))),
    };
    const eleventy = new Eleventy("content", "_site", {
      configPath: ".eleventy.ts",
      quietMode: true,
      config: (config) => config.addGlobalData("archief", () => archief),
    });
    const pages = new Map((await eleventy.toJSON()).map(({ url, content }) => [url, content]));
    const paths = [
      ...staten.map(({ sleutel }) => `${pathOfSleutel(sleutel)}.html`),
      ...lijstpaginas.map(({ path }) => path),
    ];
    assert.ok(paths.length > staten.length + 10);
    for (const path of paths) {
      for (const wijze of ["werkers", "een"]) {
        assert.equal(await readFile(join(map, wijze, path), "utf8"), pages.get(`/${path}`), `${path} (${wijze})`);
      }
    }
  });
});

const zonder = ({ beantwoord: _, ...rest }: Kamervraag): Kamervraag => rest;
const kaal = (sleutel: string, rest: Partial<Kamervraag>) => kamervraag({ sleutel, titel: `Zaak ${sleutel}`, ...rest });

/** A Kamervraag in each state that a page can show, and some that refer to each other. */
const STATEN: readonly Kamervraag[] = [
  zonder(kaal("2099Z00010", { status: "open", blokken: [vraag(["1"])] })),
  zonder(
    kaal("2099Z00011", {
      status: "uitgesteld",
      ingediend: "2099-11-01",
      blokken: [vraag(["1"])],
      mededelingen: [{ soort: "uitstel", datum: "2099-11-20", tekst: "Het antwoord volgt later." }],
    }),
  ),
  zonder(kaal("2099Z00012", { status: "deels-beantwoord", blokken: [vraag(["1"]), antwoord(["1"]), vraag(["2"])] })),
  zonder(
    kaal("2099Z00013", {
      status: "per-brief",
      blokken: [vraag(["1"])],
      mededelingen: [{ soort: "per-brief", datum: "2099-11-02", tekst: "Zie de brief." }],
    }),
  ),
  zonder(
    kaal("2099Z00014", {
      status: "ingetrokken",
      blokken: [vraag(["1"])],
      mededelingen: [{ soort: "ingetrokken", datum: "2099-11-02", tekst: "De vragen zijn ingetrokken." }],
    }),
  ),
  kaal("2099Z00015", { ingediend: "2099-08-01" }),
  zonder(kaal("2099Z00016", { status: "open", ingediend: "2099-12-24", blokken: [vraag(["1"])] })),
  kaal("2099Z00017", { soort: "mondeling" }),
  kaal("2099Z00018", { kamer: "ek", aliassen: ["ah-ek-20982099-3"] }),
  kaal("2099Z00019", { blokken: [], bronnen: [] }),
  kaal("2099Z00020", {
    blokken: [
      vraag(
        ["1"],
        "Zie het antwoord op vraag 2 van 2099Z00015 en Aanhangsel van de Handelingen, vergaderjaar 2098-2099, nr. 77.",
      ),
      antwoord(["1"], "In aanvulling op eerdere vragen (2099Z00019) en Kamerstuk 36 200, nr. 4[^a1]."),
    ],
    noten: [
      {
        bereik: "antwoord",
        anker: "a1",
        nummer: "1",
        tekst: "https://zoek.officielebekendmakingen.nl/kv-tk-2099Z00018.html",
      },
    ],
  }),
  kaal("2099Z00021", {
    blokken: Array.from({ length: 60 }, (_, index) => vraag([String(index + 1)], `Vraag nummer ${index + 1}?`)),
  }),
];
