import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Kamervraag } from "../../src/model/kamervraag.ts";
import { toKamervraagView } from "../../src/site/pagina.ts";
import { bron, kamervraag, vraag } from "./voorbeelden.ts";

const view = (overrides: Partial<Kamervraag> = {}, peildatum = "2099-12-01") =>
  toKamervraagView(kamervraag(overrides), { peildatum });
const plain = (text: string | undefined) => text?.replaceAll("\u00a0", " ");

function feit(subject: ReturnType<typeof view>, label: string): string | undefined {
  const found = subject.feiten.find((one) => one.label === label);
  return plain(found?.waarden.map((delen) => delen.map(({ tekst }) => tekst).join("")).join(", "));
}

describe("toKamervraagView", () => {
  it("states the facts of the case under the labels readers know", () => {
    const subject = view();
    assert.equal(feit(subject, "Ingediend"), "18 oktober 2099");
    assert.equal(feit(subject, "Beantwoord"), "4 november 2099 (na 17 dagen)");
    assert.equal(feit(subject, "Indiener"), "Jan van Voorbeeld (ABC)");
    assert.equal(feit(subject, "Beantwoord door"), "P. Papier (Minister van Recht en Rede) (DEF)");
    assert.equal(feit(subject, "Gericht aan"), "Minister van Recht en Rede");
    assert.equal(feit(subject, "Onderwerpen"), "archieven, openbaar bestuur");
    assert.equal(feit(subject, "Bron vraag"), "kv-tk-2099Z00001");
    assert.equal(feit(subject, "Bron antwoord"), "ah-tk-20982099-77");
  });

  it("says in whose name it was answered as well", () => {
    const beantwoordDoor = [{ naam: "P. Papier" }, { functie: "Minister van Wind", medeNamens: true }];
    assert.equal(feit(view({ beantwoordDoor }), "Beantwoord door"), "P. Papier, mede namens Minister van Wind");
  });

  it("says of what is missing that it is not in the source", () => {
    const { ingediend: _, ...zonder } = kamervraag({ indieners: [], onderwerpen: [] });
    const subject = toKamervraagView(zonder, { peildatum: "2099-12-01" });
    assert.equal(feit(subject, "Ingediend"), "datum niet in de bron");
    assert.equal(feit(subject, "Indiener"), "naam niet in de bron");
    assert.equal(feit(subject, "Onderwerpen"), "niet in de bron");
  });

  it("names the last day of the term", () => {
    assert.match(plain(view().termijn?.tekst) ?? "", /^Beantwoord op dag 17, .*uiterlijk 8 november 2099\./);
  });

  it("has no term for oral questions and the Eerste Kamer", () => {
    assert.equal(view({ soort: "mondeling" }).termijn, undefined);
    assert.equal(view({ kamer: "ek" }).termijn, undefined);
  });

  it("counts an open case up to the stated date, never further", () => {
    const { beantwoord: _, ...rest } = kamervraag({ status: "open", blokken: [vraag(["1"])], beantwoordDoor: [] });
    const subject = toKamervraagView(rest, { peildatum: "2099-11-16" });
    assert.equal(plain(subject.staat.zin), "Nog geen antwoord, 8 dagen te laat");
    assert.equal(feit(subject, "Beantwoord"), "nog niet (29 dagen, stand van 16 november 2099)");
  });

  it("cites by the number in the Aanhangsel, else by that of the Kamervraag", () => {
    const bronnen = [bron("ah-tk-20982099-77", "antwoord", { vergaderjaar: "2098-2099", aanhangselnummer: "77" })];
    assert.equal(
      plain(view({ bronnen }).aanhalen.lang),
      "Aanhangsel Handelingen II 2098/99, nr. 77 (vragen van Jan van Voorbeeld, 18 oktober 2099, 2099Z00001; antwoord van P. Papier, 4 november 2099).",
    );
    assert.match(
      plain(view({ bronnen: [] }).aanhalen.lang) ?? "",
      /^Kamervragen 2099Z00001, ingediend 18 oktober 2099, beantwoord 4 november 2099 \(vragen van Jan van Voorbeeld;/,
    );
  });

  it("cites several people as a sentence does, and writes large numbers with a point", () => {
    const indieners = ["Jan van Voorbeeld", "B. Bedacht", "C. Verzonnen"].map((naam) => ({ naam }));
    assert.match(
      view({ indieners }).aanhalen.lang ?? "",
      /vragen van Jan van Voorbeeld, B\. Bedacht en C\. Verzonnen, /,
    );
    const { beantwoord: _, ...open } = kamervraag({ status: "open", blokken: [vraag(["1"])], beantwoordDoor: [] });
    const subject = toKamervraagView(open, { peildatum: "2103-11-16" });
    assert.equal(plain(subject.staat.zin), "Nog geen antwoord, 1.468 dagen te laat");
    assert.match(plain(subject.termijn?.tekst) ?? "", /^Dag 1\.489, 1\.468 dagen te laat/);
  });
});
