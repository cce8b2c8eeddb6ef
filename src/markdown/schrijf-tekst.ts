/**
 * Writes running text as Markdown that reads back to exactly the same words.
 *
 * Whatever could be taken for mark-up is escaped, so that source text is never more than text. White space within a
 * paragraph is folded to one space; no-break spaces stay.
 * @see docs/formats/markdown.md
 */
import type { Inline, Lijst, Nadruk, Tabel, Tekststuk } from "../model/tekst.ts";

/** Writes blocks of text: paragraphs, sub-headings (`####`), lists, tables and framed texts, a blank line between them. */
export function tekstToMarkdown(stukken: readonly Tekststuk[]): string {
  const blocks: string[] = [];
  let previousMarker = "";
  for (const stuk of stukken) {
    // Two lists in a row would run together: the second one takes the other marker.
    const marker = stuk.soort === "lijst" && previousMarker === "-" ? "*" : "-";
    const block = blockToMarkdown(stuk, marker);
    if (block === "") continue;
    previousMarker = stuk.soort === "lijst" ? marker : "";
    blocks.push(block);
  }
  // A no-break space at the very end is no word, and would not survive being read back.
  return blocks.join("\n\n").trimEnd();
}

/** Writes one line of inline text; a hard break becomes a backslash at the end of the line. */
export function inlineToMarkdown(inhoud: readonly Inline[]): string {
  const writer = new InlineWriter(hasBreak(inhoud));
  writer.write(tidy(inhoud));
  return escapeLineStarts(writer.text());
}

/** Escapes plain text for use in a paragraph of its own. */
export function escapeMarkdown(text: string): string {
  return inlineToMarkdown([{ soort: "tekst", tekst: text }]);
}

function blockToMarkdown(stuk: Tekststuk, marker: string): string {
  switch (stuk.soort) {
    case "alinea":
      return inlineToMarkdown(stuk.inhoud);
    case "tussenkop": {
      const line = inlineToMarkdown(withoutBreaks(stuk.inhoud));
      return line === "" ? "" : `#### ${line.replace(/(^|[ \t])(#+)([ \t]*)$/, "$1\\$2$3")}`;
    }
    case "lijst":
      return lijstToMarkdown(stuk, marker);
    case "tabel":
      return tabelToMarkdown(stuk);
    case "kader":
      return tekstToMarkdown(stuk.inhoud)
        .split("\n")
        .map((line) => (line === "" ? ">" : `> ${line}`))
        .join("\n");
  }
}

// A printed label is part of the words of the item: "- a. Eerste punt". See docs/formats/markdown.md#lijsten.
function lijstToMarkdown(lijst: Lijst, marker: string): string {
  const items = lijst.items.map(({ label, inhoud }) => {
    const [first, ...rest] = inhoud;
    if (label === undefined) return tekstToMarkdown(inhoud);
    const opening: Tekststuk =
      first?.soort === "alinea"
        ? { soort: "alinea", inhoud: [{ soort: "tekst", tekst: `${label} ` }, ...first.inhoud] }
        : { soort: "alinea", inhoud: [{ soort: "tekst", tekst: label }] };
    return tekstToMarkdown(first?.soort === "alinea" ? [opening, ...rest] : [opening, ...inhoud]);
  });
  const isLoose = items.some((item) => /\n\n/.test(item));
  return items
    .filter((item) => item !== "")
    .map((item) => `${marker} ${item.replace(/\n(?=[^\n])/g, "\n  ")}`)
    .join(isLoose ? "\n\n" : "\n");
}

function tabelToMarkdown(tabel: Tabel): string {
  const width = Math.max(...tabel.rijen.map((rij) => rij.length), 0);
  if (width === 0) return "";
  const rijen = tabel.rijen.map((rij) =>
    Array.from({ length: width }, (_, column) => celToMarkdown(rij[column] ?? [])),
  );
  // Markdown has exactly one heading row: further ones become ordinary rows, a table without one gets an empty one.
  const [kop, ...rest] = tabel.kopregels > 0 ? rijen : [Array.from({ length: width }, () => ""), ...rijen];
  return [kop ?? [], Array.from({ length: width }, () => "---"), ...rest]
    .map((rij) => `| ${rij.join(" | ")} |`.replace(/ {2,}/g, " "))
    .join("\n");
}

function celToMarkdown(inhoud: readonly Inline[]): string {
  const writer = new InlineWriter(true);
  writer.write(tidy(inhoud));
  return writer.text().replaceAll("\\\n", "<br>");
}

function hasBreak(inhoud: readonly Inline[]): boolean {
  return inhoud.some((stuk) => stuk.soort === "regeleinde" || ("inhoud" in stuk && hasBreak(stuk.inhoud)));
}

function withoutBreaks(inhoud: readonly Inline[]): readonly Inline[] {
  return inhoud.map((stuk): Inline => {
    if (stuk.soort === "regeleinde") return { soort: "tekst", tekst: " " };
    return "inhoud" in stuk ? { ...stuk, inhoud: withoutBreaks(stuk.inhoud) } : stuk;
  });
}

/** Folds white space over the borders of the pieces and trims the line, so that no piece has to know its neighbours. */
function tidy(inhoud: readonly Inline[]): readonly Inline[] {
  let afterSpace = true;
  const fold = (text: string): string => {
    let folded = text.replace(/[ \t\r\n\f\v]+/g, " ");
    if (afterSpace && folded.startsWith(" ")) folded = folded.slice(1);
    if (folded !== "") afterSpace = folded.endsWith(" ");
    return folded;
  };
  const walkOne = (stuk: Inline): Inline[] => {
    switch (stuk.soort) {
      case "tekst": {
        const folded = fold(stuk.tekst);
        return folded === "" ? [] : [{ soort: "tekst", tekst: folded }];
      }
      case "nadruk":
      case "link": {
        const inner = walk(stuk.inhoud);
        return inner.length === 0 ? [] : spaceOutside({ ...stuk, inhoud: inner });
      }
      case "sup":
      case "inf": {
        const folded = stuk.tekst.replace(/\s+/g, " ").trim();
        if (folded === "") return [];
        afterSpace = false;
        return [{ soort: stuk.soort, tekst: folded }];
      }
      case "regeleinde":
        afterSpace = true;
        return [stuk];
      case "nootmerk":
        afterSpace = false;
        return [stuk];
    }
  };
  const walk = (stukken: readonly Inline[]): Inline[] => stukken.flatMap(walkOne);
  return trimBreaks(joinTouching(walk(flattenNadruk(inhoud, []))));
}

/** Bold within bold is bold. */
function flattenNadruk(inhoud: readonly Inline[], around: readonly Nadruk["stijl"][]): readonly Inline[] {
  return inhoud.flatMap((stuk): readonly Inline[] => {
    if (stuk.soort === "link") return [{ ...stuk, inhoud: flattenNadruk(stuk.inhoud, around) }];
    if (stuk.soort !== "nadruk") return [stuk];
    if (around.includes(stuk.stijl)) return flattenNadruk(stuk.inhoud, around);
    return [{ ...stuk, inhoud: flattenNadruk(stuk.inhoud, [...around, stuk.stijl]) }];
  });
}

/** Joins plain texts that touch ("&" and "amp;"), and pieces of the same emphasis: between `**a**` and `**b**` no reader of Markdown sees a border. */
function joinTouching(inhoud: readonly Inline[]): readonly Inline[] {
  const runs: Inline[][] = [];
  for (const stuk of inhoud) {
    const last = runs.at(-1);
    if (last?.[0] && isJoinable(last[0], stuk)) last.push(stuk);
    else runs.push([stuk]);
  }
  return runs.flatMap((run): readonly Inline[] => {
    const [first] = run;
    if (first?.soort === "tekst")
      return [{ soort: "tekst", tekst: run.map((stuk) => (stuk.soort === "tekst" ? stuk.tekst : "")).join("") }];
    if (first && "inhoud" in first)
      return [{ ...first, inhoud: joinTouching(run.flatMap((stuk) => ("inhoud" in stuk ? stuk.inhoud : []))) }];
    return run;
  });
}

function isJoinable(a: Inline, b: Inline): boolean {
  return (
    (a.soort === "tekst" && b.soort === "tekst") ||
    (a.soort === "nadruk" && b.soort === "nadruk" && a.stijl === b.stijl)
  );
}

// Emphasis may not begin or end with white space (`** vet**` is not bold): it moves outside, breaks included.
function spaceOutside(stuk: Extract<Inline, { inhoud: readonly Inline[] }>): Inline[] {
  const inhoud = [...stuk.inhoud];
  const before: Inline[] = [];
  const after: Inline[] = [];
  for (let first = inhoud.shift(); first !== undefined; first = inhoud.shift()) {
    const lead = first.soort === "tekst" ? (/^\s*/.exec(first.tekst)?.[0] ?? "") : "";
    if (lead !== "") before.push({ soort: "tekst", tekst: lead });
    if (first.soort === "regeleinde") before.push(first);
    else if (first.soort !== "tekst") inhoud.unshift(first);
    else if (first.tekst !== lead) inhoud.unshift({ soort: "tekst", tekst: first.tekst.slice(lead.length) });
    else continue;
    if (first.soort !== "regeleinde") break;
  }
  for (let last = inhoud.pop(); last !== undefined; last = inhoud.pop()) {
    const trail = last.soort === "tekst" ? (/\s*$/.exec(last.tekst)?.[0] ?? "") : "";
    if (trail !== "") after.unshift({ soort: "tekst", tekst: trail });
    if (last.soort === "regeleinde") after.unshift(last);
    else if (last.soort !== "tekst") inhoud.push(last);
    else if (last.tekst !== trail)
      inhoud.push({ soort: "tekst", tekst: last.tekst.slice(0, last.tekst.length - trail.length) });
    else continue;
    if (last.soort !== "regeleinde") break;
  }
  return [...before, ...(inhoud.length > 0 ? [{ ...stuk, inhoud }] : []), ...after];
}

function trimBreaks(inhoud: readonly Inline[]): readonly Inline[] {
  const isBlank = (stuk: Inline | undefined): boolean =>
    stuk !== undefined && (stuk.soort === "regeleinde" || (stuk.soort === "tekst" && stuk.tekst.trim() === ""));
  let start = 0;
  let end = inhoud.length;
  while (start < end && isBlank(inhoud[start])) start += 1;
  while (end > start && isBlank(inhoud[end - 1])) end -= 1;
  const trimmed = inhoud.slice(start, end);
  const last = trimmed.at(-1);
  if (last?.soort === "tekst") trimmed[trimmed.length - 1] = { soort: "tekst", tekst: last.tekst.replace(/ +$/, "") };
  return trimmed;
}

const IS_WOORD = /[\p{L}\p{N}]/u;

/** Builds one line; knows what stands before and after an emphasis mark, because CommonMark's rules depend on it. */
class InlineWriter {
  // A pipe only means a table where there is more than one line, or a table already.
  readonly #escapesPipes: boolean;
  // In pieces: asking a long line for its last character after every addition would copy it each time.
  readonly #out: string[] = [];
  #encodeNext = false;
  #afterNootmerk = false;

  constructor(escapesPipes: boolean) {
    this.#escapesPipes = escapesPipes;
  }

  text(): string {
    return this.#out
      .join("")
      .replace(/ +(?=\\\n)/g, "")
      .replace(/\\\n +/g, "\\\n");
  }

  write(inhoud: readonly Inline[]): void {
    for (const [index, stuk] of inhoud.entries()) {
      switch (stuk.soort) {
        case "tekst":
          this.#text(stuk.tekst, inhoud[index + 1]);
          break;
        case "nadruk":
          this.#nadruk(stuk);
          break;
        case "link":
          this.#link(stuk.doel, stuk.inhoud);
          break;
        case "sup":
        case "inf": {
          const mark = stuk.soort === "sup" ? "^" : "~";
          this.#push(`${mark}${this.#escape(stuk.tekst).replaceAll(" ", "\\ ")}${mark}`);
          break;
        }
        case "nootmerk":
          this.#push(`[^${stuk.id}]`);
          this.#afterNootmerk = true;
          break;
        case "regeleinde":
          this.#push("\\\n");
          break;
      }
    }
  }

  #escape(text: string): string {
    const escaped = escapeText(text);
    return this.#escapesPipes ? escaped.replaceAll("|", "\\|") : escaped;
  }

  #push(markdown: string): void {
    if (markdown !== "") this.#out.push(markdown);
    this.#encodeNext = false;
    this.#afterNootmerk = false;
  }

  #text(text: string, next: Inline | undefined): void {
    let rest = text;
    let head = "";
    if (this.#encodeNext && IS_WOORD.test(firstCharacter(rest))) {
      head = toEntity(firstCharacter(rest));
      rest = rest.slice(firstCharacter(rest).length);
    }
    let escaped = head + this.#escape(rest);
    // "[^v1]:" at the start of a line would be read as the note's own text.
    if (this.#afterNootmerk && escaped.startsWith(":")) escaped = `\\${escaped}`;
    // "!" before a link would make it an image.
    if (escaped.endsWith("!") && next !== undefined) escaped = `${escaped.slice(0, -1)}\\!`;
    if (next?.soort === "nadruk" && escaped.endsWith("_")) escaped = escaped.replace(/\\?_$/, "\\_");
    this.#push(escaped);
  }

  // `**` and `_`, so that marks that touch are told apart. Where CommonMark would not see a mark because a letter touches
  // it from outside, that letter is written as a character reference: the text stays the same.
  #nadruk(nadruk: Nadruk): void {
    const inner = new InlineWriter(this.#escapesPipes);
    inner.write(nadruk.inhoud);
    const text = inner.text();
    if (text === "") return;
    const mark = nadruk.stijl === "vet" ? "**" : "_";
    const last = this.#out.at(-1) ?? "";
    const before = lastCharacter(last);
    const touches = IS_WOORD.test(before) && (mark === "_" || !IS_WOORD.test(firstCharacter(text)));
    if (touches) this.#out[this.#out.length - 1] = last.slice(0, last.length - before.length) + toEntity(before);
    this.#push(mark + text + mark);
    this.#encodeNext = mark === "_" || !IS_WOORD.test(lastCharacter(text));
  }

  #link(doel: string, inhoud: readonly Inline[]): void {
    const text = inhoud.map((stuk) => (stuk.soort === "tekst" ? stuk.tekst : "")).join("");
    if (
      inhoud.every((stuk) => stuk.soort === "tekst") &&
      text === doel &&
      /^[a-z][a-z0-9+.-]+:[^\s<>\\|]*$/i.test(doel)
    ) {
      this.#push(`<${doel}>`);
      return;
    }
    const inner = new InlineWriter(this.#escapesPipes);
    inner.write(inhoud);
    this.#push(`[${inner.text().replaceAll("\\\n", " ")}](${linkTarget(doel)})`);
  }
}

function linkTarget(doel: string): string {
  // A bar would divide the cell of a table that the link stands in.
  const safe = doel.replace(/[\s<>\\|]/g, (character) => encodeURIComponent(character));
  return /^[^()]*$/.test(safe) ? safe : `<${safe}>`;
}

const SPECIAL = /[\\`*[\]<~^]/g;
const ENTITY = /&(?=#|[A-Za-z])/g;
// An underscore between letters or digits is never a mark; any other one is escaped.
const UNDERSCORE = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

function escapeText(text: string): string {
  return text
    .replace(SPECIAL, "\\$&")
    .replace(UNDERSCORE, "\\_")
    .replace(ENTITY, "\\&")
    .replace(/!(?=\\\[)/g, "\\!");
}

const LINE_START = [
  /^(?=#{1,6}(?:\s|$))/,
  /^(?=[-+](?:\s|$))/,
  /^(?=>)/,
  /^(?==+\s*$)/,
  /^(?=:?-+:?\s*$)/,
  /^(?=---|--[- ]*$)/,
] as const;
const NUMBERED = /^(\d{1,9})(?=[.)](?:\s|$))/;

/** Escapes what would begin a heading, list, quotation, rule or table at the start of each line. */
function escapeLineStarts(markdown: string): string {
  return markdown
    .split("\n")
    .map((line) => {
      const escaped = LINE_START.some((pattern) => pattern.test(line)) ? `\\${line}` : line;
      return escaped.replace(NUMBERED, "$1\\");
    })
    .join("\n");
}

function firstCharacter(text: string): string {
  return text === "" ? "" : String.fromCodePoint(text.codePointAt(0) ?? 0);
}

function lastCharacter(text: string): string {
  return [...text.slice(-2)].at(-1) ?? "";
}

function toEntity(character: string): string {
  return `&#${character.codePointAt(0) ?? 0};`;
}
