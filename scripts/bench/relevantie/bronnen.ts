/**
 * The archive in which the relevance of the search is measured: all documents of a collection, and its question lists and
 * cases brought to the same model, so that there are some thousands of pages.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { writeKamervraag } from "../../../src/markdown/schrijf.ts";
import { escapeMarkdown } from "../../../src/markdown/schrijf-tekst.ts";
import type { Kamervraag, Vraag } from "../../../src/model/kamervraag.ts";
import { jaarOfSleutel } from "../../../src/model/sleutel.ts";
import { convert } from "../../convert/omzetten.ts";

/** Of the cases every so many is taken: all would drown the documents that have a text. */
const ELKE_ZAAK = 12;

/** Writes the Markdown of the whole archive below `inhoud`. @param bronnen the folder of the collection. */
export async function writeRelevantiearchief(bronnen: string, inhoud: string): Promise<void> {
  mkdirSync(inhoud, { recursive: true });
  await convert({ bronnen: [bronnen], inhoud });
  const known = new Set(
    readdirSync(inhoud, { recursive: true }).map((path) => String(path).replace(/^.*\/|\.md$/g, "")),
  );
  for (const kamervraag of [...readLijsten(bronnen), ...readZaken(bronnen)]) {
    if (known.has(kamervraag.sleutel)) continue;
    known.add(kamervraag.sleutel);
    const file = join(inhoud, jaarOfSleutel(kamervraag.sleutel), `${kamervraag.sleutel}.md`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, writeKamervraag(kamervraag));
  }
}

/** Runs `use` with a folder that is removed afterwards. */
export async function withMap<Result>(use: (map: string) => Promise<Result>): Promise<Result> {
  const map = mkdtempSync(join(tmpdir(), "kamervragen-relevantie-"));
  try {
    return await use(map);
  } finally {
    rmSync(map, { recursive: true, force: true });
  }
}

interface Lijst {
  readonly document: string;
  readonly onderwerp: string;
  readonly datum: string;
  readonly vragen: readonly string[];
}

/** Sets of questions without their antwoorden, taken from PDF: lines broken, a heading over each, note calls in brackets. */
function readLijsten(bronnen: string): readonly Kamervraag[] {
  const lijsten = JSON.parse(readFileSync(join(bronnen, "json", "vragenlijsten.json"), "utf8")) as readonly Lijst[];
  return lijsten.map(toKamervraagVanLijst);
}

/** A question list as a Kamervraag; its key is made of the identifier that it has in the collection. */
export function toKamervraagVanLijst({ document, onderwerp, datum, vragen }: Lijst): Kamervraag {
  const regel = plain(onderwerp);
  const [, leden = "", titel = regel] =
    /^(.*?)\s+(?:over|inzake|betreffende|ten aanzien van)\s+(.*)$/.exec(regel) ?? [];
  return {
    ...leeg(`doc-${document.replaceAll("-", "").slice(0, 12)}`, titel, datum),
    indieners: ledenOf(leden).map((naam) => ({ naam })),
    blokken: vragen.map(toVraag),
  };
}

/** "Antwoord op vragen van de leden A, B en C" gives their names, without their fracties. */
function ledenOf(regel: string): readonly string[] {
  const namen = /\b(?:het lid|de leden|lid|leden)\s+(.*)$/i.exec(regel.replace(/\([^)]*\)/g, ""))?.[1] ?? "";
  return namen
    .split(/,| en /)
    .map((naam) => naam.trim())
    .filter((naam) => naam !== "");
}

function toVraag(gedrukt: string, index: number): Vraag {
  const tekst = plain(
    gedrukt
      .replace(/^[^\n]*\n/, "")
      .replaceAll("-\n", "")
      .replace(/\[[\d, ]+\]/g, ""),
  );
  return { soort: "vraag", nummers: [String(index + 1)], tekst: escapeMarkdown(tekst) };
}

interface Zaak {
  readonly nummer: string;
  readonly onderwerp: string;
  readonly datum: string;
  readonly indiener?: string;
  readonly medeindieners?: string;
  readonly gericht_aan?: string;
}

/** Cases of which no more is known than their title, days and names. */
function readZaken(bronnen: string): readonly Kamervraag[] {
  const map = join(bronnen, "json", "zaken");
  const lines = readdirSync(map)
    .sort()
    .flatMap((file) => readFileSync(join(map, file), "utf8").split("\n"))
    .filter((line) => line !== "");
  return lines
    .filter((_, index) => index % ELKE_ZAAK === 0)
    .map((line) => toKamervraagVanZaak(JSON.parse(line) as Zaak));
}

/** A case as a Kamervraag without vragen. */
export function toKamervraagVanZaak(zaak: Zaak): Kamervraag {
  const namen = [zaak.indiener, zaak.medeindieners].flatMap((lijst) => namenOf(lijst));
  return {
    ...leeg(zaak.nummer, plain(zaak.onderwerp), zaak.datum),
    vraagnummer: zaak.nummer,
    indieners: namen.map((naam) => ({ naam })),
    gerichtAan: namenOf(zaak.gericht_aan).map((naam) => ({ naam })),
  };
}

/** "Fred Teeven (F.), Mona Keijzer (M.C.G.)": names, initials behind them. */
function namenOf(lijst = ""): readonly string[] {
  return lijst
    .replace(/\([^)]*\)/g, "")
    .split(",")
    .map(plain)
    .filter((naam) => naam !== "");
}

function plain(tekst: string): string {
  return tekst.replace(/\s+/g, " ").trim();
}

function leeg(sleutel: string, titel: string, ingediend: string): Kamervraag {
  return {
    sleutel,
    kamer: "tk",
    soort: "schriftelijk",
    aliassen: [],
    titel,
    ingediend,
    status: "open",
    indieners: [],
    gerichtAan: [],
    beantwoordDoor: [],
    onderwerpen: [],
    themas: [],
    blokken: [],
    noten: [],
    mededelingen: [],
    bronnen: [
      { id: sleutel.toLowerCase(), soort: "vraag", vorm: "tekst", bestand: `${sleutel}.txt`, sha256: "0".repeat(64) },
    ],
    diagnostiek: [],
  };
}
