/**
 * A synthetic archive for measurements: as many Kamervragen as asked, with lengths and numbers of vragen as in the real
 * archive. Every name, number and text is invented and set in 2060 to 2095; the same seed gives the same values.
 */
import { addDays } from "../model/datum.ts";
import type {
  Antwoord,
  Blok,
  Bron,
  BronSoort,
  Datum,
  Indiener,
  Kamervraag,
  Mededeling,
  Noot,
  Vraag,
} from "../model/kamervraag.ts";
import { beantwoordOp, statusOf } from "../model/status.ts";
import { drawAlinea, drawTabel, drawTitel, drawVraagzin } from "./teksten.ts";
import { createToeval, deviationOf, drawFrom, drawInteger, drawNormal, isDrawn, type Toeval } from "./toeval.ts";
import { drawThema, type Thema } from "./woorden.ts";

export interface ArchiefOptions {
  /** How many Kamervragen. */
  readonly aantal: number;
  readonly seed?: number;
}

const FIRST_JAAR = 2060;
const JAREN = 36;

/** A sample of real documents has 900 words and 8 vragen (median), 2,500 and 20 (95th percentile). */
// The median of what is drawn lies higher: a document without antwoord stays below its draw.
const WORDS = { median: 1000, percentile95: 2550 };
const VRAGEN = { median: 8, percentile95: 20 };
/** Long documents have more vragen, but not in proportion. */
const CORRELATION = 0.75;

/** Yields the Kamervragen one by one, oldest first, so that an archive of any size needs no memory. */
export function* generateArchief({ aantal, seed = 1 }: ArchiefOptions): Generator<Kamervraag> {
  const perJaar = Math.max(1, Math.ceil(aantal / JAREN));
  for (let volgnummer = 0; volgnummer < aantal; volgnummer += 1) {
    const jaar = FIRST_JAAR + Math.floor(volgnummer / perJaar);
    const nummer = String((volgnummer % perJaar) + 1).padStart(5, "0");
    const dag = Math.floor(((volgnummer % perJaar) / perJaar) * 365);
    yield generateKamervraag(createToeval(seed, volgnummer), `${jaar}Z${nummer}`, addDays(`${jaar}-01-01`, dag));
  }
}

/** One Kamervraag, submitted on a day. */
export function generateKamervraag(toeval: Toeval, vraagnummer: string, ingediend: Datum): Kamervraag {
  const thema = drawThema(toeval);
  const ministerie = drawFrom(toeval, MINISTERIES);
  const lot = drawLot(toeval);
  const antwoordOp = addDays(ingediend, drawInteger(toeval, 7, 60));
  const gesprek = drawGesprek(toeval, thema, lot, { bron: antwoordBron(vraagnummer), datum: antwoordOp });
  const mededelingen = drawMededelingen(toeval, thema, lot, addDays(ingediend, drawInteger(toeval, 14, 21)));
  const onderwerpen = [...new Set([drawFrom(toeval, ONDERWERPEN), drawFrom(toeval, ONDERWERPEN)])].sort();
  const beantwoord = beantwoordOp(gesprek.blokken);
  return {
    sleutel: vraagnummer,
    vraagnummer,
    kamer: "tk",
    soort: "schriftelijk",
    aliassen: [],
    titel: drawTitel(toeval, thema),
    ingediend,
    ...(beantwoord ? { beantwoord } : {}),
    status: statusOf(gesprek.blokken, mededelingen),
    indieners: drawIndieners(toeval),
    gerichtAan: [{ functie: `Minister van ${ministerie}` }],
    beantwoordDoor: beantwoord ? [{ naam: drawNaam(toeval), functie: `Minister van ${ministerie}` }] : [],
    onderwerpen,
    themas: [],
    blokken: gesprek.blokken,
    noten: gesprek.noten,
    mededelingen,
    bronnen: [
      drawBron(toeval, `kv-tk-${vraagnummer}`, "vraag", ingediend),
      ...(beantwoord ? [drawBron(toeval, antwoordBron(vraagnummer), "antwoord", beantwoord)] : []),
    ],
    diagnostiek: [],
  };
}

/** What becomes of it: the shares of the real archive, roughly. */
type Lot = "beantwoord" | "open" | "uitgesteld" | "ingetrokken" | "per-brief";

function drawLot(toeval: Toeval): Lot {
  const chance = toeval();
  if (chance < 0.85) return "beantwoord";
  if (chance < 0.91) return "open";
  if (chance < 0.96) return "uitgesteld";
  return chance < 0.98 ? "ingetrokken" : "per-brief";
}

/** The publication that the antwoorden stand in. */
type Publicatie = Required<Pick<Antwoord, "bron" | "datum">>;

function antwoordBron(vraagnummer: string): string {
  return `ah-${vraagnummer.replace("Z", "")}`;
}

function drawBron(toeval: Toeval, id: string, soort: BronSoort, datum: Datum): Bron {
  const sha256 = Array.from({ length: 64 }, () => drawInteger(toeval, 0, 15).toString(16)).join("");
  return { id, soort, vorm: "tekst", datum, bestand: `synthetisch/${id}.txt`, sha256 };
}

interface Gesprek {
  readonly blokken: readonly Blok[];
  readonly noten: readonly Noot[];
}

function drawGesprek(toeval: Toeval, thema: Thema, lot: Lot, publicatie: Publicatie): Gesprek {
  const { words, vragen: aantal } = drawSizes(toeval);
  const vragen: Vraag[] = Array.from({ length: aantal }, (_, index) => ({
    soort: "vraag",
    nummers: [String(index + 1)],
    tekst: drawVraagzin(toeval, thema, drawInteger(toeval, 12, 40)),
  }));
  const first = vragen[0];
  // The first vraag cites a report, with a note: as most do.
  const noten: Noot[] = [{ bereik: "vraag", anker: "v1", nummer: "1", tekst: drawTitel(toeval, thema) }];
  if (first) vragen[0] = { ...first, tekst: `${first.tekst}[^v1]` };
  if (lot !== "beantwoord") return { blokken: vragen, noten };
  const used = vragen.reduce((sum, { tekst }) => sum + tekst.split(" ").length, 0);
  const antwoorden = drawAntwoorden(toeval, thema, aantal, Math.max(60, words - used), publicatie);
  if (isDrawn(toeval, 0.4)) noten.push(addNoot(antwoorden, drawTitel(toeval, thema)));
  return { blokken: interleave(vragen, antwoorden), noten };
}

function drawSizes(toeval: Toeval): { readonly words: number; readonly vragen: number } {
  const shared = drawNormal(toeval);
  const own = CORRELATION * shared + Math.sqrt(1 - CORRELATION ** 2) * drawNormal(toeval);
  const words = WORDS.median * Math.exp(deviationOf(WORDS.median, WORDS.percentile95) * shared);
  const vragen = VRAGEN.median * Math.exp(deviationOf(VRAGEN.median, VRAGEN.percentile95) * own);
  return { words: Math.round(words), vragen: Math.min(128, Math.max(1, Math.round(vragen))) };
}

/** Antwoorden that share the words between them; in 37 % of the documents some answer several vragen at once. */
function drawAntwoorden(
  toeval: Toeval,
  thema: Thema,
  vragen: number,
  words: number,
  publicatie: Publicatie,
): Antwoord[] {
  const isGrouped = isDrawn(toeval, 0.37);
  const antwoorden: Antwoord[] = [];
  for (let nummer = 1; nummer <= vragen; ) {
    const size = isGrouped && isDrawn(toeval, 0.4) ? Math.min(drawInteger(toeval, 2, 4), vragen - nummer + 1) : 1;
    const opVragen = Array.from({ length: size }, (_, index) => String(nummer + index));
    const share = Math.round((words / vragen) * size * (0.4 + toeval() * 1.2));
    antwoorden.push({ soort: "antwoord", opVragen, tekst: drawAlinea(toeval, thema, share), ...publicatie });
    nummer += size;
  }
  const last = antwoorden.at(-1);
  if (last && isDrawn(toeval, 0.06)) {
    antwoorden[antwoorden.length - 1] = { ...last, tekst: `${last.tekst}\n\n${drawTabel(toeval, thema)}` };
  }
  return antwoorden;
}

function addNoot(antwoorden: Antwoord[], tekst: string): Noot {
  const first = antwoorden[0];
  if (first) antwoorden[0] = { ...first, tekst: first.tekst.replace(/\.(?=\n|$)/, ".[^a1]") };
  return { bereik: "antwoord", anker: "a1", nummer: "1", tekst };
}

/** Each antwoord after the last vraag it answers. */
function interleave(vragen: readonly Vraag[], antwoorden: readonly Antwoord[]): readonly Blok[] {
  return vragen.flatMap((vraag): readonly Blok[] => [
    vraag,
    ...antwoorden.filter(({ opVragen }) => opVragen.at(-1) === vraag.nummers[0]),
  ]);
}

function drawMededelingen(toeval: Toeval, thema: Thema, lot: Lot, datum: Datum): readonly Mededeling[] {
  const soorten: Readonly<Record<Lot, readonly Mededeling["soort"][]>> = {
    beantwoord: isDrawn(toeval, 0.3) ? ["uitstel"] : [],
    open: [],
    uitgesteld: ["uitstel"],
    ingetrokken: ["ingetrokken"],
    "per-brief": ["per-brief"],
  };
  return soorten[lot].map((soort) => ({ datum, soort, tekst: drawAlinea(toeval, thema, 30) }));
}

function drawIndieners(toeval: Toeval): readonly Indiener[] {
  const count = isDrawn(toeval, 0.8) ? 1 : drawInteger(toeval, 2, 4);
  return Array.from({ length: count }, () => ({ naam: drawNaam(toeval), fractie: drawFrom(toeval, FRACTIES) }));
}

function drawNaam(toeval: Toeval): string {
  const voorletter = drawFrom(toeval, ["A", "B", "D", "E", "J", "L", "M", "N", "R", "S", "V", "W"]);
  return `${voorletter}. ${drawFrom(toeval, NAAMBEGIN)}${drawFrom(toeval, NAAMEIND)}`;
}

// Names that nobody can take for a person's, a party's or a ministry's.
const NAAMBEGIN = ["Voorbeeld", "Verzon", "Denkbeeld", "Schijn", "Proef", "Namaak", "Bedacht", "Vermeend"] as const;
const NAAMEIND = ["sma", "stra", "mans", "inga", "veld", "dijk", "zoon", "huizen"] as const;
const FRACTIES = ["Fractie A", "Fractie B", "Fractie C", "Fractie D", "Fractie E", "Fractie F", "Fractie G"] as const;
const MINISTERIES = [
  "Wind en Water",
  "Stad en Streek",
  "Dijken en Duinen",
  "Licht en Lucht",
  "Wegen en Wolken",
  "Tij en Termijn",
] as const;
const ONDERWERPEN = ["bruggen", "duinen", "kaden", "lantaarns", "sluizen", "veren", "vuurtorens", "windvanen"] as const;
