/** What the system refuses: told in Dutch, exit code 1, and what stood there is whole. */
import assert from "node:assert/strict";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, beforeEach, describe, it } from "node:test";
import { writeWhole } from "../../scripts/bestanden.ts";
import { openSchrijver } from "../../scripts/build/schrijf.ts";
import { runConvert } from "../../scripts/convert.ts";
import { isMachinefout, toSysteemfout } from "../../scripts/systeemfout.ts";
import { formatFout } from "../../src/model/user-error.ts";
import { contentsOf, ROOT, startOpdracht } from "../hulp/opdracht.ts";

const isPosix = process.platform !== "win32";
const opPosix = { skip: isPosix ? false : "this system has no ulimit and no /dev/full" };

describe("toSysteemfout", () => {
  for (const [code, syscall, what, why] of [
    ["ENOSPC", "write", "dit is niet te schrijven", "de schijf is vol"],
    ["EDQUOT", "write", "dit is niet te schrijven", "uw ruimte op deze schijf is op (quotum)"],
    ["EROFS", "mkdir", "dit is niet te maken", "de schijf is alleen te lezen"],
    ["EACCES", "open", "dit is niet te openen", "u hebt er geen rechten voor"],
    ["EMFILE", "open", "dit is niet te openen", "er staan te veel bestanden open"],
    ["ENFILE", "scandir", "dit is niet te lezen", "er staan te veel bestanden open"],
    ["ENOMEM", "spawn pagefind", "dit programma is niet te starten", "er is te weinig geheugen"],
    ["EWHAT", "frob", "dit is niet te lezen of te schrijven", "EWHAT, frob"],
  ] as const) {
    it(`tells of ${code} at ${syscall} what and why, and what to do`, () => {
      const error = Object.assign(new Error(`${code}, ${syscall}`), { code, syscall, path: "/a/b" });
      const fout = toSysteemfout(error);
      assert.deepEqual([fout.where, fout.what, fout.why], ["/a/b", what, why]);
      assert.match(fout.mend, /; wat al geschreven is, is heel$/);
    });
  }

  it("knows what is the matter with the machine from what is the matter with a file", () => {
    const of = (code: string) => isMachinefout(Object.assign(new Error(code), { code, syscall: "open" }));
    assert.deepEqual(["EMFILE", "ENOSPC", "EACCES", "ENOENT"].map(of), [true, true, false, false]);
    assert.equal(isMachinefout("EMFILE"), false);
  });
});

describe("a system that refuses", opPosix, () => {
  let werk = "";
  before(() => {
    werk = mkdtempSync(join(tmpdir(), "kamervragen-systeemfout-"));
    chmodSync(werk, 0o755);
  });
  beforeEach(() => {
    rmSync(join(werk, "map"), { recursive: true, force: true });
    mkdirSync(join(werk, "map"));
  });
  after(() => rmSync(werk, { recursive: true }));

  for (const [wat, schrijf, tijdelijk] of [
    ["writeWhole", (path: string) => writeWhole(path, "nieuw"), "a.html.tijdelijk"],
    [
      "a build",
      (path: string) => openSchrijver(dirname(path), join(dirname(path), "bezig")).write("a.html", "nieuw"),
      "bezig/0",
    ],
  ] as const) {
    it(`${wat} on a full disk names the file, and leaves it as it was`, { skip: !existsSync("/dev/full") }, () => {
      const path = join(werk, "map", "a.html");
      writeFileSync(path, "oud");
      mkdirSync(join(werk, "map", tijdelijk, ".."), { recursive: true });
      symlinkSync("/dev/full", join(werk, "map", tijdelijk));
      assert.throws(
        () => schrijf(path),
        (error) => {
          assert.match(
            formatFout(toSysteemfout(error as NodeJS.ErrnoException)),
            /a\.html: dit is niet te schrijven\n.*de schijf is vol/,
          );
          return true;
        },
      );
      assert.equal(readFileSync(path, "utf8"), "oud");
      assert.ok(!existsSync(`${path}.tijdelijk`));
    });
  }

  it("a folder that may not be written to is told of, and nothing in it changes", async () => {
    const inhoud = join(werk, "map", "inhoud");
    mkdirSync(inhoud);
    chmodSync(inhoud, 0o555);
    await asNobody(async () => {
      await assert.rejects(runConvert({ bronnen: [join(ROOT, "content/bronnen")], inhoud }), (error) => {
        assert.match(formatFout(toSysteemfout(error as NodeJS.ErrnoException)), /niet te maken\n.*geen rechten/);
        return true;
      });
    });
    assert.deepEqual([...contentsOf(inhoud).keys()], []);
  });

  it("too many open files end a conversion before a page loses a source", async () => {
    const bronnen = join(werk, "map", "bronnen");
    const inhoud = join(werk, "map", "inhoud");
    cpSync(join(ROOT, "content/bronnen"), bronnen, { recursive: true });
    for (const nummer of ["2071Z10001", "2071Z10002", "2071Z10003"]) {
      const kop =
        "Vragen van het lid Jansen (Fractie X) aan de minister van Verkeer over bruggen (ingezonden 3 maart 2071)";
      writeFileSync(join(bronnen, `${nummer}.txt`), `${nummer}\n\n${kop}\n\nVraag 1\nKent u brug ${nummer}?\n`);
    }
    await runConvert({ bronnen: [bronnen], inhoud });
    const wanted = contentsOf(inhoud);
    assert.ok(wanted.size > 0);
    const args = ["--bronnen", bronnen, "--inhoud", inhoud, "--zonder-cache"];
    const gezien = new Set<number | string | null>();
    const meldingen: string[] = [];
    for (const vrij of [0, 20]) {
      const { einde, fouten, uitvoer } = await startOpdracht(
        "tests/hulp/zonder-bestanden.ts",
        [String(vrij), ...args],
        {
          ulimit: "-n 250",
        },
      ).einde;
      gezien.add(einde);
      meldingen.push(fouten);
      if (einde !== 0) assert.match(fouten, /er staan te veel bestanden open[\s\S]*ulimit -n/, uitvoer);
      assert.doesNotMatch(fouten, / {4}at /);
      assert.deepEqual(contentsOf(inhoud), wanted);
    }
    assert.deepEqual([...gezien].toSorted(), [0, 1]);
    assert.ok(
      meldingen.some((melding) => melding.startsWith(bronnen)),
      "no run ended at a source",
    );
  });

  // A limit to the size of a file is refused at the same place as a disk that is full, and needs no disk of its own.
  it("convert, build and bundel stop with 1 when nothing more can be written, and leave what was", async () => {
    const map = join(werk, "map");
    const inhoud = join(map, "inhoud");
    const uit = join(map, "uit");
    const doel = join(map, "doel");
    const bronnen = join(ROOT, "content/bronnen");
    const opdrachten = [
      ["convert", "-f 4", ["--bronnen", bronnen, "--inhoud", inhoud]],
      ["build", "-f 40", ["--bronnen", bronnen, "--inhoud", inhoud, "--uit", uit]],
      ["bundel", "-f 40", ["--site", uit, "--doel", doel]],
    ] as const;
    for (const [script, ulimit, args] of opdrachten) {
      const voor = contentsOf(map);
      const { einde, fouten } = await startOpdracht(`scripts/${script}.ts`, args, { ulimit }).einde;
      assert.equal(einde, 1, `${script}: ${fouten}`);
      assert.match(fouten, /: dit is niet te schrijven\n +waarom: +het bestand wordt groter dan/);
      const na = contentsOf(map);
      for (const [path, content] of voor) {
        // The conversion within a build is done by then, and keeps what it learned.
        if (!path.includes(".cache/")) assert.ok(na.get(path)?.equals(content), `${script} harmed ${path}`);
      }
      assert.deepEqual(
        [...na.keys()].filter((path) => /tijdelijk|-slot|nieuw/.test(path)),
        [],
        script,
      );
      assert.equal((await startOpdracht(`scripts/${script}.ts`, args).einde).einde, 0, script);
    }
  });
});

/** As somebody who is not root, for root may write everywhere. */
async function asNobody(work: () => Promise<void>): Promise<void> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}
