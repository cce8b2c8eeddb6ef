import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { groepeer, toKaart } from "../../src/samenvoegen/groepeer.ts";
import { herkenningspuntenOf, MIN_ZEKERHEID, vergelijkPunten } from "../../src/samenvoegen/herkenning.ts";
import { voegSamen } from "../../src/samenvoegen/voeg-samen.ts";
import type { GelezenDocument } from "../../src/sources/gelezen.ts";
import { herken } from "../../src/sources/herken.ts";
import { startRekentijd } from "../hulp/rekentijd.ts";

const VRAGEN = [
  "Bent u bekend met het bericht over de verdwenen molenstenen bij Verzonnendam?",
  "Hoeveel molens hebben hun stenen de afgelopen tien jaar moeten vervangen?",
  "Welke maatregelen neemt u om de resterende stenen te beschermen tegen de stroom?",
];
const TITEL =
  "Vragen van de leden Van Voorbeeld (ABC) en Fictief (DEF) aan de Minister van Wind en Water over molenstenen (ingezonden 3 maart 2063).";
const ANTWOORDEN = [
  "Ja, het bericht is mij bekend en de gemeente heeft mij daarover geïnformeerd.",
  "Dat aantal wordt landelijk nergens bijgehouden door de molenaars of de provincies.",
  "De provincie plaatst roosters voor de sluizen en controleert die ieder voorjaar.",
];

const kv = (nummer: string, titel = TITEL, vragen = VRAGEN) =>
  lees(
    `kv-${nummer}.xml`,
    `<officiele-publicatie><kamervragen><kamervraagnummer>${nummer}</kamervraagnummer><kamervraagomschrijving type="vraag">${titel}</kamervraagomschrijving>${vragen
      .map((vraag, index) => `<vraag><nr>Vraag ${index + 1}</nr><al>${vraag}</al></vraag>`)
      .join("")}</kamervragen></officiele-publicatie>`,
  );

// As the text of a PDF has it: the title over two lines, words broken or glued.
const ahTekst = (titel = TITEL, vragen = VRAGEN) =>
  `Tweede Kamer der Staten-Generaal2\nVergaderjaar 2062–2063 Aanhangsel van de Handelingen\n${titel}\nAntwoord van Minister Wegman (Wind en Water) (ontvangen 20 maart 2063).\n${vragen
    .map(
      (vraag, index) =>
        `Vraag ${index + 1}\n${vraag.replace("maatregelen", "maatre-\ngelen")}\nAntwoord ${index + 1}\n${ANTWOORDEN[index] ?? "Ja."}\n`,
    )
    .join("")}`;

async function lees(bestand: string, tekst: string): Promise<GelezenDocument> {
  const found = await herken(
    bestand,
    Buffer.from(tekst),
    Buffer.from(bestand).toString("hex").padEnd(64, "0").slice(0, 64),
  );
  assert.equal(found.soort, "documenten");
  const [document] = found.soort === "documenten" ? found.documenten : [];
  assert.ok(document);
  return document;
}

const keysOf = (documenten: readonly GelezenDocument[]) =>
  groepeer(documenten.map(toKaart), []).map(({ sleutel, kaarten }) => [sleutel, kaarten.length]);

describe("recognising a document without a vraagnummer", () => {
  it("joins the text of a PDF to its questions, and says on what", async () => {
    const documenten = [
      await kv("2063Z00001"),
      await kv("2063Z00002", TITEL.replace("molenstenen", "veerponten"), [
        "Kent u de veerpont van Nergenshuizen en haar dienstregeling?",
      ]),
      await ahTekst_(),
    ];
    const groepen = groepeer(documenten.map(toKaart), []);
    assert.deepEqual(
      groepen.map(({ sleutel, kaarten }) => [sleutel, kaarten.length]),
      [
        ["2063Z00001", 2],
        ["2063Z00002", 1],
      ],
    );
    const [koppeling] = groepen[0]?.koppelingen.values() ?? [];
    assert.deepEqual(koppeling, { zekerheid: 1, op: ["onderwerp", "ingediend", "indieners", "vragen"] });
  });

  it("joins none when two sets fit as well", async () => {
    const documenten = [await kv("2063Z00001"), await kv("2063Z00002"), await ahTekst_()];
    assert.equal(keysOf(documenten).length, 3);
  });

  it("joins none on the name of a member and a date", async () => {
    const ander = ahTekst(TITEL.replace("molenstenen", "bruggen"), [
      "Waarom staan de bruggen over de Verzonnen Vaart de hele winter open?",
    ]);
    assert.equal(keysOf([await kv("2063Z00001"), await lees("ander.txt", ander)]).length, 2);
  });

  it("joins no answer to the same questions to another minister", async () => {
    const ander = await lees("ander.txt", ahTekst(TITEL.replace("Wind en Water", "Kaas en Koeien")));
    assert.equal(keysOf([await kv("2063Z00001"), ander]).length, 2);
  });

  it("takes linear time when thousands share a sentence", async () => {
    const [eerste, tweede] = [toKaart(await kv("2063Z00001"), 0), toKaart(await ahTekst_(), 0)];
    const veel = Array.from({ length: 20_000 }, (_, index) => ({
      ...(index % 2 === 0 ? eerste : tweede),
      bestand: `${index}`,
      sha256: String(index).padStart(64, "0"),
      id: index % 2 === 0 ? `kv-tk-2063Z${10_000 + index}` : `ah-1${100_000 + index}`,
      vraagnummers: index % 2 === 0 ? [`2063Z${10_000 + index}`] : [],
    }));
    const rekentijd = startRekentijd();
    groepeer(veel, []);
    assert.ok(rekentijd() < 8_000, `${rekentijd()} ms`);
  });

  it("counts a date and names that differ against it", async () => {
    const [eigen, ander] = [
      await kv("2063Z00001"),
      await lees(
        "a.txt",
        ahTekst(TITEL.replace("3 maart", "4 april").replace("Van Voorbeeld (ABC) en Fictief", "Bedacht")),
      ),
    ];
    assert.ok(vergelijkPunten(herkenningspuntenOf(eigen), herkenningspuntenOf(ander)).zekerheid < MIN_ZEKERHEID);
  });

  it("puts a temporary answer with the one that got its number, when no vraagnummer is known", async () => {
    const definitief = await lees("ah.txt", ahTekst().replace("Handelingen\n", "Handelingen\n9\n"));
    const voorlopig = { ...(await ahTekst_()), id: "ah-1300001" };
    assert.equal(definitief.id, "ah-tk-20622063-9");
    const groepen = groepeer([definitief, voorlopig].map(toKaart), []);
    assert.deepEqual(
      groepen.map(({ sleutel, heeftVraagnummer, kaarten, eerdereSleutels }) => [
        sleutel,
        heeftVraagnummer,
        kaarten.length,
        eerdereSleutels,
      ]),
      [["ah-tk-20622063-9", false, 2, ["ah-1300001"]]],
    );
  });

  it("recognises a partial answer by the questions it repeats", async () => {
    const deel = await lees("deel.txt", ahTekst(TITEL, VRAGEN.slice(1)));
    assert.deepEqual(keysOf([await kv("2063Z00001"), deel]), [["2063Z00001", 2]]);
  });
});

const ahTekst_ = () => lees("antwoord.txt", ahTekst());

describe("an answer that gets its number later", () => {
  const xml = `<officiele-publicatie><metadata><meta name="OVERHEIDop.externMetadataRecord" content="https://x/ah-tk-20622063-9/metadata.xml"/></metadata><kamervragen><kamervraagnummer>9</kamervraagnummer><kamervraagomschrijving type="vraag">${TITEL}</kamervraagomschrijving><kamervraagomschrijving type="antwoord">Antwoord van Minister Wegman (Wind en Water) (ontvangen 20 maart 2063).</kamervraagomschrijving>${ANTWOORDEN.map(
    (antwoord, index) => `<antwoord><nr>Antwoord ${index + 1}</nr><al>${antwoord}</al></antwoord>`,
  ).join("")}</kamervragen></officiele-publicatie>`;

  it("is shown once, in the better form, with the other as its provenance", async () => {
    const voorlopig = { ...(await ahTekst_()), id: "ah-1300001" };
    const { vergaderjaar: _, aanhangselnummer: __, ...zonder } = voorlopig;
    const { kamervraag } = voegSamen({ sleutel: "2063Z00001" }, [
      zonder,
      await lees("ah.xml", xml),
      await kv("2063Z00001"),
    ]);
    assert.deepEqual(
      kamervraag.bronnen.map(({ id, vervangenDoor }) => [id, vervangenDoor]),
      [
        ["kv-tk-2063Z00001", undefined],
        ["ah-tk-20622063-9", undefined],
        ["ah-1300001", "ah-tk-20622063-9"],
      ],
    );
    assert.equal(kamervraag.blokken.filter(({ soort }) => soort === "antwoord").length, 3);
  });

  it("stays beside another answer of the same day", async () => {
    const ander = await lees(
      "ander.txt",
      ahTekst().replaceAll(
        /Dat aantal.*|De provincie.*|Ja, het.*/g,
        "Hierop wordt in een later stuk teruggekomen, na overleg met de waterschappen.",
      ),
    );
    const { vergaderjaar: _, aanhangselnummer: __, ...zonder } = { ...ander, id: "ah-1300002" };
    const { kamervraag } = voegSamen({ sleutel: "2063Z00001" }, [zonder, await lees("ah.xml", xml)]);
    assert.deepEqual(
      kamervraag.bronnen.map(({ vervangenDoor }) => vervangenDoor),
      [undefined, undefined],
    );
  });
});
