/** Which files a conversion may leave unread: what the system says of them has to prove that they are what they were. */
import assert from "node:assert/strict";
import fs, {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, before, beforeEach, describe, it } from "node:test";
import { convert } from "../../scripts/convert/omzetten.ts";
import { GEEN_STEMPEL, isStempel, openStempels } from "../../scripts/convert/stempel.ts";

const DAG = 86_400_000;

let scratch = "";
let bron = "";
before(() => {
  scratch = mkdtempSync(join(tmpdir(), "kamervragen-stempel-"));
});
after(() => rmSync(scratch, { recursive: true, force: true }));
beforeEach(() => {
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(join(scratch, "bronnen"), { recursive: true });
  bron = join(scratch, "bronnen", "een.xml");
  writeFileSync(bron, kvXml("linksom"));
});

function kvXml(woord: string): string {
  return `<officiele-publicatie><metadata><meta name="OVERHEIDop.externMetadataRecord" content="https://zoek.officielebekendmakingen.nl/kv-tk-2065Z00001/metadata.xml"/></metadata>
<kamervragen><kamervraagnummer>2065Z00001</kamervraagnummer><vraag><nr>Vraag 1</nr><al>Draaien molens ${woord}?</al></vraag></kamervragen></officiele-publicatie>`;
}

const inhoud = () => join(scratch, "inhoud");
const pagina = () => join(inhoud(), "2065", "2065Z00001.md");
const run = async (now: () => number) =>
  await convert({
    bronnen: [join(scratch, "bronnen")],
    inhoud: inhoud(),
    cache: { map: join(scratch, "cache"), now },
    isVolledig: false,
  });
const morgen = () => Date.now() + DAG;
/** Another text of the same size, with the time of writing that the file had. */
const replaceUnseen = (path: string, from: string, to: string) => {
  const { atime, mtime } = statSync(path);
  writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
  utimesSync(path, atime, mtime);
};
/** On systems whose times prove nothing everything is read: what must be found is found there as well. */
const IS_BETROUWBAAR = openStempels(morgen).stampOf(tmpdir(), statSync(tmpdir()), morgen()) !== GEEN_STEMPEL;

describe("a source or page that changed", () => {
  it("is found when its size and time of writing are what they were", async () => {
    await run(morgen);
    await run(morgen);
    replaceUnseen(bron, "linksom", "rechtso");
    assert.equal((await run(morgen)).werk.gelezen, 1);
    assert.match(readFileSync(pagina(), "utf8"), /rechtso/);
  });

  it("is found when another file was moved over it, as old and as large", async () => {
    const ander = join(scratch, "ander.xml");
    writeFileSync(ander, kvXml("rechtso"));
    const { atime, mtime } = statSync(bron);
    utimesSync(ander, atime, mtime);
    await run(morgen);
    renameSync(ander, bron);
    assert.equal((await run(morgen)).werk.gelezen, 1);
  });

  it("is found when two folders changed places, and no file was touched", async () => {
    const [x, y, z] = ["x", "y", "z"].map((naam) => join(scratch, "bronnen", naam));
    assert.ok(x && y && z);
    for (const [map, woord] of [
      [x, "linksom"],
      [y, "rechtso"],
    ] as const) {
      mkdirSync(map);
      writeFileSync(join(map, "kv.xml"), kvXml(woord).replaceAll("00001", woord === "linksom" ? "00002" : "00003"));
      utimesSync(join(map, "kv.xml"), 1_000_000, 1_000_000);
    }
    await run(morgen);
    renameSync(x, z);
    renameSync(y, x);
    renameSync(z, y);
    assert.equal((await run(morgen)).werk.gelezen, 2);
  });

  it("is found in the Markdown, when a person's hand left size and time as they were", async () => {
    await run(morgen);
    replaceUnseen(pagina(), "linksom", "rechtso");
    assert.match((await run(morgen)).toText(), /1 met de hand bewerkt/);
    assert.match(readFileSync(pagina(), "utf8"), /rechtso/);
  });

  it("is found when it was written in the tick of the clock in which it was read", async () => {
    // A file system whose clock stands still: both contents have one stamp. The clock of the run is that of the files.
    const { stampOf, look } = openStempels();
    const stats = look(bron);
    assert.ok(stats);
    for (const later of [0, 1, 10, 1000, 2000])
      assert.deepEqual(
        stampOf(bron, stats, Math.max(stats.ctimeMs, stats.mtimeMs) + later),
        GEEN_STEMPEL,
        `${later} ms`,
      );
    await run(Date.now);
    writeFileSync(bron, kvXml("rechtso"));
    assert.equal((await run(Date.now)).werk.gelezen, 1);
  });

  it("is found when the clock was set back since: a state from the future is not believed", async () => {
    await run(morgen);
    assert.deepEqual(await readsDuring(() => run(Date.now)), ["2065Z00001.md", "een.xml"]);
    replaceUnseen(bron, "linksom", "rechtso");
    assert.equal((await run(() => Date.now() - 365 * DAG)).werk.gelezen, 1);
  });
});

/** The names of the files of the archive that were read. */
async function readsDuring(action: () => Promise<unknown>): Promise<readonly string[]> {
  const original = fs.readFileSync;
  const gelezen = new Set<string>();
  fs.readFileSync = ((path: string, ...rest: readonly unknown[]) => {
    if (String(path).startsWith(scratch)) gelezen.add(basename(String(path)));
    return Reflect.apply(original, fs, [path, ...rest]);
  }) as typeof fs.readFileSync;
  syncBuiltinESMExports();
  try {
    await action();
  } finally {
    fs.readFileSync = original;
    syncBuiltinESMExports();
  }
  return [...gelezen].toSorted();
}

describe("a source or page that did not change", () => {
  it("is known by its stamp once that is old enough, and not read", { skip: !IS_BETROUWBAAR }, async () => {
    assert.deepEqual(await readsDuring(() => run(morgen)), ["2065Z00001.md", "2065Z00001.nieuw.md", "een.xml"]);
    assert.deepEqual(await readsDuring(() => run(morgen)), []);
  });

  it("is hashed again while its stamp is too new, and no longer", { skip: !IS_BETROUWBAAR }, async () => {
    await run(Date.now);
    assert.deepEqual(await readsDuring(() => run(morgen)), ["2065Z00001.md", "een.xml"]);
    assert.deepEqual(await readsDuring(() => run(morgen)), []);
  });

  it("is hashed again when it was only touched, and not read as a document", async () => {
    await run(morgen);
    utimesSync(bron, 1_000_000, 1_000_000);
    const { werk } = await run(morgen);
    assert.deepEqual([werk.gelezen, werk.lezingen, werk.samengevoegd], [0, 0, 0]);
  });
});

describe("isStempel", () => {
  it("wants all five numbers to be the same", () => {
    const { stampOf } = openStempels();
    const stats = statSync(bron);
    const stempel = IS_BETROUWBAAR ? stampOf(bron, stats, morgen()) : ([1, 2, 3, 4, 5] as const);
    const [size, mtimeMs, ctimeMs, ino, dev] = stempel;
    const eigen = Object.assign(statSync(bron), { size, mtimeMs, ctimeMs, ino, dev });
    assert.ok(isStempel(eigen, Float64Array.from(stempel), 0));
    for (const [index] of stempel.entries()) {
      const ander = Float64Array.from(stempel, (number, at) => (at === index ? number + 1 : number));
      assert.ok(!isStempel(eigen, ander, 0), `number ${index}`);
    }
    assert.ok(!isStempel(eigen, Float64Array.from(GEEN_STEMPEL), 0));
  });
});
