/**
 * The work on single Kamervragen and lists, the same in a worker thread and without: reads a card, makes the files of a page,
 * makes a list, looks whether files are still there. Every task stands by itself.
 */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import nunjucks from "nunjucks";
import { readPagina, verantwoordPagina } from "../../../src/conservation/pagina.ts";
import { parseKamervraag } from "../../../src/markdown/lees.ts";
import { isBewerkt } from "../../../src/markdown/schrijf.ts";
import type { Datum, Kamervraag, Verlies } from "../../../src/model/kamervraag.ts";
import { pathOfSleutel } from "../../../src/model/sleutel.ts";
import { type Fout, UserError } from "../../../src/model/user-error.ts";
import { vermeldingenOf } from "../../../src/site/aanhalen/vermelding.ts";
import { VERMELDINGVORMEN } from "../../../src/site/aanhalen/view.ts";
import type { Archiefkennis } from "../../../src/site/archiefkennis.ts";
import { type Buurt, OnbekendCitaat, openBuurt } from "../../../src/site/buurt.ts";
import { toJson } from "../../../src/site/json.ts";
import { type Kaart, toKaart } from "../../../src/site/kaart.ts";
import { type Lijstdeel, withRijen } from "../../../src/site/lijstpagina.ts";
import { createOmgeving } from "../../../src/site/omgeving.ts";
import type { PaginaContext } from "../../../src/site/pagina.ts";
import { toText } from "../../../src/site/platte-tekst.ts";
import { newestDatumIn } from "../../../src/site/register.ts";
import { createRenderer, type Renderer } from "../../../src/site/render.ts";
import { sha256Of } from "../../bestanden.ts";
import { merkOf, openSchrijver, type Schrijver } from "../schrijf.ts";
import { pathsOfSleutel, VORMEN, type Vorm } from "../vormen.ts";
import { findVindbaar } from "../zoekindex/vindbaar.ts";

/** What all tasks of a build share. Plain data: it goes to every worker. */
export interface Opstelling {
  /** Folder of the Markdown. */
  readonly inhoud: string;
  /** Folder of the site. */
  readonly uit: string;
  readonly templates: string;
  /** A folder for files that are being written; each worker has one of its own. */
  readonly tijdelijk: string;
}

export interface Leestaak {
  /** Below the folder of the Markdown. */
  readonly path: string;
  /** The as-of date asked for, when it may lie before dates of the Kamervraag. */
  readonly peildatum?: Datum;
  /** Hash of the content whose card is known already; then only whether it is still that. */
  readonly bekend?: string;
}

/** What a file turned out to be: a card, or faults; neither when it is what was known. */
export interface Gelezen {
  readonly path: string;
  readonly stempel: Stempel;
  readonly sha256: string;
  /** The newest date its front matter names, also when the rest cannot be read. */
  readonly nieuwste?: Datum;
  readonly kaart?: Kaart;
  readonly fouten?: readonly Fout[];
}

/** What the system says of a file: as long as it stays the same, so does the file. */
export type Stempel = readonly [size: number, mtimeMs: number, ctimeMs: number, ino: number];

export function stempelOf(path: string): Stempel | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && [found.size, found.mtimeMs, found.ctimeMs, found.ino];
}

export interface Paginataak {
  readonly path: string;
  readonly sleutel: string;
  readonly sha256: string;
  readonly buurt: Buurt;
}

export interface Paginauitslag {
  readonly sleutel: string;
  /** Files written, and those that were the same. */
  readonly geschreven: number;
  readonly ongewijzigd: number;
  /** What its files are known by; see `merkOf`. */
  readonly merk: string;
  /** Hash of what can be found on the page. */
  readonly vindbaar: string;
  readonly verliezen: readonly Fout[];
  /** Its page asked for what its card does not name: it was not made, and has to be where the whole archive is. */
  readonly isOnbekend?: true;
  /** The file is another than its card was made of. */
  readonly isVeranderd?: true;
}

export interface Lijsttaak extends Lijstdeel {}

export interface Lijstuitslag {
  readonly path: string;
  readonly isGeschreven: boolean;
  readonly merk: string;
}

export interface Controletaak {
  readonly naam: string;
  readonly paths: readonly string[];
  readonly merk: string;
}

/** Of each kind of work what goes in and what comes out. */
export interface Werksoorten {
  readonly lees: readonly [Leestaak, Gelezen];
  readonly pagina: readonly [Paginataak, Paginauitslag];
  readonly lijst: readonly [Lijsttaak, Lijstuitslag];
  /** Answers the name when the files are not as they were. */
  readonly controle: readonly [Controletaak, string | undefined];
}

export type Werksoort = keyof Werksoorten;

export interface Werkbank {
  /** Says what pages need to know; before the first page or list. */
  readonly stel: (context: Omit<PaginaContext, "archief">) => void;
  readonly doe: <Soort extends Werksoort>(soort: Soort, taak: Werksoorten[Soort][0]) => Werksoorten[Soort][1];
  /** Makes a page with the whole archive at hand. */
  readonly maakPagina: (taak: Omit<Paginataak, "buurt">, archief: Archiefkennis) => Paginauitslag;
}

/** Opens a place to work: nothing is read or made before the first task. */
export function openWerkbank({ inhoud, uit, templates, tijdelijk }: Opstelling): Werkbank {
  let context: Omit<PaginaContext, "archief"> | undefined;
  let renderer: Renderer | undefined;
  let schrijver: Schrijver | undefined;
  const getRenderer = () => {
    renderer ??= createRenderer(createOmgeving(new nunjucks.FileSystemLoader(templates)));
    return renderer;
  };
  const getSchrijver = () => {
    schrijver ??= openSchrijver(uit, tijdelijk);
    return schrijver;
  };
  const getContext = () => {
    if (!context) throw new Error("no context was set");
    return context;
  };

  const maakPagina: Werkbank["maakPagina"] = ({ path, sleutel, sha256 }, archief) => {
    const file = join(inhoud, path);
    const bytes = readFileSync(file);
    if (sha256Of(bytes) !== sha256) return { ...NIETS, sleutel, isVeranderd: true };
    const markdown = bytes.toString("utf8");
    const kamervraag = parseKamervraag(markdown, file);
    const vormen = renderVormen(kamervraag, markdown, { ...getContext(), archief }, getRenderer());
    const basis = pathOfSleutel(sleutel);
    let geschreven = 0;
    for (const [vorm, content] of Object.entries(vormen)) {
      if (getSchrijver().write(`${basis}.${vorm}`, content)) geschreven += 1;
    }
    const vindbaar = findVindbaar(vormen.html);
    return {
      sleutel,
      geschreven,
      ongewijzigd: VORMEN.length - geschreven,
      merk: merkOf(uit, pathsOfSleutel(sleutel)),
      vindbaar: vindbaar === undefined ? "" : sha256Of(Buffer.from(vindbaar)),
      verliezen: toVerliesfouten(`${basis}.html`, verantwoordPagina(kamervraag, readPagina(kamervraag, vormen.html))),
    };
  };

  const werk: { readonly [Soort in Werksoort]: (taak: Werksoorten[Soort][0]) => Werksoorten[Soort][1] } = {
    lees: (taak) => readKaart(inhoud, taak),
    pagina: ({ buurt, ...taak }) => {
      try {
        return maakPagina(taak, openBuurt(taak.sleutel, buurt));
      } catch (error) {
        if (error instanceof OnbekendCitaat) return { ...NIETS, sleutel: taak.sleutel, isOnbekend: true };
        throw error;
      }
    },
    lijst: (deel) => {
      const { path } = deel.hoofd;
      const html = getRenderer().renderLijst(withRijen(deel, getContext().peildatum));
      return { path, isGeschreven: getSchrijver().write(path, html), merk: merkOf(uit, [path]) };
    },
    controle: ({ naam, paths, merk }) => (merkOf(uit, paths) === merk ? undefined : naam),
  };
  return {
    stel: (gegeven) => {
      context = gegeven;
    },
    doe: (soort, taak) => werk[soort](taak),
    maakPagina,
  };
}

const NIETS = { geschreven: 0, ongewijzigd: 0, merk: "", vindbaar: "", verliezen: [] } as const;

/** Reads one file and makes its card. */
function readKaart(inhoud: string, { path, peildatum, bekend }: Leestaak): Gelezen {
  const file = join(inhoud, path);
  // Before the bytes: what is written in between is then seen as a change by the next build.
  const stempel = stempelOf(file) ?? [0, 0, 0, 0];
  const bytes = readFileSync(file);
  const sha256 = sha256Of(bytes);
  if (sha256 === bekend) return { path, stempel, sha256 };
  const markdown = bytes.toString("utf8");
  const nieuwste = newestDatumIn(markdown);
  const base = { path, stempel, sha256, ...(nieuwste ? { nieuwste } : {}) };
  try {
    return { ...base, kaart: toKaart(parseKamervraag(markdown, file), markdown, peildatum) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { ...base, fouten: error.fouten };
  }
}

/** Makes the page and what lies beside it. */
function renderVormen(
  kamervraag: Kamervraag,
  markdown: string,
  context: PaginaContext,
  renderer: Renderer,
): Readonly<Record<Vorm, string>> {
  const vermeldingen = vermeldingenOf(kamervraag, context.adres);
  const [bib, ris, csljson] = [
    VERMELDINGVORMEN.bib(vermeldingen),
    VERMELDINGVORMEN.ris(vermeldingen),
    VERMELDINGVORMEN.csljson(vermeldingen),
  ];
  return {
    html: renderer.renderKamervraag(kamervraag, { ...context, isBewerkt: isBewerkt(markdown) }),
    md: markdown,
    json: toJson(kamervraag, context),
    txt: toText(kamervraag),
    bib,
    ris,
    csljson,
  };
}

function toVerliesfouten(path: string, verlies: Verlies | undefined): readonly Fout[] {
  if (!verlies) return [];
  return [
    {
      where: `${path}#${verlies.plaats}`,
      what: "op deze pagina ontbreken woorden van de Kamervraag",
      why: `het eerst: «${verlies.tekst}»`,
      mend: "herstel de sjabloon die is veranderd, of meld deze fout in het programma met het Markdownbestand erbij",
    },
  ];
}
