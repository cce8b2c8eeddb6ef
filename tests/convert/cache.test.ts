/** The cache of the conversion: whatever happens between two runs, what comes out is what a run without it gives. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, beforeEach, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { sha256Of, writeWhole } from "../../scripts/bestanden.ts";
import { convert } from "../../scripts/convert/omzetten.ts";
import { openOpslag } from "../../scripts/convert/opslag.ts";
import { versieOf } from "../../scripts/convert/versie.ts";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

let scratch = "";
before(() => {
  scratch = mkdtempSync(join(tmpdir(), "kamervragen-cache-"));
});
after(() => rmSync(scratch, { recursive: true, force: true }));

/** The contents of all files below a folder, by path. */
function contentsOf(folder: string): Readonly<Record<string, string>> {
  if (!existsSync(folder)) return {};
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted();
  return Object.fromEntries(
    paths
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path, readFileSync(join(folder, path), "utf8")]),
  );
}

/** A day later: the times of all files of now are old enough to be believed. */
const now = () => Date.now() + 86_400_000;

/** An archive in a folder of its own, whose every run is held against one without a cache from the same beginning. */
function createProef(folder: string) {
  const inhoud = join(folder, "inhoud");
  const cache = join(folder, ".cache", "inhoud");
  return {
    inhoud,
    cache,
    /** `isBekend`: nothing happened since the run before. */
    async run(mappen: readonly string[] = ["a", "b"], isBekend = false, isVolledig = true) {
      const bronnen = mappen.map((map) => join(folder, map));
      for (const map of bronnen) mkdirSync(map, { recursive: true });
      const naast = join(folder, "naast");
      rmSync(naast, { recursive: true, force: true });
      if (existsSync(inhoud)) cpSync(inhoud, naast, { recursive: true });
      const before = contentsOf(inhoud);
      const whole = await convert({ bronnen, inhoud: naast });
      const found = await convert({ bronnen, inhoud, cache: { map: cache, now }, isVolledig });
      assert.deepEqual(contentsOf(inhoud), contentsOf(naast));
      if (isVolledig) assert.equal(JSON.stringify(found.toJson()), JSON.stringify(whole.toJson()));
      assert.equal(found.toText(), whole.toText());
      assert.equal(found.exitCode(), whole.exitCode());
      assert.equal(found.werk.cachefout, undefined);
      // Where a person edited pages, or two documents take turns under one key, a second run may still have work: an alias
      // that the first learned does not stand in the edited file.
      const isRustig =
        / 0 nieuw, 0 gewijzigd, \d+ ongewijzigd, 0 met de hand/.test(whole.toText()) &&
        isDeepStrictEqual(before, contentsOf(inhoud));
      if (isRustig && isBekend) assert.equal(found.werk.lezingen, 0, "something was read again that did not change");
      return found.werk;
    },
  };
}

const NUMMERS = ["2065Z00001", "2065Z00002", "2065Z00003"] as const;
const VRAGEN = [
  "Waarom draaien molens tegenwoordig linksom?",
  "Waarom draaien molens tegenwoordig rechtsom?",
  "Hoeveel haringen passen ergens tussen twee tonnen?",
] as const;

const meta = (id: string) =>
  `<metadata><meta name="OVERHEIDop.externMetadataRecord" content="https://zoek.officielebekendmakingen.nl/${id}/metadata.xml"/></metadata>`;
const omschrijving =
  '<kamervraagomschrijving type="vraag">Vragen van het lid Oever (DEF) aan de Minister van Wind over <kamervraagonderwerp>wind</kamervraagonderwerp> (ingezonden <datum isodatum="2065-01-02">2 januari 2065</datum>).</kamervraagomschrijving>';

function kvXml(nummer: string, vraag: string): string {
  return `<officiele-publicatie>${meta(`kv-tk-${nummer}`)}<kamervragen><kamervraagnummer>${nummer}</kamervraagnummer>${omschrijving}
<vraag><nr>Vraag 1</nr><al>${vraag}</al></vraag></kamervragen></officiele-publicatie>`;
}

function ahXml(nummer: number, vraag: string, antwoord: string): string {
  return `<officiele-publicatie>${meta(`ah-tk-20642065-${nummer}`)}<kamervragen><kamervraagnummer>${nummer}</kamervraagnummer>${omschrijving}
<kamervraagomschrijving type="antwoord">Antwoord van Minister Wierdeman (Wind) (ontvangen <datum isodatum="2065-01-20">20 januari 2065</datum>).</kamervraagomschrijving>
<vraag><nr>Vraag 1</nr><al>${vraag}</al></vraag><antwoord><nr>Antwoord 1</nr><al>${antwoord}</al></antwoord></kamervragen></officiele-publicatie>`;
}

function metadataXml(id: string, velden: Readonly<Record<string, string>>): string {
  return `<metadata_gegevens><metadata name="DC.identifier" content="${id}"/>${Object.entries(velden)
    .map(([naam, waarde]) => `<metadata name="OVERHEIDop.${naam}" content="${waarde}"/>`)
    .join("")}</metadata_gegevens>`;
}

function pagina(nummer: string, vraag: string, antwoord: string): string {
  return `Kamervraag ${nummer}\n\nWind\n\nIngediend 2 januari 2065\nBron vraag https://voorbeeld.example/kv-tk-${nummer}\nBron antwoord https://voorbeeld.example/ah-tk-20642065-77\n • Vraag 1\n  ${vraag}\n\n  ${antwoord}\n`;
}

describe("a conversion with a cache", () => {
  let folder = "";
  let proef = createProef("");
  beforeEach(() => {
    folder = mkdtempSync(join(scratch, "proef-"));
    proef = createProef(folder);
  });
  const put = (path: string, content: string) => writeWhole(join(folder, path), content);
  const putDrie = () => {
    for (const [index, nummer] of NUMMERS.entries()) {
      put(`a/kv${index}.xml`, kvXml(nummer, VRAGEN[0]));
      put(`a/ah${index}.xml`, ahXml(index + 1, VRAGEN[0], "Dat is niet bekend."));
      put(`b/${index}.metadata.xml`, metadataXml(`ah-tk-20642065-${index + 1}`, { vraagnummer: nummer }));
    }
    put("a/README.md", "# Lees mij\n");
  };

  it("reads no source again when nothing changed, whatever the files' times", async () => {
    putDrie();
    assert.deepEqual(await proef.run(), { gelezen: 10, ongewijzigd: 0, lezingen: 10, samengevoegd: 3, overgenomen: 0 });
    for (const name of readdirSync(join(folder, "a"))) utimesSync(join(folder, "a", name), 0, 0);
    const before = statSync(join(proef.cache, "omzetten.ndjson"));
    assert.deepEqual(await proef.run(), { gelezen: 0, ongewijzigd: 10, lezingen: 0, samengevoegd: 0, overgenomen: 3 });
    assert.equal(statSync(join(proef.cache, "omzetten.ndjson")).ino, before.ino, "the cache was written for nothing");
  });

  it("reads one changed source and the documents beside it, and finds it though its time and size are the same", async () => {
    putDrie();
    await proef.run();
    const path = join(folder, "a", "ah1.xml");
    const { atime, mtime } = statSync(path);
    writeFileSync(path, readFileSync(path, "utf8").replace("niet bekend", "wel bekend!"));
    utimesSync(path, atime, mtime);
    const { gelezen, ongewijzigd, samengevoegd } = await proef.run();
    assert.deepEqual({ gelezen, ongewijzigd, samengevoegd }, { gelezen: 1, ongewijzigd: 9, samengevoegd: 1 });
  });

  it("merges again what a changed, new or lost sidecar tells of", async () => {
    putDrie();
    await proef.run();
    put("b/0.metadata.xml", metadataXml("ah-tk-20642065-1", { vraagnummer: NUMMERS[0], vergaderjaar: "2064-2065" }));
    assert.equal((await proef.run()).samengevoegd, 1);
    rmSync(join(folder, "b", "0.metadata.xml"));
    assert.equal((await proef.run()).samengevoegd, 2, "the question alone, and the answer under its own identifier");
  });

  it("learns an earlier key from a file that was put back", async () => {
    putDrie();
    await proef.run();
    const path = join(proef.inhoud, "2065", `${NUMMERS[0]}.md`);
    writeWhole(join(proef.inhoud, "2064", "ah-tk-20642065-1.md"), readFileSync(path, "utf8"));
    assert.equal((await proef.run()).samengevoegd, 1);
    assert.match(readFileSync(path, "utf8"), /aliassen:\n {2}- ah-tk-20642065-1\n/);
  });

  it("remembers pages that are disputed, shared, or edited by hand", async () => {
    put("a/een.txt", pagina(NUMMERS[0], VRAGEN[0], "Inspecties vonden zelden plaats."));
    put("a/twee.txt", pagina(NUMMERS[0], VRAGEN[2], "Lichten functioneren automatisch sindsdien."));
    put("a/drie.xml", kvXml(NUMMERS[1], VRAGEN[0]));
    await proef.run();
    const edited = join(proef.inhoud, "2065", `${NUMMERS[1]}.md`);
    writeFileSync(edited, readFileSync(edited, "utf8").replace("linksom", "rond"));
    assert.deepEqual(await proef.run(), { gelezen: 0, ongewijzigd: 3, lezingen: 0, samengevoegd: 0, overgenomen: 3 });
    put("a/drie.xml", kvXml(NUMMERS[1], VRAGEN[1]));
    assert.equal((await proef.run()).samengevoegd, 1);
    assert.equal((await proef.run()).samengevoegd, 0, "the proposal stands");
    rmSync(edited.replace(".md", ".nieuw.md"));
    assert.equal((await proef.run()).samengevoegd, 1, "the proposal is made again");
  });

  it("tells of files of one name in one order, whether they are looked at or not", async () => {
    for (const [index, map] of (["a", "b"] as const).entries()) {
      const page = (...args: [vraag: string, antwoord: string]) =>
        pagina(NUMMERS[index] ?? "", ...args).replace("2065-77", `2065-${index}`);
      put(`${map}/een.txt`, page(VRAGEN[0], "Inspecties vonden zelden plaats."));
      put(`${map}/twee.txt`, page(VRAGEN[2], "Lichten functioneren automatisch sindsdien."));
    }
    await proef.run(["b", "a"]);
    await proef.run(["b", "a"], true, false);
  });

  it("keeps what an interrupted run learned, and nothing that is damaged", async () => {
    putDrie();
    await proef.run();
    const path = join(proef.cache, "omzetten.ndjson");
    const lines = readFileSync(path, "utf8").split("\n");
    rmSync(join(proef.cache, "stand.bin")); // written last: the run was broken off before
    // Half a cache, cut off in the middle of a line, with a line that changed.
    const half = lines.slice(0, 6).map((line, index) => (index === 2 ? line.replace(/.$/, "!") : line));
    writeFileSync(path, `${half.join("\n")}\n${lines[6]?.slice(0, 80)}`);
    writeFileSync(`${path}.tijdelijk`, "half");
    assert.equal((await proef.run()).ongewijzigd, 5);
    assert.deepEqual(readdirSync(proef.cache), ["omzetten.ndjson", "stand.bin"]);
    assert.equal((await proef.run()).ongewijzigd, 10);
  });

  it("reads everything anew when asked, and says when the cache cannot be written", async () => {
    putDrie();
    await proef.run();
    const options = { bronnen: [join(folder, "a"), join(folder, "b")], inhoud: proef.inhoud };
    const again = await convert({ ...options, cache: { map: proef.cache, isOpnieuw: true } });
    assert.deepEqual([again.werk.gelezen, again.werk.overgenomen], [10, 0]);
    assert.equal((await proef.run()).gelezen, 0);
    put("bezet", "een bestand op de plaats van de map");
    const zonder = await convert({ ...options, cache: { map: join(folder, "bezet", "cache") } });
    assert.equal(zonder.werk.cachefout, "ENOTDIR");
    assert.equal(zonder.exitCode(), 0);
  });

  it("survives two runs at once", async () => {
    putDrie();
    const options = {
      bronnen: [join(folder, "a"), join(folder, "b")],
      inhoud: proef.inhoud,
      cache: { map: proef.cache },
    };
    await Promise.all([convert(options), convert(options)]);
    assert.equal((await proef.run()).gelezen, 0);
  });

  it("is right after a run that was killed", async () => {
    for (let index = 0; index < 200; index += 1) put(`a/kv${index}.xml`, kvXml(`2065Z0${1000 + index}`, VRAGEN[0]));
    const args = ["--import", "tsx", "scripts/convert.ts", "--bronnen", join(folder, "a"), "--inhoud", proef.inhoud];
    const start = () => spawn(process.execPath, args, { cwd: ROOT, stdio: "ignore" });
    const began = performance.now();
    await once(start(), "exit");
    const duur = performance.now() - began;
    for (const moment of [0.6, 0.8, 0.95]) {
      rmSync(proef.inhoud, { recursive: true, force: true });
      rmSync(proef.cache, { recursive: true, force: true });
      const run = start();
      const ended = once(run, "exit");
      await new Promise((resolve) => setTimeout(resolve, duur * moment));
      run.kill("SIGKILL");
      await ended;
      await proef.run(["a"]);
      assert.equal((await proef.run(["a"], true)).gelezen, 0);
    }
  });

  it("gives what a run without it gives, after any changes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stap, { minLength: 1, maxLength: 10 }), async (stappen) => {
        const eigen = mkdtempSync(join(scratch, "eigenschap-"));
        const archief = createProef(eigen);
        for (const [path, content] of BEGIN) writeWhole(join(eigen, path), content);
        await archief.run();
        let isGaaf = true;
        for (const { wijzig, mappen, isVolledig } of stappen) {
          apply(wijzig, eigen);
          // A record that is lost is missed when it is asked for: a report with all details asks for all.
          if (BESCHADIGINGEN.has(wijzig.doe)) isGaaf = false;
          await archief.run(mappen, false, isVolledig);
          await archief.run(mappen, isGaaf || isVolledig, !isVolledig);
          isGaaf = true;
        }
        rmSync(eigen, { recursive: true, force: true });
      }),
      { numRuns: Number(process.env.CACHE_RUNS ?? 25), includeErrorInReport: true },
    );
  });
});

// Few names, numbers and texts, so that they meet: documents in each other's groups, disputed, replaced, moved and renamed.
const nummer = fc.constantFrom(...NUMMERS);
const vraag = fc.constantFrom(...VRAGEN);
const ah = fc.constantFrom(77, 78);
const antwoord = fc.constantFrom("Ja, dat is bekend.", "Nee, dat is niet bekend.", "Inspecties vonden zelden plaats.");
const bronpad = fc.constantFrom(
  "a/een.xml",
  "a/twee.xml",
  "a/x/een.xml",
  "b/een.xml",
  "b/ah-tk-20642065-77.xml",
  "a/drie.txt",
);
const BRONTEKSTEN = [
  kvXml(NUMMERS[0], VRAGEN[0]),
  kvXml(NUMMERS[1], VRAGEN[0]),
  ahXml(77, VRAGEN[0], "Ja, dat is bekend."),
  pagina(NUMMERS[0], VRAGEN[0], "Ja, dat is bekend."),
] as const;
const bron = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(nummer, vraag).map((args) => kvXml(...args)) },
  { weight: 3, arbitrary: fc.tuple(ah, vraag, antwoord).map((args) => ahXml(...args)) },
  { weight: 2, arbitrary: fc.tuple(nummer, vraag, antwoord).map((args) => pagina(...args)) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(ah, nummer, fc.constantFrom("2064-2065", "2065-2066"))
      .map(([eigen, vraagnummer, vergaderjaar]) =>
        metadataXml(`ah-tk-20642065-${eigen}`, { vraagnummer, vergaderjaar }),
      ),
  },
  fc
    .tuple(nummer, ah)
    .map(([vraagnummer, eigen]) =>
      metadataXml(`kv-tk-${vraagnummer}`, { vraagnummer, aanhangsel: `ah-tk-20642065-${eigen}` }),
    ),
  fc
    .tuple(ah, fc.subarray([...NUMMERS]))
    .map(([eigen, nummers]) =>
      JSON.stringify({ identifier: [["", `ah-tk-20642065-${eigen}`]], vraagnummer: nummers.map((een) => ["", een]) }),
    ),
  // When files were fetched: those of other sources, by their bytes.
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.subarray([...BRONTEKSTEN]), fc.constantFrom("2065-02-01", "2065-02-02"))
      .map(([teksten, opgehaald]) =>
        JSON.stringify({
          oogst: 1,
          bestanden: teksten.map((tekst) => ({ sha256: sha256Of(Buffer.from(tekst)), opgehaald })),
        }),
      ),
  },
  vraag.map((tekst) => `<kamervragen><vraag><nr>Vraag 1</nr><al>${tekst}</al></vraag></kamervragen>`),
  fc.constantFrom("", "# Geen bron\n", "{", "<officiele-publicatie><kamervragen><vraag><al>Half"),
);

const BEGIN = [
  ["a/een.xml", kvXml(NUMMERS[0], VRAGEN[0])],
  ["a/twee.xml", kvXml(NUMMERS[1], VRAGEN[0])],
  ["b/een.xml", ahXml(77, VRAGEN[0], "Ja, dat is bekend.")],
  ["b/twee.metadata.xml", metadataXml("ah-tk-20642065-77", { vraagnummer: NUMMERS[0] })],
] as const;

const BESCHADIGINGEN: ReadonlySet<string> = new Set(["beschadig", "kap af", "gooi cache weg"]);

/** One of the files below a folder, if there is any. */
function pick(folder: string, choice: number): string | undefined {
  const paths = Object.keys(contentsOf(folder));
  return paths.length > 0 ? join(folder, paths[choice % paths.length] ?? "") : undefined;
}

/** What a person does to the Markdown. */
const BEWERKINGEN: Readonly<Record<string, (text: string) => string>> = {
  woord: (text) => text.replace("molens", "wieken"),
  regeleinden: (text) => text.replaceAll("\n", "\r\n"),
  aliassen: (text) => text.replace(/aliassen:\n( {2}- .*\n)+/, "aliassen: []\n"),
  onzin: () => "alles weg",
  leeg: () => "",
};

type Wijziging =
  | { readonly doe: "schrijf"; readonly path: string; readonly tekst: string }
  | { readonly doe: "verwijder"; readonly map: string; readonly welk: number }
  | { readonly doe: "verplaats"; readonly map: string; readonly welk: number; readonly naar: string }
  | { readonly doe: "raak aan"; readonly map: string; readonly welk: number; readonly tijd: number }
  | { readonly doe: "bewerk"; readonly welk: number; readonly hoe: string }
  | { readonly doe: "zet terug"; readonly welk: number; readonly sleutel: string }
  | { readonly doe: "beschadig"; readonly bestand: string; readonly plaats: number; readonly bits: number }
  | { readonly doe: "kap af"; readonly bestand: string; readonly lengte: number }
  | { readonly doe: "gooi cache weg" };

const map = fc.constantFrom("a", "b");
const bestand = fc.constantFrom("omzetten.ndjson", "stand.bin");
const welk = fc.nat(1000);
const doe = <const Soort extends string>(soort: Soort) => fc.constant(soort);
const wijziging: fc.Arbitrary<Wijziging> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ doe: doe("schrijf"), path: bronpad, tekst: bron }) },
  { weight: 5, arbitrary: fc.record({ doe: doe("verwijder"), map: fc.constantFrom("a", "b", "inhoud"), welk }) },
  { weight: 3, arbitrary: fc.record({ doe: doe("verplaats"), map, welk, naar: bronpad }) },
  fc.record({ doe: doe("raak aan"), map, welk, tijd: fc.constantFrom(0, 4_000_000_000) }),
  { weight: 4, arbitrary: fc.record({ doe: doe("bewerk"), welk, hoe: fc.constantFrom(...Object.keys(BEWERKINGEN)) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      doe: doe("zet terug"),
      welk,
      sleutel: fc.constantFrom("2064/ah-tk-20642065-77", "2064/ah-tk-20642065-78", `2065/${NUMMERS[0]}`),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      doe: doe("beschadig"),
      bestand,
      plaats: fc.nat(100_000),
      bits: fc.integer({ min: 1, max: 255 }),
    }),
  },
  fc.record({ doe: doe("kap af"), bestand, lengte: fc.nat(100_000) }),
  fc.record({ doe: doe("gooi cache weg") }),
);

/** Turns over bits of one byte, counted from the end, or leaves only a part. */
function damage(path: string, change: Extract<Wijziging, { readonly doe: "beschadig" | "kap af" }>): void {
  if (!existsSync(path)) return;
  const bytes = readFileSync(path);
  if (bytes.length === 0) return;
  const at = bytes.length - 1 - (change.doe === "beschadig" ? change.plaats % bytes.length : 0);
  if (change.doe === "beschadig") bytes[at] = (bytes[at] ?? 0) ^ change.bits;
  writeFileSync(path, change.doe === "kap af" ? bytes.subarray(0, change.lengte % bytes.length) : bytes);
}

function apply(change: Wijziging, folder: string): void {
  const cache = join(folder, ".cache", "inhoud", "bestand" in change ? change.bestand : "");
  const edit = (path: string | undefined, how: (text: string) => string) => {
    if (path && existsSync(path)) writeFileSync(path, how(readFileSync(path, "utf8")));
  };
  const chosen = "map" in change ? pick(join(folder, change.map), change.welk) : undefined;
  if (change.doe === "schrijf") writeWhole(join(folder, change.path), change.tekst);
  if (change.doe === "verwijder" && chosen) rmSync(chosen);
  if (change.doe === "verplaats" && chosen) {
    mkdirSync(dirname(join(folder, change.naar)), { recursive: true });
    renameSync(chosen, join(folder, change.naar));
  }
  if (change.doe === "raak aan" && chosen) utimesSync(chosen, change.tijd, change.tijd);
  if (change.doe === "bewerk") edit(pick(join(folder, "inhoud"), change.welk), BEWERKINGEN[change.hoe] ?? String);
  const page = change.doe === "zet terug" ? pick(join(folder, "inhoud"), change.welk) : undefined;
  if (change.doe === "zet terug" && page)
    writeWhole(join(folder, "inhoud", `${change.sleutel}.md`), readFileSync(page, "utf8"));
  if (change.doe === "beschadig" || change.doe === "kap af") damage(cache, change);
  if (change.doe === "gooi cache weg") rmSync(cache, { recursive: true, force: true });
}

const stap = fc.record({
  wijzig: wijziging,
  isVolledig: fc.boolean(),
  mappen: fc.constantFrom(["a", "b"], ["a", "b"], ["a", "b"], ["b", "a"], ["a"], ["a/x", "a", "b"]),
});

describe("recognising documents of a part of the archive", () => {
  const zinnen = [
    "Hoeveel molens draaien er tegenwoordig nog linksom",
    "Welke gemeenten hebben daarover ooit een brief gestuurd",
    "Kunt u deze vragen afzonderlijk beantwoorden alstublieft",
    "Waarom staan de sluizen bij Verzonnendam altijd open",
    "Wat kost het onderhoud van alle haringtonnen samen",
  ] as const;
  const kop = (onderwerp: string, lid: string, dag: string) =>
    `<kamervraagomschrijving type="vraag">Vragen van het lid ${lid} (DEF) aan de Minister van Wind over <kamervraagonderwerp>${onderwerp}</kamervraagonderwerp> (ingezonden <datum isodatum="2065-01-${dag}">${dag} januari 2065</datum>).</kamervraagomschrijving>`;
  const vragenXml = (eigen: readonly string[]) =>
    eigen.map((zin, index) => `<vraag><nr>Vraag ${index + 1}</nr><al>${zin}?</al></vraag>`).join("");
  const kv = (vraagnummer: string, hoofd: string, eigen: readonly string[]) =>
    `<officiele-publicatie>${meta(`kv-tk-${vraagnummer}`)}<kamervragen><kamervraagnummer>${vraagnummer}</kamervraagnummer>${hoofd}${vragenXml(eigen)}</kamervragen></officiele-publicatie>`;
  const ahZonder = (id: string, hoofd: string, eigen: readonly string[]) =>
    `<officiele-publicatie>${id === "" ? "" : meta(id)}<kamervragen>${hoofd}<kamervraagomschrijving type="antwoord">Antwoord van Minister Wierdeman (Wind) (ontvangen <datum isodatum="2065-01-20">20 januari 2065</datum>).</kamervraagomschrijving>${vragenXml(eigen)}<antwoord><nr>Antwoord 1</nr><al>Dat is nog niet bekend.</al></antwoord></kamervragen></officiele-publicatie>`;
  const hoofd = fc
    .tuple(
      fc.constantFrom("molens die linksom draaien", "sluizen in Verzonnendam"),
      fc.constantFrom("Oever", "Meent"),
      fc.constantFrom("02", "03"),
    )
    .map((args) => kop(...args));
  const eigen = fc.subarray([...zinnen], { minLength: 1 });
  const bronnen = fc.oneof(
    fc.tuple(nummer, hoofd, eigen).map((args) => kv(...args)),
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom("ah-tk-20642065-77", "ah-tk-20642065-78", "ah-1151601", "ah-1151602", ""), hoofd, eigen)
        .map((args) => ahZonder(...args)),
    },
    fc
      .tuple(ah, nummer)
      .map(([id, vraagnummer]) => metadataXml(`ah-tk-20642065-${id}`, { vraagnummer, vergaderjaar: "2064-2065" })),
    fc
      .tuple(nummer)
      .map(([vraagnummer]) =>
        metadataXml(`kv-tk-${vraagnummer}`, { vraagnummer, datumIndiening: "2065-01-02", indiener: "Oever, P." }),
      ),
  );
  const stappen = fc.array(
    fc.record({
      path: fc.constantFrom("een", "twee", "drie", "vier", "vijf", "zes").map((naam) => `a/${naam}.xml`),
      tekst: fc.option(bronnen, { nil: undefined }),
      isVolledig: fc.boolean(),
    }),
    { minLength: 4, maxLength: 12 },
  );
  const put = (folder: string, path: string, tekst: string | undefined) => {
    if (tekst === undefined) rmSync(join(folder, path), { force: true });
    else writeWhole(join(folder, path), tekst);
  };

  it("comes to what the whole archive comes to, whatever candidates come and go", async () => {
    await fc.assert(
      fc.asyncProperty(stappen, async (all) => {
        const folder = mkdtempSync(join(scratch, "herkenning-"));
        const proef = createProef(folder);
        for (const { path, tekst, isVolledig } of all) {
          put(folder, path, tekst);
          await proef.run(["a"], false, isVolledig);
        }
        rmSync(folder, { recursive: true, force: true });
      }),
      { numRuns: Number(process.env.CACHE_RUNS ?? 12), includeErrorInReport: true },
    );
  });

  it("counts in the whole archive what too many share", async () => {
    const folder = mkdtempSync(join(scratch, "algemeen-"));
    const proef = createProef(folder);
    const [molens, brief, , sluizen, tonnen] = zinnen;
    // Sentences that 49 other questions have as well: the fiftieth may still say something, the fifty-first not.
    const gedeeld = [molens, brief, sluizen];
    for (let index = 0; index < 49; index += 1) {
      put(
        folder,
        `a/kv${index}.xml`,
        kv(`2065Z0${1000 + index}`, kop(`zaak ${"abcdefg"[index % 7]}${index}`, "Meent", "04"), [
          ...gedeeld.slice(0, 1 + (index % 3)),
          molens,
        ]),
      );
    }
    put(folder, "a/eigen.xml", kv(NUMMERS[0], kop("de haringtonnen", "Oever", "02"), gedeeld));
    put(folder, "a/antwoord.xml", ahZonder("ah-tk-20642065-77", kop("iets heel anders", "Duin", "02"), gedeeld));
    await proef.run(["a"]);
    for (const extra of ["x1", "x2", "x3"]) {
      put(
        folder,
        `a/${extra}.xml`,
        kv(`2065Z0200${extra.slice(1)}`, kop("nog een zaak", "Meent", "05"), [molens, tonnen]),
      );
      await proef.run(["a"], false, false);
    }
    for (const extra of ["x3", "x1", "kv7"]) {
      put(folder, `a/${extra}.xml`, undefined);
      await proef.run(["a"], false, false);
    }
  });

  it("looks at nothing but the new answer and its question", async () => {
    const folder = mkdtempSync(join(scratch, "nieuw-"));
    const proef = createProef(folder);
    const [molens, brief, , sluizen, tonnen] = zinnen;
    put(folder, "a/kv1.xml", kv(NUMMERS[0], kop("molens", "Oever", "02"), [molens, brief]));
    put(folder, "a/kv2.xml", kv(NUMMERS[1], kop("tonnen", "Meent", "03"), [sluizen, tonnen]));
    await proef.run(["a"]);
    put(folder, "a/ah.xml", ahZonder("ah-tk-20642065-77", kop("molens", "Oever", "02"), [molens, brief]));
    assert.deepEqual(await proef.run(["a"], false, false), {
      gelezen: 1,
      ongewijzigd: 2,
      lezingen: 2,
      samengevoegd: 1,
      overgenomen: 1,
    });
    assert.match(readFileSync(join(proef.inhoud, "2065", `${NUMMERS[0]}.md`), "utf8"), /ah-tk-20642065-77/);
  });
});

describe("openOpslag", () => {
  const [een, twee] = ["1".repeat(32), "2".repeat(32)];

  it("finds what was kept, also by a place alone", () => {
    const map = join(scratch, "opslag");
    const first = openOpslag(map);
    const plek = first.keep(een, { tekst: "regel\nen\u2028nog \ud800 een" });
    assert.deepEqual(plek && first.read(plek), { tekst: "regel\nen\u2028nog \ud800 een" });
    first.keep(twee, [1]);
    assert.equal(first.finish(), undefined);
    const second = openOpslag(map);
    const found = second.plekOf(twee);
    assert.deepEqual(found && second.read(found), [1]);
    const third = openOpslag(map, { vanaf: second.size() });
    assert.equal(third.plekOf(twee), undefined);
    if (found) third.knows(found);
    assert.deepEqual(found && third.read(found), [1]);
    assert.equal(found && third.read({ ...found, sleutel: een }), undefined, "the line of another key");
  });

  it("goes on after a line that was cut off, and forgets that line only", () => {
    const map = join(scratch, "opslag-kapot");
    const first = openOpslag(map);
    first.keep(een, [1]);
    first.keep(twee, [2]);
    first.finish();
    const path = join(map, "omzetten.ndjson");
    writeFileSync(path, readFileSync(path).subarray(0, -3));
    const second = openOpslag(map);
    assert.equal(second.plekOf(twee), undefined);
    second.keep(twee, [3]);
    second.finish();
    const third = openOpslag(map);
    assert.deepEqual(
      [een, twee].map((sleutel) => {
        const plek = third.plekOf(sleutel);
        return plek && third.read(plek);
      }),
      [[1], [3]],
    );
  });

  it("throws away what is of no use, and tells the rest where it stands", () => {
    const map = join(scratch, "opslag-kleiner");
    const opslag = openOpslag(map);
    opslag.keep(een, "x".repeat(1000));
    const plek = opslag.keep(twee, "y".repeat(1000));
    assert.ok(plek);
    opslag.shrink([plek]);
    assert.equal(plek.begin, 0);
    assert.equal(opslag.read(plek), "y".repeat(1000));
    const later = opslag.keep(een, [4]);
    assert.deepEqual(later && opslag.read(later), [4]);
    assert.equal(opslag.finish(), undefined);
    assert.equal(readFileSync(join(map, "omzetten.ndjson"), "utf8").split("\n").length, 3);
    assert.deepEqual(readdirSync(map), ["omzetten.ndjson"]);
  });
});

describe("versieOf", () => {
  it("changes with the code and with the packages", () => {
    const root = join(scratch, "project");
    for (const map of ["model", "markdown", "sources", "samenvoegen", "conservation"])
      cpSync(join(ROOT, "src", map), join(root, "src", map), { recursive: true });
    cpSync(join(ROOT, "scripts", "convert"), join(root, "scripts", "convert"), { recursive: true });
    const first = versieOf(root);
    assert.equal(versieOf(root), first);
    writeFileSync(join(root, "package-lock.json"), "{}");
    const second = versieOf(root);
    assert.notEqual(second, first);
    writeFileSync(join(root, "src", "sources", "xml.ts"), " ", { flag: "a" });
    assert.notEqual(versieOf(root), second);
  });
});
