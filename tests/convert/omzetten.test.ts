import assert from "node:assert/strict";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, beforeEach, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { convert } from "../../scripts/convert/omzetten.ts";
import { parseKamervraag } from "../../src/markdown/lees.ts";
import { startRekentijd } from "../hulp/rekentijd.ts";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const FIXTURES = join(ROOT, "tests", "fixtures");
const SEED = join(ROOT, "content", "bronnen", "2021Z18968.txt");

let scratch = "";
let bronnen = "";
let inhoud = "";
before(() => {
  scratch = mkdtempSync(join(tmpdir(), "kamervragen-convert-"));
});
after(() => rmSync(scratch, { recursive: true, force: true }));
beforeEach(() => {
  rmSync(scratch, { recursive: true, force: true });
  bronnen = join(scratch, "bronnen");
  inhoud = join(scratch, "inhoud");
  mkdirSync(bronnen, { recursive: true });
});

const run = async () => await convert({ bronnen: [bronnen], inhoud });
const read = (path: string) => readFileSync(join(inhoud, path), "utf8");
const files = () =>
  existsSync(inhoud)
    ? readdirSync(inhoud, { recursive: true, encoding: "utf8" })
        .filter((path) => /\.\w+$/.test(path))
        .toSorted()
    : [];
const putSeed = () => cpSync(SEED, join(bronnen, "seed.txt"));
const SEED_MD = join("2021", "2021Z18968.md");

function kvXml(vraagnummer: string, vragen: readonly string[], onderwerp = "iets"): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<officiele-publicatie><metadata><meta name="OVERHEIDop.externMetadataRecord" content="https://zoek.officielebekendmakingen.nl/kv-tk-${vraagnummer}/metadata.xml"/></metadata>
<kamervragen><kamervraagnummer>${vraagnummer}</kamervraagnummer>
<kamervraagomschrijving type="vraag">Vragen van het lid Oever (DEF) aan de Minister van Wind over <kamervraagonderwerp>${onderwerp}</kamervraagonderwerp> (ingezonden <datum isodatum="2065-01-02">2 januari 2065</datum>).</kamervraagomschrijving>
${vragen.map((tekst, index) => `<vraag><nr>Vraag ${index + 1}</nr><al>${tekst}</al></vraag>`).join("\n")}
</kamervragen></officiele-publicatie>`;
}

function ahXml(nummer: number, vraagEnAntwoord: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<officiele-publicatie><metadata><meta name="OVERHEIDop.externMetadataRecord" content="https://zoek.officielebekendmakingen.nl/ah-tk-20642065-${nummer}/metadata.xml"/></metadata>
<kamervragen><kamervraagnummer>${nummer}</kamervraagnummer>
<kamervraagomschrijving type="vraag">Vragen van het lid Oever (DEF) aan de Minister van Wind over <kamervraagonderwerp>iets</kamervraagonderwerp> (ingezonden <datum isodatum="2065-01-02">2 januari 2065</datum>).</kamervraagomschrijving>
<kamervraagomschrijving type="antwoord">Antwoord van Minister Wierdeman (Wind) (ontvangen <datum isodatum="2065-01-20">20 januari 2065</datum>).</kamervraagomschrijving>
${vraagEnAntwoord}</kamervragen></officiele-publicatie>`;
}

const EEN =
  "<vraag><nr>Vraag 1</nr><al>Waait het?</al></vraag><antwoord><nr>Antwoord 1</nr><al>Ja, het waait.</al></antwoord>";
const metadataXml = (id: string, velden: Readonly<Record<string, string>>) =>
  `<metadata_gegevens><metadata name="DC.identifier" content="${id}"/>${Object.entries(velden)
    .map(([naam, waarde]) => `<metadata name="OVERHEIDop.${naam}" content="${waarde}"/>`)
    .join("")}</metadata_gegevens>`;

describe("the seed", () => {
  it("gives 9 vragen, 9 antwoorden, 2 notes of the question and marks 2, 3 and 4 of the answer without text", async () => {
    putSeed();
    const rapport = await run();
    assert.equal(rapport.exitCode(), 0);
    const kamervraag = parseKamervraag(read(SEED_MD), SEED_MD);
    const { blokken, noten, diagnostiek, indieners, beantwoordDoor, themas, onderwerpen } = kamervraag;
    assert.equal(blokken.filter(({ soort }) => soort === "vraag").length, 9);
    assert.equal(blokken.filter(({ soort }) => soort === "antwoord").length, 9);
    assert.deepEqual(
      noten.map(({ anker, nummer, tekst }) => [anker, nummer, tekst !== undefined]),
      [
        ["v1", "1", true],
        ["a1", "2", false],
        ["a2", "3", false],
        ["a3", "4", false],
        ["v2", "2", true],
      ],
    );
    assert.deepEqual(
      diagnostiek.map(({ code, plaats, gevonden }) => [code, plaats, gevonden]),
      [
        ["noot-zonder-tekst", "antwoord-4", "2"],
        ["noot-zonder-tekst", "antwoord-5", "3"],
        ["noot-zonder-tekst", "antwoord-5", "4"],
      ],
    );
    const text = blokken.map(({ tekst }) => tekst).join("\n");
    assert.match(text, /overheid»\[\^v1\]\?/);
    assert.match(text, /realiseren\.\[\^a1\]$/m);
    assert.match(text, /29\soktober\[\^a2\] en op 3\snovember\[\^a3\] per brief/u);
    assert.match(text, /gestuurd\?\[\^v2\] Zo ja/);
    assert.match(text, /worden getroffen$/, "the last answer ends without a full stop");
    assert.equal(noten.at(-1)?.tekst, "Kamerstukken II 34 550 VI, nr. 111");
    assert.deepEqual(indieners, [{ naam: "Ulysse Ellian", fractie: "VVD" }]);
    assert.deepEqual(beantwoordDoor, [
      { naam: "Sander Dekker", functie: "minister zonder portefeuille justitie en veiligheid", fractie: "VVD" },
    ]);
    assert.deepEqual(onderwerpen, ["criminaliteit", "economie", "ict", "openbare orde en veiligheid"]);
    assert.equal(themas.length, 2);
    assert.equal(kamervraag.ingediend, "2021-10-29");
    assert.equal(kamervraag.beantwoord, "2021-11-15");
  });

  it("stands in the project as it is converted", async () => {
    putSeed();
    await run();
    const ownHead = (text: string) => text.replaceAll(/bestand: .*|hash: .*/g, "");
    const committed = readFileSync(join(ROOT, "content", "kamervragen", SEED_MD), "utf8");
    assert.equal(ownHead(read(SEED_MD)), ownHead(committed));
  });
});

describe("convert", () => {
  it("changes no byte the second time, whatever the files' times and order", async () => {
    cpSync(join(FIXTURES, "samen", "vraag-uitstel-antwoord"), join(bronnen, "x"), { recursive: true });
    rmSync(join(bronnen, "x", "verwacht"), { recursive: true });
    putSeed();
    await run();
    const first = files().map((path) => [path, read(path)]);
    for (const name of readdirSync(join(bronnen, "x"))) utimesSync(join(bronnen, "x", name), 0, 0);
    const rapport = await run();
    assert.deepEqual(
      files().map((path) => [path, read(path)]),
      first,
    );
    assert.match(rapport.toText(), /0 nieuw, 0 gewijzigd, 2 ongewijzigd/);
  });

  it("keeps a file that a person edited, and puts a new conversion beside it only when the source changed", async () => {
    putSeed();
    await run();
    const edited = read(SEED_MD).replace("Ja.", "Ja, met een verbetering.");
    writeFileSync(join(inhoud, SEED_MD), edited);
    await run();
    assert.equal(read(SEED_MD), edited);
    assert.deepEqual(files(), [SEED_MD]);

    writeFileSync(join(bronnen, "seed.txt"), readFileSync(SEED, "utf8").replace("  Ja.\n", "  Nee.\n"));
    const rapport = await run();
    assert.equal(read(SEED_MD), edited);
    assert.match(read(SEED_MD.replace(".md", ".nieuw.md")), /\nNee\.\n/);
    assert.match(rapport.toText(), /2021Z18968: met de hand bewerkt, maar de bron is veranderd/);

    // Taken over by hand: the proposal goes.
    cpSync(join(inhoud, SEED_MD.replace(".md", ".nieuw.md")), join(inhoud, SEED_MD));
    await run();
    assert.deepEqual(files(), [SEED_MD]);
  });

  it("keeps and reports a file whose source has gone", async () => {
    putSeed();
    await run();
    const before = read(SEED_MD);
    rmSync(join(bronnen, "seed.txt"));
    const rapport = await run();
    assert.equal(read(SEED_MD), before);
    assert.equal(rapport.exitCode(), 0);
    assert.match(rapport.toText(), /2021\/2021Z18968\.md: de bron is er niet meer; het bestand is behouden/);
  });

  it("removes what an interrupted run left behind", async () => {
    putSeed();
    mkdirSync(join(inhoud, "2021"), { recursive: true });
    writeFileSync(join(inhoud, `${SEED_MD}.tijdelijk`), "---\nhalf");
    await run();
    assert.deepEqual(files(), [SEED_MD]);
  });

  it("keeps an answer under its own identifier until its number is known, then leads the old address on", async () => {
    writeFileSync(join(bronnen, "ah.xml"), ahXml(77, EEN));
    await run();
    assert.deepEqual(files(), [join("2064", "ah-tk-20642065-77.md")]);
    writeFileSync(join(bronnen, "ah.metadata.xml"), metadataXml("ah-tk-20642065-77", { vraagnummer: "2065Z00123" }));
    await run();
    assert.deepEqual(files(), [join("2065", "2065Z00123.md")]);
    assert.deepEqual(parseKamervraag(read(join("2065", "2065Z00123.md")), "x").aliassen, ["ah-tk-20642065-77"]);
    await run();
    assert.deepEqual(
      parseKamervraag(read(join("2065", "2065Z00123.md")), "x").aliassen,
      ["ah-tk-20642065-77"],
      "the alias stays",
    );
  });

  it("learns the number from the question's metadata, anywhere below the sources", async () => {
    mkdirSync(join(bronnen, "a", "b"), { recursive: true });
    writeFileSync(join(bronnen, "a", "ah.xml"), ahXml(78, EEN));
    writeFileSync(
      join(bronnen, "a", "b", "m.xml"),
      metadataXml("kv-tk-2065Z00124", { vraagnummer: "2065Z00124", aanhangsel: "ah-tk-20642065-78" }),
    );
    await run();
    assert.deepEqual(files(), [join("2065", "2065Z00124.md")]);
  });

  it("puts one answer to two sets on the page of each", async () => {
    writeFileSync(join(bronnen, "kv1.xml"), kvXml("2065Z00001", ["Waait het?"]));
    writeFileSync(join(bronnen, "kv2.xml"), kvXml("2065Z00002", ["Waait het?"]));
    writeFileSync(join(bronnen, "ah.xml"), ahXml(79, EEN));
    writeFileSync(
      join(bronnen, "ah.metadata.json"),
      JSON.stringify({
        identifier: [["", "ah-tk-20642065-79"]],
        vraagnummer: [
          ["", "2065Z00001"],
          ["", "2065Z00002"],
        ],
      }),
    );
    const rapport = await run();
    assert.equal(rapport.toJson().totaal.onverklaard, 0);
    for (const nummer of ["2065Z00001", "2065Z00002"])
      assert.match(read(join("2065", `${nummer}.md`)), /Ja, het waait\./);
  });

  it("shows a toelichting once that the answer repeats, and keeps one that differs", async () => {
    const toelichting = (woord: string) => `<toelichting><al>Deze vragen volgen op ${woord} vragen.</al></toelichting>`;
    const kv = kvXml("2065Z00060", ["Waait het?"]);
    writeFileSync(join(bronnen, "kv.xml"), kv.replace("</kamervragen>", `${toelichting("eerdere")}</kamervragen>`));
    writeFileSync(join(bronnen, "ah60.xml"), ahXml(60, EEN + toelichting("eerdere")));
    writeFileSync(join(bronnen, "ah61.xml"), ahXml(61, EEN + toelichting("andere")));
    for (const nummer of [60, 61]) {
      const metadata = metadataXml(`ah-tk-20642065-${nummer}`, { vraagnummer: "2065Z00060" });
      writeFileSync(join(bronnen, `${nummer}.metadata.xml`), metadata);
    }
    assert.equal((await run()).exitCode(), 0);
    const markdown = read(join("2065", "2065Z00060.md"));
    assert.equal(markdown.match(/volgen op eerdere vragen/g)?.length, 1);
    assert.equal(markdown.match(/volgen op andere vragen/g)?.length, 1);
  });

  it("keeps who answered on a page that has no answer yet, and a label that stands twice", async () => {
    const pagina =
      "Kamervraag 2065Z00062\n\nWind\n\nIngediend 2 januari 2065\nIndiener Jan Duin (ABC)\nIndieners Piet Oever (DEF)\nBeantwoord door W. Wierdeman (minister van wind)\n • Vraag 1\n  Waait het?\n";
    writeFileSync(join(bronnen, "pagina.txt"), pagina);
    assert.equal((await run()).exitCode(), 0);
    const markdown = read(join("2065", "2065Z00062.md"));
    for (const naam of ["Jan Duin", "Piet Oever", "Wierdeman"]) assert.match(markdown, new RegExp(naam));
  });

  it("shows a reprint and keeps the first print as provenance, with the words that differ", async () => {
    writeFileSync(join(bronnen, "ah.xml"), ahXml(80, EEN));
    writeFileSync(
      join(bronnen, "ah-h1.xml"),
      ahXml(80, EEN.replace("Ja, het waait", "Ja, het waait hard")).replace("20642065-80/", "20642065-80-h1/"),
    );
    const rapport = await run();
    const kamervraag = parseKamervraag(read(join("2064", "ah-tk-20642065-80.md")), "x");
    assert.match(kamervraag.blokken.at(-1)?.tekst ?? "", /hard/);
    assert.deepEqual(
      kamervraag.bronnen.map(({ id, vervangenDoor }) => [id, vervangenDoor]),
      [
        ["ah-tk-20642065-80-h1", undefined],
        ["ah-tk-20642065-80", "ah-tk-20642065-80-h1"],
      ],
    );
    assert.match(
      kamervraag.diagnostiek.find(({ code }) => code === "lezing-verschilt")?.gevonden ?? "",
      /waait\..*hard/,
    );
    assert.equal(rapport.toJson().totaal.onverklaard, 0);
  });
});

describe("bad input", () => {
  const fouten = async () => {
    putSeed();
    const rapport = await run();
    assert.ok(files().includes(SEED_MD), "everything else is converted");
    return { text: rapport.toText(), exitCode: rapport.exitCode(), json: rapport.toJson() };
  };

  it("lists an empty file", async () => {
    writeFileSync(join(bronnen, "leeg.xml"), "");
    const { text, exitCode } = await fouten();
    assert.match(text, /leeg\.xml: overgeslagen, het bestand is leeg/);
    assert.equal(exitCode, 0);
  });

  it("reads a file in another encoding, and says so", async () => {
    writeFileSync(
      join(bronnen, "latin1.xml"),
      Buffer.from(kvXml("2065Z00003", ["Hoe is het met de zeeën?"]).replace("UTF-8", "iso-8859-1"), "latin1"),
    );
    const { json } = await fouten();
    assert.match(read(join("2065", "2065Z00003.md")), /zeeën/);
    assert.equal(
      json.documenten.find(({ bestand }) => bestand === "latin1.xml")?.diagnostiek[0]?.code,
      "codering-hersteld",
    );
  });

  it("reads truncated XML as far as it goes, and fails", async () => {
    const whole = kvXml("2065Z00004", ["Eerste vraag, heel.", "Tweede vraag, die afbreekt"]);
    writeFileSync(join(bronnen, "half.xml"), whole.slice(0, whole.indexOf("die afbreekt") + 5));
    const { text, exitCode } = await fouten();
    assert.match(read(join("2065", "2065Z00004.md")), /Eerste vraag, heel\.[\s\S]*Tweede vraag, die a/);
    assert.match(text, /half\.xml: FOUT: Het bestand breekt af/);
    assert.equal(exitCode, 1);
  });

  it("tells of a sidecar and of a head that break off, and reads UTF-16 without its mark", async () => {
    writeFileSync(join(bronnen, "kop.xml"), kvXml("2065Z00050", ["Waait het?"]).slice(0, 120));
    writeFileSync(
      join(bronnen, "metadata.xml"),
      metadataXml("kv-tk-2065Z00051", { vergaderjaar: "2064-2065" }).slice(0, -40),
    );
    writeFileSync(join(bronnen, "utf16.xml"), Buffer.from(kvXml("2065Z00052", ["Waait het in Café Één?"]), "utf16le"));
    const { text, exitCode } = await fouten();
    assert.equal(exitCode, 1);
    assert.match(text, /kop\.xml: FOUT: Het bestand breekt af/);
    assert.match(text, /metadata\.xml: FOUT: Het bestand breekt af/);
    assert.match(text, /utf16\.xml: let op: Het bestand is geen UTF-8/);
    assert.match(read(join("2065", "2065Z00052.md")), /Café Één/);
  });

  it("refuses an XML bomb", async () => {
    writeFileSync(
      join(bronnen, "bom.xml"),
      `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><officiele-publicatie><kamervragen>&b;</kamervragen></officiele-publicatie>`,
    );
    const { text, exitCode } = await fouten();
    assert.match(text, /bom\.xml: FOUT: Het bestand bepaalt eigen XML-entiteiten/);
    assert.equal(exitCode, 1);
  });

  it("passes over fifty megabytes of noise", async () => {
    const noise = Buffer.alloc(50 * 1024 * 1024);
    for (let index = 0; index < noise.length; index += 1) noise[index] = (index * 7919 + (index >> 8)) & 255;
    writeFileSync(join(bronnen, "ruis.bin"), noise);
    writeFileSync(join(bronnen, "ruis.xml"), Buffer.concat([Buffer.from("<a>"), noise]));
    const rekentijd = startRekentijd();
    const { text } = await fouten();
    assert.match(text, /ruis\.bin: overgeslagen/);
    assert.match(text, /ruis\.xml: FOUT: Het bestand is te groot/);
    assert.ok(rekentijd() < 20_000);
  });

  it("takes linear time on an answer of thirty thousand paragraphs, and keeps sixty lists in one another", async () => {
    const pagina = `Kamervraag 2065Z00070\n\nWind\n\nIngediend 2 januari 2065\n • Vraag 1\n  Waait het?\n\n${"  Het waait.\n".repeat(30_000)}`;
    writeFileSync(join(bronnen, "lang.txt"), pagina);
    const lijsten = Array.from({ length: 60 }, (_, index) => `<lijst><li><li.nr>${index}.</li.nr><al>punt</al>`).join(
      "",
    );
    writeFileSync(join(bronnen, "diep.xml"), kvXml("2065Z00071", [`</al>${lijsten}${"</li></lijst>".repeat(60)}<al>`]));
    const rekentijd = startRekentijd();
    const { exitCode } = await fouten();
    assert.equal(exitCode, 0);
    assert.ok(rekentijd() < 20_000, `${rekentijd()} ms`);
  });

  it("keeps a document without any question", async () => {
    writeFileSync(join(bronnen, "geen.xml"), kvXml("2065Z00005", []));
    const { json, exitCode } = await fouten();
    assert.equal(exitCode, 0);
    assert.ok(
      json.documenten
        .find(({ bestand }) => bestand === "geen.xml")
        ?.diagnostiek.some(({ code }) => code === "geen-vragen"),
    );
    assert.ok(files().includes(join("2065", "2065Z00005.md")));
  });

  it("keeps both documents that claim one vraagnummer with different texts", async () => {
    writeFileSync(join(bronnen, "een.xml"), kvXml("2065Z00006", ["Waarom draaien molens tegenwoordig linksom?"]));
    writeFileSync(
      join(bronnen, "twee.xml"),
      kvXml("2065Z00006", ["Hoeveel haringen passen ergens tussen twee tonnen?"]),
    );
    const { text, exitCode } = await fouten();
    assert.equal(exitCode, 1);
    const all = files().map(read).join("\n");
    assert.match(all, /Waarom draaien molens/);
    assert.match(all, /Hoeveel haringen passen/);
    assert.match(text, /een\.xml: FOUT: Een ander document noemt hetzelfde nummer/);
    assert.match(text, /twee\.xml: FOUT: Een ander document noemt hetzelfde nummer/);
  });

  it("lists what is neither source nor sidecar", async () => {
    writeFileSync(join(bronnen, "README.md"), "# Lees mij\n");
    writeFileSync(join(bronnen, "index.json"), "[1, 2]");
    writeFileSync(join(bronnen, "kapot.json"), "{");
    writeFileSync(
      join(bronnen, "kst.xml"),
      "<officiele-publicatie><kamerstuk><al>Iets</al></kamerstuk></officiele-publicatie>",
    );
    const { json, exitCode } = await fouten();
    assert.equal(exitCode, 0);
    assert.deepEqual(
      json.overig.map(({ bestand }) => bestand),
      ["README.md", "index.json", "kapot.json", "kst.xml"],
    );
  });
});

describe("files in each other's way", () => {
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(bronnen, path)), { recursive: true });
    writeFileSync(join(bronnen, path), content);
  };
  const pagina = (titel: string, vraag: string, antwoord: string) =>
    `Kamervraag 2065Z00030\n\n${titel}\n\nIngediend 2 januari 2065\nBron vraag https://voorbeeld.example/kv-tk-2065Z00030\nBron antwoord https://voorbeeld.example/ah-tk-20642065-30\n • Vraag 1\n  ${vraag}\n\n  ${antwoord}\n`;

  it("keeps the question and the answer of a page that is disputed in both, on one page", async () => {
    write("a.txt", pagina("Kades", "Waarom worden boezemkades verwaarloosd?", "Inspecties vonden zelden plaats."));
    write(
      "b.txt",
      pagina("Torens", "Hoeveel vuurtorens branden onbewaakt?", "Lichten functioneren automatisch sindsdien."),
    );
    assert.equal((await run()).exitCode(), 1);
    const all = files()
      .map((path) => read(path))
      .join("");
    for (const words of ["boezemkades", "Inspecties", "vuurtorens", "functioneren automatisch"])
      assert.match(all, new RegExp(words));
    assert.match((await run()).toText(), /2 Kamervragen: 0 nieuw, 0 gewijzigd, 2 ongewijzigd/);
  });

  it("reports files of the same name in two sources folders apart", async () => {
    write("een/kv.xml", kvXml("2065Z00031", ["Waait het?"], "wind"));
    write("twee/kv.xml", kvXml("2065Z00031", ["Waait het nu?"], "de wind"));
    const mappen = [join(bronnen, "een"), join(bronnen, "twee")];
    const rapport = await convert({ bronnen: mappen, inhoud });
    assert.equal(rapport.exitCode(), 0);
    const { documenten, totaal } = rapport.toJson();
    assert.deepEqual([totaal.documenten, totaal.onverklaard], [2, 0]);
    assert.deepEqual(documenten.map(({ diagnostiek }) => diagnostiek.length).toSorted(), [0, 1]);
  });

  it("reads a file once when its folder is given twice, or inside another", async () => {
    write("map/kv.xml", kvXml("2065Z00032", ["Waait het?"]));
    const rapport = await convert({ bronnen: [bronnen, join(bronnen, "map"), bronnen], inhoud });
    assert.equal(rapport.toJson().totaal.documenten, 1);
    assert.deepEqual(rapport.toJson().documenten[0]?.diagnostiek, []);
  });

  it("blames the file that is broken, not a whole one of the same publication", async () => {
    const heel = kvXml("2065Z00033", ["Waait het?", "Hoe hard waait het?"]);
    write("heel.xml", heel);
    write("half.xml", heel.slice(0, -60));
    const fout = (await run())
      .toJson()
      .documenten.filter(({ diagnostiek }) => diagnostiek.some(({ ernst }) => ernst === "fout"));
    assert.deepEqual(
      fout.map(({ bestand }) => bestand),
      ["half.xml"],
    );
  });

  it("follows symbolic links, tells of one that leads nowhere, and does not walk in circles", async () => {
    write("echt/kv.xml", kvXml("2065Z00034", ["Waait het?"]));
    mkdirSync(join(bronnen, "los"));
    symlinkSync(join(bronnen, "echt"), join(bronnen, "los", "map"));
    symlinkSync(join(bronnen, "los"), join(bronnen, "los", "kring"));
    symlinkSync(join(bronnen, "nergens.xml"), join(bronnen, "los", "weg.xml"));
    const rapport = await convert({ bronnen: [join(bronnen, "los")], inhoud });
    assert.match(rapport.toText(), /weg\.xml: FOUT: Het bestand is niet te lezen/);
    assert.deepEqual(
      rapport.toJson().documenten.map(({ bestand, herkend }) => [bestand, herkend]),
      [
        ["map/kv.xml", true],
        ["weg.xml", false],
      ],
    );
  });

  it("gives the one sidecar of a folder to no document but the one it can belong to", async () => {
    const naamloos = (vraag: string) => `<kamervragen><vraag><nr>Vraag 1</nr><al>${vraag}</al></vraag></kamervragen>`;
    write("a/een.xml", naamloos("Waait het?"));
    write("a/twee.xml", naamloos("Regent het?"));
    write("a/metadata.xml", metadataXml("kv-tk-2065Z00035", {}));
    write("b/kv.xml", naamloos("Sneeuwt het?"));
    write("b/metadata.xml", metadataXml("ah-tk-20642065-35", { vraagnummer: "2065Z00036" }));
    const rapport = await run();
    assert.equal(rapport.exitCode(), 0);
    assert.ok(rapport.toJson().documenten.every(({ sleutel }) => sleutel?.startsWith("doc-")));
  });
});

describe("hand edits in odd ways", () => {
  const path = join("2065", "2065Z00040.md");
  const proposal = join("2065", "2065Z00040.nieuw.md");
  const edit = (file: string, change: (text: string) => string) =>
    writeFileSync(join(inhoud, file), change(read(file)));

  it("keeps a proposal that a person is working on", async () => {
    writeFileSync(join(bronnen, "kv.xml"), kvXml("2065Z00040", ["Waait het?"]));
    await run();
    edit(path, (text) => text.replace("Waait", "Woei"));
    writeFileSync(join(bronnen, "kv.xml"), kvXml("2065Z00040", ["Waait het vandaag?"]));
    await run();
    edit(proposal, (text) => text.replace("vandaag", "vannacht"));
    assert.match((await run()).toText(), /als \.nieuw\.md/);
    assert.match(read(proposal), /vannacht/);
  });

  it("says of an edited file that it cannot be read, not that its source changed", async () => {
    writeFileSync(join(bronnen, "kv.xml"), kvXml("2065Z00040", ["Waait het?"]));
    await run();
    edit(path, () => "alles weg");
    const rapport = await run();
    assert.match(rapport.toText(), /2065Z00040: met de hand bewerkt en zo niet te lezen/);
    assert.equal(read(path), "alles weg");
    assert.match(read(proposal), /Waait het\?/);
  });

  it("misses the source of a file that was saved with other line ends", async () => {
    writeFileSync(join(bronnen, "kv.xml"), kvXml("2065Z00040", ["Waait het?"]));
    await run();
    edit(path, (text) => text.replaceAll("\n", "\r\n"));
    assert.match((await run()).toText(), /1 met de hand bewerkt en behouden/);
    rmSync(join(bronnen, "kv.xml"));
    assert.match((await run()).toText(), /2065Z00040\.md: de bron is er niet meer/);
  });

  it("tells where the page went of an edited file under an earlier key", async () => {
    writeFileSync(join(bronnen, "ah.xml"), ahXml(41, EEN));
    await run();
    const old = join("2064", "ah-tk-20642065-41.md");
    edit(old, (text) => text.replace("Ja, het waait", "Ja, het woei"));
    writeFileSync(join(bronnen, "metadata.xml"), metadataXml("ah-tk-20642065-41", { vraagnummer: "2065Z00041" }));
    assert.match(
      (await run()).toText(),
      /ah-tk-20642065-41\.md: met de hand bewerkt en behouden, maar de Kamervraag heet nu 2065Z00041/,
    );
    assert.match(read(old), /het woei/);
  });
});
