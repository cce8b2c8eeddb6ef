/** The diet of the page: what the archive adds to the words may not grow unseen. Bytes, so the same on every machine. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import nunjucks from "nunjucks";
import { weighBladzijde } from "../../scripts/bench/bladzijde.ts";
import type { Kamervraag } from "../../src/model/kamervraag.ts";
import { indexArchief, toLijstpaginas } from "../../src/site/lijstpagina.ts";
import { createOmgeving } from "../../src/site/omgeving.ts";
import { toRegisterpost } from "../../src/site/register.ts";
import { createRenderer } from "../../src/site/render.ts";
import { antwoord, kamervraag, vraag } from "./voorbeelden.ts";

const PEILDATUM = "2099-12-01";
const renderer = createRenderer(createOmgeving(new nunjucks.FileSystemLoader("templates")));

/** Eight vragen with an antwoord each and a note each, as most are; `extra` more of them. */
function metVragen(extra = 0): Kamervraag {
  const nummers = Array.from({ length: 8 + extra }, (_, index) => String(index + 1));
  return kamervraag({
    blokken: nummers.flatMap((nummer) => [
      vraag([nummer], "Bent u bekend met de wachttijd aan de brug?"),
      antwoord([nummer], `Ja, daarmee ben ik bekend[^a${nummer}].`),
    ]),
    noten: nummers.map((nummer) => ({ bereik: "antwoord", anker: `a${nummer}`, nummer, tekst: "Bijlage." }) as const),
  });
}

function markupOf(html: string): number {
  const { bytes, woorden } = weighBladzijde(html);
  return bytes - woorden;
}

/** The first page of the list of one indiener, of so many Kamervragen. */
function lijstVan(aantal: number): string {
  const posten = Array.from({ length: aantal }, (_, index) =>
    toRegisterpost(kamervraag({ sleutel: `2099Z${String(index + 1).padStart(5, "0")}` })),
  );
  const lijst = indexArchief(posten, { peildatum: PEILDATUM }).lijsten.find(({ soort }) => soort === "indiener");
  const [pagina] = lijst ? [...toLijstpaginas(lijst, { peildatum: PEILDATUM })] : [];
  return renderer.renderLijst(pagina ?? assert.fail());
}

const render = (een: Kamervraag) => renderer.renderKamervraag(een, { peildatum: PEILDATUM });

describe("the weight of a page", () => {
  it("is at most 11,000 bytes beside the words for a Kamervraag of eight vragen", () => {
    const markup = markupOf(render(metVragen()));
    assert.ok(markup <= 11_000, `${markup} bytes`);
  });

  it("grows by at most 660 bytes beside the words with a vraag, its antwoord, a note and a line in the table of contents", () => {
    const per = (markupOf(render(metVragen(10))) - markupOf(render(metVragen()))) / 10;
    assert.ok(per <= 660, `${per} bytes`);
  });

  it("grows by at most 230 bytes beside the words with a line of a list", () => {
    const per = (markupOf(lijstVan(20)) - markupOf(lijstVan(10))) / 10;
    assert.ok(per <= 230, `${per} bytes`);
  });
});
