/** What a reference points to, apart from how the address is written: two addresses of one document are one identity. */
import { createHash } from "node:crypto";

/** May stand for the identifier of a law in a label: which law it is is not scored, the article is. */
const ELKE = "*";

const ZAAK_OF_STUK = /\b20\d\d[zd]\d{5}\b/;
const HASH_LENGTH = 12;

/**
 * Gives the identity of a target:
 *
 * - `kst-36229-1`, `ah-tk-20192020-89`, `stb-2024-153`, `dossier/34550-vi`: the identifier of an official publication
 * - `2021z18968`, `2023d40832`: the number of a case or a document of the Tweede Kamer, wherever it is published
 * - `bwbr0005537:3:4`: a law and its article (or nothing behind the id)
 * - `32016r0679`: CELEX, from EUR-Lex and ELI addresses alike; `com(2020)123`; `oj:l:2016:119`
 * - `ecli:nl:hr:2014:952`, `ljn:av0653`
 * - `#antwoord-3`: a vraag or antwoord of the same document
 * - `web:nos.nl` and `web:nos.nl/9f86d0818c7d`: the host and a hash of the rest, for the words of a headline often stand
 *   in an address and real text stands nowhere in the project
 */
export function doelIdentiteit(doel: string): string {
  if (doel.startsWith("#") || doel.startsWith("web:")) return doel;
  const adres = decode(doel).toLowerCase();
  for (const read of LEZERS) {
    const found = read(adres);
    if (found !== undefined) return found;
  }
  return readWeb(adres);
}

/** Whether what was found is what a label says; `*` in a label leaves open which law, or what target at all. */
export function isZelfdeDoel(label: string, gevonden: string): boolean {
  if (label === ELKE) return true;
  const [expected, found] = [doelIdentiteit(label), doelIdentiteit(gevonden)];
  return expected.startsWith(`${ELKE}:`)
    ? /^bwb[rvw]\d+/.test(found) && found.endsWith(expected.slice(1))
    : expected === found;
}

const LEZERS: readonly ((adres: string) => string | undefined)[] = [
  readPublicatie,
  readTweedeKamer,
  readWet,
  readEu,
  (adres) => /ecli:[a-z]{2}:[a-z0-9]+:\d{4}:[a-z0-9.]+/.exec(adres)?.[0],
  (adres) => adres.replace(/^.*\bljn[:=\s]*([a-z]{2}\d{4}).*$/s, "ljn:$1").match(/^ljn:[a-z]{2}\d{4}$/)?.[0],
];

function readPublicatie(adres: string): string | undefined {
  const id = /officielebekendmakingen\.nl\/((?:dossier\/)?[a-z0-9-]+)/.exec(adres)?.[1];
  return id && (ZAAK_OF_STUK.exec(id)?.[0] ?? id);
}

function readTweedeKamer(adres: string): string | undefined {
  return /tweedekamer\.nl\/|kamervraag\/\d{4}\//.test(adres) ? ZAAK_OF_STUK.exec(adres)?.[0] : undefined;
}

function readWet(adres: string): string | undefined {
  const found = /wetten\.overheid\.nl\/.*?(bwb[rvw]\d{7}|\*)(?:.*?artikel=?([0-9a-z.:]+))?/.exec(adres);
  return found?.[1] && (found[2] ? `${found[1]}:${found[2]}` : found[1]);
}

const ELI: Readonly<Record<string, string>> = { reg: "r", dir: "l", dec: "d" };

function readEu(adres: string): string | undefined {
  const celex = /\b[356]\d{4}[a-z]{1,2}\d{4}\b/.exec(adres)?.[0];
  if (celex) return celex;
  const eli = /\/eli\/(reg|dir|dec)[a-z_]*\/(\d{4})\/(\d{1,4})/.exec(adres);
  if (eli) return `3${eli[2]}${ELI[eli[1] ?? ""]}${(eli[3] ?? "").padStart(4, "0")}`;
  if (!/europa\.eu/.test(adres)) return undefined;
  const com = /\bcom[^a-z0-9]*((?:19|20)\d\d)[^a-z0-9]+0*(\d{1,4})/.exec(adres);
  return com ? `com(${com[1]})${com[2]}` : /\boj:[a-z0-9:]+/.exec(adres)?.[0];
}

function readWeb(adres: string): string {
  const [, host = "", rest = ""] = /^(?:https?:\/\/)?(?:www\.)?([^/?#]+)([^#]*)/.exec(adres.replace(/\s+/g, "")) ?? [];
  const path = rest.replace(/[./]+$/, "");
  return path === ""
    ? `web:${host}`
    : `web:${host}/${createHash("sha256").update(path).digest("hex").slice(0, HASH_LENGTH)}`;
}

function decode(adres: string): string {
  try {
    return decodeURIComponent(adres);
  } catch {
    return adres;
  }
}
