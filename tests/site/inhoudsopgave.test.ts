import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Kamervraag } from "../../src/model/kamervraag.ts";
import { toKamervraagView } from "../../src/site/pagina.ts";
import { antwoord, kamervraag, vraag } from "./voorbeelden.ts";

const itemsOf = (blokken: Kamervraag["blokken"]) =>
  toKamervraagView(kamervraag({ blokken }), { peildatum: "2099-12-01" }).inhoudsopgave?.items;
const vragen = (aantal: number) => Array.from({ length: aantal }, (_, index) => vraag([String(index + 1)]));

describe("toInhoudsopgave", () => {
  it("is not there for a handful of vragen, and lists every one of 128", () => {
    assert.equal(itemsOf(vragen(5)), undefined);
    assert.equal(itemsOf(vragen(6))?.length, 6);
    const items = itemsOf(vragen(128)) ?? [];
    assert.deepEqual(
      items.map(({ href }) => href),
      Array.from({ length: 128 }, (_, index) => `#vraag-${index + 1}`),
    );
  });

  it("loads its script only where it stands", () => {
    const scripts = (aantal: number) =>
      toKamervraagView(kamervraag({ blokken: vragen(aantal) }), { peildatum: "2099-12-01" }).scripts;
    assert.ok(!scripts(5)?.includes("inhoudsopgave"));
    assert.ok(scripts(6)?.includes("inhoudsopgave"));
  });

  it("draws the numbers of one vraag together, and never makes up a number", () => {
    const items = itemsOf([vraag(["1"]), vraag(["2", "3", "4"]), vraag(["5"]), vraag([]), vraag(["6"]), vraag(["7"])]);
    assert.deepEqual(items?.[1], {
      href: "#vraag-2",
      nummer: "2–4",
      woorden: "Bent u bekend met de wachttijd?",
    });
    assert.deepEqual(items?.[3], {
      href: "#vraag-z1",
      nummer: "zonder nummer",
      isWoord: true,
      woorden: "Bent u bekend met de wachttijd?",
    });
  });

  it("takes the words out of their mark-up and leaves note calls away", () => {
    const [eerste] = itemsOf([vraag(["1"], "Kunt u **dit** *bevestigen*[^v1]?\n\nZo nee?"), ...vragen(6)]) ?? [];
    assert.equal(eerste?.woorden, "Kunt u dit bevestigen? Zo nee?");
  });

  it("marks a vraag whose antwoord stands elsewhere or is not there", () => {
    const items = itemsOf([...vragen(6), antwoord(["1", "2"]), antwoord(["3"]), antwoord(["5"]), antwoord(["6"])]);
    assert.deepEqual(
      items?.map(({ merk }) => merk?.replace("\u00a0", " ")),
      ["antwoord bij 2", undefined, undefined, "zonder antwoord", undefined, undefined],
    );
  });

  it("marks nothing where no vraag is answered", () => {
    assert.ok(itemsOf(vragen(8))?.every(({ merk }) => merk === undefined));
  });

  it("names the texts around the conversation and antwoorden without a vraag by their headings", () => {
    const toelichting = { soort: "toelichting", kop: "Toelichting:", tekst: "Deze vragen." } as const;
    const items = itemsOf([antwoord(["99"], "Op alles: ja."), ...vragen(6), toelichting]);
    const eerste = { href: "#antwoord-99", nummer: "Antwoord 99", isWoord: true, woorden: "Op alles: ja." };
    assert.deepEqual(items?.[0], eerste);
    assert.deepEqual(items?.at(-1), { href: "#toelichting", nummer: "Toelichting:", isWoord: true, woorden: "" });
  });
});
