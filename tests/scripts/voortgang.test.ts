import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { formatDuur, GEEN_VOORTGANG, openVoortgang, type Uitstroom } from "../../scripts/voortgang.ts";

/** A stream that keeps what was written, with a clock that stands still until it is put on. */
function openToneel({ isTTY, columns = 80 }: { readonly isTTY: boolean; readonly columns?: number }) {
  const geschreven: string[] = [];
  let nu = 5_000;
  const stream = { isTTY, columns, write: (text: string) => geschreven.push(text) };
  return {
    geschreven,
    stream: stream as Uitstroom & { columns: number },
    klok: () => nu,
    wacht: (milliseconds: number) => {
      nu += milliseconds;
    },
  };
}

type Toneel = ReturnType<typeof openToneel>;

const open = ({ stream, klok }: Toneel, signal?: AbortSignal) =>
  openVoortgang(stream, { klok, isTekenbaar: true, ...(signal ? { signal } : {}) });

/** Does the work evenly, with so many milliseconds to a piece. */
function werk(toneel: Toneel, totaal: number, duur: number, tot = totaal) {
  const voortgang = open(toneel);
  const stap = voortgang.begin("Bronnen lezen", totaal);
  for (let aantal = 0; aantal < tot; aantal += 1) {
    toneel.wacht(duur);
    stap.tik();
  }
  return { voortgang, stap };
}

/** What stands on the screen after all that was written: the lines, and the one that the cursor is on. */
function schermVan(geschreven: readonly string[]): readonly string[] {
  return geschreven
    .join("")
    .split("\n")
    .map((regel) => regel.split("\r\u001b[K").at(-1) ?? "");
}

describe("openVoortgang on a terminal", () => {
  it("draws a bar with the count, the part that is done and the time left", () => {
    const toneel = openToneel({ isTTY: true });
    werk(toneel, 12_000, 10, 3_000);
    assert.deepEqual(schermVan(toneel.geschreven), [
      "Bronnen lezen [######------------------]  25%  3.000 van 12.000, nog 1 min 30 s",
    ]);
  });

  it("says nothing of work that is done within a second", () => {
    const toneel = openToneel({ isTTY: true });
    werk(toneel, 90, 11).stap.klaar();
    assert.deepEqual(toneel.geschreven, []);
  });

  it("draws ten times a second at most", () => {
    const toneel = openToneel({ isTTY: true });
    werk(toneel, 11_000, 1);
    assert.ok(toneel.geschreven.length <= 101 && toneel.geschreven.length > 80, String(toneel.geschreven.length));
  });

  it("estimates by the pace of late: what came from the cache says nothing of what is to come", () => {
    const toneel = openToneel({ isTTY: true });
    const stap = open(toneel).begin("Zoekindex", 1_000);
    for (let aantal = 0; aantal < 100; aantal += 1) {
      toneel.wacht(10);
      stap.tik(5);
    }
    for (let aantal = 0; aantal < 50; aantal += 1) {
      toneel.wacht(1_000);
      stap.tik();
    }
    assert.match(schermVan(toneel.geschreven).join(), /550 van 1\.000, nog 7 min 30 s$/);
  });

  it("keeps to the width of the window, also when that changes, and leaves the last column free", () => {
    const toneel = openToneel({ isTTY: true, columns: 200 });
    const stap = open(toneel).begin("Bronnen lezen", 1_000);
    for (const [columns, expected] of [
      [200, "Bronnen lezen [------------------------]   1%  10 van 1.000"],
      [60, "Bronnen lezen [---------]   2%  20 van 1.000, nog 4 min 5 s"],
      [58, "Bronnen lezen   3%  30 van 1.000, nog 4 min 3 s"],
      [40, "Bronnen lezen   4%  40 van 1.000"],
      [33, "Bronnen lezen   5%  50 van 1.000"],
      [32, "Bronnen lezen   6%"],
      [12, "Bronnen lez"],
      [1, ""],
    ] as const) {
      toneel.stream.columns = columns;
      toneel.wacht(2_500);
      stap.tik(10);
      assert.equal(schermVan(toneel.geschreven).at(-1), expected);
    }
  });

  it("leaves one line of what took long, and none of the bar", () => {
    const toneel = openToneel({ isTTY: true });
    const { stap, voortgang } = werk(toneel, 1_000, 83);
    stap.klaar();
    assert.deepEqual(schermVan(toneel.geschreven), ["Bronnen lezen: 1.000 in 1 min 23 s", ""]);
    voortgang.stop();
    assert.deepEqual(schermVan(toneel.geschreven), ["Bronnen lezen: 1.000 in 1 min 23 s", ""]);
  });

  it("wipes the bar when work ends before its time, and never hides the cursor", () => {
    const toneel = openToneel({ isTTY: true });
    werk(toneel, 100, 100, 50).voortgang.stop();
    assert.deepEqual(schermVan(toneel.geschreven), [""]);
    assert.doesNotMatch(toneel.geschreven.join(""), /\?25/);
  });

  it("counts without a total", () => {
    const toneel = openToneel({ isTTY: true });
    const stap = open(toneel).begin("Woorden samenvoegen");
    toneel.wacht(1_500);
    stap.tik(70_000);
    assert.deepEqual(schermVan(toneel.geschreven), ["Woorden samenvoegen  70.000"]);
  });

  it("passes over what a step does after it was done, or after the next began", () => {
    const toneel = openToneel({ isTTY: true });
    const voortgang = open(toneel);
    const eerste = voortgang.begin("eerste", 10);
    voortgang.begin("tweede", 10);
    toneel.wacht(2_000);
    eerste.tik();
    eerste.klaar();
    assert.deepEqual(toneel.geschreven, []);
    assert.equal(voortgang.stand(), "bezig met: tweede (0 van 10)");
  });
});

describe("openVoortgang elsewhere", () => {
  it("writes plain lines: at each tenth of the work", () => {
    const toneel = openToneel({ isTTY: false });
    werk(toneel, 1_000, 150).stap.klaar();
    const regels = toneel.geschreven.join("").split("\n");
    assert.equal(regels[0], "Bronnen lezen: 7 van 1.000, 0%");
    assert.equal(regels[1], "Bronnen lezen: 107 van 1.000, 10%, nog 2 min 14 s");
    assert.deepEqual(regels.slice(-2), ["Bronnen lezen: 1.000 in 2 min 30 s", ""]);
    assert.equal(regels.length, 12);
    assert.ok(!regels.join("").includes("\r"));
  });

  it("writes a line every 10 seconds at most, and every minute at least", () => {
    const snel = openToneel({ isTTY: false });
    werk(snel, 1_000, 40);
    assert.equal(snel.geschreven.length, 4);
    const traag = openToneel({ isTTY: false });
    werk(traag, 1_000, 12_000, 50);
    assert.equal(traag.geschreven.length, 10);
  });

  it("says nothing of work that is done within a second", () => {
    const toneel = openToneel({ isTTY: false });
    werk(toneel, 90, 11).stap.klaar();
    assert.deepEqual(toneel.geschreven, []);
  });

  it("takes a terminal that cannot draw a line over for no terminal", () => {
    const toneel = openToneel({ isTTY: true });
    const stap = openVoortgang(toneel.stream, { klok: toneel.klok, isTekenbaar: false }).begin("Bronnen lezen", 9);
    toneel.wacht(3_000);
    stap.tik();
    assert.deepEqual(toneel.geschreven, ["Bronnen lezen: 1 van 9, 11%\n"]);
  });
});

describe("a step", () => {
  it("lets a signal through, and then stops with its reason", async () => {
    const toneel = openToneel({ isTTY: false });
    const stop = new AbortController();
    const reden = new Error("genoeg");
    const stap = open(toneel, stop.signal).begin("Bronnen lezen");
    await stap.adem();
    setImmediate(() => stop.abort(reden));
    await stap.adem(); // too soon to breathe
    toneel.wacht(60);
    await assert.rejects(stap.adem(), reden);
    await GEEN_VOORTGANG.begin("niets").adem();
  });

  it("tells where the work stood", () => {
    const toneel = openToneel({ isTTY: false });
    const voortgang = open(toneel);
    assert.equal(voortgang.stand(), undefined);
    voortgang.begin("Bronnen lezen", 3).klaar();
    voortgang.begin("Kamervragen samenvoegen", 1_200).tik(1_100);
    assert.equal(voortgang.stand(), "klaar: Bronnen lezen; bezig met: Kamervragen samenvoegen (1.100 van 1.200)");
  });
});

describe("formatDuur", () => {
  for (const [milliseconds, tekst] of [
    [3, "1 s"],
    [59_400, "59 s"],
    [59_600, "1 min"],
    [83_000, "1 min 23 s"],
    [3_600_000, "1 u"],
    [7_500_000, "2 u 5 min"],
  ] as const) {
    it(`writes ${milliseconds} as "${tekst}"`, () => assert.equal(formatDuur(milliseconds), tekst));
  }
});
