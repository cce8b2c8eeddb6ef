/** The references that `lees` lists of a document, at the positions that labels use. */
import { type Verwijzing, vondstenOf } from "../../src/verwijzingen/van-kamervraag.ts";
import { alineasOf, compact, lengteOf, type Plaats, plaatsenOf, type Teksten } from "./plaatsen.ts";

export interface Vondst {
  readonly plaats: string;
  readonly van: number;
  readonly tot: number;
  readonly soort: string;
  readonly doel: string;
}

/** Gives each reference in a text its position; what stands in the title lines of a document is left out. */
export function verwijzingenIn(teksten: Teksten, verwijzingen: readonly Verwijzing[]): readonly Vondst[] {
  return plaatsenOf(teksten).flatMap((plaats) => {
    const wanted = verwijzingen.filter((verwijzing) => verwijzing.plaats === plaats.anker);
    return wanted.length === 0 ? [] : placeIn(plaats, wanted);
  });
}

// Found words that lead nowhere are not listed: those on the list are the same words in the same order.
function placeIn({ anker, tekst }: Plaats, verwijzingen: readonly Verwijzing[]): readonly Vondst[] {
  const open = verwijzingen.values();
  let next = open.next();
  const placed = spansIn(anker, tekst).flatMap(({ words, ...span }) => {
    if (next.done || next.value.tekst !== words) return [];
    const { soort, doel, officieel } = next.value;
    next = open.next();
    return [{ plaats: anker, ...span, soort, doel: officieel ?? doel }];
  });
  if (!next.done) throw new Error(`${anker}: «${next.value.tekst}» is listed and does not stand there`);
  return placed;
}

function spansIn(plaats: string, tekst: string) {
  let alineas = alineasOf(tekst);
  return vondstenOf({ plaats, tekst, stem: "overig" }).flatMap((gelezen) => {
    const at = alineas.findIndex((one) => compact(one.tekst) === compact(gelezen.tekst));
    const alinea = alineas[at];
    alineas = alineas.slice(at + 1);
    if (!alinea) throw new Error(`${plaats}: a paragraph with references is none of the text`);
    return gelezen.vondsten.map(({ tekst: words, van, tot }) => ({
      words,
      van: alinea.van + lengteOf(gelezen.tekst.slice(0, van)),
      tot: alinea.van + lengteOf(gelezen.tekst.slice(0, tot)),
    }));
  });
}
