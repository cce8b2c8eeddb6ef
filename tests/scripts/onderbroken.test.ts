/**
 * Promise 7: a command that is killed at any moment leaves the old site or the new one, file by file, and the next run repairs
 * everything. A handful of moments here; `KILLS=100 npm test -- onderbroken` tries so many of each command.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { setTimeout } from "node:timers/promises";
import { contentsOf, listGemerkt, startOpdracht } from "../hulp/opdracht.ts";

const KILLS = Number(process.env.KILLS ?? 4);
const SEED = Number(process.env.SEED ?? 1);
const AANTAL = 24;
/** What is being made: gone after the next run, and never asked for by a page. */
const IN_DE_MAAK = /(?:^|\/)(?:\.kamervragen-(?:nieuw|slot)|pagefind\.(?:nieuw|oud))\/|\.tijdelijk$/;

type Inhoud = ReadonlyMap<string, Buffer>;

/** A command with the folder that it writes to, as it was before and is to be. */
interface Proef {
  readonly script: string;
  readonly args: (map: string) => readonly string[];
  /** Folder below the work folder that it makes. */
  readonly uit: string;
  /** Files whose source is gone are kept. */
  readonly isBlijvend?: boolean;
  /** Paths that stand or fall together, such as an index: of these all are old or all are new. */
  readonly samen?: string;
}

const PROEVEN: readonly Proef[] = [
  {
    script: "scripts/convert.ts",
    args: (map) => ["--bronnen", join(map, "bronnen"), "--inhoud", join(map, "inhoud")],
    uit: "inhoud",
    isBlijvend: true,
  },
  {
    script: "scripts/build.ts",
    args: (map) => ["--bronnen", join(map, "bronnen"), "--inhoud", join(map, "inhoud"), "--uit", join(map, "uit")],
    uit: "uit",
    samen: "pagefind/",
  },
  {
    script: "scripts/bundel.ts",
    args: (map) => ["--site", join(map, "uit"), "--doel", join(map, "doel")],
    uit: "doel",
  },
];

describe("a command that is killed", { skip: process.platform === "win32" && "SIGKILL is of POSIX" }, () => {
  let werk = "";
  before(async () => {
    werk = mkdtempSync(join(tmpdir(), "kamervragen-onderbroken-"));
    // The old archive, and the new one: other words, one Kamervraag less and one more.
    writeBronnen(join(werk, "oud", "bronnen"), "oude", 0);
    writeBronnen(join(werk, "nieuw", "bronnen"), "nieuwe", 1);
    for (const map of ["oud", "nieuw"]) {
      for (const { script, args } of PROEVEN) {
        const { einde, fouten } = await startOpdracht(script, args(join(werk, map))).einde;
        assert.equal(einde, 0, `${script}: ${fouten}`);
      }
    }
  });
  after(() => rmSync(werk, { recursive: true, force: true }));

  for (const proef of PROEVEN) {
    it(`${proef.script} leaves what was or what is to be, ${KILLS} times, and the next gives the new`, async (t) => {
      const oud = contentsOf(join(werk, "oud", proef.uit));
      const nieuw = contentsOf(join(werk, "nieuw", proef.uit));
      assert.ok([...nieuw].some(([path, content]) => oud.has(path) && !oud.get(path)?.equals(content)));
      const random = openToeval(SEED);
      const map = join(werk, "map");
      let duur = await prepareAndRun(proef, werk, map);
      assertSame(contentsOf(join(map, proef.uit)), nieuw, proef, "without a kill");
      let geraakt = 0;
      for (let keer = 0; keer < KILLS; keer += 1) {
        prepare(proef, werk, map);
        const moment = random();
        const merk = `${werk} ${proef.script} ${keer}`;
        const { child, einde } = startOpdracht(proef.script, proef.args(map), { merk });
        await setTimeout(duur * moment);
        child.kill("SIGKILL");
        const { einde: hoe } = await einde;
        if (hoe === "SIGKILL") geraakt += 1;
        else duur *= 0.9; // the machine has become faster
        const wanneer = `${proef.script} after a kill at ${moment.toFixed(3)} of ${Math.round(duur)} ms (seed ${SEED})`;
        assertOudOfNieuw(contentsOf(join(map, proef.uit)), { oud, nieuw }, proef.samen, wanneer);
        const { einde: code, fouten } = await startOpdracht(proef.script, proef.args(map)).einde;
        assert.equal(code, 0, `${wanneer}: ${fouten}`);
        assertSame(contentsOf(join(map, proef.uit)), nieuw, proef, `the run after ${wanneer}`);
        assert.deepEqual(listGemerkt(merk), [], "a child is left");
      }
      t.diagnostic(`${geraakt} of ${KILLS} kills came before the end`);
      assert.ok(geraakt > 0, "no kill came before the end");
    });
  }
});

describe("bringing an index up to date that is killed", { skip: process.platform === "win32" && "as above" }, () => {
  let werk = "";
  before(() => {
    werk = mkdtempSync(join(tmpdir(), "kamervragen-bijgewerkt-"));
  });
  after(() => rmSync(werk, { recursive: true, force: true }));

  it(`leaves the index of before or the new one, ${KILLS} times, and the next run gives the new`, async (t) => {
    const [map, bewaard] = [join(werk, "map"), join(werk, "bewaard")];
    const args = ["bronnen", "inhoud", "uit"].flatMap((naam) => [`--${naam}`, join(map, naam)]);
    const build = (merk?: string) => startOpdracht("scripts/build.ts", args, merk === undefined ? {} : { merk });
    // With the times of its files, by which a build knows that nobody touched them.
    const put = (van: string, naar: string) => {
      rmSync(naar, { recursive: true, force: true });
      execFileSync("cp", ["-a", van, naar]);
    };
    const change = () => {
      const bron = join(map, "bronnen", "2071Z10005.txt");
      writeFileSync(
        bron,
        readFileSync(bron, "utf8").replace("Waarom staat zij er nog?", "Waarom schommelt de kwikstaart?"),
      );
    };
    const index = () => contentsOf(join(map, "uit", "pagefind"));
    const runWhole = async () => {
      const { einde, uitvoer, fouten } = await build().einde;
      assert.equal(einde, 0, fouten);
      return uitvoer;
    };
    writeBronnen(join(map, "bronnen"), "oude", 0);
    await runWhole();
    const oud = index();
    put(map, bewaard);
    change();
    const begon = performance.now();
    assert.match(await runWhole(), /woorden bijgewerkt/);
    const duur = performance.now() - begon;
    const nieuw = index();
    assert.ok(!isSame(oud, nieuw));
    const random = openToeval(SEED);
    let geraakt = 0;
    for (let keer = 0; keer < KILLS; keer += 1) {
      put(bewaard, map);
      change();
      // The index comes in the second half.
      const moment = 0.4 + 0.6 * random();
      const merk = `${werk} ${keer}`;
      const { child, einde } = build(merk);
      await setTimeout(duur * moment);
      child.kill("SIGKILL");
      if ((await einde).einde === "SIGKILL") geraakt += 1;
      const wanneer = `after a kill at ${moment.toFixed(3)} of ${Math.round(duur)} ms (seed ${SEED})`;
      // Between two moves it stands aside for a moment; the next run puts it back.
      const gevonden = index();
      assert.ok(gevonden.size === 0 || isSame(gevonden, oud) || isSame(gevonden, nieuw), `neither, ${wanneer}`);
      await runWhole();
      assert.ok(isSame(index(), nieuw), `the run ${wanneer} gives another index`);
      assert.deepEqual(listGemerkt(merk), [], "a child is left");
    }
    t.diagnostic(`${geraakt} of ${KILLS} kills came before the end`);
    assert.ok(geraakt > 0, "no kill came before the end");
  });
});

function writeBronnen(map: string, woord: string, vanaf: number): void {
  mkdirSync(map, { recursive: true });
  for (let nummer = vanaf; nummer < AANTAL + vanaf; nummer += 1) {
    const vraagnummer = `2071Z${String(10_000 + nummer)}`;
    writeFileSync(
      join(map, `${vraagnummer}.txt`),
      [
        vraagnummer,
        "",
        `Vragen van het lid Jansen (Fractie X) aan de minister van Verkeer over ${woord} bruggen (ingezonden 3 maart 2071)`,
        "",
        "Vraag 1",
        `Kent u de ${woord} brug nummer ${nummer} en haar ${woord} pijlers?`,
        "",
        "Vraag 2",
        `Waarom staat zij er nog? ${"De brug kraakt bij elke vrachtwagen. ".repeat(nummer)}`,
        "",
      ].join("\n"),
    );
  }
}

// The state of before, with the sources of after.
function prepare({ uit }: Proef, werk: string, map: string): void {
  rmSync(map, { recursive: true, force: true });
  cpSync(join(werk, "oud"), map, { recursive: true });
  for (const naam of ["bronnen", ...(uit === "doel" ? ["uit"] : [])]) {
    rmSync(join(map, naam), { recursive: true });
    cpSync(join(werk, "nieuw", naam), join(map, naam), { recursive: true });
  }
  // What the new archive no longer has: a source that is gone keeps its file, so that goes by hand, as an operator would.
  if (uit === "uit") {
    for (const path of onlyIn(join(werk, "oud", "inhoud"), join(werk, "nieuw", "inhoud")))
      rmSync(join(map, "inhoud", path));
  }
}

async function prepareAndRun(proef: Proef, werk: string, map: string): Promise<number> {
  prepare(proef, werk, map);
  const began = performance.now();
  const { einde, fouten } = await startOpdracht(proef.script, proef.args(map)).einde;
  assert.equal(einde, 0, fouten);
  return performance.now() - began;
}

function onlyIn(one: string, other: string): readonly string[] {
  const anders = contentsOf(other);
  return [...contentsOf(one).keys()].filter((path) => !anders.has(path));
}

function assertOudOfNieuw(
  found: Inhoud,
  { oud, nieuw }: { readonly oud: Inhoud; readonly nieuw: Inhoud },
  samen: string | undefined,
  wanneer: string,
): void {
  const isSamen = (path: string) => samen !== undefined && path.startsWith(samen);
  for (const [path, content] of found) {
    if (IN_DE_MAAK.test(path)) continue;
    assert.ok(oud.get(path)?.equals(content) || nieuw.get(path)?.equals(content), `${path} is neither: ${wanneer}`);
  }
  for (const path of oud.keys()) {
    if (nieuw.has(path) && !isSamen(path)) assert.ok(found.has(path), `${path} is gone: ${wanneer}`);
  }
  if (samen === undefined) return;
  const pick = (map: Inhoud) => new Map([...map].filter(([path]) => isSamen(path)));
  const eigen = pick(found);
  assert.ok(isSame(eigen, pick(oud)) || isSame(eigen, pick(nieuw)), `${samen} is neither as a whole: ${wanneer}`);
}

function isSame(one: Inhoud, other: Inhoud): boolean {
  return one.size === other.size && [...one].every(([path, content]) => other.get(path)?.equals(content));
}

function assertSame(found: Inhoud, wanted: Inhoud, { isBlijvend = false }: Proef, wanneer: string): void {
  const paths = [...found.keys()].filter((path) => wanted.has(path) || !isBlijvend);
  assert.deepEqual(paths, [...wanted.keys()], wanneer);
  for (const [path, content] of wanted) assert.ok(found.get(path)?.equals(content), `${path}: ${wanneer}`);
}

/** Numbers from 0 to 1, the same ones for a seed (mulberry32). */
function openToeval(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
