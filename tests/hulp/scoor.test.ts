import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseLabels, VELDEN, type Veld } from "./labels.ts";
import { precisieOf, type Score, scoor, volledigheidOf } from "./scoor.ts";
import { scoreTabel } from "./score-tabel.ts";
import type { Gelezen } from "./vondsten.ts";

const BESTAND = "pdf-text/verzonnen.txt";

const GOED: Record<Veld, string> = {
  documentsoort: "antwoord",
  vragen: "1..3; 4,5",
  antwoorden: "1; 2,3; 4,5; zonder",
  "noten-v": "1",
  "noten-a": "2",
  indieners: "Van den Duin (ABC); Oever (DEF)",
  gerichtAan: "Minister van Wind en Water; Minister voor Dijken",
  beantwoordDoor: "Minister Wierdeman (Wind en Water); mede namens Minister voor Dijken",
  ingediend: "2060-10-05",
  ontvangen: "2060-11-03",
  vraagnummer: "2060Z00042",
  id: "ah-tk-20602061-77",
  mededelingen: "",
  tabellen: "1",
};

const GELEZEN: Gelezen = {
  bestand: BESTAND,
  herkend: true,
  documentsoort: "antwoord",
  id: "ah-tk-20602061-77",
  vraagnummer: "2060Z00042",
  vraagnummers: ["2060Z00042"],
  ingediend: "2060-10-05",
  ontvangen: "2060-11-03",
  indieners: [
    { naam: "J. van den Duin", naamInBron: "Van den Duin", fractie: "ABC" },
    { naam: "Óever", fractie: "def" },
  ],
  gerichtAan: [{ functie: "minister van Wind en Water" }, { functie: "Minister voor Dijken" }],
  beantwoordDoor: [
    { naam: "Wierdeman", functie: "Minister van Wind en Water" },
    { functie: "Minister voor Dijken", medeNamens: true },
  ],
  vragen: [["1"], ["2"], ["3"], ["4", "5"]].map((nummers) => ({ nummers, tekst: "Waarom?" })),
  antwoorden: [
    { opVragen: ["1"], tekst: "| a | b |\n| --- | --- |\n| 1 | 2 |" },
    { opVragen: ["2", "3"], tekst: "Daarom." },
    { opVragen: ["4", "5"], tekst: "Ja." },
    { opVragen: [], tekst: "Nee." },
  ],
  noten: [{ bereik: "vraag" }, { bereik: "antwoord" }, { bereik: "antwoord" }],
  mededelingen: [],
};

function labelsOf(velden: Partial<Record<Veld, string>> = {}) {
  const rij = { ...GOED, ...velden };
  return parseLabels(
    `${["bestand", "vorm", ...VELDEN].join("\t")}\n${[BESTAND, "pdf-text", ...VELDEN.map((veld) => rij[veld])].join("\t")}\n`,
  );
}

function telling({ perVeld }: Score, veld: Veld): readonly number[] {
  const { goed, teVeel, gemist } = perVeld.get(veld) ?? { goed: -1, teVeel: -1, gemist: -1 };
  return [goed, teVeel, gemist];
}

describe("scoor", () => {
  it("gives full marks to a document that is read as labelled", () => {
    const score = scoor(labelsOf(), [GELEZEN]);
    assert.deepEqual(score.missers, []);
    assert.deepEqual(score.nietHerkend, []);
    assert.deepEqual(
      VELDEN.map((veld) => telling(score, veld)[0]),
      [1, 4, 4, 1, 2, 2, 2, 2, 1, 1, 1, 1, 0, 1],
    );
  });

  it("counts a document that was not recognised, or not read, as missing everything", () => {
    for (const gelezen of [[{ bestand: BESTAND, herkend: false }], []]) {
      const score = scoor(labelsOf(), gelezen);
      assert.deepEqual(score.nietHerkend, [BESTAND]);
      assert.deepEqual(telling(score, "vragen"), [0, 0, 4]);
      assert.deepEqual(telling(score, "documentsoort"), [0, 0, 1]);
    }
  });

  for (const [what, veld, change, expected] of [
    ["a group that was split", "vragen", { vragen: vragen("1", "2", "3", "4", "5") }, [3, 2, 1]],
    ["a group that was joined", "vragen", { vragen: vragen("1", "2,3", "4,5") }, [2, 1, 2]],
    ["a group with a number too few", "antwoorden", { antwoorden: antwoorden("1", "2", "4,5", "") }, [3, 1, 1]],
    ["an answer whose number was made up", "antwoorden", { antwoorden: antwoorden("1", "2,3", "4,5", "6") }, [3, 1, 1]],
    ["a vraag in another place", "vragen", { vragen: vragen("2", "3", "1", "4,5") }, [3, 1, 1]],
    ["a lost note", "noten-a", { noten: [{ bereik: "vraag" }, { bereik: "antwoord" }] }, [1, 0, 1]],
    ["a note in the wrong scope", "noten-v", { noten: [{ bereik: "vraag" }, { bereik: "vraag" }] }, [1, 1, 0]],
    ["swapped dates", "ingediend", { ingediend: "2060-11-03", ontvangen: "2060-10-05" }, [0, 1, 1]],
    ["a name without its first words", "indieners", { indieners: indieners("Duin (ABC)", "Oever (DEF)") }, [1, 1, 1]],
    ["a wrong fractie", "indieners", { indieners: indieners("Van den Duin (DEF)", "Oever (DEF)") }, [1, 1, 1]],
    [
      "an addressee that was not split",
      "gerichtAan",
      { gerichtAan: [{ functie: "Minister van Wind en Water en voor Dijken" }] },
      [0, 1, 2],
    ],
    [
      "van for voor",
      "gerichtAan",
      { gerichtAan: [{ functie: "Minister van Wind en Water" }, { functie: "Minister van Dijken" }] },
      [1, 1, 1],
    ],
    [
      "mede namens taken for an answer",
      "beantwoordDoor",
      {
        beantwoordDoor: [
          { naam: "Wierdeman", functie: "Minister, Wind en Water" },
          { functie: "Minister voor Dijken" },
        ],
      },
      [1, 1, 1],
    ],
    ["another kind of document", "documentsoort", { documentsoort: "vraag" }, [0, 1, 1]],
    ["a notice that is none", "mededelingen", { mededelingen: [{ soort: "uitstel", tekst: "" }] }, [0, 1, 0]],
    ["a lost table", "tabellen", { antwoorden: antwoorden("1", "2,3", "4,5", "") }, [0, 0, 1]],
  ] as const satisfies readonly (readonly [string, Veld, Partial<Gelezen>, readonly number[]])[]) {
    it(`lowers the score of ${veld} for ${what}`, () => {
      const score = scoor(labelsOf(), [{ ...GELEZEN, ...change }]);
      assert.deepEqual(telling(score, veld), expected);
      assert.ok(score.missers.some((misser) => misser.veld === veld));
    });
  }

  it("leaves out what was not labelled, and forgives what may but need not be found", () => {
    const labels = labelsOf({
      vragen: "?",
      gerichtAan: "Minister van Wind en Water; ?Minister voor Dijken",
      "noten-a": "1-2",
    });
    const score = scoor(labels, [GELEZEN]);
    assert.deepEqual(telling(score, "vragen"), [0, 0, 0]);
    assert.deepEqual(telling(score, "gerichtAan"), [1, 0, 0]);
    assert.deepEqual(telling(score, "noten-a"), [1, 0, 0]);
    const less = scoor(labels, [{ ...GELEZEN, gerichtAan: [{ functie: "Minister van Wind en Water" }] }]);
    assert.deepEqual(telling(less, "gerichtAan"), [1, 0, 0]);
  });

  it("holds a claim against a reader where the document says nothing", () => {
    const score = scoor(labelsOf({ vraagnummer: "" }), [GELEZEN]);
    assert.deepEqual(telling(score, "vraagnummer"), [0, 1, 0]);
    assert.deepEqual(score.missers, [
      { bestand: BESTAND, vorm: "pdf-text", veld: "vraagnummer", verwacht: [], gevonden: ["2060Z00042"] },
    ]);
  });

  it("takes any of several ways to write a fact, and loose or missing accents and spaces", () => {
    for (const [label, found] of [
      ["Minister van Wind|Minister van Wind en Water; Minister voor Dijken", GELEZEN.gerichtAan],
      ["Kostic (ABC)", [{ naam: "Kostic ´", fractie: "ABC" }]],
      ["Yeşil-Duin (ABC)", [{ naam: "Yes¸il-Duin", fractie: "ABC" }]],
      ["Inge vanDuin (ABC)", [{ naam: "Inge van Duin", fractie: "ABC" }]],
      ["De Oever (ABC)", [{ naam: "R.H. (Romke) de Oever", fractie: "ABC" }]],
    ] as const) {
      const veld = label.includes("Minister") ? "gerichtAan" : "indieners";
      const score = scoor(labelsOf({ [veld]: label }), [{ ...GELEZEN, [veld]: found }]);
      assert.deepEqual(score.missers, [], label);
    }
  });

  it("counts per form, and adds up over the documents", () => {
    const [label] = labelsOf();
    assert.ok(label);
    const labels = [label, { ...label, bestand: "pdf/ander.pdf", vorm: "pdf" }];
    const score = scoor(labels, [GELEZEN]);
    assert.deepEqual(telling(score, "vragen"), [4, 0, 4]);
    assert.deepEqual(score.perVorm.get("pdf")?.get("vragen"), { goed: 0, teVeel: 0, gemist: 4 });
    assert.deepEqual(score.perVorm.get("pdf-text")?.get("vragen"), { goed: 4, teVeel: 0, gemist: 0 });
  });
});

describe("precisieOf and volledigheidOf", () => {
  it("divide what is good by what was found and by what is so", () => {
    assert.equal(precisieOf({ goed: 3, teVeel: 1, gemist: 2 }), 0.75);
    assert.equal(volledigheidOf({ goed: 3, teVeel: 1, gemist: 2 }), 0.6);
    assert.equal(precisieOf({ goed: 0, teVeel: 0, gemist: 2 }), 1);
    assert.equal(volledigheidOf({ goed: 0, teVeel: 2, gemist: 0 }), 1);
  });
});

describe("scoreTabel", () => {
  it("shows each field and names every miss with what was expected and what was found", () => {
    const tabel = scoreTabel(scoor(labelsOf(), [{ ...GELEZEN, ontvangen: "2060-11-04" }]));
    assert.match(tabel, /^vragen +4 +0 +0 +100\.00 % +100\.00 % +100\/100$/m);
    assert.match(tabel, /verzonnen\.txt: ontvangen\n {2}verwacht: 2060-11-03\n {2}gevonden: 2060-11-04/);
  });
});

describe("parseLabels", () => {
  it("refuses what cannot be meant", () => {
    assert.throws(() => parseLabels("bestand\tvragn\na\t1\n"), /no such column: vragn/);
    assert.throws(() => parseLabels("bestand\tvragen\na\n"), /1 columns, not 2/);
    assert.throws(() => parseLabels("bestand\tvragen\na\t1\na\t1\n"), /labelled twice/);
    assert.throws(() => parseLabels("bestand\tnoten-v\na\tdrie\n"), /no number of noten-v/);
  });
});

function vragen(...groepen: readonly string[]) {
  return groepen.map((groep) => ({ nummers: groep.split(","), tekst: "Waarom?" }));
}

function antwoorden(...groepen: readonly string[]) {
  return groepen.map((groep) => ({ opVragen: groep === "" ? [] : groep.split(","), tekst: "Daarom." }));
}

function indieners(...namen: readonly string[]) {
  return namen.map((written) => {
    const [naam = "", fractie = ""] = written.replace(")", "").split(" (");
    return { naam, fractie };
  });
}
