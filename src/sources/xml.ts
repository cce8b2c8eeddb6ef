/**
 * Reads official XML of questions (kv) and of the Aanhangsel (ah: answers and notices): whole documents
 * (`officiele-publicatie`), the older `vraagdoc`, and numbered pieces of one (`fragmenten`).
 * @see docs/formats/officiele-xml.md
 */
import { eigenKop, IS_ANTWOORDKOP, IS_VRAAGKOP, NUMMERREEKS, parseNummers } from "../markdown/koppen.ts";
import { tekstToMarkdown } from "../markdown/schrijf-tekst.ts";
import { findDatum, findVergaderjaar } from "../model/datum.ts";
import type { Diagnostiek, Parsed, Tekstblok, Vorm } from "../model/kamervraag.ts";
import { findPublicatie, normalizeVraagnummer } from "../model/sleutel.ts";
import { alinea, type Tekst, type Tekststuk, tekst } from "../model/tekst.ts";
import { addressOfPublicatie } from "./adres.ts";
import type { Bronbestand, GelezenBlok, GelezenDocument, GelezenNoot, Stuk } from "./gelezen.ts";
import { soortOfMededeling } from "./mededeling.ts";
import {
  joinAntwoordregels,
  parseAntwoordregel,
  parseVraagdeel,
  parseVraagregel,
  withOndertekenaar,
  withVraagzin,
} from "./omschrijving.ts";
import type { Brief } from "./structuur/brief.ts";
import {
  elementsOf,
  findElement,
  findElements,
  foldedTextOf,
  foldSpace,
  isElement,
  textOf,
  type XmlBoom,
  type XmlElement,
  type XmlKnoop,
} from "./xml-boom.ts";
import { inkOf, lijsttekensOf, nootverwijzingenOf, notenIn, readTekst, type XmlTekstContext } from "./xml-tekst.ts";

/** Roots of the official vocabulary that hold a conversation. */
const INHOUD = ["kamervragen", "vraagdoc", "fragmenten"];

/** The element that holds the conversation, if this is such a document. */
export function findInhoud(wortel: XmlElement): XmlElement | undefined {
  return INHOUD.map((naam) => findElement(wortel, naam)).find((found) => found !== undefined);
}

/** Reads one document. What is broken or unknown in it comes back as diagnostics; no word is left out. */
export function readOfficieleXml(bron: Bronbestand, boom: XmlBoom, inhoud: XmlElement): Parsed<GelezenDocument> {
  return readConversatie(bron, boom, inhoud, { vorm: "xml", tekens: countInk(inhoud), stukken: [] });
}

/** What a form that was brought to this vocabulary knows of itself. */
export interface Vormgegevens {
  readonly vorm: Vorm;
  /** Characters of text in the document as received. */
  readonly tekens: number;
  /** Pieces of the document that the vocabulary has no place for. */
  readonly stukken: readonly Stuk[];
  /** Identifier, where the form states it outside the conversation. */
  readonly id?: string;
  /** What the text around the conversation tells. */
  readonly brief?: Brief;
  readonly diagnostiek?: readonly Diagnostiek[];
}

/** Reads a conversation in the vocabulary of the official XML, whatever form it came in. */
export function readConversatie(
  bron: Bronbestand,
  boom: XmlBoom,
  inhoud: XmlElement,
  gegevens: Vormgegevens,
): Parsed<GelezenDocument> {
  const value = new XmlReader(bron, boom, gegevens).read(inhoud);
  return { value, diagnostiek: value.diagnostiek };
}

const CONTAINERS = new Set([
  "vragen",
  "reactie",
  "divisie",
  "tekst",
  "vrije-tekst",
  "algemeen",
  "kamervragen",
  "frontm",
  "body",
]);

/** Parts that are blocks of their own, also where an antwoord stands inside its vraag. */
const EIGEN_DELEN = new Set(["vraag", "antwoord", "reactie", "kamervraagopmerking"]);

class XmlReader {
  readonly #bron: Bronbestand;
  readonly #boom: XmlBoom;
  readonly #gegevens: Vormgegevens;
  readonly #blokken: GelezenBlok[] = [];
  readonly #noten: GelezenNoot[] = [];
  readonly #mededelingen: { tekst: string }[] = [];
  readonly #stukken: Stuk[] = [];
  readonly #diagnostiek: Diagnostiek[] = [];
  readonly #kopregels: { tekst: string; type: "vraag" | "antwoord" | "titel" }[] = [];
  readonly #nootids = new Map<string, string>();
  /** The document's own number. */
  #nummer: string | undefined;
  /** The number of the questions. */
  #vraagnummer: string | undefined;
  #onderwerp: string | undefined;
  #losseTekst: XmlKnoop[] = [];
  #plaats = "kop";

  constructor(bron: Bronbestand, boom: XmlBoom, gegevens: Vormgegevens) {
    this.#bron = bron;
    this.#boom = boom;
    this.#gegevens = gegevens;
    // Not `push(...)`: a long text has more pieces than a call can take arguments.
    for (const stuk of gegevens.stukken) this.#stukken.push(stuk);
    for (const melding of gegevens.diagnostiek ?? []) this.#diagnostiek.push(melding);
  }

  read(inhoud: XmlElement): GelezenDocument {
    this.#reportDamage();
    this.#collectLegacyNoten(inhoud);
    this.#readContainer(inhoud, "vraag");
    this.#flushLosseTekst();
    return this.#finish(inhoud);
  }

  // A truncated or crooked file is read as far as it goes, and said to be so.
  #reportDamage(): void {
    const { nietGesloten, scheef } = this.#boom;
    if (nietGesloten.length > 0) this.#report("xml-afgebroken", "fout", nietGesloten[0]);
    for (const { naam, regel } of scheef.slice(0, 20)) this.#report("xml-niet-welgevormd", "fout", naam, regel);
  }

  #report(code: Diagnostiek["code"], ernst: Diagnostiek["ernst"], gevonden?: string, regel?: number): void {
    this.#diagnostiek.push({
      code,
      ernst,
      plaats: this.#plaats,
      ...(gevonden ? { gevonden: foldSpace(gevonden).slice(0, 300) } : {}),
      ...(regel ? { regel } : {}),
    });
  }

  // In the older vocabulary the notes stand at the end of the document, or of a part of it, and are called by number.
  #collectLegacyNoten(container: XmlElement): void {
    for (const noot of elementsOf(container)) {
      if (CONTAINERS.has(noot.lokaal)) this.#collectLegacyNoten(noot);
      if (noot.lokaal !== "noot" && noot.lokaal !== "voetnoot") continue;
      const nummer = foldSpace(noot.attributen.nr ?? noot.attributen.id ?? String(this.#noten.length + 1));
      readTekst([noot], this.#context());
      const id = `n${this.#noten.length}`;
      this.#nootids.set(nummer, id);
      if (noot.attributen.id) this.#nootids.set(noot.attributen.id, id);
    }
  }

  #context(): XmlTekstContext {
    return {
      addNoot: ({ nummer, tekst: nootTekst, bronNummer, bronTekst, kenmerk }) => {
        const id = `n${this.#noten.length + 1}`;
        if (kenmerk) this.#nootids.set(kenmerk, id);
        this.#noten.push({
          id,
          nummer: nummer || String(this.#noten.length + 1),
          ...(nootTekst ? { tekst: nootTekst } : {}),
        });
        if (bronNummer.trim()) this.#stukken.push({ tekst: bronNummer, noot: id, deel: "nummer" });
        this.#stukken.push({ tekst: bronTekst, noot: id, deel: "tekst" });
        if (!nootTekst) this.#report("noot-zonder-tekst", "waarschuwing", nummer);
        return id;
      },
      findNoot: (nummer) => this.#nootids.get(foldSpace(nummer)),
      onUnknown: (element) => this.#report("element-onbekend", "waarschuwing", element.naam, element.regel),
    };
  }

  #readContainer(container: XmlElement, around: "vraag" | "antwoord"): void {
    for (const child of container.kinderen) {
      if (!isElement(child)) this.#losseTekst.push(child);
      else this.#readChild(child, around);
    }
  }

  #readChild(child: XmlElement, around: "vraag" | "antwoord"): void {
    switch (child.lokaal) {
      case "metadata":
        this.#drop("metadata-verwijzing", child);
        break;
      case "kamervraagkop":
        for (const regel of child.kinderen) {
          if (isElement(regel)) this.#drop(ruleOfKopregel(regel), regel);
          else if (regel.trim() !== "") this.#stukken.push({ tekst: regel, regel: "vaste-kopregel" });
        }
        break;
      case "kamervraagnummer":
      case "vraagnummer":
      case "ordernr":
        this.#readNummer(child);
        break;
      case "vergjaar":
      case "versie":
        this.#drop("feit:vergaderjaar", child);
        break;
      case "kamervraagomschrijving":
      case "omschr":
        this.#readOmschrijving(child, around);
        break;
      case "titel":
        this.#readTitel(child);
        break;
      case "vraag":
        this.#readVraagOfAntwoord(child, "vraag");
        break;
      case "antwoord":
        this.#readVraagOfAntwoord(child, "antwoord");
        break;
      case "kamervraagopmerking":
        this.#readMededeling(child);
        break;
      case "toelicht":
      case "toelichting":
        this.#readTekstblok(child, "toelichting");
        break;
      case "bijlage":
        this.#readTekstblok(child, "bijlage");
        break;
      case "noot":
      case "voetnoot":
        break; // read before the text that calls it
      case "reactie":
        if (findElement(child, "antwoord") || findElement(child, "kamervraagopmerking"))
          this.#readContainer(child, "antwoord");
        else this.#readVraagOfAntwoord(child, "antwoord");
        break;
      default:
        if (CONTAINERS.has(child.lokaal)) this.#readContainer(child, around);
        else this.#losseTekst.push(child);
    }
  }

  // A Word version has both: its number in the Aanhangsel ("AH 77") and that of the questions.
  #readNummer(element: XmlElement): void {
    const nummer = foldSpace(this.#ink([element])).replace(/^vraagnummer:?\s*|^nr\.?\s*/i, "");
    if (IS_VRAAGNUMMER.test(nummer.replace(/\s+/g, ""))) this.#vraagnummer ??= nummer.replace(/\s+/g, "");
    else this.#nummer ??= nummer;
    this.#drop("feit:nummer", element);
  }

  #drop(regel: string, element: XmlElement): void {
    // A note that is called in what is dropped is a note like any other.
    const noten = notenIn(element);
    readTekst(noten, this.#context());
    const text = noten.length === 0 ? textOf(element) : this.#ink([element]);
    if (text.trim() !== "") this.#stukken.push({ tekst: text, regel });
    if (noten.length > 0) this.#addNootverwijzingen([element]);
  }

  // The first title is the subject; another one is a title line like those of newer documents.
  #readTitel(element: XmlElement): void {
    const titel = foldSpace(this.#ink([element]));
    readTekst(notenIn(element), this.#context());
    this.#addNootverwijzingen([element]);
    if (titel === "") return;
    if (this.#onderwerp === undefined) {
      this.#onderwerp = titel;
      this.#stukken.push({ tekst: titel, veld: "onderwerp" });
    } else {
      this.#kopregels.push({ tekst: titel, type: "titel" });
      this.#stukken.push({ tekst: titel, veld: "kopregels" });
    }
  }

  #readOmschrijving(element: XmlElement, around: "vraag" | "antwoord"): void {
    this.#flushLosseTekst();
    const type =
      element.attributen.type === "antwoord" ? "antwoord" : element.attributen.type === "vraag" ? "vraag" : around;
    const onderwerp = findElement(element, "kamervraagonderwerp");
    if (onderwerp && type === "vraag") this.#onderwerp ??= foldSpace(this.#ink([onderwerp])) || undefined;
    readTekst(element.kinderen, this.#context()); // notes in the head are notes like any other
    this.#addNootverwijzingen([element]);
    const regel = foldSpace(this.#ink([element]));
    if (regel === "") return;
    this.#kopregels.push({ tekst: regel, type });
    this.#stukken.push({ tekst: regel, veld: "kopregels" });
  }

  #ink(knopen: readonly XmlKnoop[]): string {
    return inkOf(knopen, (nummer) => this.#nootids.get(foldSpace(nummer)));
  }

  #addNootverwijzingen(knopen: readonly XmlKnoop[]): void {
    const cijfers = nootverwijzingenOf(knopen, (nummer) => this.#nootids.get(foldSpace(nummer)));
    if (cijfers.trim() !== "") this.#stukken.push({ tekst: cijfers, regel: "nootverwijzing" });
  }

  #readVraagOfAntwoord(element: XmlElement, soort: "vraag" | "antwoord"): void {
    this.#flushLosseTekst();
    const index = this.#blokken.length;
    this.#plaats = `#${index}`;
    const [first] = elementsOf(element);
    const kopElement = first && (first.lokaal === "nr" || first.lokaal === "kop") ? first : undefined;
    const eigenDelen = (child: XmlKnoop) => isElement(child) && EIGEN_DELEN.has(child.lokaal);
    const inhoud = element.kinderen.filter((child) => child !== kopElement && !eigenDelen(child));
    const gelezen = kopElement ? this.#readKop(kopElement, soort) : undefined;
    const { kop = "", nummers = [], voor = [], isLabel = false } = gelezen ?? {};
    if (nummers.length === 0) this.#report(`${soort}-zonder-nummer`, "waarschuwing", kop, element.regel);
    const eigen = eigenKop(soort, kop, nummers);
    const text = tekstToMarkdown([
      ...voor,
      ...readTekst([...(kopElement ? notenIn(kopElement) : []), ...inhoud], this.#context()),
    ]);
    if (text === "") this.#report(`${soort}-zonder-tekst`, "waarschuwing", kop, element.regel);
    const basis = { ...(eigen ? { kop: eigen } : {}), tekst: text };
    this.#blokken.push(soort === "vraag" ? { soort, nummers, ...basis } : { soort, opVragen: nummers, ...basis });
    if (kop !== "")
      this.#stukken.push(isLabel ? { tekst: kop, regel: "feit:nummer" } : { tekst: kop, blok: index, deel: "kop" });
    for (const { inhoud: woorden } of voor)
      this.#stukken.push({ tekst: woorden.map(({ tekst: woord }) => woord).join(""), blok: index, deel: "tekst" });
    if (kopElement) this.#addNootverwijzingen([kopElement]);
    this.#addBlokStukken(inhoud, index);
    this.#plaats = "kop";
    for (const child of elementsOf(element)) if (eigenDelen(child)) this.#readChild(child, soort);
  }

  /**
   * Reads the heading of a vraag or antwoord. "Vraag 1" is a heading, "1." a label of which the number is the fact; other
   * words ("A. Algemeen", "Antwoord 1" over a vraag, a title) are the first line of the text.
   */
  #readKop(element: XmlElement, soort: "vraag" | "antwoord"): Kop {
    const delen = elementsOf(element).filter(({ lokaal }) => lokaal === "titel" || lokaal === "subtitel");
    const isTitel = (child: XmlKnoop) => isElement(child) && delen.includes(child);
    // A form that counts by itself has the number and no words for it.
    const geteld = element.attributen.nummer?.split(" ");
    if (geteld) return { kop: "", nummers: geteld, voor: [], isLabel: false };
    const label = foldSpace(
      element.kinderen.flatMap((child) => (isTitel(child) ? [] : [this.#ink([child])])).join(" "),
    );
    const titel = foldSpace(delen.map((deel) => this.#ink([deel])).join(" "));
    const kop = label === "" ? titel : label;
    const voor = label === "" || titel === "" ? [] : [asTussenkop(titel)];
    if ((soort === "vraag" ? IS_VRAAGKOP : IS_ANTWOORDKOP).test(kop))
      return { kop, nummers: parseNummers(kop), voor, isLabel: false };
    if (IS_LABEL.test(kop)) return { kop, nummers: parseNummers(kop), voor, isLabel: true };
    const nummers = /^\s*(?:\d|vra(?:ag|gen)\b|antwoord)/i.test(kop) ? parseNummers(kop) : [];
    if (kop !== "") this.#report("kop-afwijkend", "waarschuwing", kop, element.regel);
    return { kop: "", nummers, voor: [...(kop === "" ? [] : [asTussenkop(kop)]), ...voor], isLabel: false };
  }

  #addBlokStukken(inhoud: readonly XmlKnoop[], index: number): void {
    this.#stukken.push({ tekst: this.#ink(inhoud), blok: index, deel: "tekst" });
    this.#addFurniture(inhoud);
  }

  // What a page draws by itself.
  #addFurniture(inhoud: readonly XmlKnoop[]): void {
    const tekens = lijsttekensOf(inhoud);
    if (tekens.trim() !== "") this.#stukken.push({ tekst: tekens, regel: "lijstteken" });
    this.#addNootverwijzingen(inhoud);
  }

  #readMededeling(element: XmlElement): void {
    this.#flushLosseTekst();
    const [first] = elementsOf(element);
    const label = first && /^mededeling\.?:?$/i.test(foldedTextOf(first)) ? first : undefined;
    const inhoud = element.kinderen.filter((child) => child !== label);
    if (label) this.#stukken.push({ tekst: textOf(label), regel: "kop-mededeling" });
    const index = this.#mededelingen.length;
    this.#plaats = `mededeling-${index + 1}`;
    this.#mededelingen.push({ tekst: tekstToMarkdown(readTekst(inhoud, this.#context())) });
    this.#stukken.push({ tekst: this.#ink(inhoud), mededeling: index });
    this.#addFurniture(inhoud);
    this.#plaats = "kop";
  }

  #readTekstblok(element: XmlElement, soort: Tekstblok["soort"]): void {
    this.#flushLosseTekst();
    // The page has a heading of its own over a toelichting.
    const [first] = elementsOf(element);
    const isLabel = first && notenIn(first).length === 0 && /^toelichting\s*[.:]?$/i.test(foldedTextOf(first));
    const label = isLabel ? first : undefined;
    if (label) this.#stukken.push({ tekst: textOf(label), regel: "kop-toelichting" });
    this.#addTekstblok(label ? element.kinderen.filter((child) => child !== label) : element.kinderen, soort);
  }

  #addTekstblok(knopen: readonly XmlKnoop[], soort: Tekstblok["soort"]): void {
    const index = this.#blokken.length;
    this.#plaats = `#${index}`;
    const stukken: readonly Tekststuk[] = readTekst(knopen, this.#context());
    const ink = this.#ink(knopen);
    this.#plaats = "kop";
    if (stukken.length === 0 && ink.trim() === "") return;
    this.#blokken.push({ soort, tekst: tekstToMarkdown(stukken.length > 0 ? stukken : [alinea(tekst(ink))]) });
    this.#addBlokStukken(knopen, index);
  }

  // Text that stands in no vraag or antwoord: kept where it stands.
  #flushLosseTekst(): void {
    const knopen = this.#losseTekst;
    this.#losseTekst = [];
    const ink = foldSpace(this.#ink(knopen));
    if (ink === "" && !knopen.some(isElement)) return;
    const isEerste = this.#blokken.length === 0;
    const soort = /^toelichting\b/i.test(ink) ? "toelichting" : isEerste ? "inleiding" : "overig";
    const at = this.#blokken.length;
    this.#addTekstblok(knopen, soort);
    if (this.#blokken.length > at && soort === "overig") {
      this.#plaats = `#${at}`;
      this.#report("tekst-zonder-plaats", "waarschuwing", ink);
      this.#plaats = "kop";
    }
  }

  #finish(inhoud: XmlElement): GelezenDocument {
    const { wortel } = this.#boom;
    const vraagregels = this.#kopregels.filter(({ type }) => type === "vraag").map((regel) => regel.tekst);
    const antwoordregels = this.#kopregels.filter(({ type }) => type === "antwoord").map((regel) => regel.tekst);
    // Forms without mark-up have a kamervraagkop for each line of their head.
    const koppen = elementsOf(inhoud).filter(({ lokaal }) => lokaal === "kamervraagkop");
    const kopregel = (naam: string) => koppen.flatMap(elementsOf).find(({ attributen }) => attributen.inhoud === naam);
    const id = this.#gegevens.id ?? this.#findId(inhoud);
    const publicatie = id ? findPublicatie(id) : undefined;
    const kamer = publicatie?.kamer ?? kamerOf(kopregel("kameraanduiding"));
    // "(ingezonden …)" may stand above the title line.
    const inOrder = vraagregels.toSorted((a, b) => Number(a.startsWith("(")) - Number(b.startsWith("(")));
    const vraag = withVraagzin(
      inOrder.length > 0 ? parseVraagregel(inOrder.join(" ")) : parseVraagdeel(antwoordregels),
      this.#gegevens.brief?.vraagzin,
    );
    const antwoord = parseAntwoordregel(joinAntwoordregels(antwoordregels), vraag.gerichtAan, kamer ?? "tk");
    const isVraag = publicatie ? publicatie.reeks === "kv" : this.#isVraagdocument(antwoordregels.length > 0);
    const datumIn = (type: "vraag" | "antwoord") => this.#isodatum(inhoud, type);
    const isMededeling =
      !isVraag && (antwoord.soort === "mededeling" || (this.#mededelingen.length > 0 && !this.#hasAntwoord()));
    const ingediend = datumIn("vraag") ?? vraag.ingediend;
    const ontvangen = isVraag ? undefined : (datumIn("antwoord") ?? antwoord.ontvangen);
    const vergaderjaar =
      publicatie?.vergaderjaar ??
      vergaderjaarOf(kopregel("vergaderjaar")) ??
      (this.#nummer && ontvangen ? findVergaderjaar(ontvangen) : undefined);
    const eigenNummer = this.#nummer?.replace(/^0+(?=\d)/, "");
    const aanhangselnummer = isVraag ? undefined : (publicatie?.aanhangselnummer ?? eigenNummer);
    const nummer = isVraag ? (this.#vraagnummer ?? this.#nummer) : this.#nummer;
    const documentId = id ?? idFromNummer({ isVraag, kamer, vergaderjaar, nummer });
    return {
      bestand: this.#bron.bestand,
      sha256: this.#bron.sha256,
      vorm: this.#gegevens.vorm,
      documentsoort: isMededeling
        ? "mededeling"
        : !isVraag
          ? "antwoord"
          : vraag.isMondeling
            ? "mondelinge vraag"
            : "vraag",
      ...(documentId ? { id: documentId, url: addressOfPublicatie(documentId) } : {}),
      vraagnummers: this.#findVraagnummers(isVraag, publicatie?.vraagnummer, wortel ?? inhoud),
      ...(kamer ? { kamer } : {}),
      soort: vraag.isMondeling ? "mondeling" : "schriftelijk",
      ...(vergaderjaar ? { vergaderjaar } : {}),
      ...(aanhangselnummer ? { aanhangselnummer } : {}),
      ...(this.#onderwerp || vraag.onderwerp ? { onderwerp: this.#onderwerp || vraag.onderwerp || "" } : {}),
      kopregels: this.#kopregels.map((regel) => regel.tekst),
      ...(ingediend ? { ingediend } : {}),
      ...(ontvangen ? { ontvangen } : {}),
      indieners: vraag.indieners,
      gerichtAan: vraag.gerichtAan,
      beantwoordDoor: withOndertekenaar(antwoord.beantwoordDoor, this.#gegevens.brief?.ondertekenaar),
      onderwerpen: [],
      themas: [],
      aanhangsels: antwoord.zieOok,
      isNader: antwoord.soort === "nader-antwoord",
      blokken: this.#blokken,
      noten: this.#noten,
      mededelingen: this.#mededelingen.map(({ tekst: text }) => ({
        tekst: text,
        soort: soortOfMededeling(text),
        ...(ontvangen ? { datum: ontvangen } : {}),
      })),
      tekens: this.#gegevens.tekens,
      stukken: this.#stukken,
      diagnostiek: this.#diagnostiek,
    };
  }

  #hasAntwoord(): boolean {
    return this.#blokken.some(({ soort }) => soort === "antwoord");
  }

  #isVraagdocument(hasAntwoordregel: boolean): boolean {
    return !hasAntwoordregel && !this.#hasAntwoord() && this.#mededelingen.length === 0;
  }

  // The pointer to the metadata record names the publication; `fragmenten` carries an attribute.
  #findId(inhoud: XmlElement): string | undefined {
    const { wortel } = this.#boom;
    const record = wortel
      ? findElements(wortel, "meta").find(({ attributen }) => attributen.name === "OVERHEIDop.externMetadataRecord")
      : undefined;
    const pointed = /\/([A-Za-z0-9-]+)\/metadata\.xml$/.exec(record?.attributen.content ?? "")?.[1];
    return pointed ?? /^\s*([A-Za-z0-9-]+)\s*$/.exec(inhoud.attributen.identifier ?? "")?.[1];
  }

  #findVraagnummers(isVraag: boolean, fromId: string | undefined, wortel: XmlElement): readonly string[] {
    if (fromId) return [fromId];
    // An older ah may carry the number of the questions where a newer one has its own.
    const stated = this.#vraagnummer ?? (isVraag ? this.#nummer : undefined);
    const own = stated ? normalizeVraagnummer(stated) : undefined;
    if (own) return [own];
    const genoemd = this.#gegevens.brief?.vraagnummer;
    if (isVraag || genoemd) return genoemd ? [genoemd] : [];
    // In an ah the notes of the questions keep the identifier that they had in the kv: "ID-2019Z15386-d37e51".
    const found = new Set(
      findElements(wortel, "vraag")
        .flatMap((vraag) => findElements(vraag, "noot"))
        .flatMap(({ attributen }) => /^ID-(\d{4}Z\d{4,6})-/.exec(attributen.id ?? "")?.[1] ?? []),
    );
    const [only] = found;
    if (found.size !== 1 || !only) return [];
    this.#report("vraagnummer-uit-nootkenmerk", "waarschuwing", only);
    return [only];
  }

  #isodatum(inhoud: XmlElement, type: "vraag" | "antwoord") {
    const omschrijving = elementsOf(inhoud).find(
      ({ lokaal, attributen }) => lokaal === "kamervraagomschrijving" && attributen.type === type,
    );
    const datum = omschrijving ? findElements(omschrijving, "datum").at(-1) : undefined;
    return datum ? (findDatum(datum.attributen.isodatum ?? "") ?? findDatum(textOf(datum))) : undefined;
  }
}

/** A number that is a vraagnummer wherever it stands: an aanhangselnummer has at most five digits. */
const IS_VRAAGNUMMER = /^(?:\d{4}Z\d{4,6}|2\d{5}|2\d{8,9})$/i;

interface Kop {
  readonly kop: string;
  readonly nummers: readonly string[];
  /** Words of the heading that stand before the text. */
  readonly voor: readonly { readonly soort: "tussenkop"; readonly inhoud: readonly Tekst[] }[];
  readonly isLabel: boolean;
}

function asTussenkop(woorden: string): Kop["voor"][number] {
  return { soort: "tussenkop", inhoud: [tekst(woorden)] };
}

// "1.", "2 en 3", "4 t/m 6:", "2a)".
const IS_LABEL = new RegExp(String.raw`^(?:nrs?\.?\s*)?${NUMMERREEKS}\s*[.):]*$`, "i");

/** Every character of text in the document that is not white space, and the names of images, which are shown as text. */
function countInk(element: XmlElement): number {
  const own = element.lokaal === "illustratie" ? inkOf([{ ...element, kinderen: [] }]).replace(/\s+/g, "").length : 0;
  return element.kinderen.reduce(
    (count, child) => count + (isElement(child) ? countInk(child) : child.replace(/\s+/g, "").length),
    own,
  );
}

function ruleOfKopregel(regel: XmlElement): string {
  const inhoud = regel.attributen.inhoud ?? "overig";
  if (inhoud === "vergaderjaar") return "feit:vergaderjaar";
  if (inhoud === "kameraanduiding" || inhoud === "kamernummer") return "feit:kamer";
  return "vaste-kopregel";
}

function kamerOf(regel: XmlElement | undefined): "tk" | "ek" | undefined {
  const text = regel ? foldedTextOf(regel).toLowerCase() : "";
  return text.startsWith("eerste kamer") ? "ek" : text.startsWith("tweede kamer") ? "tk" : undefined;
}

function vergaderjaarOf(regel: XmlElement | undefined): string | undefined {
  const found = /(\d{4})\s*[-–/]\s*(\d{4}|\d{2})/.exec(regel ? textOf(regel) : "");
  if (!found?.[1] || !found[2]) return undefined;
  return `${found[1]}-${found[2].length === 2 ? found[1].slice(0, 2) + found[2] : found[2]}`;
}

/** The identifier that follows from the head of a document: kv from its vraagnummer, ah from vergaderjaar and number. */
function idFromNummer(facts: {
  readonly isVraag: boolean;
  readonly kamer: "tk" | "ek" | undefined;
  readonly vergaderjaar: string | undefined;
  readonly nummer: string | undefined;
}): string | undefined {
  const { isVraag, vergaderjaar, nummer } = facts;
  const kamer = facts.kamer ?? "tk";
  if (!nummer) return undefined;
  if (isVraag) {
    const vraagnummer = normalizeVraagnummer(nummer);
    return vraagnummer ? `kv-${kamer}-${vraagnummer}` : undefined;
  }
  const bare = /^0*(\d+)$/.exec(nummer)?.[1];
  return vergaderjaar && bare ? `ah-${kamer}-${vergaderjaar.replace("-", "")}-${bare}` : undefined;
}
