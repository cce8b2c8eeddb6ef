/**
 * Reads the Markdown of a Kamervraag back into the model. This is the only door between the converter and the site.
 * @see docs/formats/markdown.md
 */
import type { Blok, Bron, Kamervraag, Mededeling, Tekstblok } from "../model/kamervraag.ts";
import { type Fout, UserError } from "../model/user-error.ts";
import { type Frontmatter, parseFrontmatter } from "./frontmatter.ts";
import { eigenKop, IS_VRAAGKOP, parseNummers, standaardKop } from "./koppen.ts";
import { gatherNoten, tekstenOf } from "./noten.ts";
import { NOOT_ZONDER_TEKST, onlyAntwoordBron, TEKSTKOPPEN, unescapeKop } from "./schrijf.ts";

/**
 * Reads one file of `content/kamervragen`. `path` is for the faults only.
 * @throws UserError with every fault in the file, each with line, field and mend.
 */
export function parseKamervraag(markdown: string, path: string): Kamervraag {
  const text = markdown.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const parts = /^---\n([\s\S]*?\n)---(?:\n|$)/.exec(text);
  if (!parts?.[1]) {
    throw new UserError({
      where: `${path}:1`,
      what: "het bestand begint niet met een kop tussen twee regels ---",
      mend: "zet de kop terug, of verwijder het bestand en converteer de bron opnieuw",
    });
  }
  const head = parseFrontmatter(parts[1], path);
  if ("fouten" in head) throw new UserError(head.fouten);
  const body = readBody(text.slice(parts[0].length), parts[0].split("\n").length, path);
  const kamervraag = assemble(head.value, body, path);
  if (body.fouten.length > 0) throw new UserError(body.fouten);
  return kamervraag;
}

interface Section {
  readonly level: 2 | 3;
  readonly kop: string;
  readonly line: number;
  readonly tekst: string;
}

interface Body {
  readonly sections: readonly Section[];
  readonly nootteksten: ReadonlyMap<string, string>;
  /** Anchors of notes that say that the source lacks their text. */
  readonly fouten: Fout[];
}

const HEADING = /^(##|###) +(.*?) *$/s; // a line may hold U+2028, which a plain dot does not match
const NOOT = /^\[\^([va][1-9]\d*)\]: ?(.*)$/s;

// Line by line: a heading opens a section, a note's definition closes the sections, an indented line goes on with a note.
function readBody(body: string, firstLine: number, path: string): Body {
  const sections: { level: 2 | 3; kop: string; line: number; lines: string[] }[] = [];
  const noten = new Map<string, string[]>();
  const fouten: Fout[] = [];
  let noot: string[] | undefined;
  for (const [index, line] of body.split("\n").entries()) {
    const where = `${path}:${firstLine + index}`;
    const heading = HEADING.exec(line);
    const definition = NOOT.exec(line);
    if (heading?.[1]) {
      noot = undefined;
      const kop = unescapeKop(heading[2] ?? "");
      sections.push({ level: heading[1] === "##" ? 2 : 3, kop, line: firstLine + index, lines: [] });
    } else if (definition?.[1]) {
      if (noten.has(definition[1])) {
        fouten.push({
          where,
          what: `noot ${definition[1]} staat er twee keer`,
          mend: "geef een van beide een ander nummer",
        });
      }
      noot = [definition[2] ?? ""];
      noten.set(definition[1], noot);
    } else if (noot !== undefined && (line === "" || line.startsWith("    "))) {
      noot.push(line.slice(4));
    } else if (sections.length > 0 && (noot === undefined || noot.at(-1) === "")) {
      // After an empty line the text goes on: a note may stand below the paragraph that calls it.
      if (noot !== undefined) sections.at(-1)?.lines.push("");
      noot = undefined;
      sections.at(-1)?.lines.push(line);
    } else if (line.trim() !== "") {
      fouten.push({
        where,
        what: noot ? "tekst achter de noten" : "tekst vóór de eerste kop",
        why: `gevonden: ${line.trim().slice(0, 80)}`,
        mend: noot
          ? "spring vervolgregels van een noot vier spaties in; zet andere tekst onder een kop, vóór de noten"
          : "zet deze tekst onder een kop, bijvoorbeeld ## Inleiding",
      });
    }
  }
  return {
    sections: sections.map(({ lines, ...section }) => ({ ...section, tekst: trimBlankLines(lines) })),
    nootteksten: new Map(
      [...noten]
        .map(([anker, lines]) => [anker, trimBlankLines(lines)] as const)
        .filter(([, tekst]) => tekst !== NOOT_ZONDER_TEKST),
    ),
    fouten,
  };
}

function trimBlankLines(lines: readonly string[]): string {
  return lines.join("\n").replace(/^\n+/, "").trimEnd();
}

function assemble(head: Frontmatter, body: Body, path: string): Kamervraag {
  const { conversie: _, nootnummers, mededelingen: notices, ...facts } = head;
  // valibot says `x?: T | undefined`; a key it read always has a value.
  const known = facts as Omit<Kamervraag, "blokken" | "noten" | "mededelingen">;
  const isMededeling = (section: Section) => section.level === 2 && /^mededeling\b/i.test(section.kop);
  const found = body.sections.filter(isMededeling);
  if (found.length !== notices.length) {
    body.fouten.push({
      where: `${path}:${found[0]?.line ?? 1}`,
      what: `de kop van het bestand noemt ${notices.length} mededelingen, de tekst heeft er ${found.length}`,
      mend: "geef elke mededeling een kop ## Mededeling en een regel onder mededelingen:",
    });
  }
  const mededelingen = notices.map((notice, index) => ({ ...notice, tekst: found[index]?.tekst ?? "" }) as Mededeling);
  const blokken = body.sections
    .filter((section) => !isMededeling(section))
    .map((section) => (section.level === 3 ? toAntwoord(section, known.bronnen, path, body.fouten) : toBlok(section)));
  const noten = gatherNoten(tekstenOf(blokken, mededelingen), body.nootteksten, nootnummers);
  return { ...known, blokken, noten, mededelingen };
}

function toBlok({ kop, tekst }: Section): Blok {
  if (IS_VRAAGKOP.test(kop)) {
    const nummers = parseNummers(kop);
    const eigen = eigenKop("vraag", kop, nummers);
    return { soort: "vraag", nummers, ...(eigen ? { kop: eigen } : {}), tekst };
  }
  const soort = tekstsoort(kop);
  return { soort, ...(kop === TEKSTKOPPEN[soort] ? {} : { kop }), tekst };
}

function tekstsoort(kop: string): Tekstblok["soort"] {
  const woord = kop.toLowerCase();
  return (["inleiding", "toelichting", "bijlage"] as const).find((soort) => woord.startsWith(soort)) ?? "overig";
}

function toAntwoord(section: Section, bronnen: readonly Bron[], path: string, fouten: Fout[]): Blok {
  const named = / \(([A-Za-z0-9-]+)\)$/.exec(section.kop);
  const bron = bronnen.find(({ id }) => id === (named?.[1] ?? onlyAntwoordBron(bronnen)));
  const kop = named && bron ? section.kop.slice(0, named.index) : section.kop;
  if (named && !bron) {
    fouten.push({
      where: `${path}:${section.line}`,
      what: `het antwoord noemt een bron die niet onder bronnen: staat (${named[1]})`,
      mend: "noem een kenmerk uit de kop van het bestand",
    });
  }
  const opVragen = parseNummers(kop);
  const eigen = eigenKop("antwoord", kop, opVragen);
  if (!eigen && kop !== standaardKop("antwoord", opVragen)) {
    fouten.push({
      where: `${path}:${section.line}`,
      what: `de kop «${kop}» is geen kop van een antwoord`,
      mend: "begin de kop met Antwoord, bijvoorbeeld ### Antwoord 2 en 3",
    });
  }
  return {
    soort: "antwoord",
    opVragen,
    ...(eigen ? { kop: eigen } : {}),
    tekst: section.tekst,
    ...(bron ? { bron: bron.id } : {}),
    // The date of a document of questions is not that of an antwoord in it.
    ...(bron?.datum && bron.soort !== "vraag" ? { datum: bron.datum } : {}),
  };
}
