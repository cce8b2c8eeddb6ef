/** Invented Kamervragen, one for each state that the site must show; all names and numbers are made up and set in 2099. */
import type { Antwoord, Bron, Kamervraag, Vraag } from "../../src/model/kamervraag.ts";

const SHA = "0123456789abcdef".repeat(4);

/** One vraag. */
export function vraag(nummers: readonly string[], tekst = "Bent u bekend met de wachttijd?", kop?: string): Vraag {
  return { soort: "vraag", nummers, tekst, ...(kop ? { kop } : {}) };
}

/** One antwoord. */
export function antwoord(opVragen: readonly string[], tekst = "Ja.", rest: Partial<Antwoord> = {}): Antwoord {
  return { soort: "antwoord", opVragen, tekst, bron: "ah-tk-20982099-77", datum: "2099-11-04", ...rest };
}

/** A publication. */
export function bron(id: string, soort: Bron["soort"], rest: Partial<Bron> = {}): Bron {
  return {
    id,
    soort,
    vorm: "xml",
    bestand: `verzonnen/${id}.xml`,
    sha256: SHA,
    url: `https://example.org/${id}.html`,
    ...rest,
  };
}

/** A Kamervraag that is answered in time, unless told otherwise. */
export function kamervraag(overrides: Partial<Kamervraag> = {}): Kamervraag {
  const sleutel = overrides.sleutel ?? "2099Z00001";
  return {
    sleutel,
    vraagnummer: sleutel,
    kamer: "tk",
    soort: "schriftelijk",
    aliassen: [],
    titel: "De openingstijden van het Archief der Archieven",
    ingediend: "2099-10-18",
    beantwoord: "2099-11-04",
    status: "beantwoord",
    indieners: [{ naam: "Jan van Voorbeeld", fractie: "ABC" }],
    gerichtAan: [{ functie: "Minister van Recht en Rede" }],
    beantwoordDoor: [{ naam: "P. Papier", functie: "Minister van Recht en Rede", fractie: "DEF" }],
    onderwerpen: ["archieven", "openbaar bestuur"],
    themas: [],
    blokken: [vraag(["1"]), antwoord(["1"]), vraag(["2"], "Waarom niet?"), antwoord(["2"], "Daarom.")],
    noten: [],
    mededelingen: [],
    bronnen: [
      bron(`kv-tk-${sleutel}`, "vraag", { titel: "De openingstijden van het Archief der Archieven" }),
      bron("ah-tk-20982099-77", "antwoord", { vergaderjaar: "2098-2099", aanhangselnummer: "77" }),
    ],
    diagnostiek: [],
    ...overrides,
  };
}
