/**
 * Reads the text of a Kamervraag page of openkamer.org: the question and the answer of one case, with the question's notes.
 * It comes back as two documents, as the page was made from two publications.
 * @see docs/formats/openkamer.md
 */

import { parseNummers } from "../markdown/koppen.ts";
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

const EERSTE_REGEL = /^\s*Kamervraag\s+(\S.*?)\s*$/;
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
const VRAAGKOP = /^\s*[•*·-]?\s*(Vraag\s+\d[\w\s,/-]{0,60}?)\s*:?\s*$/;
const MEDEDELINGKOP = /^\s*[•*·-]?\s*Mededeling(?:\s*[-–]\s*(.*))?\s*$/;
const VOETREGEL = /^(Kamervraag document nummer|Kamerantwoord document nummer|Volledige titel):\s*(.*)$/;
const NOOTREGEL = /^\s*(\d{1,3})\.\s+(.*)$/;

/** Whether a text is the page of a Kamervraag: its first line names it and the facts follow. */
export function isOpenkamer(text: string): boolean {
  const lines = text.split("\n", 40);
  const first = lines.findIndex((line) => line.trim() !== "");
  return EERSTE_REGEL.test(lines[first] ?? "") && lines.some((line) => /^\s*(?:Ingediend|Bron vraag)\s/.test(line));
}

/** Reads the page. The second document, the answer, is absent while there is none. */
export function readOpenkamer(bron: Bronbestand): readonly GelezenDocument[] {
  const page = readPage(bron.tekst);
  const kvId =
    page.kvId ??
    publicatieOf(page.feiten.get("Bron vraag")) ??
    (page.vraagnummer ? `kv-tk-${page.vraagnummer}` : undefined);
  const ahId = page.ahId ?? publicatieOf(page.feiten.get("Bron antwoord"));
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
  if (!ahId && !ontvangen && !page.ahTitel && texts.antwoorden.length === 0 && page.mededelingen.length === 0)
    return [vraag];
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
    beantwoordDoor: parsePersonen(page.feiten.get("Beantwoord door") ?? "").map(toBeantwoorder),
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
  readonly regel: number;
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
  readonly stukken: readonly Stuk[];
  /** The pieces of head and foot that tell of the answer. */
  readonly antwoordstukken: readonly Stuk[];
}

// Line by line: head, facts, notes, blocks, foot. A line that fits nowhere belongs to what it stands in.
function readPage(text: string): Page {
  const feiten = new Map<Label, string>();
  const noten: { nummer: string; regels: string[] }[] = [];
  const blokken: { kop: string; regel: number; lines: string[] }[] = [];
  const mededelingen: { datum: Datum | undefined; regels: string[] }[] = [];
  const voet: string[] = [];
  const stukken: Stuk[] = [];
  const antwoordstukken: Stuk[] = [];
  const titel: string[] = [];
  let vraagnummer: string | undefined;
  let isHead = true;
  let open: { push: (line: string) => void } | undefined;
  let laatsteVoet = "";
  for (const [index, line] of text.split("\n").entries()) {
    const trimmed = line.trim();
    const first = isHead && vraagnummer === undefined && titel.length === 0 ? EERSTE_REGEL.exec(line) : null;
    const label =
      blokken.length === 0 ? LABELS.find((naam) => trimmed === naam || trimmed.startsWith(`${naam} `)) : undefined;
    const kop = VRAAGKOP.exec(line);
    const mededeling = MEDEDELINGKOP.exec(line);
    const voetregel = VOETREGEL.exec(trimmed);
    const noot = blokken.length === 0 && feiten.size > 0 ? NOOTREGEL.exec(line) : null;
    if (first?.[1]) {
      vraagnummer = normalizeVraagnummer(first[1]);
      stukken.push({ tekst: line, regel: "feit:vraagnummer" });
      open = { push: (more) => titel.push(more) };
    } else if (kop?.[1]) {
      const blok = { kop: kop[1], regel: index + 1, lines: [] as string[] };
      blokken.push(blok);
      if (/[•*·-]/.test(line.slice(0, line.indexOf("V"))))
        stukken.push({ tekst: line.slice(0, line.indexOf("V")), regel: "opsommingsteken" });
      open = { push: (more) => blok.lines.push(more) };
    } else if (mededeling) {
      const notice = { datum: findDatum(mededeling[1] ?? ""), regels: [] as string[] };
      mededelingen.push(notice);
      stukken.push({ tekst: line, regel: "feit:mededeling" });
      open = { push: (more) => notice.regels.push(more) };
    } else if (voetregel?.[1]) {
      const isTitel = voetregel[1] === "Volledige titel";
      if (!isTitel) laatsteVoet = voetregel[1];
      voet.push(`${isTitel ? `Titel bij ${laatsteVoet}` : voetregel[1]}: ${voetregel[2]}`);
      if (isTitel) {
        stukken.push({ tekst: `${voetregel[1]}:`, regel: "paginalabel" });
        const own = laatsteVoet === "Kamerantwoord document nummer" ? antwoordstukken : stukken;
        own.push({ tekst: voetregel[2] ?? "", veld: "titel" });
      } else stukken.push({ tekst: line, regel: "feit:documentnummer" });
      open = undefined;
    } else if (isHead && label && !kop) {
      feiten.set(label, trimmed.slice(label.length).trim());
      stukken.push(
        { tekst: label, regel: "paginalabel" },
        { tekst: trimmed.slice(label.length), regel: `feit:${FEIT[label]}` },
      );
      open = undefined;
    } else if (noot?.[1]) {
      const note = { nummer: noot[1], regels: [noot[2] ?? ""] };
      noten.push(note);
      stukken.push({ tekst: `${noot[1]}.`, noot: `v${noten.length}`, deel: "nummer" });
      open = { push: (more) => note.regels.push(more) };
    } else if (open) open.push(line);
    else if (trimmed !== "") stukken.push({ tekst: line, regel: "onbekend" });
    if (kop || mededeling) isHead = false;
  }
  const value = (naam: string) =>
    voet.find((line) => line.startsWith(`${naam}: `))?.slice(naam.length + 2) || undefined;
  const titelregel = foldSpace(titel.join(" "));
  if (titelregel) stukken.push({ tekst: titelregel, veld: "onderwerp" });
  return {
    vraagnummer,
    titel: titelregel,
    feiten,
    noten,
    blokken: blokken.map(({ lines, ...blok }) => ({ ...blok, ...splitAnswer(lines) })),
    mededelingen: mededelingen.map(({ datum, regels }) => ({ datum, regels: paragraphs(regels) })),
    kvId: value("Kamervraag document nummer"),
    kvTitel: value("Titel bij Kamervraag document nummer"),
    ahId: value("Kamerantwoord document nummer"),
    ahTitel: value("Titel bij Kamerantwoord document nummer"),
    stukken,
    antwoordstukken,
  };
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
    vraag.blokken.push({
      soort: "vraag",
      nummers,
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

/** Splits "A (functie) (X), B (Y)" on the commas outside parentheses. */
function parsePersonen(text: string): readonly Persoon[] {
  return [...text.matchAll(/([^(),]+(?:,(?=\s*(?:jr|sr)\b)[^(),]*)?)((?:\s*\([^()]*\))*)\s*(?:,|$)/g)]
    .map(([, naam = "", haakjes = ""]) => ({
      naam: foldSpace(naam),
      haakjes: [...haakjes.matchAll(/\(([^()]*)\)/g)].map(([, inner = ""]) => foldSpace(inner)),
    }))
    .filter(({ naam }) => naam !== "");
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

function publicatieOf(url: string | undefined): string | undefined {
  return /\/([a-z]{2}-[A-Za-z0-9-]+?)(?:\.html)?$/.exec(url?.trim() ?? "")?.[1];
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
