/**
 * Reads the text of a Kamervraag page of openkamer.org: the question and the answer of one case, with the question's notes.
 * It comes back as two documents, as the page was made from two publications.
 * @see docs/formats/openkamer.md
 */

import { eigenKop, NUMMERREEKS, parseNummers } from "../markdown/koppen.ts";
import { toNoot } from "../markdown/noten.ts";
import { escapeMarkdown, tekstToMarkdown } from "../markdown/schrijf-tekst.ts";
import { findDatum } from "../model/datum.ts";
import type { Beantwoorder, Datum, Diagnostiek, Indiener } from "../model/kamervraag.ts";
import { findPublicatie, normalizeVraagnummer } from "../model/sleutel.ts";
import { alinea, type Nootmerk, type Tekst, tekst } from "../model/tekst.ts";
import { splitOnderwerpen, themasOf } from "../model/thema.ts";
import type { Bronbestand, GelezenBlok, GelezenDocument, GelezenNoot, Stuk } from "./gelezen.ts";
import { soortOfMededeling } from "./mededeling.ts";
import { findNootmerken } from "./nootmerk-in-tekst.ts";
import { foldSpace } from "./xml-boom.ts";

// All of these look at a line without the white space around it.
const EERSTE_REGEL = /^Kamervraag\s+(\d{4}\s*Z\s*\d+[a-z]?(?=\s|$)|\S+)\s*(.*)$/i;
const LABELS = [
  "Ingediend",
  "Beantwoord door",
  "Beantwoord",
  "Indieners",
  "Indiener",
  "Onderwerpen",
  "Bron vraag",
  "Bron antwoord",
] as const;
type Label = (typeof LABELS)[number];
/** A bullet, the heading, and a colon or full stop behind it. A line that says more is text. */
const VRAAGKOP = new RegExp(String.raw`^([•*·–-]?\s*)(vra(?:ag|gen)\s+${NUMMERREEKS})\s*([:.]?)$`, "i");
const MEDEDELINGKOP = /^([•*·–-]?\s*Mededeling)(\s*[-–]\s*)?(.*)$/;
/** A browser copies a soft line end as one of the last two. */
const REGELEINDE = /[\n\u2028\u2029]/;
const VOETREGEL = /^(Kamervraag document nummer|Kamerantwoord document nummer|Volledige titel)\s*:\s*(.*)$/;
const NOOTREGEL = /^(\d{1,3})\.\s+(.*)$/;

/** Whether a text is the page of a Kamervraag: its first line names it and the facts follow. */
export function isOpenkamer(text: string): boolean {
  const lines = text
    .slice(0, 20_000)
    .split(REGELEINDE, 40)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return EERSTE_REGEL.test(lines[0] ?? "") && lines.some((line) => /^(?:Ingediend|Bron vraag)(?:[\s:]|$)/.test(line));
}

/** Reads the page. The second document, the answer, is absent while there is none. */
export function readOpenkamer(bron: Bronbestand): readonly GelezenDocument[] {
  const page = readPage(bron.tekst);
  const kvId =
    page.kvId ??
    publicatieOf(page.feiten.get("Bron vraag"), "kv") ??
    (page.vraagnummer ? `kv-tk-${page.vraagnummer}` : undefined);
  const ahId = page.ahId ?? publicatieOf(page.feiten.get("Bron antwoord"), "ah");
  const texts = readConversation(page);
  const ingediend = page.feiten.has("Ingediend") ? findDatum(page.feiten.get("Ingediend") ?? "") : undefined;
  const ontvangen = page.feiten.has("Beantwoord") ? findDatum(page.feiten.get("Beantwoord") ?? "") : undefined;
  const onderwerpen = splitOnderwerpen(page.feiten.get("Onderwerpen") ?? "");
  const shared = {
    bestand: bron.bestand,
    sha256: bron.sha256,
    vorm: "openkamer" as const,
    soort: "schriftelijk" as const,
    vraagnummers: page.vraagnummer ? [page.vraagnummer] : [],
    kopregels: [],
    isNader: false,
  };
  const onbekend: Diagnostiek[] = onderwerpen.rest.map((rest) => ({
    code: "onderwerp-onbekend",
    ernst: "waarschuwing",
    plaats: "kop",
    gevonden: rest,
  }));
  const vraag: GelezenDocument = {
    ...shared,
    documentsoort: "vraag",
    ...(kvId ? { id: kvId, kamer: findPublicatie(kvId)?.kamer ?? "tk" } : {}),
    ...(page.feiten.get("Bron vraag") ? { url: page.feiten.get("Bron vraag") ?? "" } : {}),
    ...(page.titel ? { onderwerp: page.titel } : {}),
    ...(page.kvTitel ? { titel: page.kvTitel } : {}),
    ...(ingediend ? { ingediend } : {}),
    indieners: parsePersonen(page.feiten.get("Indieners") ?? page.feiten.get("Indiener") ?? "").map(toIndiener),
    gerichtAan: [],
    beantwoordDoor: [],
    onderwerpen: [...onderwerpen.onderwerpen, ...onderwerpen.rest],
    themas: themasOf(onderwerpen.onderwerpen),
    aanhangsels: ahId ? [ahId] : [],
    blokken: texts.vragen,
    noten: texts.vraagnoten,
    mededelingen: [],
    tekens: countInk(bron.tekst),
    stukken: [...page.stukken, ...texts.vraagstukken],
    diagnostiek: [...onbekend, ...(page.vraagnummer ? [] : [geenVraagnummer]), ...texts.vraagdiagnostiek],
  };
  const beantwoordDoor = parsePersonen(page.feiten.get("Beantwoord door") ?? "").map(toBeantwoorder);
  const hasAntwoord = texts.antwoorden.length > 0 || page.mededelingen.length > 0 || beantwoordDoor.length > 0;
  if (!ahId && !ontvangen && !page.ahTitel && !hasAntwoord) return [vraag];
  const antwoordstukken: readonly Stuk[] = [
    ...page.antwoordstukken,
    ...page.mededelingen.map(({ regels }, mededeling) => ({ tekst: regels.join(" "), mededeling })),
    ...texts.antwoordstukken,
  ];
  const antwoordtekens = countInk(antwoordstukken.map((stuk) => stuk.tekst).join(""));
  const antwoord: GelezenDocument = {
    ...shared,
    documentsoort: texts.antwoorden.length === 0 && page.mededelingen.length > 0 ? "mededeling" : "antwoord",
    ...(ahId ? { id: ahId, ...ahFacts(ahId) } : {}),
    ...(page.feiten.get("Bron antwoord") ? { url: page.feiten.get("Bron antwoord") ?? "" } : {}),
    ...(page.ahTitel ? { titel: page.ahTitel } : {}),
    ...(ontvangen ? { ontvangen } : {}),
    indieners: [],
    gerichtAan: [],
    beantwoordDoor,
    onderwerpen: [],
    themas: [],
    aanhangsels: [],
    blokken: texts.antwoorden,
    noten: texts.antwoordnoten,
    mededelingen: page.mededelingen.map(({ datum, regels }) => {
      const text = tekstToMarkdown(regels.map((line) => alinea(tekst(line))));
      return { ...(datum ? { datum } : {}), soort: soortOfMededeling(text), tekst: text };
    }),
    tekens: antwoordtekens,
    stukken: antwoordstukken,
    diagnostiek: [...checkDagen(page.feiten.get("Beantwoord"), ingediend, ontvangen), ...texts.antwoorddiagnostiek],
  };
  // The page is one text: what the answer does not hold is the question's.
  return [{ ...vraag, tekens: vraag.tekens - antwoordtekens }, antwoord];
}

const geenVraagnummer: Diagnostiek = { code: "vraagnummer-ontbreekt", ernst: "waarschuwing", plaats: "kop" };

interface Blokregels {
  readonly kop: string;
  readonly vraag: readonly string[];
  readonly antwoord: readonly string[];
}

interface Page {
  readonly vraagnummer: string | undefined;
  readonly titel: string;
  readonly feiten: ReadonlyMap<Label, string>;
  readonly noten: readonly { readonly nummer: string; readonly regels: readonly string[] }[];
  readonly blokken: readonly Blokregels[];
  readonly mededelingen: readonly { readonly datum: Datum | undefined; readonly regels: readonly string[] }[];
  readonly kvId: string | undefined;
  readonly kvTitel: string | undefined;
  readonly ahId: string | undefined;
  readonly ahTitel: string | undefined;
  /** Lines that fit nowhere. */
  readonly los: readonly string[];
  readonly stukken: readonly Stuk[];
  /** The pieces of head and foot that tell of the answer. */
  readonly antwoordstukken: readonly Stuk[];
}

// Line by line: head, facts, notes, blocks, foot. A line that fits nowhere belongs to what it stands in, else to no part.
function readPage(text: string): Page {
  const feiten = new Map<Label, string>();
  const noten: { nummer: string; regels: string[] }[] = [];
  const blokken: { kop: string; lines: string[] }[] = [];
  const mededelingen: { datum: Datum | undefined; regels: string[] }[] = [];
  const voet = new Map<string, string>();
  const los: string[] = [];
  const stukken: Stuk[] = [];
  const antwoordstukken: Stuk[] = [];
  const titel: string[] = [];
  let vraagnummer: string | undefined;
  let isHead = true;
  let open: { push: (line: string) => void } | undefined;
  let laatsteVoet: string = VOET_VRAAG;
  let laatsteLabel: Label | undefined;
  for (const line of text.split(REGELEINDE)) {
    const trimmed = line.trim();
    const first = isHead && vraagnummer === undefined && titel.length === 0 ? EERSTE_REGEL.exec(trimmed) : null;
    const found = isHead && blokken.length === 0 ? labelOf(trimmed) : undefined;
    const label =
      found !== undefined && !feiten.has(found) && !feiten.has(ANDER_LABEL[found] ?? found) ? found : undefined;
    const kop = VRAAGKOP.exec(trimmed);
    const mededeling = readMededelingkop(trimmed);
    const voetregel = VOETREGEL.exec(trimmed);
    const noot = blokken.length === 0 && feiten.size > 0 ? NOOTREGEL.exec(trimmed) : null;
    if (first?.[1]) {
      vraagnummer = normalizeVraagnummer(first[1]);
      stukken.push({ tekst: "Kamervraag", regel: "paginalabel" });
      if (vraagnummer) stukken.push({ tekst: first[1], regel: "feit:vraagnummer" });
      else los.push(first[1]);
      if (first[2]) los.push(first[2]);
      open = { push: (more) => titel.push(more) };
    } else if (kop?.[2]) {
      const blok = { kop: foldSpace(kop[2]), lines: [] as string[] };
      blokken.push(blok);
      if (kop[1]?.trim()) stukken.push({ tekst: kop[1], regel: "opsommingsteken" });
      if (kop[3]) stukken.push({ tekst: kop[3], regel: "paginalabel" });
      open = { push: (more) => blok.lines.push(more) };
    } else if (mededeling) {
      const notice = { datum: mededeling.datum, regels: mededeling.rest === "" ? [] : [mededeling.rest] };
      mededelingen.push(notice);
      stukken.push({ tekst: mededeling.kop, regel: "feit:mededeling" });
      open = { push: (more) => notice.regels.push(more) };
    } else if (voetregel?.[1]) {
      const isTitel = voetregel[1] === "Volledige titel";
      if (!isTitel) laatsteVoet = voetregel[1];
      const naam = isTitel ? `Titel bij ${laatsteVoet}` : voetregel[1];
      const value = voetregel[2]?.trim() ?? "";
      const isKnown = isTitel || findPublicatie(value)?.reeks === (naam === VOET_VRAAG ? "kv" : "ah");
      open = undefined;
      if (voet.has(naam) || (value !== "" && !isKnown)) {
        los.push(trimmed);
        continue;
      }
      if (value !== "") voet.set(naam, value);
      if (isTitel) {
        stukken.push({ tekst: trimmed.slice(0, trimmed.indexOf(":") + 1), regel: "paginalabel" });
        const own = laatsteVoet === VOET_ANTWOORD ? antwoordstukken : stukken;
        if (value !== "") own.push({ tekst: value, veld: "titel" });
      } else stukken.push({ tekst: line, regel: "feit:documentnummer" });
    } else if (label) {
      const { naam, value } = splitLabel(trimmed, label);
      open = undefined;
      if (!saysOnlyFeit(label, value)) {
        los.push(trimmed);
        continue;
      }
      feiten.set(label, value);
      laatsteLabel = label;
      stukken.push({ tekst: naam, regel: "paginalabel" }, { tekst: value, regel: `feit:${FEIT[label]}` });
    } else if (noot?.[1]) {
      const note = { nummer: noot[1], regels: [noot[2] ?? ""] };
      noten.push(note);
      stukken.push({ tekst: `${noot[1]}.`, noot: `v${noten.length}`, deel: "nummer" });
      open = { push: (more) => note.regels.push(more) };
    } else if (open) open.push(line);
    else if (trimmed !== "") {
      // A list of names may go on after a comma.
      const longer = laatsteLabel && isHead ? `${feiten.get(laatsteLabel) ?? ""} ${trimmed}` : "";
      if (laatsteLabel && feiten.get(laatsteLabel)?.endsWith(",") && saysOnlyFeit(laatsteLabel, longer)) {
        feiten.set(laatsteLabel, longer);
        stukken.push({ tekst: line, regel: `feit:${FEIT[laatsteLabel]}` });
      } else los.push(trimmed);
    }
    if (kop || mededeling) isHead = false;
  }
  const titelregel = foldSpace(titel.join(" "));
  if (titelregel) stukken.push({ tekst: titelregel, veld: "onderwerp" });
  return {
    vraagnummer,
    titel: titelregel,
    feiten,
    noten,
    blokken: blokken.map(({ kop, lines }) => ({ kop, ...splitAnswer(lines) })),
    mededelingen: mededelingen.map(({ datum, regels }) => ({ datum, regels: paragraphs(regels) })),
    los,
    kvId: voet.get(VOET_VRAAG),
    kvTitel: voet.get(`Titel bij ${VOET_VRAAG}`),
    ahId: voet.get(VOET_ANTWOORD),
    ahTitel: voet.get(`Titel bij ${VOET_ANTWOORD}`),
    stukken,
    antwoordstukken,
  };
}

/** Two spellings of one label: the page has one or the other. */
const ANDER_LABEL: Readonly<Partial<Record<Label, Label>>> = { Indiener: "Indieners", Indieners: "Indiener" };

const VOET_VRAAG = "Kamervraag document nummer";
const VOET_ANTWOORD = "Kamerantwoord document nummer";

// "Mededeling - 7 maart 2063"; what stands there beside or instead of a date belongs to the notice.
function readMededelingkop(line: string) {
  const [, kop = "", streep = "", rest = ""] = MEDEDELINGKOP.exec(line) ?? [];
  if (kop === "" || (rest !== "" && streep === "")) return undefined;
  const datum = findDatum(rest);
  const isDatum = datum !== undefined && withoutDatum(rest) === "";
  return isDatum ? { datum, kop: line, rest: "" } : { datum, kop: kop + streep, rest };
}

function labelOf(line: string): Label | undefined {
  return LABELS.find((naam) => line.startsWith(naam) && /^(?:\s|:|$)/.test(line.slice(naam.length)));
}

/** The label with the colon behind it, and its value. */
function splitLabel(line: string, label: Label) {
  const colon = /^\s*:/.exec(line.slice(label.length))?.[0] ?? "";
  return { naam: label + colon, value: line.slice(label.length + colon.length).trim() };
}

// Whether the line says its fact and nothing beside it: else its words would be lost with the line.
function saysOnlyFeit(label: Label, value: string): boolean {
  switch (label) {
    case "Ingediend":
    case "Beantwoord": {
      const bare = withoutDagen(value);
      return value === "" || (findDatum(bare) !== undefined && withoutDatum(bare) === "");
    }
    case "Bron vraag":
    case "Bron antwoord":
      return value === "" || /^https?:\/\/\S+$/.test(value);
    case "Onderwerpen":
      return true; // words outside the official list are kept as they stand
    default: {
      const read = parsePersonen(value).flatMap(({ naam, haakjes }) => [naam, ...haakjes.slice(0, 2)]);
      return wordsOf(read.join(" ")) === wordsOf(value);
    }
  }
}

function withoutDagen(value: string): string {
  return value.replace(/\(\s*na\s+\d+\s+dag(?:en)?\s*\)/i, "").trim();
}

function withoutDatum(value: string): string {
  return value.replace(/\d{1,2}\s+\p{L}+\s+\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}-\d{1,2}-\d{4}/u, "").trim();
}

function wordsOf(text: string): string {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}

const FEIT: Readonly<Record<Label, string>> = {
  Ingediend: "ingediend",
  Beantwoord: "beantwoord",
  Indiener: "indieners",
  Indieners: "indieners",
  "Beantwoord door": "beantwoordDoor",
  Onderwerpen: "onderwerpen",
  "Bron vraag": "bron",
  "Bron antwoord": "bron",
};

// The question, an empty line, the answer; every line is a paragraph.
function splitAnswer(lines: readonly string[]): { vraag: readonly string[]; antwoord: readonly string[] } {
  const start = lines.findIndex((line) => line.trim() !== "");
  if (start === -1) return { vraag: [], antwoord: [] };
  const gap = lines.findIndex((line, index) => index > start && line.trim() === "");
  const end = gap === -1 ? lines.length : gap;
  return { vraag: paragraphs(lines.slice(start, end)), antwoord: paragraphs(lines.slice(end)) };
}

function paragraphs(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.trim()).filter((line) => line !== "");
}

interface Conversation {
  readonly vragen: readonly GelezenBlok[];
  readonly antwoorden: readonly GelezenBlok[];
  readonly vraagnoten: readonly GelezenNoot[];
  readonly antwoordnoten: readonly GelezenNoot[];
  readonly vraagstukken: readonly Stuk[];
  readonly antwoordstukken: readonly Stuk[];
  readonly vraagdiagnostiek: readonly Diagnostiek[];
  readonly antwoorddiagnostiek: readonly Diagnostiek[];
}

/**
 * Reads the blocks in order, counting the notes as both publications do: the kv numbers its own notes from 1, the ah
 * numbers all notes through, those of the questions included (formats: the marks 2, 3 and 4 of the seed's answers).
 */
function readConversation(page: Page): Conversation {
  const vraag = {
    blokken: [] as GelezenBlok[],
    stukken: [] as Stuk[],
    diagnostiek: [] as Diagnostiek[],
    called: new Set<string>(),
  };
  const antwoord = {
    blokken: [] as GelezenBlok[],
    stukken: [] as Stuk[],
    diagnostiek: [] as Diagnostiek[],
    noten: [] as GelezenNoot[],
  };
  let alleMerken = 0;
  let vraagmerken = 0;
  for (const { kop, vraag: vraagregels, antwoord: antwoordregels } of page.blokken) {
    const nummers = parseNummers(kop);
    const vraagIndex = vraag.blokken.length;
    const vraagTekst = vraagregels.map((line) =>
      readLine(line, `#${vraagIndex}`, vraag.diagnostiek, (nummer) => {
        if (nummer !== vraagmerken + 1 || nummer > page.noten.length) return undefined;
        vraagmerken += 1;
        alleMerken += 1;
        vraag.called.add(`v${nummer}`);
        return `v${nummer}`;
      }),
    );
    const eigen = eigenKop("vraag", kop, nummers);
    vraag.blokken.push({
      soort: "vraag",
      nummers,
      ...(eigen ? { kop: eigen } : {}),
      tekst: tekstToMarkdown(vraagTekst.map((inhoud) => alinea(...inhoud))),
    });
    vraag.stukken.push(
      { tekst: kop, blok: vraagIndex, deel: "kop" },
      ...vraagTekst.flatMap((line) => stukkenOf(line, vraagIndex)),
    );
    if (antwoordregels.length === 0) continue;
    const antwoordIndex = antwoord.blokken.length;
    const antwoordTekst = antwoordregels.map((line) =>
      readLine(line, `#${antwoordIndex}`, antwoord.diagnostiek, (nummer) => {
        const last = Number(antwoord.noten.at(-1)?.nummer ?? 0);
        if (nummer !== alleMerken + 1 && nummer !== last + 1) return undefined;
        alleMerken += 1;
        const id = `a${antwoord.noten.length + 1}`;
        antwoord.noten.push({ id, nummer: String(nummer) });
        antwoord.diagnostiek.push({
          code: "noot-zonder-tekst",
          ernst: "waarschuwing",
          plaats: `#${antwoordIndex}`,
          gevonden: String(nummer),
        });
        return id;
      }),
    );
    antwoord.blokken.push({
      soort: "antwoord",
      opVragen: nummers,
      tekst: tekstToMarkdown(antwoordTekst.map((inhoud) => alinea(...inhoud))),
    });
    antwoord.stukken.push(...antwoordTekst.flatMap((line) => stukkenOf(line, antwoordIndex)));
  }
  if (page.los.length > 0) {
    const index = vraag.blokken.length;
    vraag.blokken.push({ soort: "overig", tekst: tekstToMarkdown(page.los.map((line) => alinea(tekst(line)))) });
    vraag.stukken.push({ tekst: page.los.join(" "), blok: index, deel: "tekst" });
    vraag.diagnostiek.push({ code: "tekst-zonder-plaats", ernst: "waarschuwing", plaats: `#${index}` });
  }
  const vraagnoten = page.noten.map(({ nummer, regels }, index): GelezenNoot => {
    const id = `v${index + 1}`;
    const text = escapeMarkdown(foldSpace(regels.join(" ")));
    vraag.stukken.push({ tekst: regels.join(" "), noot: id, deel: "tekst" });
    if (!vraag.called.has(id))
      vraag.diagnostiek.push({ code: "noot-zonder-merk", ernst: "waarschuwing", plaats: "kop", gevonden: nummer });
    const { tekst: nootTekst } = toNoot(id, nummer, text);
    return { id, nummer, ...(nootTekst ? { tekst: nootTekst } : {}), bereik: "vraag" };
  });
  return {
    vragen: vraag.blokken,
    antwoorden: antwoord.blokken,
    vraagnoten,
    antwoordnoten: antwoord.noten,
    vraagstukken: vraag.stukken,
    antwoordstukken: antwoord.stukken,
    vraagdiagnostiek: vraag.diagnostiek,
    antwoorddiagnostiek: antwoord.diagnostiek,
  };
}

// `take` answers the note's id when this number is a mark here.
function readLine(
  line: string,
  plaats: string,
  diagnostiek: Diagnostiek[],
  take: (nummer: number) => string | undefined,
): readonly Linestuk[] {
  const ids: string[] = [];
  const { merken, twijfel } = findNootmerken(line, (nummer) => {
    const id = take(nummer);
    if (id === undefined) return false;
    ids.push(id);
    return true;
  });
  for (const { nummer, index } of twijfel) {
    const gevonden = line.slice(Math.max(0, index - 30), index + nummer.length + 10);
    diagnostiek.push({ code: "cijfer-geen-nootmerk", ernst: "waarschuwing", plaats, gevonden });
  }
  const pieces: Linestuk[] = [];
  let at = 0;
  for (const [index, merk] of merken.entries()) {
    pieces.push(tekst(line.slice(at, merk.index)), { soort: "nootmerk", id: ids[index] ?? "", cijfers: merk.nummer });
    at = merk.index + merk.nummer.length;
  }
  pieces.push(tekst(line.slice(at)));
  return pieces;
}

/** A piece of a line: text, or a mark with the digits it was made of. */
type Linestuk = Tekst | (Nootmerk & { readonly cijfers: string });

function stukkenOf(line: readonly Linestuk[], blok: number): readonly Stuk[] {
  return line.map((piece) =>
    piece.soort === "tekst"
      ? { tekst: piece.tekst, blok, deel: "tekst" }
      : { tekst: piece.cijfers, noot: piece.id, deel: "nummer" },
  );
}

function countInk(text: string): number {
  return text.replace(/\s+/g, "").length;
}

interface Persoon {
  readonly naam: string;
  readonly haakjes: readonly string[];
}

/** Splits "A (functie) (X), B (Y)" on the commas outside parentheses; "A, jr. (X)" is one name. */
function parsePersonen(text: string): readonly Persoon[] {
  const delen: string[] = [];
  let depth = 0;
  for (const part of text.split(/(?=[(),])/)) {
    if (part.startsWith("(")) depth += 1;
    else if (part.startsWith(")")) depth -= 1;
    const isNieuw = part.startsWith(",") && depth <= 0 && !/^,\s*(?:jr|sr)\b/.test(part);
    if (isNieuw || delen.length === 0) delen.push(isNieuw ? part.slice(1) : part);
    else delen[delen.length - 1] += part;
  }
  return delen
    .map((deel) => ({
      naam: foldSpace(deel.replace(/\([^()]*\)/g, " ")),
      haakjes: [...deel.matchAll(/\(([^()]*)\)/g)].map(([, inner = ""]) => foldSpace(inner)),
    }))
    .filter(({ naam }) => naam !== "" && !/[()]/.test(naam));
}

function toIndiener({ naam, haakjes }: Persoon): Indiener {
  const fractie = haakjes.at(-1);
  return fractie ? { naam, fractie } : { naam };
}

// A function in the first pair, the party in the last; a single pair is a function when it begins like one.
function toBeantwoorder({ naam, haakjes }: Persoon): Beantwoorder {
  const isFunctie = (text: string | undefined) =>
    text !== undefined && /^(?:vice-?)?(?:minister|staatssecretaris)/i.test(text);
  const functie = haakjes.find(isFunctie) ?? (haakjes.length > 1 ? haakjes[0] : undefined);
  const fractie = haakjes.filter((text) => text !== functie).at(-1);
  return { naam, ...(functie ? { functie } : {}), ...(fractie ? { fractie } : {}) };
}

function publicatieOf(url: string | undefined, reeks: "kv" | "ah"): string | undefined {
  const id = /\/([a-z]{2}-[A-Za-z0-9-]+?)(?:\.html)?$/.exec(url?.trim() ?? "")?.[1];
  return id && findPublicatie(id)?.reeks === reeks ? id : undefined;
}

function ahFacts(id: string) {
  const publicatie = findPublicatie(id);
  return {
    ...(publicatie?.kamer ? { kamer: publicatie.kamer } : {}),
    ...(publicatie?.vergaderjaar ? { vergaderjaar: publicatie.vergaderjaar } : {}),
    ...(publicatie?.aanhangselnummer ? { aanhangselnummer: publicatie.aanhangselnummer } : {}),
  };
}

// "(na 17 dagen)" is the page's own sum: it should agree with its dates.
function checkDagen(line: string | undefined, from: Datum | undefined, to: Datum | undefined): readonly Diagnostiek[] {
  const said = /\(na\s+(\d+)\s+dag/.exec(line ?? "")?.[1];
  if (!said || !from || !to) return [];
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
  return days === Number(said)
    ? []
    : [{ code: "dagen-kloppen-niet", ernst: "waarschuwing", plaats: "kop", gevonden: said }];
}
