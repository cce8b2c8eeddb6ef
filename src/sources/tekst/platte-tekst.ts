/**
 * Reads plain text that someone took out of a PDF or a Word file, and Markdown that a converter made of a PDF: what it is, is
 * seen from the text itself.
 * @see docs/formats/tekstvormen.md
 */
import type { Diagnostiek } from "../../model/kamervraag.ts";
import type { Stuk } from "../gelezen.ts";
import { element, noot, type Opmaak } from "../opmaak.ts";
import { findKop, isHeleKopregel, isKopdeel, isKopregel } from "../structuur/koppen.ts";
import type { XmlElement, XmlKnoop } from "../xml-boom.ts";
import { type Alinea, joinRegels, type Regelval } from "./alineas.ts";
import { isMarkdown, withoutOpmaaktekens } from "./opmaaktekens.ts";
import { splitPaginas } from "./paginawerk.ts";
import { type Regel, splitRegels } from "./regels.ts";
import {
  findEindnoten,
  findOngenummerdeNoten,
  findVoetnoten,
  type GevondenNoot,
  type Nootplaats,
  type Pagina,
} from "./voetnoten.ts";
import { isVraagEnAntwoord, readVraagEnAntwoord } from "./vraag-en-antwoord.ts";

/** Brings a plain text down to paragraphs with their notes. */
export function readPlatteTekst(tekst: string): Opmaak {
  const tekens = tekst.replace(/\s+/g, "").length;
  const ruw = splitRegels(tekst.replace(/[\uFDD0\uFDD1]/g, "\uFFFD"));
  if (isVraagEnAntwoord(ruw)) return { ...readVraagEnAntwoord(ruw), tekens };
  const werk = isMarkdown(ruw) ? withoutOpmaaktekens(ruw) : { regels: ruw, stukken: [] };
  const { paginas, stukken, id, isGepagineerd } = splitPaginas(werk.regels);
  const isGezet = isGepagineerd || werk.stukken.length > 0 || HEEFT_KOP.test(tekst.slice(0, 2000));
  const gelezen = new Tekstopmaak(isGezet ? findVoetnoten(paginas) : readEindnoten(paginas), isGezet).read();
  return {
    vorm: "tekst",
    blokken: gelezen.blokken,
    stukken: [...werk.stukken, ...stukken, ...gelezen.stukken],
    tekens,
    diagnostiek: gelezen.diagnostiek,
    ...(id ? { id } : {}),
  };
}

/** The head of an official publication: the text of a PDF, also when it is one page without a footer. */
const HEEFT_KOP = /^\s*(?:Tweede|Eerste)\s+Kamer\s+der\s+Staten-Generaal\s*[12]?\s*\n\s*(?:[12]\s*\n\s*)?Vergaderjaar/;

function readEindnoten(paginas: readonly (readonly Regel[])[]): readonly Pagina[] {
  const regels = paginas.flat();
  return [findEindnoten(regels) ?? findOngenummerdeNoten(regels) ?? { regels, noten: [], merken: [] }];
}

class Tekstopmaak {
  readonly #paginas: readonly Pagina[];
  readonly #isGezet: boolean;
  readonly #stukken: Stuk[] = [];
  readonly #diagnostiek: Diagnostiek[] = [];
  /** The notes that are called, by the number between the signs that stand in the text for their call. */
  readonly #noten: { readonly noot: GevondenNoot; readonly merk: string }[] = [];
  /** The notes that were called, with the identifier they got. */
  readonly #geroepen = new Map<GevondenNoot, string>();

  constructor(paginas: readonly Pagina[], isGezet: boolean) {
    this.#paginas = paginas;
    this.#isGezet = isGezet;
  }

  read() {
    const regels = this.#paginas.flatMap((pagina) => this.#withTekens(pagina));
    const eersteKop = regels.findIndex(({ tekst }) => findKop(tekst) !== undefined);
    const kop = eersteKop === -1 ? regels : regels.slice(0, eersteKop);
    const rest = eersteKop === -1 ? [] : regels.slice(eersteKop);
    const alineas = [
      ...this.#join(kop, "witregels", true),
      ...this.#join(rest, this.#isGezet ? "zetspiegel" : "alinea"),
    ];
    const blokken = alineas.map((alinea) => this.#toBlok(alinea));
    const ongeroepen = this.#paginas.flatMap(({ noten }) => noten.filter((one) => !this.#geroepen.has(one)));
    for (const { nummer } of ongeroepen)
      this.#diagnostiek.push({ code: "noot-zonder-merk", ernst: "waarschuwing", plaats: "kop", gevonden: nummer });
    return {
      blokken: [...blokken, ...ongeroepen.map((one, index) => this.#toNoot(one, `los-${index + 1}`))],
      stukken: this.#stukken,
      diagnostiek: this.#diagnostiek,
    };
  }

  #join(regels: readonly Regel[], regelval: Regelval, isKop = false): readonly Alinea[] {
    const { alineas, stukken } = joinRegels(regels, isKop && !this.#isGezet ? "alinea" : regelval, {
      opent: (tekst) => isKopregel(tekst) || (isKop && isKopdeel(tekst)),
      isHeel: (tekst) => isKopregel(tekst) || (isKop && isHeleKopregel(tekst)),
      // A title ends with its date; what follows is no part of it.
      ...(isKop ? { isAf: (einde: string) => TITELEINDE.test(einde.slice(-200)) } : {}),
    });
    for (const stuk of stukken) this.#stukken.push(stuk);
    return alineas;
  }

  // A mark is replaced by a sign of its own, so that it stays in its place when lines are joined.
  #withTekens({ regels, noten, merken }: Pagina): readonly Regel[] {
    const perNummer = new Map(noten.map((one) => [one.nummer, one]));
    // The marks come in reading order.
    const perRegel = new Map<number, Nootplaats[]>();
    for (const merk of merken) {
      const own = perRegel.get(merk.regel);
      if (own) own.push(merk);
      else perRegel.set(merk.regel, [merk]);
    }
    return regels.map((regel, index) => {
      const own = perRegel.get(index);
      if (!own) return regel;
      const delen: string[] = [];
      let from = 0;
      for (const { van, tot, nummer } of own) {
        const found = perNummer.get(nummer);
        if (!found) continue;
        this.#noten.push({ noot: found, merk: regel.tekst.slice(van, tot) });
        delen.push(regel.tekst.slice(from, van).trimEnd(), `${TEKEN_OPEN}${this.#noten.length - 1}${TEKEN_DICHT}`);
        // "gesproken. 3Toekomstige": the text has lost the blank behind the figure.
        if (/^\p{Lu}\p{Ll}/u.test(regel.tekst.slice(tot, tot + 2))) delen.push(" ");
        from = tot;
      }
      return { ...regel, tekst: this.#withoutHaken(delen.join("") + regel.tekst.slice(from)) };
    });
  }

  // "[4 5 ]" in a Markdown conversion: around marks the brackets say nothing more.
  #withoutHaken(tekst: string): string {
    return tekst.replace(/\[((?:\uFDD0\d+\uFDD1\s?)+)\]/g, (_, merken: string) => {
      this.#stukken.push({ tekst: "[]", regel: "opmaakteken" });
      return merken.trimEnd();
    });
  }

  #toBlok({ tekst, regel }: Alinea): XmlElement {
    const kinderen = tekst.split(TEKEN).flatMap((deel, index): readonly XmlKnoop[] => {
      if (index % 2 === 0) return deel === "" ? [] : [deel];
      const found = this.#noten[Number(deel)];
      if (!found) return [];
      this.#stukken.push({ tekst: found.merk, regel: "feit:nootnummer" });
      const eerder = this.#geroepen.get(found.noot);
      if (eerder !== undefined) return [element("nootref", [], { attributen: { refid: eerder } })];
      const id = `t${this.#geroepen.size + 1}`;
      this.#geroepen.set(found.noot, id);
      return [this.#toNoot(found.noot, id)];
    });
    return element("al", kinderen, { regel });
  }

  #toNoot({ label, nummer, regels }: GevondenNoot, id: string): XmlElement {
    const { alineas, stukken } = joinRegels(regels, this.#isGezet ? "witregels" : "alinea");
    for (const stuk of stukken) this.#stukken.push(stuk);
    return noot(
      label,
      alineas.map(({ tekst }) => [tekst]),
      id,
      nummer,
    );
  }
}

const TITELEINDE = /\((?:ingezonden|ontvangen)\s[^()]{0,60}\)\.?$|\bZie\s*ook\s[^()]{0,120}\bnr\.\s?\d+\.$/i;

/** Signs that no text may contain (noncharacters): the place of a note call while lines are joined. */
const TEKEN_OPEN = "\uFDD0";
const TEKEN_DICHT = "\uFDD1";
const TEKEN = /\uFDD0(\d+)\uFDD1/;
