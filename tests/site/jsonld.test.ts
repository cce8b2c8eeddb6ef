import assert from "node:assert/strict";
import { describe, it } from "node:test";
import nunjucks from "nunjucks";
import type { Kamervraag } from "../../src/model/kamervraag.ts";
import { toJsonld } from "../../src/site/jsonld.ts";
import { createOmgeving } from "../../src/site/omgeving.ts";
import { createRenderer } from "../../src/site/render.ts";
import { readPlaatsen } from "../hulp/paginatekst.ts";
import { antwoord, bron, kamervraag, vraag } from "./voorbeelden.ts";

const ADRES = "https://example.org/archief";
const PAGINA = `${ADRES}/kamervraag/2099/2099Z00001.html`;
const renderer = createRenderer(createOmgeving(new nunjucks.FileSystemLoader("templates")));
const render = (subject: Kamervraag, adres?: string) =>
  renderer.renderKamervraag(subject, { peildatum: "2099-12-01", ...(adres ? { adres } : {}) });

type Knoop = Readonly<Record<string, unknown>>;

/** What schema.org lets these types have, as far as we use it (schema.org 29), and what is text, date, address or node. */
const CREATIVE_WORK = {
  "@id": "adres",
  url: "adres",
  name: "tekst",
  genre: "tekst",
  identifier: "teksten",
  creditText: "tekst",
  inLanguage: "tekst",
  author: "knopen",
  audience: "knopen",
  dateCreated: "datum",
  datePublished: "datum",
  dateModified: "datum",
  keywords: "teksten",
  license: "adres",
  publisher: "knoop",
  sourceOrganization: "knoop",
  isBasedOn: "knopen",
  citation: "adressen",
  encoding: "knopen",
  hasPart: "knopen",
  text: "tekst",
} as const;
const THING = { name: "tekst", url: "adres" } as const;
const SCHEMA: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CreativeWork: { ...CREATIVE_WORK, identifier: "tekst of teksten" },
  Question: { ...CREATIVE_WORK, answerCount: "getal", suggestedAnswer: "knopen" },
  Answer: CREATIVE_WORK,
  MediaObject: { ...CREATIVE_WORK, contentUrl: "adres", encodingFormat: "tekst" },
  Person: { ...THING, jobTitle: "tekst", memberOf: "knoop" },
  Audience: THING,
  Organization: THING,
  GovernmentOrganization: THING,
};

function assertShape(knoop: Knoop, plaats: string): void {
  if (Object.keys(knoop).length === 1 && "@id" in knoop) return;
  const vorm = SCHEMA[String(knoop["@type"])];
  assert.ok(vorm, `${plaats}: ${knoop["@type"]}`);
  for (const [naam, value] of Object.entries(knoop)) {
    if (naam === "@type" || naam === "@context") continue;
    assert.ok(vorm[naam], `${plaats}: ${naam} on ${knoop["@type"]}`);
    assertValue(vorm[naam], value, `${plaats}.${naam}`);
  }
}

function assertValue(vorm: string, value: unknown, plaats: string): void {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (vorm === "tekst" || vorm === "datum" || vorm === "adres" || vorm === "getal")
    assert.ok(!Array.isArray(value), plaats);
  assert.ok(values.length > 0, plaats);
  for (const een of values) {
    if (vorm.startsWith("knop") || vorm === "knoop") assertShape(een as Knoop, plaats);
    else if (vorm === "getal") assert.equal(typeof een, "number", plaats);
    else {
      assert.ok(typeof een === "string" && een !== "", plaats);
      if (vorm.startsWith("adres")) assert.ok(URL.canParse(een), `${plaats}: ${een}`);
      if (vorm === "datum") assert.match(een, /^\d{4}-\d\d-\d\d$/, plaats);
    }
  }
}

function jsonldOf(html: string): Knoop {
  const scripts = [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)];
  assert.equal(scripts.length, 1);
  return JSON.parse(scripts[0]?.[1] ?? "") as Knoop;
}

const inkOf = (text: unknown) => String(text).replace(/[\s-]|\[\d+\]/g, "");

const rijk = kamervraag({
  titel: `Het bericht «</script><script>alert("1")</script>» & <!-- <b>meer</b> -->`,
  indieners: [{ naam: "Jan van Voorbeeld", fractie: "ABC" }, { naam: "B. Bedacht" }],
  beantwoordDoor: [
    { naam: "P. Papier", functie: "Minister van Recht en Rede" },
    { functie: "Minister van Wind", medeNamens: true },
  ],
  blokken: [
    vraag(["1"], "Kent u &lt;/script&gt; en het bericht[^v1]?"),
    vraag(["2", "3"], "Een lijst:\n\n- één\n- twee", "Vraag 2 t/m 3"),
    vraag(["4"], "En \\</script\\>?"),
    antwoord(["1"], "Ja.\n\n| Jaar | Aantal |\n| --- | --- |\n| 2099 | 3 |"),
    antwoord(["2", "3", "4"], "Zie [het stuk](https://zoek.officielebekendmakingen.nl/kst-99999-1.html)."),
    antwoord([], "Zonder nummer.", { bron: "ah-tk-20982099-78" }),
  ],
  noten: [{ bereik: "vraag", anker: "v1", nummer: "1", tekst: "Dagblad van Nergens." }],
});

describe("toJsonld", () => {
  for (const [wat, subject] of Object.entries({
    gewoon: kamervraag(),
    rijk,
    leeg: kamervraag({ blokken: [], bronnen: [], indieners: [], gerichtAan: [], beantwoordDoor: [], onderwerpen: [] }),
    open: kamervraag({ status: "open", blokken: [vraag(["1"])], bronnen: [bron("kv-tk-2099Z00001", "vraag")] }),
  })) {
    it(`says only what schema.org knows, and nothing empty (${wat})`, () => {
      const knoop = toJsonld(subject, ADRES);
      assert.equal(knoop["@context"], "https://schema.org");
      assertShape(knoop, wat);
    });
  }

  it("says of a vraag and its antwoord what the page says, at the addresses of the page", () => {
    const html = render(rijk, ADRES);
    const plaatsen = readPlaatsen(html);
    const knoop = jsonldOf(html);
    assert.equal(knoop.name, rijk.titel);
    let seen = 0;
    const look = (een: Knoop) => {
      if (een.text !== undefined) {
        const anker = String(een["@id"]).slice(PAGINA.length + 1);
        const found = plaatsen.get(anker) ?? "";
        // Of the standard heading of a vraag the page shows the words too.
        assert.equal(inkOf(`${een.name} ${een.text}`), inkOf(found.replace(/bericht1\?/, "bericht?")), anker);
        seen += 1;
      }
      for (const child of [een.hasPart, een.suggestedAnswer].flat()) if (child) look(child as Knoop);
    };
    look(knoop);
    assert.equal(seen, 6);
  });

  it("puts an antwoord on several vragen once, and points to it from each", () => {
    const [, tweede, vierde, los] = toJsonld(rijk, ADRES).hasPart as readonly Knoop[];
    assert.deepEqual(tweede?.suggestedAnswer, [{ "@id": `${PAGINA}#antwoord-2` }]);
    assert.equal(((vierde?.suggestedAnswer ?? []) as readonly Knoop[])[0]?.["@type"], "Answer");
    // Right below vraag 4 but for others that were named: it answers none we know.
    assert.equal(los?.["@type"], "Answer");
  });

  it("never says that an antwoord was accepted", () => {
    assert.doesNotMatch(JSON.stringify(toJsonld(rijk, ADRES)), /acceptedAnswer/);
  });

  it("cannot be closed by a text, nor become program", () => {
    const html = render(rijk, ADRES);
    const inside = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? "";
    assert.doesNotMatch(inside, /</);
    assert.equal((jsonldOf(html).name as string).includes("</script>"), true);
    assert.equal(html.match(/<script/g)?.length, 3);
  });

  it("names source, licence, publisher and the other forms", () => {
    const knoop = toJsonld(rijk, ADRES);
    assert.equal(knoop.license, "https://creativecommons.org/publicdomain/zero/1.0/");
    assert.deepEqual(
      (knoop.isBasedOn as readonly Knoop[]).map(({ identifier }) => identifier),
      ["kv-tk-2099Z00001", "ah-tk-20982099-77"],
    );
    assert.deepEqual(knoop.citation, ["https://zoek.officielebekendmakingen.nl/kst-99999-1.html"]);
    assert.deepEqual(
      (knoop.encoding as readonly Knoop[]).map(({ contentUrl }) => contentUrl),
      ["md", "json", "txt"].map((einde) => PAGINA.replace("html", einde)),
    );
    assert.equal((knoop.sourceOrganization as Knoop).name, "Tweede Kamer der Staten-Generaal");
  });
});

describe("the head of a page", () => {
  it("has linked data, Open Graph and a canonical address only where the site has one", () => {
    const without = render(kamervraag());
    assert.doesNotMatch(without, /ld\+json|og:|article:|canonical|twitter:/);
    const html = render(kamervraag(), ADRES);
    const content = (name: string) =>
      [...html.matchAll(new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)">`, "g"))].map(
        ([, value]) => value,
      );
    assert.deepEqual(content("og:url"), [PAGINA]);
    assert.deepEqual(content("og:type"), ["article"]);
    assert.deepEqual(content("article:published_time"), ["2099-10-18"]);
    assert.deepEqual(content("article:modified_time"), ["2099-11-04"]);
    assert.deepEqual(content("article:tag"), ["archieven", "openbaar bestuur"]);
    for (const name of ["og:title", "og:description", "og:site_name", "og:locale", "twitter:card"])
      assert.equal(content(name).length, 1, name);
    assert.deepEqual(content("og:image"), []);
  });

  it("leads to the Markdown, the JSON and the text", () => {
    const html = render(kamervraag());
    for (const [type, einde] of [
      ["text/markdown", "md"],
      ["application/json", "json"],
      ["text/plain", "txt"],
    ] as const) {
      assert.ok(html.includes(`<link rel="alternate" type="${type}" href="2099Z00001.${einde}"`), einde);
    }
  });
});
