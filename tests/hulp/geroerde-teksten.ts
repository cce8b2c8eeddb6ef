/**
 * Invented documents in all the shapes that plain text comes in, put together at random and stirred: cut off, repeated, with
 * lines swapped and noise in between. Words are numbered once the text is made, so that no bookkeeping of ours is needed to
 * count them.
 */
import fc from "fast-check";

/** Stands for a word with a capital; "@" for any other. */
const HOOFDWOORD = "§";

const nummer = fc.integer({ min: 1, max: 6 });
const oneOf = fc.constantFrom<string[]>;
const template = (parts: readonly (string | fc.Arbitrary<string | number>)[]): fc.Arbitrary<string> =>
  fc
    .tuple(...parts.map((part) => (typeof part === "string" ? fc.constant(part) : part)))
    .map((found) => found.join(""));
const listOf = (piece: fc.Arbitrary<string>, separator: string, maxLength: number, minLength = 1) =>
  fc.array(piece, { minLength, maxLength }).map((pieces) => pieces.join(separator));

const gewoonWoord = oneOf(
  "@",
  "@",
  "@",
  "@",
  "§",
  "@,",
  "@;",
  "(@)",
  "«@»",
  "@’s",
  "de",
  "en",
  "in",
  "op vraag",
  "artikel 3",
);
const vreemdWoord = oneOf(
  ..."§-@|@_@|_@_|**@**|`@`|{{ @ }}|{% raw %}@|<script>@</script>|[@](x)|![@](y)|&amp;@|&#64;|#@|~@~|^@^|> @|\\@|$@".split(
    "|",
  ),
  ..."https://@.example/@-@/?@=@|www.@.example/@_@|@\u00ad@|@e\u0301|12.345,67|2030|3|€ 5|m2|CO2|--|…|| @ |:---|5613|0".split(
    "|",
  ),
);
const merk = template([
  oneOf("@", "@.", "@?", "@»", "@ ", "@. "),
  nummer,
  oneOf("", "", ".", " ", ",", " 2", ")", " 3 4"),
]);
const haakmerk = template([oneOf("@[", "@ [", "@ ([", "@.["), nummer, oneOf("]", " ]", " 2 ]", "])", "].", "] [2]")]);
const woord = fc.oneof(
  { arbitrary: gewoonWoord, weight: 9 },
  { arbitrary: vreemdWoord, weight: 1 },
  { arbitrary: merk, weight: 1 },
  { arbitrary: haakmerk, weight: 1 },
  { arbitrary: template(["@", nummer, ")"]), weight: 1 },
);
const scheiding = fc.oneof(
  { arbitrary: fc.constant(" "), weight: 12 },
  { arbitrary: oneOf("\n", "-\n", "\u00ad\n", "\n1\n", "\n2 .\n", "  ", "\u00a0", "\t"), weight: 3 },
);
const zin = fc
  .tuple(
    oneOf("§ ", "", "Kunt u @ ", "Bent u ", "Wat "),
    fc.array(fc.tuple(woord, scheiding), { minLength: 1, maxLength: 14 }),
    oneOf(".", "?", "", ":", "!", ")", ",", "? 1", ".2"),
  )
  .map(
    ([begin, woorden, einde]) =>
      begin + woorden.map(([een, wit], index) => (index === woorden.length - 1 ? een : een + wit)).join("") + einde,
  );
const alinea = listOf(zin, " ", 4);

const reeks = template([
  nummer,
  oneOf("", "", "", " en 2", ", 3 en 4", " t/m 6", "a", "a, 2b", "–5", " / 4", " en vraag 5"),
]);
const kopregel = template([
  oneOf("", "", "", "# ", "**", "## ", "• ", "Aanhangsel 1", "Tweede Kamer, vergaderjaar 2030–2031, Aanhangsel 12"),
  oneOf(
    "Vraag ",
    "Vraag ",
    "Vragen ",
    "Antwoord ",
    "Antwoord op vraag ",
    "Antwoord op de vragen ",
    "Nader antwoord vraag ",
    "vraag",
    "VRAAG ",
  ),
  reeks,
  oneOf("", "", "", ":", ".", ": § @?", " @ @", ") § @", "1", " [1]", "**"),
]);
const kalekop = oneOf(
  "Antwoord",
  "Antwoord:",
  "Antwoord: § @",
  "Vraag",
  "Antwoorden",
  "Mededeling",
  "Mededeling: § @.",
  "Toelichting:",
  "Toelichting: Deze vragen @.",
  "Bijlage",
  "Vraag 999",
  "Vraag 2001",
);
const documentkop = oneOf(
  "Tweede Kamer der Staten-Generaal\n2\nVergaderjaar 2030–2031 Aanhangsel van de Handelingen\nVragen gesteld door de leden der Kamer, met wat daarop door de\nregering gegeven antwoorden\n77",
  "Tweede Kamer der Staten-Generaal 2\n\nVergaderjaar 2030–2031\n\nVragen gesteld door de leden der Kamer\n2030Z00123",
  "Eerste Kamer der Staten-Generaal\n1\nVergaderjaar 2030-2031 Aanhangsel\nnr. 5",
  "AH 77\n2030Z00123",
  "2030Z00123",
  "Vraagnummer: 2030 Z 00123",
  "(ingezonden 5 januari 2030)",
  "Geachte voorzitter,\n\nHierbij zend ik u de antwoorden op de vragen van het lid § (§) over @ @ met kenmerk 2030Z00123.\n\nHoogachtend,\n\nde Minister van Defensie,\n\nA.B. van §",
);
const vraagtitel = template([
  oneOf("Vragen van ", "Vragen van", "Mondelinge vragen van ", "Schriftelijke vragen van ", "Vragenvan "),
  oneOf("het lid § ", "de leden § en § ", "hetlid§", "deleden§,§ en § ", "het lid ", "de leden "),
  oneOf("(§) ", "(beiden §) ", "", "(§)en § (§) ", "(", ")"),
  oneOf(
    "aan de Minister van Justitie ",
    "aandeMinistervanBuitenlandse Zaken ",
    "aan de Ministers van Defensie en voor §\n",
    "aan de Staatssecretaris @ en de Minister van § ",
    "",
  ),
  oneOf("over @ @ ", "over«@» ", "inzake het @\n", ""),
  oneOf(
    "(ingezonden 5 januari 2030).",
    "(ingezonden 5 januari 2030). Antwoord van Minister § (§).",
    "(ingezonden",
    "@1",
    "",
    ").",
  ),
]);
const antwoordtitel = template([
  oneOf(
    "Antwoord van ",
    "Nader antwoord van ",
    "Mededeling van ",
    "Beantwoording van ",
    "Antwoord op schriftelijke vragen van ",
  ),
  oneOf(
    "Minister § (§)",
    "de Minister van Defensie",
    "staatssecretaris § (§), mede namens de Minister van §",
    "Minister",
    "het lid §",
  ),
  oneOf(
    " (ontvangen 9 februari 2030).",
    "",
    " (ontvangen",
    "\n(ontvangen 9 februari 2030)",
    " Zie ook Aanhangsel Handelingen, vergaderjaar 2029–2030, nr. 5.",
    " op vragen van het lid § (§) over @.",
  ),
]);
const paginavoet = oneOf(
  "\nah-tk-20302031-77\nISSN 0921 - 7371\n’s-Gravenhage 2030\nTweede Kamer, vergaderjaar 2030–2031, Aanhangsel 1",
  "ISSN 0921 - 7398’s-Gravenhage 2030Tweede Kamer, vergaderjaar 2030–2031, Aanhangsel 2",
  "Tweede Kamer, vergaderjaar 2030–2031, Aanhangsel 3Vraag 3",
  "Tweede Kamer, vergaderjaar 2030–2031, Vragen 4 § @",
  "h tk 20302031 77",
  "kv-tk-2030Z00123",
  "-----",
  "\f",
  "",
);
const noot = template([
  oneOf("", "", "[", "[ "),
  nummer,
  oneOf(" ", "", "] ", ") ", " ] ", ". "),
  oneOf("§ @ @", "@ @", "https://@.example/@", "2030 @", "Aanhangsel Handelingen, @", "11 @", "«@», @"),
]);
const opsomming = listOf(
  template([oneOf("- ", "• ", "– ", "o ", "a. ", "b) ", "1. ", "(2) ", "iv. ", "* ", "+ ", "•\t"), alinea]),
  "\n",
  4,
);
const tabel = listOf(
  template([
    oneOf("@ ", "§ ", ""),
    oneOf("12 34 56", "1,2 3% 45 5", "| @ | 3 |", "|---|---|", "@\t@\t4", "613 5613 7"),
  ]),
  "\n",
  4,
);
const genummerd = template([nummer, oneOf(". ", ") ", "\n", " ", "."), zin]);
const stuk = fc.oneof(
  { arbitrary: alinea, weight: 6 },
  { arbitrary: kopregel, weight: 6 },
  { arbitrary: listOf(noot, "\n", 4), weight: 3 },
  { arbitrary: genummerd, weight: 2 },
  { arbitrary: paginavoet, weight: 2 },
  { arbitrary: kalekop, weight: 2 },
  { arbitrary: opsomming, weight: 1 },
  { arbitrary: tabel, weight: 1 },
  { arbitrary: vraagtitel, weight: 1 },
  { arbitrary: antwoordtitel, weight: 1 },
  {
    arbitrary: oneOf(
      "_§ @ @._",
      "## § @",
      "Deze vragen dienen ter aanvulling op @.",
      "De vragen van het lid § (2030Z00123) kunnen niet binnen de termijn worden beantwoord.",
      "Hoogachtend,\n\nA.B. van §",
    ),
    weight: 1,
  },
);
const document = fc
  .tuple(
    fc.array(fc.oneof(documentkop, vraagtitel, antwoordtitel), { minLength: 1, maxLength: 3 }),
    fc.array(stuk, { maxLength: 14 }),
    oneOf("\n", "\n", "\n\n", "\n\n\n"),
  )
  .map(([kop, stukken, wit]) => [...kop, ...stukken].join(wit));
// Labels of a notebook, and answers by turns with questions: shapes that random pieces hardly ever make.
const notitieboek = fc
  .array(fc.tuple(oneOf("Q", "A"), reeks, oneOf("  ", "   ", "\n", " "), alinea), { minLength: 1, maxLength: 8 })
  .map((delen) => `Q1  § @?\n\n${delen.map((deel) => deel.join("")).join("\n\n")}\n\nA1  § @`);
const gesprek = fc
  .tuple(
    vraagtitel,
    fc.array(fc.tuple(alinea, alinea, noot), { minLength: 1, maxLength: 5 }),
    paginavoet,
    oneOf("\n", "\n\n"),
  )
  .map(([titel, paren, voet, wit]) =>
    [
      titel,
      ...paren.map(([een, twee, voetnoot], index) =>
        [
          `Vraag ${index + 1}`,
          `${een}${index + 1}`,
          `Antwoord ${index + 1}`,
          twee,
          ...(index % 2 ? [voetnoot, voet] : []),
        ].join(wit),
      ),
      ...paren.map(([, , voetnoot], index) => `${index + 1} ${voetnoot}`),
    ].join(wit),
  );

const ruis = fc.oneof(
  oneOf(
    ..."\uFDD0 \uFDD00\uFDD1 \uFDD1 \uFFFD \0 \u0007 \f \v \u2028 \u2029 \u0085 \u00ad \u200b \u200f \u202e \u2066 \ufeff \u0301 \u20dd \ud83d \udc00 😀 \u1680 \u3000 \u2003".split(
      " ",
    ),
  ),
  oneOf(
    ..."{{ 7*7 }}|{% include 'x' %}|{# @ #}|<script>alert(1)</script>|<!-- @ -->|]]>|<p>|**|__|```|~~~|[^v1]|[^a1]: @|---|***|# |#### @|> |- |1. |    @|\\|&nbsp;|&lt;|$&|$1|%00".split(
      "|",
    ),
  ),
  oneOf("\n", "\n\n\n", "1", "12", " 3 ", "[2]", "(", ")", "«", "»", "“", ".", "?", "-", "\n\n1\n", "\t"),
  fc.string({ maxLength: 6 }),
  fc.string({ unit: "binary", maxLength: 4 }),
);

/** What happens to a text: places are parts of its length. */
type Greep = (tekst: string) => string;
const plek = fc.double({ min: 0, max: 1, noNaN: true });
const at = (tekst: string, deel: number) => Math.floor(deel * tekst.length);
const greep: fc.Arbitrary<Greep> = fc.oneof(
  plek.map(
    (een): Greep =>
      (tekst) =>
        tekst.slice(0, at(tekst, een)),
  ),
  plek.map(
    (een): Greep =>
      (tekst) =>
        tekst.slice(at(tekst, een / 4)),
  ),
  fc.tuple(plek, fc.nat(30)).map(
    ([een, lengte]): Greep =>
      (tekst) =>
        tekst.slice(0, at(tekst, een)) + tekst.slice(at(tekst, een) + lengte),
  ),
  fc.tuple(plek, plek).map(
    ([een, twee]): Greep =>
      (tekst) =>
        tekst.slice(0, at(tekst, een)) +
        tekst.slice(at(tekst, een), at(tekst, een) + at(tekst, twee / 2)).repeat(2) +
        tekst.slice(at(tekst, een) + at(tekst, twee / 2)),
  ),
  fc.tuple(plek, ruis).map(
    ([een, teken]): Greep =>
      (tekst) =>
        tekst.slice(0, at(tekst, een)) + teken + tekst.slice(at(tekst, een)),
  ),
  fc.tuple(plek, plek).map(
    ([een, twee]): Greep =>
      (tekst) => {
        const regels = tekst.split("\n");
        const [a, b] = [een, twee].map((deel) => Math.min(regels.length - 1, Math.floor(deel * regels.length)));
        return regels
          .map((regel, index) => (index === a ? regels[b ?? 0] : index === b ? regels[a ?? 0] : regel))
          .join("\n");
      },
  ),
  oneOf("\n", " ", "@", ".", "1", "-").map(
    (weg): Greep =>
      (tekst) =>
        tekst.replace(weg, ""),
  ),
  fc.constant<Greep>((tekst) => tekst.replaceAll("\n\n", "\n")),
  fc.constant<Greep>((tekst) => tekst.replaceAll("\n", "\r\n")),
  fc.constant<Greep>((tekst) => tekst.replaceAll("\n", " ")),
);

/** A text with numbered words; `aantal` is how many. */
export interface GeroerdeTekst {
  readonly tekst: string;
  readonly aantal: number;
}

/** Invented documents, stirred. */
export const geroerdeTekst: fc.Arbitrary<GeroerdeTekst> = fc
  .tuple(
    fc.oneof(
      { arbitrary: document, weight: 4 },
      { arbitrary: gesprek, weight: 4 },
      { arbitrary: notitieboek, weight: 1 },
    ),
    fc.array(greep, { maxLength: 5 }),
  )
  .map(([tekst, grepen]) => numberWoorden(grepen.reduce((rest, doe) => doe(rest), tekst)));

function numberWoorden(sjabloon: string): GeroerdeTekst {
  let aantal = 0;
  const tekst = sjabloon.replace(/[@§]/g, (teken) => {
    aantal += 1;
    const woordje = toWoord(aantal);
    return teken === HOOFDWOORD ? woordje.replace("q", "Q") : woordje;
  });
  return { tekst, aantal };
}

// Letters only: a digit could be a note's mark.
function toWoord(getal: number): string {
  return `q${[...String(getal)].map((cijfer) => "abcdefghij"[Number(cijfer)]).join("")}z`;
}

/** The numbers of the words in a text, in its order. */
export function woordnummersIn(tekst: string): readonly number[] {
  return [...tekst.matchAll(/q([a-j]+)z/gi)].map(([, letters = ""]) =>
    Number([...letters].map((letter) => "abcdefghij".indexOf(letter)).join("")),
  );
}
