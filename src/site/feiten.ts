/** The facts of the case, as the ledger at the head of the page shows them. */
import { teksten } from "../../templates/data/teksten.ts";
import { daysBetween, formatDatum } from "../model/datum.ts";
import type { Adressaat, Beantwoorder, Datum, Indiener, Kamervraag } from "../model/kamervraag.ts";
import { bewindspersoonNaam, pathOfLijst } from "./adres.ts";
import { toWijzeFeit } from "./antwoordwijze.ts";

/** A piece of a fact: words, a link, or a date. */
export interface Feitdeel {
  readonly tekst: string;
  readonly href?: string;
  readonly datum?: Datum;
}

export interface Feit {
  readonly label: string;
  /** Over which column it stands: that of the vraag or of the antwoord, or in a place of its own. */
  readonly plaats: "vraag" | "antwoord" | "onderwerpen";
  /** One for each person, document or topic. */
  readonly waarden: readonly (readonly Feitdeel[])[];
  readonly isLijst?: boolean;
  /** Whether the names in it are to be found by searching. */
  readonly isVindbaar?: boolean;
  /** The archive's word for what the sources do not tell. */
  readonly isLeeg?: boolean;
}

/**
 * Lists the facts in the order of the ledger: those of the vraag left, those of the antwoord right. The notices stand in the
 * course of the case (verloop.ts), not here as well.
 */
export function toFeiten(kamervraag: Kamervraag, peildatum: Datum, wortel: string): readonly Feit[] {
  const { feiten } = teksten;
  const { indieners, gerichtAan, beantwoordDoor, onderwerpen } = kamervraag;
  const wijzen = toWijzeFeit(kamervraag);
  return [
    toIngediend(kamervraag),
    toBeantwoord(kamervraag, peildatum),
    {
      label: indieners.length > 1 ? feiten.indieners : feiten.indiener,
      plaats: "vraag",
      isVindbaar: true,
      ...(indieners.length > 0
        ? { waarden: indieners.map((indiener) => toIndiener(indiener, wortel)) }
        : { waarden: [[{ tekst: feiten.geenNaam }]], isLeeg: true }),
    },
    ...(beantwoordDoor.length > 0
      ? [
          {
            label: feiten.beantwoordDoor,
            plaats: "antwoord" as const,
            isVindbaar: true,
            waarden: beantwoordDoor.map((persoon) => toBeantwoorder(persoon, wortel)),
          },
        ]
      : []),
    ...(gerichtAan.length > 0
      ? [
          {
            label: feiten.gerichtAan,
            plaats: beantwoordDoor.length > 0 ? ("vraag" as const) : ("antwoord" as const),
            isVindbaar: true,
            waarden: gerichtAan.map((adressaat) => toAdressaat(adressaat, wortel)),
          },
        ]
      : []),
    ...toBronfeiten(kamervraag),
    ...(wijzen ? [wijzen] : []),
    {
      label: feiten.onderwerpen,
      plaats: "onderwerpen",
      isVindbaar: true,
      ...(onderwerpen.length > 0
        ? {
            isLijst: true,
            waarden: onderwerpen.map((tekst) => [{ tekst, href: wortel + pathOfLijst("onderwerp", tekst) }]),
          }
        : { waarden: [[{ tekst: feiten.geenOnderwerpen }]], isLeeg: true }),
    },
  ];
}

function toIngediend({ ingediend }: Kamervraag): Feit {
  const base = { label: teksten.feiten.ingediend, plaats: "vraag" as const };
  return ingediend
    ? { ...base, waarden: [[toDatumdeel(ingediend)]] }
    : { ...base, waarden: [[{ tekst: teksten.feiten.geenDatum }]], isLeeg: true };
}

function toBeantwoord({ status, ingediend, beantwoord }: Kamervraag, peildatum: Datum): Feit {
  const { feiten } = teksten;
  const base = { label: feiten.beantwoord, plaats: "antwoord" as const };
  const leeg = (tekst: string): Feit => ({ ...base, waarden: [[{ tekst }]], isLeeg: true });
  if (beantwoord) {
    const dagen = ingediend ? daysBetween(ingediend, beantwoord) : -1;
    return { ...base, waarden: [[toDatumdeel(beantwoord), ...(dagen >= 0 ? [{ tekst: feiten.na(dagen) }] : [])]] };
  }
  if (status === "beantwoord") return leeg(feiten.zonderDatum);
  if (status === "per-brief") return leeg(feiten.perBrief);
  if (status === "ingetrokken") return leeg(feiten.nietMeer);
  const isDeels = status === "deels-beantwoord";
  if (!ingediend) return leeg(isDeels ? feiten.nogNietAllesZonderDagen : feiten.nogNietZonderDagen);
  if (ingediend > peildatum) return leeg(feiten.nogNietLater(formatDatum(peildatum)));
  const dagen = daysBetween(ingediend, peildatum);
  return leeg((isDeels ? feiten.nogNietAlles : feiten.nogNiet)(dagen, formatDatum(peildatum)));
}

function toIndiener({ naam, fractie }: Indiener, wortel: string): readonly Feitdeel[] {
  return [{ tekst: naam, href: wortel + pathOfLijst("indiener", naam) }, ...toFractie(fractie, wortel)];
}

function toFractie(fractie: string | undefined, wortel: string): readonly Feitdeel[] {
  if (!fractie) return [];
  return [{ tekst: " (" }, { tekst: fractie, href: wortel + pathOfLijst("fractie", fractie) }, { tekst: ")" }];
}

function toBeantwoorder(persoon: Beantwoorder, wortel: string): readonly Feitdeel[] {
  return [
    ...(persoon.medeNamens ? [{ tekst: teksten.feiten.medeNamens }] : []),
    ...toAdressaat(persoon, wortel),
    ...toFractie(persoon.fractie, wortel),
  ];
}

function toAdressaat(persoon: Adressaat, wortel: string): readonly Feitdeel[] {
  const naam = bewindspersoonNaam(persoon);
  if (!naam) return [{ tekst: teksten.feiten.geenNaam }];
  const functie = persoon.naam && persoon.functie ? [{ tekst: ` (${persoon.functie})` }] : [];
  return [{ tekst: naam, href: wortel + pathOfLijst("bewindspersoon", naam) }, ...functie];
}

function toBronfeiten({ bronnen, status }: Kamervraag): readonly Feit[] {
  const { feiten } = teksten;
  const shown = bronnen.filter(({ vervangenDoor }) => !vervangenDoor);
  const feitOf = (soort: (typeof shown)[number]["soort"]): Feit | undefined => {
    const waarden = shown
      .filter((bron) => bron.soort === soort)
      .map(({ id, url }) => [url ? { tekst: id, href: url } : { tekst: id }]);
    const plaats = soort === "vraag" ? ("vraag" as const) : ("antwoord" as const);
    return waarden.length > 0 ? { label: feiten.bron[soort], plaats, isVindbaar: true, waarden } : undefined;
  };
  const missing = (soort: "vraag" | "antwoord", tekst: string): Feit => ({
    label: feiten.bron[soort],
    plaats: soort,
    waarden: [[{ tekst }]],
    isLeeg: true,
  });
  const isOpen = status === "open" || status === "uitgesteld";
  return [
    feitOf("vraag") ?? missing("vraag", feiten.geenBronVraag),
    feitOf("antwoord") ?? (isOpen ? missing("antwoord", feiten.geenBronAntwoord) : undefined),
    feitOf("nader-antwoord"),
    feitOf("mededeling"),
    feitOf("overig"),
  ].filter((feit) => feit !== undefined);
}

function toDatumdeel(datum: Datum): Feitdeel {
  return { tekst: formatDatum(datum), datum };
}
