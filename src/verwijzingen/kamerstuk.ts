/** Kamerstukken: dossier, toevoeging, number. */
import { adresOfDossier, adresOfPublicatie } from "./adres.ts";
import { D, EIND, JAAR, K, KAMER, NRS, S, W } from "./patronen.ts";
import type { GevondenVerwijzing, Regel, Vondst } from "./verwijzing.ts";

const DOSSIER = "(?<dossier>\\d\\d[\\s.]?\\d{3})(?!\\d)";
const RIJKSWET = `(?:${S}\\(?R\\s?\\d{3,4}\\)?)?`;
// Two digits are a toevoeging of dossier 21501 only; one letter only where a number follows.
const TOEVOEGING = `(?:(?:${K}hoofdstuk${W}|\\s?${D}\\s?|(?<=21[\\s.]?501)/|\\s{1,2}|(?<=\\d)(?=[IVX]))(?<toevoeging>(?<=21[\\s.]?501.{1,3})\\d\\d(?=${K}(?:[Nn][Rr]|${D}|[A-Z]${EIND}))|[IVXL]{1,6}[A-E]?${EIND}|[A-M](?=${K}[Nn][Rr]|\\s?${D}\\s?\\d)))?`;
const NUMMER = `(?:${K}${NRS}(?<nummer>\\d{1,5}|[A-Z]{1,2})${EIND}|\\s?${D}\\s?(?<na>\\d{1,4}|[A-Z]{1,2})${EIND}|,\\s{0,2}(?<letter>(?!II|I,|TK|EK|VV|NR)[A-Z]{1,2})(?![\\p{L}\\p{N}'’]))`;
const HERDRUK = `(?:${D}(?<versie>[hn]\\d)${EIND}|${K}\\(?(?<herdruk>[Hh]erdruk)(?:\\)|${EIND}))?`;
const STUK = `${DOSSIER}${RIJKSWET}${TOEVOEGING}${NUMMER}${HERDRUK}`;
const KOP = `[Kk]amerstuk(?:ken)?${S}[:(]?${S}(?:${KAMER})?${K}(?:[Vv]ergaderjaar${W})?(?:${JAAR}${K})?(?:${KAMER}${K})?`;

const MET_KOP = new RegExp(`${KOP}(?:[Nn]r\\.?\\s)?${STUK}`, "yu");
const ALLEEN_DOSSIER = new RegExp(
  `(?:${KOP}|[Kk]amerstukdossier${W}|[Dd]ossier${W})${DOSSIER}${RIJKSWET}${TOEVOEGING}`,
  "yu",
);
const KAAL = new RegExp(STUK, "yu");
const VERDER = new RegExp(
  `(?:${S},${S}|${S},?${S}en${S}|\\s?${D}\\s?|${S}t/m${S}|${S}tot en met${S})(?:[Nn][Rr]s?\\.?${S})?(?<nummer>\\d{1,5})${EIND}(?![\\s.]\\d{3})(?!\\s?${D}\\s?[IVX\\d])`,
  "yu",
);

/** "Kamerstukken II 2022/23, 36 229, nr. 1", "Kamerstuk 31865-207", "Kamerstuk 34 550 VI". */
export const findKamerstuk: Regel = (tekst, van) => readStuk(MET_KOP, tekst, van) ?? readDossier(tekst, van);

/** Without a keyword: "35 300-XV, nr. 28", "25 424, nr. 650". */
export const findKaalKamerstuk: Regel = (tekst, van) => readStuk(KAAL, tekst, van);

function readStuk(pattern: RegExp, tekst: string, van: number): Vondst | undefined {
  pattern.lastIndex = van;
  const found = pattern.exec(tekst);
  if (!found?.groups) return undefined;
  const { dossier = "", toevoeging, nummer, na, letter, versie, herdruk } = found.groups;
  // Without a keyword a dash and a number say too little: "35925-32" may be anything.
  if (pattern === KAAL && nummer === undefined && !(na && toevoeging)) return undefined;
  const stam = dossierOf(dossier, toevoeging);
  const first = nummer ?? na ?? letter ?? "";
  const tot = van + found[0].length;
  const suffix = versie ? `-${versie}` : herdruk ? "-h1" : "";
  const verwijzingen = [toStuk(van, tot, `${stam}-${first}${suffix}`)];
  return withVerder(tekst, verwijzingen, stam, tot);
}

function withVerder(tekst: string, verwijzingen: GevondenVerwijzing[], stam: string, tot: number): Vondst {
  let at = tot;
  for (;;) {
    VERDER.lastIndex = at;
    const more = VERDER.exec(tekst);
    if (!more?.groups?.nummer) return { verwijzingen, tot: at };
    at += more[0].length;
    verwijzingen.push(toStuk(at - more.groups.nummer.length, at, `${stam}-${more.groups.nummer}`));
  }
}

function readDossier(tekst: string, van: number): Vondst | undefined {
  ALLEEN_DOSSIER.lastIndex = van;
  const found = ALLEEN_DOSSIER.exec(tekst);
  if (!found?.groups?.dossier) return undefined;
  const url = adresOfDossier(dossierOf(found.groups.dossier, found.groups.toevoeging));
  const tot = van + found[0].length;
  return { verwijzingen: [{ van, tot, soort: "kamerstuk", url }], tot };
}

function dossierOf(dossier: string, toevoeging: string | undefined): string {
  const digits = dossier.replace(/\D/g, "");
  return toevoeging ? `${digits}-${toevoeging}` : digits;
}

function toStuk(van: number, tot: number, stuk: string): GevondenVerwijzing {
  return { van, tot, soort: "kamerstuk", url: adresOfPublicatie(`kst-${stuk}`) };
}
