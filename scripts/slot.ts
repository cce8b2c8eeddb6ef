/**
 * A lock on a folder: of two commands that want to write to it, the second stops.
 *
 * Whoever wants the folder puts a claim in it, a file of its own, and then looks for others: with two at the same moment, at
 * least the later one sees the earlier. The oldest claim wins; a younger one goes. A claim of a process that is gone counts
 * for nothing and is cleared by whoever holds the folder. No claim is ever replaced or moved, so that clearing a dead one can
 * never hit a living one, and nothing is asked of the disk but making, listing and removing files (no hard links, no flock:
 * they are not on every network folder, and Node has no flock).
 *
 * The claims stand inside the folder, hidden, not beside it: a folder that is mounted by itself may have a parent that
 * nobody may write to, and by whatever path the folder is reached, its claims are the same.
 */
import { randomBytes } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { UserError } from "../src/model/user-error.ts";
import { isMissing, isSystemError } from "./bestanden.ts";
import { withPath } from "./systeemfout.ts";

/** Folder of the claims: not part of a site or of the Markdown, and gone when nobody holds it. */
export const SLOTMAP = ".kamervragen-slot";

export interface Slot {
  /** Gives the folder free; a second time does nothing. */
  readonly open: () => void;
}

export interface SlotOptions {
  /** The command, as a person knows it; by default the one that runs. */
  readonly opdracht?: string;
  /** It is read and not written: a folder that is not there is then not made. */
  readonly isBron?: boolean;
  /** What this process is known by; by default as the system says. */
  readonly proces?: Proces;
}

/** A process, so that another can see whether it is still there. */
export interface Proces {
  readonly pid: number;
  /** When it began, by the count of its own system: another process may get the same number later. */
  readonly gestart?: string;
  /** The computer, its last start, and the room for process numbers in it (a container has its own). */
  readonly computer: string;
  readonly ruimte?: string;
}

interface Claim extends Proces {
  readonly opdracht: string;
  readonly sinds: string;
  /** Whether it has the folder, or still looks for others. */
  readonly houdt: 0 | 1;
}

interface GevondenClaim {
  readonly path: string;
  readonly naam: string;
  readonly claim: Claim | undefined;
  /** When it last gave a sign of life, by the clock of the disk. */
  readonly teken: number;
}

/** Milliseconds between signs of life, and without one before a process that we cannot see counts as gone. */
const HARTSLAG = 20_000;
const STILTE = 5 * 60_000;
/** Milliseconds between looks at younger claims, and after which one that was not withdrawn holds the folder. */
const KIJKPAUZE = 20;
const KIJKTIJD = 30_000;

/** Does the work with a folder taken, and gives it free whatever comes of it. */
export async function withSlot<Value>(
  map: string,
  work: () => Promise<Value>,
  options: SlotOptions = {},
): Promise<Value> {
  const slot = await takeSlot(map, options);
  try {
    return await work();
  } finally {
    slot.open();
  }
}

/**
 * Takes a folder; it is made when it is not there. A folder in which nothing can be written is nobody's: who writes to it
 * will hear why not.
 * @throws UserError when another command holds it.
 */
export async function takeSlot(
  map: string,
  { opdracht = nameOpdracht(), isBron = false, proces = getProces() }: SlotOptions = {},
): Promise<Slot> {
  const naam = `${String(Date.now()).padStart(15, "0")}-${proces.pid}-${randomBytes(6).toString("hex")}`;
  const claim: Claim = { ...proces, opdracht, sinds: new Date().toISOString(), houdt: 0 };
  const path = join(map, SLOTMAP, naam);
  const plaats = isBron && !existsSync(map) ? NIET_GEPLAATST : placeClaim(map, path, claim);
  if (!plaats.isGeplaatst) return { open: () => {} };
  const hart = setInterval(() => writeAgain(path, { ...claim, houdt: 1 }), HARTSLAG).unref();
  const open = () => {
    process.off("exit", open);
    clearInterval(hart);
    rmSync(path, { force: true });
    tryRemoveFolder(join(map, SLOTMAP));
    removeEmpty(map, plaats.gemaakt);
  };
  process.on("exit", open);
  const houder = await findHouder(map, naam, proces);
  if (houder === undefined) {
    writeAgain(path, { ...claim, houdt: 1 });
    return { open };
  }
  open();
  throw toHoudersfout(map, houder);
}

function nameOpdracht(): string {
  const naam = basename(process.argv[1] ?? "", ".ts");
  return naam === "start" ? "npm start" : `npm run ${naam}`;
}

// The one that holds the folder or will, if that is not we.
async function findHouder(map: string, naam: string, proces: Proces): Promise<GevondenClaim | undefined> {
  for (let gewacht = 0; ; gewacht += KIJKPAUZE) {
    const claims = readClaims(map);
    const nu = claims.find((one) => one.naam === naam)?.teken ?? Date.now();
    const anderen = claims.filter((one) => one.naam !== naam);
    const levend = anderen.filter((one) => isAlive(one, proces, nu));
    const oudste = levend.find(({ claim }) => claim?.houdt === 1) ?? levend[0];
    if (oudste === undefined) {
      for (const { path } of anderen) rmSync(path, { force: true });
      removeHalf(join(map, SLOTMAP), nu);
      return undefined;
    }
    // A younger one goes when it sees us, unless it looked before we were there: then it stays, and will say that it holds.
    if (oudste.claim?.houdt === 1 || oudste.naam < naam || gewacht >= KIJKTIJD) return oudste;
    await setTimeout(KIJKPAUZE);
  }
}

function isAlive({ claim, teken }: GevondenClaim, eigen: Proces, nu: number): boolean {
  const isVers = nu - teken < STILTE;
  if (claim === undefined || claim.computer !== eigen.computer || claim.ruimte !== eigen.ruimte) return isVers;
  if (!isRunning(claim.pid)) return false;
  const gestart = startOf(claim.pid);
  // Where the system does not say when a process began, the sign of life has to do.
  return gestart === undefined || claim.gestart === undefined ? isVers : gestart === claim.gestart;
}

/** All claims, the oldest first. */
function readClaims(map: string): readonly GevondenClaim[] {
  const folder = join(map, SLOTMAP);
  return readdirSync(folder)
    .filter((naam) => !naam.endsWith(HALF))
    .toSorted()
    .flatMap((naam) => {
      const path = join(folder, naam);
      try {
        return [{ path, naam, claim: parseClaim(readFileSync(path, "utf8")), teken: statSync(path).mtimeMs }];
      } catch (error) {
        if (isMissing(error)) return []; // given free just now
        throw error;
      }
    });
}

/** Ending of a claim that is being written. */
const HALF = ".half";

// Left by a kill; one that is new may be of somebody who comes just now.
function removeHalf(folder: string, nu: number): void {
  for (const naam of readdirSync(folder).filter((one) => one.endsWith(HALF))) {
    const found = statSync(join(folder, naam), { throwIfNoEntry: false });
    if (found && nu - found.mtimeMs >= STILTE) rmSync(join(folder, naam), { force: true });
  }
}

// A power cut may leave an empty file: then only its age counts.
function parseClaim(text: string): Claim | undefined {
  try {
    const claim: unknown = JSON.parse(text);
    return isClaim(claim) ? claim : undefined;
  } catch {
    return undefined;
  }
}

function isClaim(value: unknown): value is Claim {
  return typeof value === "object" && value !== null && "pid" in value && "computer" in value && "sinds" in value;
}

interface Plaatsing {
  readonly isGeplaatst: boolean;
  /** The first folder that had to be made. */
  readonly gemaakt?: string | undefined;
}

const NIET_GEPLAATST: Plaatsing = { isGeplaatst: false };
/** How often the folder of the claims may be taken along by others. */
const POGINGEN = 100;

// Whole at once: it has no name that counts until it is written.
function placeClaim(map: string, path: string, claim: Claim): Plaatsing {
  const half = `${path}${HALF}`;
  let gemaakt: string | undefined;
  for (let poging = 1; ; poging += 1) {
    try {
      gemaakt ??= mkdirSync(map, { recursive: true });
      mkdirSync(dirname(path), { recursive: true });
      withPath(map, () => writeFileSync(half, JSON.stringify(claim)));
      renameSync(half, path);
      return { isGeplaatst: true, gemaakt };
    } catch (error) {
      if (isRefused(error)) return NIET_GEPLAATST;
      // Another that gave the folder free took the folder of the claims along.
      if (isSystemError(error) && error.code === "ENOENT" && poging < POGINGEN) continue;
      rmSync(half, { force: true });
      removeEmpty(map, gemaakt);
      throw error;
    }
  }
}

// Written anew and not only touched, so that the time is that of the disk, the same for all computers that share it.
function writeAgain(path: string, claim: Claim): void {
  try {
    writeFileSync(path, JSON.stringify(claim), { flag: "r+" });
  } catch (error) {
    if (!isSystemError(error)) throw error; // a sign of life that is missed does no harm
  }
}

function isRefused(error: unknown): boolean {
  return isSystemError(error) && ["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST"].includes(error.code);
}

// Folders that were made for the lock and in which nothing came go again.
function removeEmpty(map: string, eerste: string | undefined): void {
  if (eerste === undefined) return;
  for (let folder = map; folder.length >= eerste.length; folder = dirname(folder)) {
    if (!tryRemoveFolder(folder)) return;
  }
}

function tryRemoveFolder(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch (error) {
    if (isSystemError(error)) return false; // not empty, or gone
    throw error;
  }
}

function toHoudersfout(map: string, { path, claim, teken }: GevondenClaim): UserError {
  const ander = claim?.computer.split(" ")[0] ?? "een andere computer";
  const eigen = getProces().computer.split(" ")[0];
  const plek = ander === eigen ? "" : ` op ${ander}`;
  return new UserError({
    where: map,
    what: "een andere opdracht is met deze map bezig",
    why: claim
      ? `«${claim.opdracht}»${plek}, proces ${claim.pid}, sinds ${formatTijd(new Date(claim.sinds))}; laatste teken van leven ${formatTijd(new Date(teken))}`
      : `er staat een claim zonder inhoud van ${formatTijd(new Date(teken))}`,
    mend: `wacht tot die klaar is of stop haar; is zij er zeker niet meer, verwijder dan ${path}`,
  });
}

function formatTijd(tijd: Date): string {
  return tijd.toLocaleString("nl-NL", { dateStyle: "short", timeStyle: "medium" });
}

/** What this process is known by to others. */
export function getProces(): Proces {
  const gestart = startOf(process.pid);
  const ruimte = tryRead(() => readlinkSync("/proc/self/ns/pid"));
  const start = tryRead(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim());
  return {
    pid: process.pid,
    computer: start === undefined ? hostname() : `${hostname()} ${start}`,
    ...(gestart === undefined ? {} : { gestart }),
    ...(ruimte === undefined ? {} : { ruimte }),
  };
}

// The 22nd field of stat(5); the second, the name, may hold spaces and brackets itself.
function startOf(pid: number): string | undefined {
  const stat = tryRead(() => readFileSync(`/proc/${pid}/stat`, "latin1"));
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
}

function tryRead(read: () => string): string | undefined {
  try {
    return read();
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return isSystemError(error) && error.code === "EPERM";
  }
}
