/** What the facets of the search page know of a Kamervraag: the same values as the lists have. */
import { teksten } from "../../templates/data/teksten.ts";
import { addDays } from "../model/datum.ts";
import type { Datum } from "../model/kamervraag.ts";
import { jaarOfSleutel } from "../model/sleutel.ts";
import { BELEIDSAGENDA } from "../model/thema.ts";
import type { Facetrij, Rijwaarde } from "../zoeken/facetten/rij.ts";
import { slugOf } from "./adres.ts";
import { namenOf, type Registerpost, standOf } from "./register.ts";
import { toStaatView } from "./staat.ts";

/** Shapes the row of one Kamervraag; its state is that of `peildatum`. */
export function toFacetrij(post: Registerpost, peildatum: Datum): Facetrij {
  const { staat, dagen } = standOf(post, peildatum);
  const vergaderjaar = post.ingediend && vergaderjaarOf(post.ingediend);
  const jaar = post.ingediend?.slice(0, 4) ?? jaarOfSleutel(post.sleutel);
  const lijst = (soort: "fractie" | "indiener" | "bewindspersoon") => namenOf(post, soort, peildatum).map(toWaarde);
  return {
    ...(post.ingediend ? { ingediend: post.ingediend } : {}),
    ...(post.beantwoord && dagen !== undefined ? { antwoorddagen: dagen } : {}),
    waarden: {
      staat: [{ waarde: staat, naam: toStaatView(post, peildatum).woord }],
      jaar: [{ waarde: jaar, naam: jaar === "onbekend" ? teksten.register.onbekend : jaar }],
      ...(vergaderjaar ? { vergaderjaar: [{ waarde: vergaderjaar, naam: vergaderjaar.replace("-", "\u2013") }] } : {}),
      fractie: lijst("fractie"),
      indiener: lijst("indiener"),
      ministerie: [...post.gerichtAan, ...post.beantwoordDoor].flatMap(({ functie }) => {
        const naam = functie && findMinisterie(functie);
        return naam ? [toWaarde(naam)] : [];
      }),
      bewindspersoon: lijst("bewindspersoon"),
      onderwerp: toOnderwerpen(post.onderwerpen),
    },
  };
}

function toWaarde(naam: string): Rijwaarde {
  return { waarde: slugOf(naam), naam };
}

/** The vergaderjaar on a day: it begins on the third Tuesday of September. */
function vergaderjaarOf(datum: Datum): string {
  const jaar = Number(datum.slice(0, 4));
  const eerste = `${jaar}-09-01`;
  const weekdag = new Date(`${eerste}T00:00:00Z`).getUTCDay();
  const begin = addDays(eerste, ((DINSDAG - weekdag + 7) % 7) + 14);
  return datum >= begin ? `${jaar}-${jaar + 1}` : `${jaar - 1}-${jaar}`;
}

const DINSDAG = 2;

/**
 * What a bewindspersoon is of: "Minister van Justitie en Veiligheid" gives "Justitie en Veiligheid". One "voor" something has no
 * ministry of its own, and is kept as stated.
 */
function findMinisterie(functie: string): string | undefined {
  return /^(?:minister|staatssecretaris)\s+(?:van|voor)\s+(\S.*)$/i.exec(functie.trim())?.[1];
}

/** Main themes by the name of a theme below them, in lower case; none where several have one of that name. */
const HOOFDTHEMAS: ReadonlyMap<string, string> = toHoofdthemas();

function toHoofdthemas(): ReadonlyMap<string, string> {
  const gevonden = new Map<string, string>();
  const dubbel = new Set<string>();
  for (const [hoofd, subs] of Object.entries(BELEIDSAGENDA)) {
    for (const sub of subs.map((naam) => naam.toLowerCase())) {
      if (gevonden.has(sub)) dubbel.add(sub);
      gevonden.set(sub, hoofd.toLowerCase());
    }
  }
  for (const naam of dubbel) gevonden.delete(naam);
  return gevonden;
}

// A theme and its main theme are both values, so that choosing the main theme finds all below it.
function toOnderwerpen(onderwerpen: readonly string[]): readonly Rijwaarde[] {
  return onderwerpen.flatMap((naam) => {
    const hoofd = HOOFDTHEMAS.get(naam.toLowerCase());
    if (hoofd === undefined) return [toWaarde(naam)];
    return [{ ...toWaarde(naam), onder: slugOf(hoofd) }, toWaarde(hoofd)];
  });
}
