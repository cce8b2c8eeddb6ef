/** What the system refuses (no room, no right, no file), told so that somebody can mend it. */
import type { Fout } from "../src/model/user-error.ts";

interface Oorzaak {
  readonly why: string;
  readonly mend: string;
}

const RECHTEN: Oorzaak = {
  why: "u hebt er geen rechten voor",
  mend: "geef uzelf rechten op dit bestand en de map waar het in staat, of wijs een andere map aan",
};
const VOL: Oorzaak = {
  why: "de schijf is vol",
  mend: "maak ruimte, of wijs een map op een andere schijf aan, en geef de opdracht opnieuw",
};
const BESTANDEN: Oorzaak = {
  why: "er staan te veel bestanden open",
  mend: "verhoog de grens (ulimit -n 4096) of sluit andere programma's, en geef de opdracht opnieuw",
};
const GEHEUGEN: Oorzaak = {
  why: "er is te weinig geheugen",
  mend: "sluit andere programma's, of geef de opdracht opnieuw met een lagere --geheugen of --werkers",
};
const PAD: Oorzaak = { why: "dit is er niet", mend: "controleer het pad" };

const OORZAKEN: Readonly<Record<string, Oorzaak>> = {
  EACCES: RECHTEN,
  EPERM: RECHTEN,
  EROFS: { why: "de schijf is alleen te lezen", mend: "wijs een map aan op een schijf waarop u kunt schrijven" },
  ENOSPC: VOL,
  EDQUOT: { why: "uw ruimte op deze schijf is op (quotum)", mend: VOL.mend },
  EFBIG: { why: "het bestand wordt groter dan deze schijf toestaat", mend: "wijs een map op een andere schijf aan" },
  EMFILE: BESTANDEN,
  ENFILE: BESTANDEN,
  ENOMEM: GEHEUGEN,
  EAGAIN: { why: "het systeem kan nu geen programma of bestand meer openen", mend: GEHEUGEN.mend },
  EIO: { why: "de schijf geeft een fout", mend: "controleer de schijf of de verbinding ermee" },
  ENXIO: { why: "de schijf of het apparaat is weg", mend: "controleer de schijf of de verbinding ermee" },
  ESTALE: { why: "de verbinding met de netwerkmap is weg", mend: "verbind opnieuw en geef de opdracht opnieuw" },
  EBUSY: { why: "een ander programma gebruikt dit", mend: "sluit dat programma en geef de opdracht opnieuw" },
  ENOENT: PAD,
  ENOTDIR: { why: "een deel van dit pad is een bestand en geen map", mend: PAD.mend },
  EISDIR: { why: "dit is een map en geen bestand", mend: PAD.mend },
  EEXIST: { why: "er staat al iets met die naam", mend: "verplaats wat er staat, of kies een andere naam" },
  ELOOP: { why: "de verwijzingen in dit pad lopen rond", mend: PAD.mend },
  ENAMETOOLONG: { why: "de naam is te lang voor deze schijf", mend: "kies een map met een korter pad" },
};

/** By the system call; what is not here is called reading or writing. */
const HANDELINGEN: Readonly<Record<string, string>> = {
  write: "schrijven",
  fsync: "schrijven",
  mkdir: "maken",
  link: "maken",
  open: "openen",
  read: "lezen",
  scandir: "lezen",
  stat: "lezen",
  lstat: "lezen",
  rename: "op zijn plaats zetten",
  unlink: "weghalen",
  rm: "weghalen",
  rmdir: "weghalen",
};

const GEHEUGENFOUT = "ERR_WORKER_OUT_OF_MEMORY";

/** Faults of the machine as it is now, not of one file: to go on would give the same for every other file. */
const VAN_DE_MACHINE = new Set([
  "EMFILE",
  "ENFILE",
  "ENOMEM",
  "ENOSPC",
  "EDQUOT",
  "EAGAIN",
  "EIO",
  "ESTALE",
  GEHEUGENFOUT,
]);

export function isMachinefout(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error && VAN_DE_MACHINE.has(String(error.code));
}

/** The fault that a person is told of: the file, what could not be done with it, why, and what to do. */
export function toSysteemfout({ code, path, dest, syscall, message }: NodeJS.ErrnoException & { dest?: string }): Fout {
  const handeling = HANDELINGEN[syscall?.split(" ")[0] ?? ""] ?? "lezen of te schrijven";
  const oorzaak = OORZAKEN[code ?? ""];
  if (code === GEHEUGENFOUT) return { where: "werkgeheugen", what: "een werker is gestopt", ...GEHEUGEN };
  return {
    where: dest ?? path ?? "bestandssysteem",
    what: syscall?.startsWith("spawn") ? "dit programma is niet te starten" : `dit is niet te ${handeling}`,
    why: oorzaak?.why ?? message,
    mend: `${oorzaak?.mend ?? "controleer het pad, de rechten en de ruimte op de schijf"}; wat al geschreven is, is heel`,
  };
}

/**
 * Does something with a file, and has a refusal of the system name that file: what refuses a write knows only a number.
 */
export function withPath<Value>(path: string, action: () => Value): Value {
  try {
    return action();
  } catch (error) {
    throw namePath(error, path);
  }
}

/** Names the file in a refusal of the system that names none; answers the same error. */
export function namePath(error: unknown, path: string): unknown {
  if (error instanceof Error && "syscall" in error && !("path" in error)) Object.assign(error, { path });
  return error;
}
