/**
 * The state in which a conversion left the archive: what there is to know of each source and of each page, in columns, so
 * that the next one need only look at what changed. One file, each part with a check sum; a state that is damaged, cut off, or of
 * other folders or other code is no state.
 * @see docs/decisions/0011-stand.md
 */
import { closeSync, openSync, readSync, rmSync } from "node:fs";
import { isSystemError, sha256Of, writeParts } from "../bestanden.ts";
import { type Getallen, type Teksten, toGetallen, toTeksten } from "./kolommen.ts";

/** Files of one folder that follow each other in the walk. */
export interface Reeks {
  /** Which of the sources folders. */
  readonly map: number;
  /** Below it; empty for itself. */
  readonly folder: string;
  readonly namen: readonly string[];
}

/** What every run needs: to see whether a file changed, and to say in the report what has not. */
export interface Bovenlaag {
  readonly reeksen: readonly Reeks[];
  readonly bronnen: {
    readonly aantal: number;
    readonly stempels: Float64Array;
    /** Keys of the records, 16 bytes each; zeros when nothing is known. */
    readonly sleutels: Uint8Array;
    readonly soorten: Uint8Array;
    readonly vlaggen: Uint8Array;
    /** `Vorm` as a number, 0 when the source has no line in the report; and its figures. */
    readonly vormen: Uint8Array;
    readonly cijfers: Uint32Array;
    /** Lines of the report, and what a source has to say that is no document, as JSON. */
    readonly regels: Teksten;
    readonly bijzonder: Teksten;
  };
  /** Sorted by folder and name. */
  readonly paginas: {
    readonly aantal: number;
    readonly mappen: readonly Paginamap[];
    readonly stempels: Float64Array;
    /** Hashes of the Markdown, 32 bytes each. */
    readonly hashes: Uint8Array;
  };
}

export interface Paginamap {
  readonly map: string;
  readonly namen: readonly string[];
}

/** What is needed as soon as anything changed. */
export interface Onderlaag {
  readonly bronnen: {
    /** Where the records stand. */
    readonly begin: Float64Array;
    readonly lengte: Uint32Array;
    /** Number of the cluster: sources that may have to do with each other have the same. */
    readonly kluwens: Uint32Array;
    /** Hashes of all by which sources can have to do with each other. */
    readonly haken: Getallen;
    /** Tokens that a source offers to those that look for their question, and those by which it looks for one. */
    readonly aanbod: Getallen;
    readonly gezocht: Getallen;
    /** How many of its documents do not name themselves. */
    readonly zonderId: Uint16Array;
    /** The identifiers in a source, and where its documents without a number were seen to belong, as JSON. */
    readonly ids: Teksten;
    readonly gezien: Teksten;
  };
  readonly paginas: {
    readonly kluwens: Uint32Array;
    /** Keys and places of the records. */
    readonly sleutels: Uint8Array;
    readonly begin: Float64Array;
    readonly lengte: Uint32Array;
  };
}

export interface Stand {
  readonly boven: Bovenlaag;
  /** Bytes in the store of records when the state was written. */
  readonly opslag: number;
  /** `undefined` when it is damaged. */
  readonly readOnder: () => Onderlaag | undefined;
  readonly close: () => void;
}

/** Kinds of sources, in the order of their numbers. */
export const SOORTEN = ["documenten", "metadata", "manifest", "onbekend", "mislukt"] as const;
export const MANIFEST = SOORTEN.indexOf("manifest");

/** Bits in `vlaggen`: to be looked at each time. */
export const ALTIJD = 1;
/** Has documents without a number that no question was like; of which the number may yet come. */
export const REST = 2;
export const VOORLOPIG = 4;
/** Has a part in a page that is disputed. */
export const BETWIST = 8;

const KOP = "kamervragen-stand 1";
const MAX_KOP = 64 * 1024;
const UITLIJNING = 8;

interface Deel {
  readonly naam: string;
  readonly begin: number;
  readonly lengte: number;
  readonly sha256: string;
}

interface Kop {
  readonly sleutel: string;
  readonly geschreven: number;
  readonly opslag: number;
  readonly delen: readonly Deel[];
}

/**
 * Opens the state for this key (folders and code).
 * @param now a state from the future was written by another clock: its stamps say nothing.
 */
export function openStand(path: string, sleutel: string, now: number): Stand | undefined {
  const file = tryOpen(path);
  if (file === undefined) return undefined;
  const kop = readKop(file);
  const lezer = kop && openDelen(file, kop);
  const boven = kop?.sleutel === sleutel && lezer ? attempt(() => readBoven(lezer)) : undefined;
  if (!kop || !lezer || !boven) {
    closeSync(file);
    return undefined;
  }
  if (kop.geschreven > now) {
    boven.bronnen.stempels.fill(Number.NaN);
    boven.paginas.stempels.fill(Number.NaN);
  }
  return {
    boven,
    opslag: kop.opslag,
    readOnder: () => attempt(() => readOnder(lezer)),
    close: () => closeSync(file),
  };
}

/** Answers the system's code when the file could not be written; there is then no state at all. */
export function writeStand(
  path: string,
  { sleutel, geschreven, opslag }: Omit<Kop, "delen">,
  boven: Bovenlaag,
  onder: Onderlaag,
): string | undefined {
  const parts = [...bovenDelen(boven), ...onderDelen(onder)].map(([naam, view]) => ({
    naam,
    bytes: new Uint8Array(view.buffer, view.byteOffset, view.byteLength),
  }));
  let begin = 0;
  const delen = parts.map(({ naam, bytes }): Deel => {
    const deel = { naam, begin, lengte: bytes.length, sha256: sha256Of(bytes) };
    begin += Math.ceil(bytes.length / UITLIJNING) * UITLIJNING;
    return deel;
  });
  const kop = JSON.stringify({ sleutel, geschreven, opslag, delen });
  const regel = Buffer.from(`${KOP} ${sha256Of(Buffer.from(kop))} ${kop}`.padEnd(MAX_KOP - 1));
  try {
    writeParts(path, [
      regel,
      Buffer.from("\n"),
      ...parts.flatMap(({ bytes }) => [bytes, new Uint8Array((UITLIJNING - (bytes.length % UITLIJNING)) % UITLIJNING)]),
    ]);
    return undefined;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    removeStand(path);
    return error.code;
  }
}

export function removeStand(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

/** Damage that was found on the way; nothing else is caught with it. */
class Beschadigd extends Error {}

function attempt<Value>(action: () => Value): Value | undefined {
  try {
    return action();
  } catch (error) {
    if (error instanceof Beschadigd || isSystemError(error)) return undefined;
    throw error;
  }
}

function tryOpen(path: string): number | undefined {
  return attempt(() => openSync(path, "r"));
}

function readKop(file: number): Kop | undefined {
  const bytes = attempt(() => readBytes(file, 0, MAX_KOP));
  const [, sha256, json] =
    /^kamervragen-stand 1 ([0-9a-f]{64}) (\{.*\}) *\n$/.exec(bytes?.toString("utf8") ?? "") ?? [];
  if (json === undefined || sha256Of(Buffer.from(json)) !== sha256) return undefined;
  return JSON.parse(json) as Kop; // its check sum fits: it is what writeStand wrote
}

function readBytes(file: number, begin: number, lengte: number): Buffer {
  const bytes = Buffer.from(new ArrayBuffer(lengte)); // of its own, so that numbers lie in line
  for (let at = 0; at < lengte; ) {
    const size = readSync(file, bytes, at, lengte - at, begin + at);
    if (size === 0) throw new Beschadigd();
    at += size;
  }
  return bytes;
}

type Delen = ReturnType<typeof openDelen>;

function openDelen(file: number, kop: Kop) {
  const perNaam = new Map(kop.delen.map((deel) => [deel.naam, deel]));
  const bytes = (naam: string): Uint8Array => {
    const deel = perNaam.get(naam);
    if (!deel) throw new Beschadigd();
    const found = readBytes(file, MAX_KOP + deel.begin, deel.lengte);
    if (sha256Of(found) !== deel.sha256) throw new Beschadigd();
    return found;
  };
  const f64 = (naam: string) => new Float64Array(bytes(naam).buffer as ArrayBuffer);
  const u32 = (naam: string) => new Uint32Array(bytes(naam).buffer as ArrayBuffer);
  return {
    bytes,
    f64,
    u32,
    u16: (naam: string) => new Uint16Array(bytes(naam).buffer as ArrayBuffer),
    getallen: (naam: string): Getallen => toGetallen(u32(`${naam}.begin`), f64(naam)),
    teksten: (naam: string): Teksten => toTeksten(u32(`${naam}.begin`), bytes(naam)),
    json: (naam: string): unknown => JSON.parse(Buffer.from(bytes(naam)).toString("utf8")),
  };
}

type Benoemd = readonly (readonly [naam: string, view: ArrayBufferView])[];

const toJson = (value: unknown) => Buffer.from(JSON.stringify(value));

// Names are joined: no name holds a slash, and one long text is quicker to read than many short ones.
const joinNamen = (namen: readonly string[]) => namen.join("/");
const splitNamen = (joined: string) => (joined === "" ? [] : joined.split("/"));

function bovenDelen({ reeksen, bronnen, paginas }: Bovenlaag): Benoemd {
  return [
    ["reeksen", toJson(reeksen.map(({ map, folder, namen }) => [map, folder, joinNamen(namen)]))],
    ["bron.stempels", bronnen.stempels],
    ["bron.sleutels", bronnen.sleutels],
    ["bron.soorten", bronnen.soorten],
    ["bron.vlaggen", bronnen.vlaggen],
    ["bron.vormen", bronnen.vormen],
    ["bron.cijfers", bronnen.cijfers],
    ["bron.regels", bronnen.regels.bytes],
    ["bron.regels.begin", bronnen.regels.begin],
    ["bron.bijzonder", bronnen.bijzonder.bytes],
    ["bron.bijzonder.begin", bronnen.bijzonder.begin],
    ["pagina.mappen", toJson(paginas.mappen.map(({ map, namen }) => [map, joinNamen(namen)]))],
    ["pagina.stempels", paginas.stempels],
    ["pagina.hashes", paginas.hashes],
  ];
}

function readBoven(delen: Delen): Bovenlaag {
  const reeksen = delen.json("reeksen") as readonly (readonly [number, string, string])[];
  const mappen = delen.json("pagina.mappen") as readonly (readonly [string, string])[];
  const soorten = delen.bytes("bron.soorten");
  const hashes = delen.bytes("pagina.hashes");
  return {
    reeksen: reeksen.map(([map, folder, namen]) => ({ map, folder, namen: splitNamen(namen) })),
    bronnen: {
      aantal: soorten.length,
      stempels: delen.f64("bron.stempels"),
      sleutels: delen.bytes("bron.sleutels"),
      soorten,
      vlaggen: delen.bytes("bron.vlaggen"),
      vormen: delen.bytes("bron.vormen"),
      cijfers: delen.u32("bron.cijfers"),
      regels: delen.teksten("bron.regels"),
      bijzonder: delen.teksten("bron.bijzonder"),
    },
    paginas: {
      aantal: hashes.length / 32,
      mappen: mappen.map(([map, namen]) => ({ map, namen: splitNamen(namen) })),
      stempels: delen.f64("pagina.stempels"),
      hashes,
    },
  };
}

function onderDelen({ bronnen, paginas }: Onderlaag): Benoemd {
  return [
    ["bron.begin", bronnen.begin],
    ["bron.lengte", bronnen.lengte],
    ["bron.kluwens", bronnen.kluwens],
    ["bron.haken", bronnen.haken.alle],
    ["bron.haken.begin", bronnen.haken.begin],
    ["bron.aanbod", bronnen.aanbod.alle],
    ["bron.aanbod.begin", bronnen.aanbod.begin],
    ["bron.gezocht", bronnen.gezocht.alle],
    ["bron.gezocht.begin", bronnen.gezocht.begin],
    ["bron.zonderId", bronnen.zonderId],
    ["bron.ids", bronnen.ids.bytes],
    ["bron.ids.begin", bronnen.ids.begin],
    ["bron.gezien", bronnen.gezien.bytes],
    ["bron.gezien.begin", bronnen.gezien.begin],
    ["pagina.kluwens", paginas.kluwens],
    ["pagina.sleutels", paginas.sleutels],
    ["pagina.begin", paginas.begin],
    ["pagina.lengte", paginas.lengte],
  ];
}

function readOnder(delen: Delen): Onderlaag {
  return {
    bronnen: {
      begin: delen.f64("bron.begin"),
      lengte: delen.u32("bron.lengte"),
      kluwens: delen.u32("bron.kluwens"),
      haken: delen.getallen("bron.haken"),
      aanbod: delen.getallen("bron.aanbod"),
      gezocht: delen.getallen("bron.gezocht"),
      zonderId: delen.u16("bron.zonderId"),
      ids: delen.teksten("bron.ids"),
      gezien: delen.teksten("bron.gezien"),
    },
    paginas: {
      kluwens: delen.u32("pagina.kluwens"),
      sleutels: delen.bytes("pagina.sleutels"),
      begin: delen.f64("pagina.begin"),
      lengte: delen.u32("pagina.lengte"),
    },
  };
}
