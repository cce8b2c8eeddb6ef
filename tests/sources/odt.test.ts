/** OpenDocument texts become paragraphs, lists and tables; every file here is invented. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { strToU8, unzipSync, zipSync } from "fflate";
import { isDocx } from "../../src/sources/docx.ts";
import { isOdt, readOdt, readOdtEigenschappen } from "../../src/sources/odt.ts";
import { assertGelezen, assertVerantwoord, toXml, zipOdt } from "../hulp/woordbestanden.ts";

async function read(...file: Parameters<typeof zipOdt>) {
  const opmaak = assertGelezen(await readOdt(zipOdt(...file)));
  assertVerantwoord(opmaak);
  return opmaak;
}

async function blokken(...file: Parameters<typeof zipOdt>) {
  return toXml((await read(...file)).blokken);
}

const p = (tekst: string, stijl = "Standard") => `<text:p text:style-name="${stijl}">${tekst}</text:p>`;
const span = (tekst: string, stijl: string) => `<text:span text:style-name="${stijl}">${tekst}</text:span>`;
const stijl = (naam: string, regels: string, family = "text", parent = "") =>
  `<style:style style:name="${naam}" style:family="${family}" style:parent-style-name="${parent}"><style:text-properties ${regels}/></style:style>`;
const noot = (nummer: string, inhoud: string) =>
  `<text:note text:note-class="footnote"><text:note-citation>${nummer}</text:note-citation><text:note-body>${inhoud}</text:note-body></text:note>`;
const lijststijl = (naam: string, levels: string) =>
  `<text:list-style style:name="${naam}">${levels}</text:list-style>`;
const level = (niveau: number, format: string, suffix: string, more = "") =>
  `<text:list-level-style-number text:level="${niveau}" style:num-format="${format}" style:num-suffix="${suffix}" ${more}/>`;
const list = (stijlnaam: string, items: readonly string[], more = "") =>
  `<text:list text:style-name="${stijlnaam}" ${more}>${items.map((item) => `<text:list-item>${item}</text:list-item>`).join("")}</text:list>`;

describe("readOdt", () => {
  it("reads paragraphs and headings, folds white space and keeps what stands for it", async () => {
    assert.deepEqual(
      await blokken(
        `<text:h text:outline-level="1">Vraag 1</text:h>${p("\n\t Kent u<text:s text:c='3'/>het\n bericht?<text:tab/>Ja<text:line-break/>Nee")}${p("")}`,
      ),
      ["<tussenkop>Vraag 1</tussenkop>", "<al>Kent u het bericht? Ja<br/>Nee</al>"],
    );
  });

  it("takes bold, italic, raised and hidden text from styles of both parts", async () => {
    const stijlen =
      stijl("vet", 'fo:font-weight="bold"') +
      stijl("schuin", 'fo:font-style="italic"') +
      stijl("hoog", 'style:text-position="super 58%"') +
      stijl("weg", 'text:display="none"') +
      stijl("P1", "", "paragraph", "Vet");
    const styles = stijl("Vet", 'fo:font-weight="700"', "paragraph");
    const { blokken: gelezen, stukken } = await read(
      p(`Ja${span("nee", "vet")} ${span("en", "schuin")} m${span("2", "hoog")}${span("niet", "weg")}`) +
        p("Antwoord 1", "P1"),
      { stijlen, styles },
    );
    assert.deepEqual(toXml(gelezen), [
      '<al>Ja<nadruk type="vet">nee </nadruk><nadruk type="cur">en</nadruk> m<sup>2</sup></al>',
      "<tussenkop>Antwoord 1</tussenkop>",
    ]);
    assert.deepEqual(stukken, [{ tekst: "niet", regel: "verborgen-tekst" }]);
  });

  it("puts a note at its call, with its number", async () => {
    assert.deepEqual(
      await blokken(p(`bericht${noot("1", p("Krant, <text:a xlink:href='https://krant.example/'>hier</text:a>"))}?`)),
      [
        '<al>bericht<noot id="footnote-1" kenmerk="footnote-1" type="voet"><noot.nr>1</noot.nr><noot.al>Krant, <extref doc="https://krant.example/" soort="URL">hier</extref></noot.al></noot>?</al>',
      ],
    );
  });

  it("numbers questions and sublists by the list style, also where a list goes on", async () => {
    const stijlen =
      lijststijl("L1", level(1, "1", ".") + level(2, "a", ")")) +
      lijststijl("L2", '<text:list-level-style-bullet text:level="1" text:bullet-char="•"/>') +
      lijststijl("L3", level(1, "1", "", 'style:num-prefix="Vraag " text:start-value="4"'));
    assert.deepEqual(
      await blokken(
        list("L1", [
          p("Klopt het:") + list("L1", [p("dat het regent;") + p("nog meer"), p("dat het waait?")]),
          p("Zo ja?") + p("Waarom?"),
        ]) +
          p("Tussendoor") +
          list("L1", [p("Zo nee?")], 'text:continue-numbering="true"') +
          list("L1", [p("Opnieuw?")]) +
          list("L2", [p("teken")]) +
          list("L3", [p("")]),
        { stijlen },
      ),
      [
        '<al nummer="1" label="1." lijst="1">Klopt het:</al>',
        '<lijst type="expliciet"><li><li.nr gegenereerd="ja">a)</li.nr><al>dat het regent;</al><al>nog meer</al></li><li><li.nr gegenereerd="ja">b)</li.nr><al>dat het waait?</al></li></lijst>',
        '<al nummer="2" label="2." lijst="1">Zo ja?</al>',
        "<al>Waarom?</al>",
        "<al>Tussendoor</al>",
        '<al nummer="3" label="3." lijst="1">Zo nee?</al>',
        '<al nummer="1" label="1." lijst="2">Opnieuw?</al>',
        '<lijst type="expliciet"><li><li.nr gegenereerd="ja">•</li.nr><al>teken</al></li></lijst>',
        '<al nummer="4" label="Vraag 4" lijst="4"/>',
      ],
    );
  });

  it("reads tables with covered cells, and a table of one column as paragraphs", async () => {
    const cel = (tekst: string, more = "") => `<table:table-cell ${more}>${p(tekst)}</table:table-cell>`;
    const rij = (cellen: string) => `<table:table-row>${cellen}</table:table-row>`;
    const onder = "<table:covered-table-cell/>";
    const [table, ...rest] = await blokken(
      `<table:table><table:table-column/><table:table-header-rows>${rij(cel("Jaar") + cel("Aantal", 'table:number-columns-spanned="2"') + onder)}</table:table-header-rows>${rij(cel("2030", 'table:number-rows-spanned="2"') + cel("1") + cel("2"))}${rij(onder + cel("3") + cel("4"))}</table:table><table:table>${rij(cel("Klopt dit?"))}</table:table>`,
    );
    assert.deepEqual(rest, ["<al>Klopt dit?</al>"]);
    assert.equal(
      table?.replace(/<colspec[^>]*>/g, ""),
      '<table><tgroup cols="3"><thead><row><entry colname="col1"><al>Jaar</al></entry><entry namest="col2" nameend="col3"><al>Aantal</al></entry></row></thead><tbody><row><entry colname="col1" morerows="1"><al>2030</al></entry><entry colname="col2"><al>1</al></entry><entry colname="col3"><al>2</al></entry></row><row><entry colname="col2"><al>3</al></entry><entry colname="col3"><al>4</al></entry></row></tbody></tgroup></table>',
    );
  });

  it("leaves out footers, comments, deleted text and the margin of an official publication", async () => {
    const frame = (naam: string, tekst: string) =>
      `<draw:frame draw:name="${naam}"><draw:text-box>${p(tekst)}</draw:text-box></draw:frame>`;
    const {
      blokken: gelezen,
      stukken,
      id,
    } = await read(
      `<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>A. Schrijver</dc:creator></office:change-info>${p("weg")}</text:deletion></text:changed-region></text:tracked-changes>${frame("frillblok", "ah-tk-20302031-77")}${p(`Ja.<office:annotation><dc:creator>A. Schrijver</dc:creator>${p("Zeker?")}</office:annotation>${frame("kader", "Kader")}`)}`,
      {
        styles: `<office:master-styles><style:master-page><style:footer>${p("Tweede Kamer")}</style:footer></style:master-page></office:master-styles>`,
      },
    );
    assert.deepEqual(toXml(gelezen), ["<al>Ja.</al>", "<al>Kader</al>"]);
    assert.deepEqual(
      stukken.map((stuk) => ["regel" in stuk && stuk.regel, stuk.tekst.trim()]),
      [
        ["verwijderde-tekst", "weg"],
        ["paginarand", "ah-tk-20302031-77"],
        ["opmerking", "Zeker?"],
        ["paginavoet", "Tweede Kamer"],
      ],
    );
    assert.equal(id, "ah-tk-20302031-77");
  });

  it("reads the properties of an official file", () => {
    const meta = `<meta:user-defined meta:name="OVERHEIDop.ParlID/DC.identifier">ah-tk-20302031-77</meta:user-defined>`;
    assert.deepEqual(readOdtEigenschappen(zipOdt(p("Ja."), { meta })), [["DC.identifier", "ah-tk-20302031-77"]]);
    assert.deepEqual(readOdtEigenschappen(strToU8("geen zip")), []);
  });

  it("accounts for every character, whatever stands in whatever", async () => {
    const woord = fc.constantFrom("een", "twee", "dr\u00ADie", "&amp;", " ", "vier\u2011vijf");
    const { inline, blok } = fc.letrec<{ inline: string; blok: string }>((tie) => ({
      inline: fc.oneof(
        { maxDepth: 3 },
        woord,
        fc.tuple(fc.constantFrom("vet", "weg", "geen"), tie("inline")).map(([naam, tekst]) => span(tekst, naam)),
        fc.constantFrom("<text:s/>", "<text:tab/>", "<text:line-break/>", "<text:number>9</text:number>"),
        fc.tuple(fc.constantFrom("", "1"), tie("blok")).map(([nummer, inhoud]) => noot(nummer, inhoud)),
        fc
          .tuple(fc.constantFrom("office:annotation", "draw:frame", "text:ruby", "text:a"), tie("blok"))
          .map(([naam, inhoud]) => `<${naam}>${inhoud}</${naam}>`),
      ),
      blok: fc.oneof(
        { maxDepth: 3 },
        fc.array(tie("inline"), { maxLength: 4 }).map((runs) => p(runs.join(""))),
        tie("inline").map((inhoud) => `<text:h text:outline-level="1">${inhoud}</text:h>`),
        fc
          .tuple(fc.constantFrom("L1", "L9"), tie("blok"), tie("blok"))
          .map(([naam, een, twee]) => list(naam, [een + twee, twee])),
        fc
          .tuple(fc.constantFrom("table:table-cell", "table:covered-table-cell"), tie("blok"), tie("inline"))
          .map(
            ([naam, inhoud, los]) =>
              `<table:table><table:table-row><${naam}>${inhoud}</${naam}><table:table-cell>${inhoud}</table:table-cell>${los}</table:table-row>${los}</table:table>`,
          ),
        fc
          .tuple(fc.constantFrom("text:section", "onbekend"), tie("blok"))
          .map(([naam, inhoud]) => `<${naam}>${inhoud}</${naam}>`),
        tie("inline"),
      ),
    }));
    const stijlen =
      stijl("vet", 'fo:font-weight="bold"') +
      stijl("weg", 'text:display="none"') +
      lijststijl("L1", level(1, "1", ".") + level(2, "a", ")"));
    await fc.assert(
      fc.asyncProperty(fc.array(blok, { maxLength: 5 }), inline, async (body, los) => {
        await read(body.join("") + los, { stijlen });
      }),
      { numRuns: 200 },
    );
  });
});

describe("readOdt on bad files", () => {
  it("refuses what is no zip, holds no text or is encrypted", async () => {
    const parts = unzipSync(zipOdt(p("Ja.")));
    const manifest = `<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`;
    for (const [bytes, mislukt] of [
      [strToU8("geen zip"), "zip-beschadigd"],
      [zipSync({ "content.xml": strToU8("<a/>") }), "odt-zonder-tekst"],
      [zipSync({ ...parts, "META-INF/manifest.xml": strToU8(manifest) }), "zip-versleuteld"],
    ] as const)
      assert.deepEqual(await readOdt(bytes), { mislukt });
  });

  it("never throws, whatever is cut off or changed", async () => {
    const bytes = zipOdt(list("L1", [p("Kent u het bericht?")]), { stijlen: lijststijl("L1", level(1, "1", ".")) });
    for (let size = 0; size < bytes.length; size += 7) await readOdt(bytes.subarray(0, size));
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), async (at, byte) => {
        const garbled = bytes.slice();
        garbled[at] = byte;
        isOdt(garbled);
        const gelezen = await readOdt(garbled);
        if (!("mislukt" in gelezen)) assertVerantwoord(gelezen);
      }),
      { numRuns: 500 },
    );
  });

  it("does not write out a cell that is repeated a million times", async () => {
    const cel = `<table:table-cell table:number-columns-repeated="1000000" table:number-columns-spanned="1000000">${p("a")}</table:table-cell>`;
    const xml = await blokken(`<table:table><table:table-row>${cel}${cel}</table:table-row></table:table>`);
    assert.ok(xml.join("").length < 100_000);
  });

  it("takes a hundred times as long for a text a hundred times as long, not more", async () => {
    const body = list("L1", [p("Klopt het?")], 'text:continue-numbering="true"') + p(`Ja${noot("1", p("Krant"))}.`);
    const time = async (times: number) => {
      const bytes = zipOdt(body.repeat(times), { stijlen: lijststijl("L1", level(1, "1", ".")) });
      const start = performance.now();
      assertGelezen(await readOdt(bytes));
      return performance.now() - start;
    };
    await time(100);
    const small = await time(100);
    const large = await time(10_000);
    assert.ok(large < Math.max(50, small) * 100 * 5, `${small} ms and ${large} ms`);
  });
});

describe("isOdt", () => {
  it("goes by the first part of the zip, also when the rest was cut off", () => {
    const bytes = zipOdt(p("Ja."));
    assert.ok(isOdt(bytes));
    assert.ok(isOdt(bytes.subarray(0, 120)));
    assert.ok(!isDocx(bytes));
    assert.ok(!isOdt(zipSync({ mimetype: [strToU8("application/vnd.oasis.opendocument.spreadsheet"), { level: 0 }] })));
    assert.ok(!isOdt(strToU8("application/vnd.oasis.opendocument.text")));
  });
});
