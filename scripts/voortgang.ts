/**
 * Says how far long work is: one line that is drawn again and again on a terminal, plain lines elsewhere, nothing for what is
 * done at once. It also carries the wish to stop: loops that show how far they are breathe here, so that a signal gets through.
 *
 * The cursor is never hidden, so that nothing has to be put right after a kill.
 */

/** Where a command says how far it is, and learns that it has to stop. */
export interface Voortgang {
  /** Begins a part of the work; `totaal` is its size, where that is known. */
  readonly begin: (naam: string, totaal?: number) => Stap;
  /** Aborted when the command has to stop. */
  readonly signal: AbortSignal;
  /** What is done and what is under way, for whoever breaks off: "Klaar: lezen; bezig met schrijven (12 van 60)". */
  readonly stand: () => string | undefined;
  /** Wipes the line, when work ended before its steps did. */
  readonly stop: () => void;
}

/** A part of the work, such as reading all sources. */
export interface Stap {
  /** So many more are done. */
  readonly tik: (aantal?: number) => void;
  /**
   * Lets timers and signals through, at most once in a while.
   * @throws the reason of the signal when the command has to stop.
   */
  readonly adem: () => Promise<void>;
  readonly klaar: () => void;
}

/** What is asked of a stream: a terminal, a file, a pipe. */
export interface Uitstroom {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

export interface VoortgangOptions {
  /** Milliseconds since anything; by default the clock of the process. */
  readonly klok?: () => number;
  readonly signal?: AbortSignal;
  /** A terminal that can draw a line over: not in CI, not a dumb one. By default as the environment says. */
  readonly isTekenbaar?: boolean;
}

/** Milliseconds before anything is shown, between two drawings, and between two breaths. */
const STIL = 1_000;
const TEKENPAUZE = 100;
const ADEMPAUZE = 50;
/** Plain lines: at each tenth of the work, not more often than every 10 seconds and not less than every minute. */
const REGELPAUZE = 10_000;
const REGELSTILTE = 60_000;
const REGELDEEL = 0.1;
/** Milliseconds of work from which the time left is estimated, and without which nothing is said of it. */
const VENSTER = 30_000;
const VENSTERBEGIN = 2_000;

/** Opens a display on a stream, which should not be the one that carries the report. */
export function openVoortgang(stream: Uitstroom, options: VoortgangOptions = {}): Voortgang {
  const { klok = () => performance.now(), signal = new AbortController().signal } = options;
  const isTekenbaar = (stream.isTTY ?? false) && (options.isTekenbaar ?? canDraw(process.env));
  const gedaan: string[] = [];
  let bezig: { readonly toStand: () => string; readonly wis: () => void } | undefined;
  let laatsteAdem = klok();
  const adem = async () => {
    if (klok() - laatsteAdem >= ADEMPAUZE) {
      await new Promise((resolve) => setImmediate(resolve));
      laatsteAdem = klok();
    }
    signal.throwIfAborted();
  };
  return {
    signal,
    begin(naam, totaal) {
      bezig?.wis();
      const teller = openTeller(klok, totaal);
      const scherm = isTekenbaar ? openBalk(stream, naam, teller) : openRegels(stream, naam, teller);
      bezig = { toStand: () => `${naam} (${toAantal(teller)})`, wis: scherm.wis };
      const eigen = bezig;
      return {
        tik(aantal = 1) {
          teller.add(aantal);
          if (bezig === eigen) scherm.toon();
        },
        adem,
        klaar() {
          if (bezig !== eigen) return;
          scherm.sluit();
          gedaan.push(naam);
          bezig = undefined;
        },
      };
    },
    stand() {
      const delen = [
        ...(gedaan.length > 0 ? [`klaar: ${[...new Set(gedaan)].join(", ")}`] : []),
        ...(bezig ? [`bezig met: ${bezig.toStand()}`] : []),
      ];
      return delen.length > 0 ? delen.join("; ") : undefined;
    },
    stop() {
      bezig?.wis();
    },
  };
}

/** Shows nothing and never stops: for whoever asks for no progress. */
export const GEEN_VOORTGANG: Voortgang = {
  begin: () => ({ tik: () => {}, adem: async () => {}, klaar: () => {} }),
  signal: new AbortController().signal,
  stand: () => undefined,
  stop: () => {},
};

function canDraw({ TERM, CI }: NodeJS.ProcessEnv): boolean {
  return TERM !== "dumb" && (CI ?? "") === "";
}

interface Teller {
  readonly add: (aantal: number) => void;
  readonly aantal: () => number;
  readonly totaal: number | undefined;
  /** Milliseconds since it began. */
  readonly duur: () => number;
  /** Milliseconds until the end, at the pace of the last half minute. */
  readonly rest: () => number | undefined;
}

interface Peiling {
  readonly tijd: number;
  readonly aantal: number;
}

function openTeller(klok: () => number, totaal: number | undefined): Teller {
  const begin = klok();
  let aantal = 0;
  // From the first piece on: what comes before it (a program that starts) says nothing of the pace.
  let peilingen: readonly Peiling[] = [];
  return {
    totaal,
    add(meer) {
      aantal += meer;
      const tijd = klok();
      if (tijd - (peilingen.at(-1)?.tijd ?? Number.NEGATIVE_INFINITY) < VENSTERBEGIN / 4) return;
      peilingen = [...peilingen.filter((peiling) => tijd - peiling.tijd <= VENSTER), { tijd, aantal }];
    },
    aantal: () => aantal,
    duur: () => klok() - begin,
    rest() {
      const [eerste] = peilingen;
      if (totaal === undefined || !eerste || aantal <= eerste.aantal) return undefined;
      const verstreken = klok() - eerste.tijd;
      if (verstreken < VENSTERBEGIN) return undefined;
      return (Math.max(0, totaal - aantal) * verstreken) / (aantal - eerste.aantal);
    },
  };
}

interface Scherm {
  readonly toon: () => void;
  readonly sluit: () => void;
  readonly wis: () => void;
}

/** Width of the bar, where there is room for it. */
const BALK = 24;
const KORTSTE_BALK = 8;
const WIS_REGEL = "\r\u001b[K";

function openBalk(stream: Uitstroom, naam: string, teller: Teller): Scherm {
  let getekend = Number.NEGATIVE_INFINITY;
  let isZichtbaar = false;
  const wis = () => {
    if (isZichtbaar) stream.write(WIS_REGEL);
    isZichtbaar = false;
  };
  return {
    toon() {
      const duur = teller.duur();
      if (duur < STIL || duur - getekend < TEKENPAUZE) return;
      getekend = duur;
      isZichtbaar = true;
      // The width is asked anew each time: a window may have been made narrower. The last column stays free, for there a
      // terminal would go on to the next line.
      stream.write(`${WIS_REGEL}${toBalkregel(naam, teller, (stream.columns ?? 80) - 1)}`);
    },
    sluit() {
      wis();
      if (teller.duur() >= STIL) stream.write(`${toSlotregel(naam, teller)}\n`);
    },
    wis,
  };
}

// From the fullest that fits: the bar gets shorter and goes first, then the time left, then the end of what there is.
function toBalkregel(naam: string, teller: Teller, breedte: number): string {
  const { totaal } = teller;
  const aantal = toAantal(teller);
  const rest = toRest(teller);
  const deel = totaal ? Math.min(1, teller.aantal() / totaal) : undefined;
  const procent = deel === undefined ? "" : ` ${String(Math.floor(deel * 100)).padStart(3)}%`;
  const staart = `${procent}  ${aantal}${rest}`;
  const balk = Math.min(BALK, breedte - naam.length - staart.length - " []".length);
  const vol = Math.round((deel ?? 0) * balk);
  const vormen = [
    ...(deel !== undefined && balk >= KORTSTE_BALK
      ? [`${naam} [${"#".repeat(vol)}${"-".repeat(balk - vol)}]${staart}`]
      : []),
    `${naam}${staart}`,
    `${naam}${procent}  ${aantal}`,
  ];
  return vormen.find(({ length }) => length <= breedte) ?? `${naam}${procent}`.slice(0, Math.max(0, breedte));
}

function openRegels(stream: Uitstroom, naam: string, teller: Teller): Scherm {
  let geschreven: number | undefined;
  let aantal = 0;
  const regel = () => {
    const { totaal } = teller;
    const procent = totaal ? `, ${Math.floor((teller.aantal() / totaal) * 100)}%` : "";
    geschreven = teller.duur();
    aantal = teller.aantal();
    stream.write(`${naam}: ${toAantal(teller)}${procent}${toRest(teller)}\n`);
  };
  return {
    toon() {
      const duur = teller.duur();
      const pauze = duur - (geschreven ?? 0);
      if (geschreven === undefined ? duur < STIL : pauze < REGELPAUZE) return;
      const isVerder = teller.totaal !== undefined && teller.aantal() - aantal >= teller.totaal * REGELDEEL;
      if (geschreven === undefined || isVerder || pauze >= REGELSTILTE) regel();
    },
    sluit() {
      if (teller.duur() >= STIL) stream.write(`${toSlotregel(naam, teller)}\n`);
    },
    wis: () => {},
  };
}

function toSlotregel(naam: string, teller: Teller): string {
  return `${naam}: ${GETAL.format(teller.aantal())} in ${formatDuur(teller.duur())}`;
}

function toAantal(teller: Teller): string {
  const aantal = GETAL.format(teller.aantal());
  return teller.totaal === undefined ? aantal : `${aantal} van ${GETAL.format(teller.totaal)}`;
}

function toRest(teller: Teller): string {
  const rest = teller.rest();
  return rest === undefined ? "" : `, nog ${formatDuur(rest)}`;
}

const GETAL = new Intl.NumberFormat("nl-NL");

/** A time in Dutch, as exact as one wants to know it: "7 s", "3 min 20 s", "2 u 5 min". */
export function formatDuur(milliseconds: number): string {
  const seconden = Math.max(1, Math.round(milliseconds / 1000));
  if (seconden < 60) return `${seconden} s`;
  const minuten = Math.floor(seconden / 60);
  if (minuten < 60) return seconden % 60 === 0 ? `${minuten} min` : `${minuten} min ${seconden % 60} s`;
  return minuten % 60 === 0 ? `${minuten / 60} u` : `${Math.floor(minuten / 60)} u ${minuten % 60} min`;
}
