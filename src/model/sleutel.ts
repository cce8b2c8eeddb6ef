/** Keys and addresses: which Kamervraag a document belongs to, and where its page stands (docs/formats/adressen.md). */

const Z_NUMMER = /^((?:19|20)\d{2})Z(\d+[A-Z]?)$/;
const TIEN_CIJFERS = /^2(\d{2})(\d{2})\d{4}\d[A-Z]?$/;
const EERSTE_KAMER_NEGEN = /^2(\d{2})(\d{2})\d{4}$/;
const EERSTE_KAMER_ZES = /^(\d{2})(\d{2})\d{2}$/;
const AH_VERGADERJAAR = /^ah-(?:tk|ek)-(\d{4})\d{4}-/;

/**
 * Writes a vraagnummer as the Kamer writes it: "2021z18968", "2021Z 18968" and "kv-tk-2021Z18968" give `2021Z18968`;
 * other forms (old ten-digit numbers, Eerste Kamer) are cut down to `[A-Za-z0-9-]`. `undefined` when nothing is left.
 */
export function normalizeVraagnummer(found: string): string | undefined {
  const bare = found
    .trim()
    .replace(/^kv-(?:(?:tk|ek)-)?/i, "")
    .replace(/\s+/g, "");
  const zaak = /^(\d{4})[Zz](\d{4,6}[A-Za-z]?)(?:-[hn]\d+)?$/.exec(bare);
  if (zaak) return `${zaak[1]}Z${zaak[2]?.toUpperCase()}`;
  const cleaned = bare
    .replace(/-[hn]\d+$/, "")
    .replace(/[^A-Za-z0-9-]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return cleaned === "" ? undefined : cleaned;
}

/**
 * The year folder of a key, from the key alone: first four digits of a Z-number, first year of the vergaderjaar for old
 * numbers and for `ah-`, else `onbekend`.
 * @see docs/formats/adressen.md
 */
export function jaarOfSleutel(sleutel: string): string {
  const zaak = Z_NUMMER.exec(sleutel);
  if (zaak?.[1]) return zaak[1];
  const ah = AH_VERGADERJAAR.exec(sleutel);
  if (ah?.[1]) return ah[1];
  const [, eerste = "", tweede = ""] =
    TIEN_CIJFERS.exec(sleutel) ?? EERSTE_KAMER_NEGEN.exec(sleutel) ?? EERSTE_KAMER_ZES.exec(sleutel) ?? [];
  if (eerste === "" || !isFollowedBy(eerste, tweede)) return "onbekend";
  // The six digits of the Eerste Kamer came in 2023; the older forms go back to 1998.
  return Number(eerste) >= 50 && !EERSTE_KAMER_ZES.test(sleutel) ? `19${eerste}` : `20${eerste}`;
}

// Two digits of a vergaderjaar: "9900" is 1999-2000, "0113" is not a vergaderjaar.
function isFollowedBy(first: string, second: string): boolean {
  return (Number(first) + 1) % 100 === Number(second);
}

/** Makes a key safe for a path: `[A-Za-z0-9-]` only. */
export function toSleutel(identifier: string): string {
  return identifier
    .trim()
    .replace(/[^A-Za-z0-9-]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

/** The page's path below the site's root, without extension: `kamervraag/2021/2021Z18968`. */
export function pathOfSleutel(sleutel: string): string {
  return `kamervraag/${jaarOfSleutel(sleutel)}/${sleutel}`;
}

/** What an official publication identifier tells by itself. */
export interface Publicatie {
  /** `kv` = question, `ah` = Aanhangsel (answer or notice). */
  readonly reeks: "kv" | "ah";
  readonly kamer?: "tk" | "ek";
  /** For kv: the vraagnummer. */
  readonly vraagnummer?: string;
  /** For ah with a vergaderjaar in its identifier: `2021-2022`. */
  readonly vergaderjaar?: string;
  readonly aanhangselnummer?: string;
  /** The identifier without its version suffix. */
  readonly stam: string;
  /** 0 for the first version, 1 for `-h1` or `-n1`, and so on. */
  readonly versie: number;
}

/**
 * Reads an identifier such as `kv-tk-2021Z18968`, `kv-2000100840`, `ah-tk-20212022-705-h1` or `ah-1151601`.
 * Answers `undefined` for other series (kst, blg, …).
 * @see docs/formats/adressen.md
 */
export function findPublicatie(identifier: string): Publicatie | undefined {
  const found = /^(kv|ah)-(?:(tk|ek)-)?([A-Za-z0-9-]+?)(?:-[hn](\d+)|[hH])?$/.exec(identifier.trim());
  if (!found) return undefined;
  const [, reeks, kamer, rest = "", versie] = found;
  const stam = `${reeks}-${kamer ? `${kamer}-` : ""}${rest}`;
  const base: Publicatie = {
    reeks: reeks === "kv" ? "kv" : "ah",
    ...(kamer === "tk" || kamer === "ek" ? { kamer } : {}),
    stam,
    versie: versie ? Number(versie) : 0,
  };
  if (base.reeks === "kv") {
    const vraagnummer = isOnopgemaaktNummer(rest) ? undefined : normalizeVraagnummer(rest);
    return vraagnummer ? { ...base, vraagnummer } : base;
  }
  const jaar = /^(\d{4})(\d{4})-(?:AH)?0*(\d+)$/.exec(rest);
  if (!jaar?.[1] || !jaar[2] || !jaar[3]) return base;
  return { ...base, vergaderjaar: `${jaar[1]}-${jaar[2]}`, aanhangselnummer: jaar[3] };
}

// `kv-1182734`: the temporary number of an unformatted copy, not a vraagnummer.
function isOnopgemaaktNummer(rest: string): boolean {
  return /^\d{4,7}$/.test(rest) && !EERSTE_KAMER_ZES.test(rest);
}
