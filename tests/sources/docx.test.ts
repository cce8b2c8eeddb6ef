/** Word files become paragraphs, lists and tables; every file here is invented. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { strToU8, unzipSync, zipSync } from "fflate";
import { isDocx, readDocx } from "../../src/sources/docx.ts";
import { gegenereerdeTekst } from "../../src/sources/tekstverwerker/gegenereerd.ts";
import { isOudWord, isVersleuteldOffice } from "../../src/sources/word-oud.ts";
import { startRekentijd } from "../hulp/rekentijd.ts";
import { assertGelezen, assertGeteld, assertVerantwoord, p, r, toXml, W, zipDocx } from "../hulp/woordbestanden.ts";

async function read(...file: Parameters<typeof zipDocx>) {
  const bytes = zipDocx(...file);
  const opmaak = assertGelezen(await readDocx(bytes));
  assertVerantwoord(opmaak);
  assertGeteld(bytes, opmaak);
  return opmaak;
}

async function blokken(...file: Parameters<typeof zipDocx>) {
  return toXml((await read(...file)).blokken);
}

/** A numbering with one list per given levels; list 1 is the first. */
function numbering(...lijsten: readonly (readonly (readonly [format: string, tekst: string, more?: string])[])[]) {
  const abstracten = lijsten.map(
    (levels, index) =>
      `<w:abstractNum w:abstractNumId="${index}">${levels
        .map(
          ([format, tekst, more = `<w:start w:val="1"/>`], ilvl) =>
            `<w:lvl w:ilvl="${ilvl}">${more}<w:numFmt w:val="${format}"/><w:lvlText w:val="${tekst}"/></w:lvl>`,
        )
        .join("")}</w:abstractNum>`,
  );
  const nums = lijsten.map((_, index) => `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${index}"/></w:num>`);
  return abstracten.join("") + nums.join("");
}

function num(numId: number, ilvl = 0): string {
  return `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>`;
}

const noot = (id: number, tekst: string) =>
  `<w:footnote w:id="${id}"><w:p><w:r><w:footnoteRef/></w:r>${r(` ${tekst}`)}</w:p></w:footnote>`;
const call = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;

describe("readDocx", () => {
  it("reads paragraphs, and short bold ones as headings", async () => {
    assert.deepEqual(
      await blokken(
        `<w:p>${r("Vraag ", "<w:b/>")}${r("1", '<w:b w:val="1"/>')}</w:p>${p("Kent u het bericht?")}<w:p/><w:p>${r("Kent u dit bericht?", "<w:b/>")}</w:p>`,
      ),
      [
        "<tussenkop>Vraag 1</tussenkop>",
        "<al>Kent u het bericht?</al>",
        '<al><nadruk type="vet">Kent u dit bericht?</nadruk></al>',
      ],
    );
  });

  it("takes bold, italic and headings from styles, and lets two bold styles cancel out", async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="Basis"><w:name w:val="Basis"/><w:rPr><w:b/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Basis"/></w:style>
      <w:style w:type="character" w:styleId="Sterk"><w:name w:val="Strong"/><w:rPr><w:b/><w:i/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/></w:style>
      <w:style w:type="paragraph" w:styleId="Rond"><w:name w:val="Rond"/><w:basedOn w:val="Rond"/></w:style>`;
    const stijl = (id: string) => `<w:pStyle w:val="${id}"/>`;
    assert.deepEqual(
      await blokken(
        `<w:p><w:pPr>${stijl("Sub")}</w:pPr>${r("vet ")}${r("schuin", '<w:rStyle w:val="Sterk"/>')}</w:p>${p("Toelichting", stijl("Kop2"))}${p("gewoon", stijl("Rond"))}`,
        { styles },
      ),
      [
        '<al><nadruk type="vet">vet </nadruk><nadruk type="cur">schuin</nadruk></al>',
        "<tussenkop>Toelichting</tussenkop>",
        "<al>gewoon</al>",
      ],
    );
  });

  it("keeps breaks, tabs, raised text and hyphens, and drops soft hyphens by rule", async () => {
    const { blokken: gelezen, stukken } = await read(
      `<w:p>${r("a")}<w:r><w:br/></w:r>${r("b")}<w:r><w:tab/></w:r>${r("m")}${r("2", '<w:vertAlign w:val="superscript"/>')}<w:r><w:noBreakHyphen/></w:r>${r("woord\u00ADdeel")}<w:r><w:softHyphen/></w:r></w:p>`,
    );
    assert.deepEqual(toXml(gelezen), ["<al>a<br/>b m<sup>2</sup>-woorddeel</al>"]);
    assert.deepEqual(
      stukken,
      [1, 2].map(() => ({ tekst: "\u00AD", regel: "zacht-afbreekstreepje" })),
    );
  });

  it("numbers questions that Word numbered, and keeps lists below them", async () => {
    const lijsten = numbering(
      [
        ["decimal", "%1."],
        ["lowerLetter", "%2)"],
      ],
      [["bullet", "\uF0B7"]],
    );
    const opmaak = await read(
      [
        p("Kent u het bericht?", num(1)),
        p("Klopt het:", num(1)),
        p("dat het regent;", num(1, 1)),
        p("dat het waait?", num(1, 1)),
        p("Zo ja, sinds wanneer?", num(1)),
        p("met een teken", num(2)),
      ].join(""),
      { numbering: lijsten },
    );
    assert.deepEqual(toXml(opmaak.blokken), [
      '<al nummer="1" label="1." lijst="1">Kent u het bericht?</al>',
      '<al nummer="2" label="2." lijst="1">Klopt het:</al>',
      '<lijst type="expliciet"><li><li.nr gegenereerd="ja">a)</li.nr><al>dat het regent;</al></li><li><li.nr gegenereerd="ja">b)</li.nr><al>dat het waait?</al></li></lijst>',
      '<al nummer="3" label="3." lijst="1">Zo ja, sinds wanneer?</al>',
      '<lijst type="expliciet"><li><li.nr gegenereerd="ja">•</li.nr><al>met een teken</al></li></lijst>',
    ]);
    assert.equal(gegenereerdeTekst(opmaak.blokken), "a)b)•");
  });

  it("keeps a paragraph that is nothing but its number, by a list style", async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="Vraagkop"><w:name w:val="Vraagkop"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`;
    const kop = '<w:p><w:pPr><w:pStyle w:val="Vraagkop"/></w:pPr></w:p>';
    assert.deepEqual(
      await blokken(kop + p("Kent u het bericht?") + kop, { styles, numbering: numbering([["decimal", "Vraag %1"]]) }),
      [
        '<al nummer="1" label="Vraag 1" lijst="1"/>',
        "<al>Kent u het bericht?</al>",
        '<al nummer="2" label="Vraag 2" lijst="1"/>',
      ],
    );
  });

  it("counts from a start, begins again where a list says so, and nests lists", async () => {
    const lijsten = `${numbering([
      ["upperRoman", "%1.", `<w:start w:val="3"/>`],
      ["decimal", "%1.%2", `<w:start w:val="1"/><w:isLgl/>`],
    ])}<w:num w:numId="7"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>`;
    const xml = await blokken(
      p("een", num(1)) + p("onder", num(1, 1)) + p("twee", num(1)) + p("weer onder", num(1, 1)) + p("negen", num(7)),
      { numbering: lijsten },
    );
    const labels = [...xml.join("").matchAll(/<li\.nr gegenereerd="ja">([^<]*)/g)].map(([, label]) => label);
    assert.deepEqual(labels, ["III.", "3.1", "IV.", "4.1", "IX."]);
    assert.match(xml.join(""), /<al>een<\/al><lijst type="expliciet"><li>/);
  });

  it("puts a note at its call, counted through, and tells of a call without a note", async () => {
    const opmaak = await read(
      `<w:p>${r("bericht")}${call(5)}${r(" en ")}${call(2)}${r(".")}</w:p><w:p>${r("weg")}${call(9)}</w:p>`,
      { footnotes: noot(2, "Tweede krant.") + noot(5, "Eerste krant.") + noot(3, "Nergens genoemd.") },
    );
    assert.deepEqual(toXml(opmaak.blokken), [
      '<al>bericht<noot id="footnote-5" kenmerk="footnote-5" type="voet"><noot.nr gegenereerd="ja">1</noot.nr><noot.al>Eerste krant.</noot.al></noot> en <noot id="footnote-2" kenmerk="footnote-2" type="voet"><noot.nr gegenereerd="ja">2</noot.nr><noot.al>Tweede krant.</noot.al></noot>.</al>',
      '<al>weg<sup gegenereerd="ja">3</sup></al>',
    ]);
    assert.deepEqual(opmaak.stukken, [{ tekst: " Nergens genoemd.\n", regel: "noot-zonder-aanroep" }]);
    assert.deepEqual(
      opmaak.diagnostiek.map(({ code, gevonden }) => [code, gevonden]),
      [["noot-zonder-tekst", "3"]],
    );
  });

  it("takes a mark of the author's own as the number of the note, once", async () => {
    const opmaak = await read(
      `<w:p>${r("ster")}<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r></w:p>`,
      { footnotes: `<w:footnote w:id="2"><w:p>${r("* Met een ster.")}</w:p></w:footnote>` },
    );
    assert.match(toXml(opmaak.blokken).join(""), /<noot\.nr>\*<\/noot\.nr><noot\.al>Met een ster\.<\/noot\.al>/);
    assert.deepEqual(opmaak.stukken, [{ tekst: "*", regel: "nootmerk-dubbel" }]);
  });

  it("reads a text box once, in place", async () => {
    const box = (tekst: string) => `<w:txbxContent>${p(tekst)}</w:txbxContent>`;
    const shape = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box("Datum 3 maart")}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box("Datum 3 maart")}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    assert.deepEqual(await blokken(`<w:p>${r("Geachte voorzitter,")}${shape}</w:p>${p("Hierbij")}`), [
      "<al>Geachte voorzitter,</al>",
      "<al>Datum 3 maart</al>",
      "<al>Hierbij</al>",
    ]);
  });

  it("leaves out headers, footers, comments, deleted, hidden and moved text, each by its rule", async () => {
    const { blokken: gelezen, stukken } = await read(
      `<w:p>${r("blijft")}<w:del><w:r><w:delText> weg</w:delText></w:r></w:del><w:ins>${r(" nieuw")}</w:ins><w:moveFrom>${r("verhuisd")}</w:moveFrom>${r("verborgen", "<w:vanish/>")}</w:p>`,
      {
        header1: p("Kop"),
        footer1: p("Pagina 1 van 2 ah-tk-20302031-77"),
        comments: `<w:comment>${p("Klopt dit?")}</w:comment>`,
      },
    );
    assert.deepEqual(toXml(gelezen), ["<al>blijft nieuw</al>"]);
    assert.deepEqual(
      stukken.map((stuk) => ["regel" in stuk && stuk.regel, stuk.tekst.trim()]),
      [
        ["verwijderde-tekst", "weg"],
        ["verwijderde-tekst", "verhuisd"],
        ["verborgen-tekst", "verborgen"],
        ["paginakop", "Kop"],
        ["paginavoet", "Pagina 1 van 2 ah-tk-20302031-77"],
        ["opmerking", "Klopt dit?"],
      ],
    );
  });

  it("joins paragraphs between which the end was deleted", async () => {
    assert.deepEqual(await blokken(p("De eerste ", "<w:rPr><w:del/></w:rPr>") + p("en de tweede.")), [
      "<al>De eerste en de tweede.</al>",
    ]);
    assert.deepEqual(await blokken(p("De laatste", "<w:rPr><w:del/></w:rPr>")), ["<al>De laatste</al>"]);
  });

  it("reads links, by relation and by field, and no commands of fields", async () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const field = `${mark("begin")}<w:r><w:instrText> HYPERLINK "https://veld.example/b" </w:instrText></w:r>${mark("separate")}${r("veld")}${mark("end")}`;
    assert.deepEqual(
      await blokken(
        `<w:p><w:hyperlink r:id="link0">${r("de ")}${r("krant", "<w:b/>")}</w:hyperlink>${r(" en ")}${field}</w:p>`,
        {},
        ["https://krant.example/a"],
      ),
      [
        '<al><extref doc="https://krant.example/a" soort="URL">de <nadruk type="vet">krant</nadruk></extref> en <extref doc="https://veld.example/b" soort="URL">veld</extref></al>',
      ],
    );
    // A field that never ends, in a damaged file, swallows nothing.
    assert.deepEqual(await blokken(`<w:p>${mark("begin")}${r("tekst")}</w:p>`), ["<al>tekst</al>"]);
  });

  it("reads tables with spans, and a table of one column as paragraphs", async () => {
    const tc = (tekst: string, tcPr = "") => `<w:tc><w:tcPr>${tcPr}</w:tcPr>${p(tekst)}</w:tc>`;
    const tr = (cellen: string, trPr = "") => `<w:tr><w:trPr>${trPr}</w:trPr>${cellen}</w:tr>`;
    const [table, ...rest] = await blokken(
      `<w:tbl>${tr(tc("Jaar") + tc("Aantal", '<w:gridSpan w:val="2"/>'), "<w:tblHeader/>")}${tr(tc("2030", '<w:vMerge w:val="restart"/>') + tc("1") + tc("2"))}${tr(tc("", "<w:vMerge/>") + tc("3") + tc("4"))}</w:tbl><w:tbl>${tr(tc("Vraag 1"))}${tr(tc("Klopt dit?"))}</w:tbl>`,
    );
    assert.deepEqual(rest, ["<al>Vraag 1</al>", "<al>Klopt dit?</al>"]);
    assert.equal(
      table?.replace(/<colspec[^>]*>/g, ""),
      '<table><tgroup cols="3"><thead><row><entry colname="col1"><al>Jaar</al></entry><entry namest="col2" nameend="col3"><al>Aantal</al></entry></row></thead><tbody><row><entry colname="col1" morerows="1"><al>2030</al></entry><entry colname="col2"><al>1</al></entry><entry colname="col3"><al>2</al></entry></row><row><entry colname="col2"><al>3</al></entry><entry colname="col3"><al>4</al></entry></row></tbody></tgroup></table>',
    );
  });

  it("reads a file whose program chose other prefixes", async () => {
    const parts = unzipSync(zipDocx(p("Ja.")));
    const xml = new TextDecoder()
      .decode(parts["word/document.xml"])
      .replaceAll("xmlns:w=", "xmlns:ns0=")
      .replaceAll("w:", "ns0:");
    const opmaak = assertGelezen(await readDocx(zipSync({ ...parts, "word/document.xml": strToU8(xml) })));
    assert.deepEqual(toXml(opmaak.blokken), ["<al>Ja.</al>"]);
  });

  it("reads a text that breaks off as far as it goes, and says so", async () => {
    const xml = `<w:document ${W}><w:body>${p("Vraag 1")}<w:p><w:r><w:t>Kent u`;
    const opmaak = assertGelezen(await readDocx(zipSync({ "word/document.xml": strToU8(xml) })));
    assertVerantwoord(opmaak);
    assert.deepEqual(toXml(opmaak.blokken), ["<al>Vraag 1</al>", "<al>Kent u</al>"]);
    assert.deepEqual(
      opmaak.diagnostiek.map(({ code }) => code),
      ["xml-afgebroken"],
    );
  });

  it("accounts for every character, whatever stands in whatever", async () => {
    const woord = fc.constantFrom("een", "twee", "dr\u00ADie", "&amp;", " ", "vier\u2011vijf");
    const { inline, blok } = fc.letrec<{ inline: string; blok: string }>((tie) => ({
      inline: fc.oneof(
        { maxDepth: 3 },
        woord.map((tekst) => r(tekst)),
        fc.tuple(woord, fc.constantFrom("<w:b/>", "<w:i/>", "<w:vanish/>")).map(([tekst, rPr]) => r(tekst, rPr)),
        fc.constantFrom(call(1), call(2), call(3), "<w:r><w:br/></w:r>", "<w:r><w:softHyphen/></w:r>"),
        fc.constantFrom("begin", "separate", "end").map((type) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`),
        fc
          .tuple(fc.constantFrom("w:ins", "w:del", "w:hyperlink", "w:sdt", "w:smartTag", "w:moveFrom"), tie("inline"))
          .map(([naam, inhoud]) => `<${naam}>${inhoud}</${naam}>`),
        tie("blok").map((inhoud) => `<w:r><w:pict><w:txbxContent>${inhoud}</w:txbxContent></w:pict></w:r>`),
      ),
      blok: fc.oneof(
        { maxDepth: 3 },
        fc
          .tuple(
            fc.constantFrom("", num(1), num(1, 1), num(2), "<w:rPr><w:del/></w:rPr>"),
            fc.array(tie("inline"), { maxLength: 4 }),
          )
          .map(([pPr, runs]) => `<w:p><w:pPr>${pPr}</w:pPr>${runs.join("")}</w:p>`),
        fc
          .tuple(fc.constantFrom("", '<w:gridSpan w:val="2"/>', "<w:vMerge/>"), tie("blok"), tie("blok"), tie("inline"))
          .map(
            ([tcPr, een, twee, los]) =>
              `<w:tbl><w:tr><w:tc><w:tcPr>${tcPr}</w:tcPr>${een}</w:tc><w:tc>${twee}</w:tc></w:tr><w:tr><w:tc>${los}</w:tc>${los}</w:tr></w:tbl>`,
          ),
        fc
          .tuple(fc.constantFrom("w:sdt", "w:ins", "w:onbekend"), tie("blok"))
          .map(([naam, inhoud]) => `<${naam}>${inhoud}</${naam}>`),
        tie("inline"),
      ),
    }));
    const lijsten = numbering(
      [
        ["decimal", "%1."],
        ["lowerLetter", "%2)"],
      ],
      [["bullet", "-"]],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(blok, { maxLength: 5 }), fc.array(inline, { maxLength: 3 }), async (body, inNoot) => {
        const footnotes = `<w:footnote w:id="1"><w:p>${inNoot.join("")}</w:p></w:footnote>${noot(2, "twee")}`;
        await read(body.join(""), { numbering: lijsten, footnotes });
      }),
      { numRuns: 200 },
    );
  });
});

describe("readDocx on bad files", () => {
  const letter = zipDocx(p("Vraag 1") + p("Kent u het bericht?".repeat(50)), { footnotes: noot(1, "Noot.") });

  it("refuses what is no zip, holds no text, or declares entities of its own", async () => {
    const entiteiten = `<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document ${W}><w:body>${p("&a;")}</w:body></w:document>`;
    for (const [bytes, mislukt] of [
      [strToU8("PK\u0003\u0004 en dan niets"), "zip-beschadigd"],
      [new Uint8Array(), "zip-beschadigd"],
      [zipSync({ "word/styles.xml": strToU8("<a/>") }), "docx-zonder-tekst"],
      [zipSync({ "word/document.xml": strToU8("") }), "docx-zonder-tekst"],
      [zipSync({ "word/document.xml": strToU8(entiteiten) }), "xml-eigen-entiteiten"],
      [zipSync({ "word/document.xml": strToU8("<w:p>".repeat(20_000)) }), "xml-te-diep"],
    ] as const)
      assert.deepEqual(await readDocx(bytes), { mislukt });
  });

  it("refuses a file that unpacks to more than any letter, without unpacking it all", async () => {
    const zeros = zipSync({ "word/document.xml": new Uint8Array(40 * 1024 * 1024) });
    assert.ok(zeros.length < 1024 * 1024);
    assert.deepEqual(await readDocx(zeros), { mislukt: "zip-te-groot" });
    // The same with a lie about its size in the list of parts.
    const view = new DataView(zeros.buffer, zeros.byteOffset);
    const lijst = zeros.length - 22 - view.getUint32(zeros.length - 10, true);
    view.setUint32(lijst + 24, 100, true);
    assert.deepEqual(await readDocx(zeros), { mislukt: "zip-te-groot" });
  });

  it("refuses an encrypted part, and reads on without a part that is damaged", async () => {
    const files = {
      "word/document.xml": strToU8(`<w:document ${W}><w:body>${p("Ja.")}</w:body></w:document>`),
      "word/styles.xml": strToU8("<w:styles/>"),
    };
    const locked = zipSync(files, { level: 0 });
    const at = locked.findLastIndex(
      (_, index) =>
        locked[index] === 0x50 &&
        locked[index + 1] === 0x4b &&
        locked[index + 2] === 1 &&
        locked[index + 46 + 5] === 0x64,
    );
    locked[at + 8] = 1;
    assert.deepEqual(await readDocx(locked), { mislukt: "zip-versleuteld" });
    const damaged = zipSync(files, { level: 0 });
    const styles = new TextDecoder("latin1").decode(damaged).indexOf("<w:styles/>");
    damaged[styles + 3] = 0x78;
    const opmaak = assertGelezen(await readDocx(damaged));
    assert.deepEqual(toXml(opmaak.blokken), ["<al>Ja.</al>"]);
    assert.deepEqual(
      opmaak.diagnostiek.map(({ code, gevonden }) => [code, gevonden]),
      [["deel-onleesbaar", "word/styles.xml"]],
    );
  });

  it("never throws, whatever is cut off or changed", async () => {
    for (let size = 0; size < letter.length; size += 7) await readDocx(letter.subarray(0, size));
    await fc.assert(
      fc.asyncProperty(fc.nat(letter.length - 1), fc.nat(255), async (at, byte) => {
        const garbled = letter.slice();
        garbled[at] = byte;
        isDocx(garbled);
        const gelezen = await readDocx(garbled);
        if (!("mislukt" in gelezen)) assertVerantwoord(gelezen);
      }),
      { numRuns: 500 },
    );
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => void (await readDocx(bytes))));
  });

  it("keeps the words of tables that nest deeper than anyone writes", async () => {
    const opmaak = await read(
      `${"<w:tbl><w:tr><w:tc>".repeat(500)}${p("diep")}${"</w:tc></w:tr></w:tbl>".repeat(500)}`,
    );
    assert.match(toXml(opmaak.blokken).join(""), /diep/);
  });

  const rij = `<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>${p("a")}</w:tc><w:tc>${p("b")}</w:tc></w:tr>`;
  for (const [naam, head, body, tail] of [
    ["paragraphs", "", `${p("Klopt dit?", num(1))}<w:p>${r("Ja", "<w:b/>")}${call(1)}${r(" zeker.")}</w:p>`, ""],
    ["deleted ends of paragraphs", "", p("a", "<w:rPr><w:del/></w:rPr>"), ""],
    ["rows of one cell", `<w:tbl>${rij.replace("<w:vMerge/>", '<w:vMerge w:val="restart"/>')}`, rij, "</w:tbl>"],
    ["runs of one paragraph", "<w:p>", r("Ja", "<w:b/>") + r(" zeker."), "</w:p>"],
  ] as const)
    it(`takes a hundred times as long for a hundred times as many ${naam}, not more`, async () => {
      const time = async (times: number) => {
        const delen = { numbering: numbering([["decimal", "%1."]]), footnotes: noot(1, "x") };
        const bytes = zipDocx(head + body.repeat(times) + tail, delen);
        const rekentijd = startRekentijd();
        assertGelezen(await readDocx(bytes));
        return rekentijd();
      };
      await time(100);
      const small = await time(100);
      const large = await time(10_000);
      assert.ok(large < Math.max(20, small) * 100 * 3, `${small} ms and ${large} ms`);
    });
});

describe("what kind of file it is", () => {
  it("tells a Word file by its parts, also one that is cut off", () => {
    const bytes = zipDocx(p("Ja."));
    assert.ok(isDocx(bytes));
    assert.ok(isDocx(bytes.subarray(0, bytes.length - 30)));
    assert.ok(!isDocx(zipSync({ "xl/workbook.xml": strToU8("<a/>") })));
    assert.ok(!isDocx(strToU8("word/document.xml")));
  });

  it("tells old Word files, Rich Text and files behind a password", () => {
    const ole = (naam: string) => {
      const bytes = new Uint8Array(4096);
      bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
      bytes.set(
        [...naam].flatMap((teken) => [teken.charCodeAt(0), 0]),
        1152,
      );
      return bytes;
    };
    assert.ok(isOudWord(ole("WordDocument")));
    assert.ok(isOudWord(strToU8("{\\rtf1\\ansi Vraag 1}")));
    assert.ok(!isOudWord(ole("Workbook")));
    assert.ok(isVersleuteldOffice(ole("EncryptedPackage")));
    assert.ok(!isOudWord(strToU8('{"rtf": 1}')));
  });
});
