/** Two documents that claim to be the same publication but tell quite different things. */
import type { Diagnostiek } from "../model/kamervraag.ts";
import type { GelezenDocument } from "../sources/gelezen.ts";
import { compareReadings, publicatieKeyOf } from "./rangorde.ts";
import { overlapOf, woordenOf } from "./vergelijk.ts";

/** Readings that share less than this are not readings of one text. */
const MIN_OVERLAP = 0.5;

export interface Onbetwist {
  readonly sleutel: string;
  readonly isBetwist: boolean;
  readonly documenten: readonly GelezenDocument[];
}

/**
 * Takes apart what does not belong together: of each publication the reading that ranks first stays under the key; one
 * whose text is quite another goes to a page of its own (`doc-` and its hash), with an error on both. Nothing is lost.
 */
export function splitBetwist(sleutel: string, documenten: readonly GelezenDocument[]): readonly Onbetwist[] {
  const eersten = new Map<string, GelezenDocument>();
  const eens: GelezenDocument[] = [];
  const oneens: Onbetwist[] = [];
  for (const document of documenten.toSorted(compareReadings)) {
    const key = publicatieKeyOf(document);
    const eerste = eersten.get(key);
    if (!eerste) {
      eersten.set(key, document);
      eens.push(document);
    } else if (isSameText(eerste, document)) eens.push(document);
    else {
      const apart = `doc-${document.sha256.slice(0, 12)}`;
      oneens.push({ sleutel: apart, isBetwist: true, documenten: [withDispute(document, sleutel)] });
      const marked = withDispute(eerste, apart);
      eens[eens.indexOf(eerste)] = marked;
      eersten.set(key, marked);
    }
  }
  return [{ sleutel, isBetwist: false, documenten: eens }, ...oneens];
}

function isSameText(a: GelezenDocument, b: GelezenDocument): boolean {
  const left = textOf(a);
  const right = textOf(b);
  // A reading without text (a page that only says that it is not available) disputes nothing.
  return left.trim() === "" || right.trim() === "" || overlapOf(left, right) >= MIN_OVERLAP;
}

function textOf({ blokken, mededelingen }: GelezenDocument): string {
  return [...blokken, ...mededelingen].map(({ tekst }) => woordenOf(tekst)).join(" ");
}

function withDispute(document: GelezenDocument, gevonden: string): GelezenDocument {
  const diagnostiek: Diagnostiek = { code: "kenmerk-betwist", ernst: "fout", plaats: "kop", gevonden };
  return { ...document, diagnostiek: [...document.diagnostiek, diagnostiek] };
}
