/** A Kamervraag as it comes in: first the PDF of the answer, then the questions, weeks later the XML of the same answer. */
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { writeWhole } from "../../scripts/bestanden.ts";
import { convert } from "../../scripts/convert/omzetten.ts";
import { parseKamervraag } from "../../src/markdown/lees.ts";
import { maakPdf, officieleBladen } from "../hulp/pdf.ts";

const VRAGEN = [
  "Bent u bekend met de klachten over zwerfzand op de fietspaden langs de duinen van Verzonnendam?",
  "Hoeveel fietsers zijn er het afgelopen jaar door zwerfzand ten val gekomen op deze paden?",
];
const ANTWOORDEN = [
  "Ja, de gemeente heeft mij over deze klachten geïnformeerd en mij om een bijdrage in de kosten van het vegen gevraagd.",
  "Dat wordt landelijk niet bijgehouden. De politie registreert valpartijen zonder ander verkeer slechts bij letsel.",
];
const TITEL =
  "Vragen van het lid Van Zandwijk (Duinpartij) aan de Minister van Duinen over zwerfzand op fietspaden (ingezonden 3 mei 2032).";

const pdf = () =>
  maakPdf(
    officieleBladen(
      VRAGEN.flatMap((vraag, index) => [
        { kop: `Vraag ${index + 1}`, alineas: [vraag] },
        { kop: `Antwoord ${index + 1}`, alineas: [ANTWOORDEN[index] ?? ""] },
      ]),
      {},
      { nummer: "88" },
    ),
  );

const xml = (soort: "kv" | "ah", antwoorden = ANTWOORDEN) =>
  `<officiele-publicatie><metadata><meta name="OVERHEIDop.externMetadataRecord" content="https://x/${
    soort === "kv" ? "kv-tk-2032Z00007" : "ah-tk-20312032-88"
  }/metadata.xml"/></metadata><kamervragen><kamervraagnummer>${soort === "kv" ? "2032Z00007" : "88"}</kamervraagnummer><kamervraagomschrijving type="vraag">${TITEL}</kamervraagomschrijving>${
    soort === "ah"
      ? '<kamervraagomschrijving type="antwoord">Antwoord van Minister Helmgras (Duinen) (ontvangen 21 juni 2032).</kamervraagomschrijving>'
      : ""
  }${VRAGEN.map(
    (vraag, index) =>
      `<vraag><nr>Vraag ${index + 1}</nr><al>${vraag}</al></vraag>${
        soort === "ah" ? `<antwoord><nr>Antwoord ${index + 1}</nr><al>${antwoorden[index]}</al></antwoord>` : ""
      }`,
  ).join("")}</kamervragen></officiele-publicatie>`;

describe("an answer that comes in as a PDF first", () => {
  const scratch = mkdtempSync(join(tmpdir(), "kamervragen-later-"));
  after(() => rmSync(scratch, { recursive: true, force: true }));
  const bronnen = join(scratch, "bronnen");
  const inhoud = join(scratch, "inhoud");
  const step = async () => {
    const rapport = (await convert({ bronnen: [bronnen], inhoud })).toJson();
    assert.equal(rapport.totaal.onverklaard, 0);
    const paden = readdirSync(inhoud, { recursive: true, encoding: "utf8" }).filter((pad) => pad.endsWith(".md"));
    assert.equal(paden.length, 1, paden.join(" "));
    const pad = join(inhoud, paden[0] ?? "");
    return parseKamervraag(await readFile(pad, "utf8"), pad);
  };

  it("has a page of its own, moves to the questions by what it says, and gives way to the XML", async () => {
    writeWhole(join(bronnen, "ah.pdf"), await pdf());
    const eerst = await step();
    assert.equal(eerst.sleutel, "ah-tk-20312032-88");
    assert.equal(eerst.blokken.length, 4);

    writeWhole(join(bronnen, "kv.xml"), xml("kv"));
    const dan = await step();
    assert.equal(dan.sleutel, "2032Z00007");
    assert.deepEqual(dan.aliassen, ["ah-tk-20312032-88"]);
    const [, antwoord] = dan.bronnen;
    assert.deepEqual(antwoord?.koppeling, { zekerheid: 1, op: ["onderwerp", "ingediend", "indieners", "vragen"] });
    assert.equal(dan.status, "beantwoord");

    const verbeterd = ANTWOORDEN.map((tekst) => tekst.replace("slechts", "alleen"));
    writeWhole(join(bronnen, "ah.xml"), xml("ah", verbeterd));
    const later = await step();
    assert.equal(later.sleutel, "2032Z00007");
    assert.deepEqual(later.aliassen, ["ah-tk-20312032-88"]);
    assert.deepEqual(
      later.bronnen.map(({ vorm, vervangenDoor }) => [vorm, vervangenDoor]),
      [
        ["xml", undefined],
        ["xml", undefined],
        ["pdf", "ah-tk-20312032-88"],
      ],
    );
    assert.match(later.blokken.at(-1)?.tekst ?? "", /alleen bij letsel/);
    const verschil = later.diagnostiek.find(({ code }) => code === "lezing-verschilt")?.gevonden ?? "";
    assert.match(verschil, /slechts/);
    assert.match(verschil, /alleen/);
  });
});
