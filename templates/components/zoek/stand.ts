/** Says in one line what was searched, how many there are and as which words they were found. */
import type { Zoekopdracht, Zoekterm, Zoekuitkomst } from "../../../src/zoeken/opdracht.ts";
import type { ZoekScriptTeksten } from "../../data/zoekteksten.ts";
import { isVerfijnd } from "./adres.ts";
import { fillDelen, fillTekst, formatAantal, joinDelen, type Zinsdeel } from "./sjabloon.ts";

const FORMS_SHOWN = 6;

/** The words above the hits. */
export function describeUitkomst(
  uitkomst: Zoekuitkomst,
  opdracht: Zoekopdracht,
  teksten: ZoekScriptTeksten,
): readonly Zinsdeel[] {
  const gezocht = uitkomst.termen.filter(({ weggelaten }) => !weggelaten);
  const weg = uitkomst.termen.filter(({ weggelaten }) => weggelaten === "functiewoord");
  const ontbreekt = uitkomst.termen.filter(({ weggelaten }) => weggelaten === "ontbreekt");
  const ookAls = formsOf(gezocht.filter(({ isAlleenAls }) => !isAlleenAls));
  const alleenAls = gezocht.filter(({ isAlleenAls }) => isAlleenAls);
  const isZonderWoorden = gezocht.length === 0;
  return [
    ...ontbreekt.slice(0, 1).map(
      (): Zinsdeel => ({
        tekst: fillTekst(teksten.ontbreekt, { woorden: quoteTermen(ontbreekt, teksten) }),
        isKop: true,
      }),
    ),
    ...toKop(uitkomst, opdracht, gezocht, teksten).map((deel): Zinsdeel => ({ ...deel, isKop: true })),
    ...(ookAls.length > 0 ? fillDelen(teksten.ookAls, { woorden: toMerken(ookAls, teksten) }) : []),
    ...alleenAls.flatMap((term) =>
      fillDelen(teksten.alleenAls, {
        woord: [{ tekst: quoteAll([term.tekst], "") }],
        woorden: toMerken(formsOf([term]), teksten),
      }),
    ),
    ...(!isZonderWoorden && isVerfijnd(opdracht) ? [{ tekst: teksten.binnenKeuze }] : []),
    { tekst: "." },
    ...(uitkomst.isBovengrens ? [{ tekst: teksten.bovengrens }] : []),
    ...(uitkomst.isNieuwsteEerst && opdracht.volgorde === "relevantie" ? [{ tekst: teksten.nieuwsteEerst }] : []),
    ...(weg.length > 0 ? [{ tekst: fillTekst(teksten.nietGezocht, { woorden: quoteTermen(weg, teksten) }) }] : []),
  ];
}

/** The words above the place where hits would have been. */
export function describeNiets(
  uitkomst: Zoekuitkomst,
  opdracht: Zoekopdracht,
  teksten: ZoekScriptTeksten,
): readonly Zinsdeel[] {
  const gezocht = uitkomst.termen.filter(({ weggelaten }) => weggelaten !== "functiewoord");
  if (gezocht.length === 0) return [{ tekst: `${teksten.nietsKeuze}.`, isKop: true }];
  const woorden = joinDelen(
    gezocht.map((term) => sayTerm(term, teksten, false)),
    teksten.en,
  );
  return [
    ...fillDelen(teksten.niets, { woorden }).map((deel): Zinsdeel => ({ ...deel, isKop: true })),
    ...(isVerfijnd(opdracht) ? [{ tekst: teksten.binnenKeuze }] : []),
    { tekst: "." },
  ];
}

/** Words that no page of the archive has, as a sentence; empty when all are known. */
export function describeOnbekend(termen: readonly Zoekterm[], teksten: ZoekScriptTeksten): string {
  const onbekend = termen.filter(({ isOnbekend }) => isOnbekend).map(({ tekst }) => tekst);
  if (onbekend.length === 0) return "";
  return onbekend.length === 1
    ? fillTekst(teksten.onbekend, { woord: quoteAll(onbekend, "") })
    : fillTekst(teksten.onbekendMeer, { woorden: quoteAll(onbekend, teksten.komma) });
}

/** Words in quotation marks only: what was not found, or not searched. */
export function quoteAll(woorden: readonly string[], tussen: string): string {
  return woorden.map((woord) => `«${woord}»`).join(tussen);
}

function quoteTermen(termen: readonly Zoekterm[], { komma }: ZoekScriptTeksten): string {
  return quoteAll(
    termen.map(({ tekst }) => tekst),
    komma,
  );
}

/** A count with its noun. */
export function sayAantal(aantal: number, teksten: ZoekScriptTeksten): string {
  return aantal === 1 ? teksten.aantalEen : fillTekst(teksten.aantalMeer, { aantal: formatAantal(aantal) });
}

function toKop(
  { aantal, isBovengrens }: Zoekuitkomst,
  opdracht: Zoekopdracht,
  gezocht: readonly Zoekterm[],
  teksten: ZoekScriptTeksten,
): readonly Zinsdeel[] {
  const isEen = aantal === 1;
  const getal = [{ tekst: formatAantal(aantal) }];
  if (gezocht.length === 0) {
    const zin = isVerfijnd(opdracht)
      ? isEen
        ? teksten.eenKeuze
        : teksten.keuze
      : isEen
        ? teksten.eenAlles
        : teksten.alles;
    return fillDelen(zin, { aantal: getal });
  }
  const mee = gezocht.filter(({ soort }) => soort !== "niet");
  const zonder = gezocht.filter(({ soort }) => soort === "niet").map((term) => sayTerm(term, teksten, true));
  const woorden = joinDelen(
    mee.map((term) => sayTerm(term, teksten, true)),
    teksten.en,
  );
  const afval = joinDelen(zonder, teksten.komma);
  if (mee.length === 0)
    return fillDelen(isEen ? teksten.eenBehalve : teksten.behalve, { aantal: getal, woorden: afval });
  const zin = isBovengrens ? teksten.hoogstensTreffers : isEen ? teksten.eenTreffer : teksten.treffers;
  return fillDelen(zin, {
    aantal: getal,
    woorden: zonder.length > 0 ? [...woorden, { tekst: teksten.komma }, ...afval] : woorden,
  });
}

function sayTerm({ tekst, soort }: Zoekterm, teksten: ZoekScriptTeksten, isGevonden: boolean): readonly Zinsdeel[] {
  if (soort === "niet") return fillDelen(teksten.zonder, { woord: [{ tekst: quoteAll([tekst], "") }] });
  if (!isGevonden) return [{ tekst: quoteAll([tekst], "") }];
  if (soort === "zin") return [{ tekst: "“" }, toMerk(tekst)[0] ?? { tekst }, { tekst: "”" }];
  return toMerk(tekst);
}

// The forms of each word in turn, so that one word with many forms does not hide those of the others.
function formsOf(termen: readonly Zoekterm[]): readonly string[] {
  const vormen = new Set<string>();
  const gevraagd = new Set(termen.map(({ tekst }) => tekst.toLowerCase()));
  for (let rang = 0; rang < FORMS_SHOWN; rang += 1) {
    for (const { ookAls, soort } of termen) {
      const vorm = soort === "niet" ? undefined : ookAls[rang];
      if (vorm !== undefined && !gevraagd.has(vorm) && vormen.size < FORMS_SHOWN) vormen.add(vorm);
    }
  }
  return [...vormen];
}

function toMerken(woorden: readonly string[], { komma }: ZoekScriptTeksten): readonly Zinsdeel[] {
  return joinDelen(woorden.map(toMerk), komma);
}

function toMerk(tekst: string): readonly Zinsdeel[] {
  return [{ tekst, isMerk: true }];
}
