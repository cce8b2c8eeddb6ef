/** Official addresses of what references point to, and what an address says of its target. */
import type { VerwijzingSoort } from "./verwijzing.ts";

/** The address for readers of a publication: `kst-36229-1` -> …/kst-36229-1.html. */
export function adresOfPublicatie(id: string): string {
  return `https://zoek.officielebekendmakingen.nl/${id}.html`;
}

/** The page of a dossier: `34550-VI`. */
export function adresOfDossier(dossier: string): string {
  return `https://zoek.officielebekendmakingen.nl/dossier/${dossier}`;
}

/** A document of the Tweede Kamer: `2021D43210`. */
export function adresOfKamerdocument(nummer: string): string {
  return `https://www.tweedekamer.nl/kamerstukken/detail?id=${nummer}&did=${nummer}`;
}

/** A document of the European Union by its CELEX number: `32016R0679`. */
export function adresOfCelex(celex: string): string {
  return `https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:${celex}`;
}

/** A judgment by its ECLI. */
export function adresOfEcli(ecli: string): string {
  return `https://deeplink.rechtspraak.nl/uitspraak?id=${ecli}`;
}

/** A law, or one article of it: `BWBR0005537`, `3:4`. */
export function adresOfWet(bwb: string, artikel?: string): string {
  return artikel === undefined
    ? `https://wetten.overheid.nl/${bwb}`
    : `https://wetten.overheid.nl/jci1.3:c:${bwb}&artikel=${artikel}`;
}

const SOORTEN: readonly (readonly [RegExp, VerwijzingSoort])[] = [
  [/officielebekendmakingen\.nl\/(?:kst|blg|nds)-|officielebekendmakingen\.nl\/dossier\//, "kamerstuk"],
  [/officielebekendmakingen\.nl\/ah-/, "aanhangsel"],
  [/officielebekendmakingen\.nl\/kv-/, "kamervraag"],
  [/officielebekendmakingen\.nl\/(?:h|ag)-/, "handelingen"],
  [/officielebekendmakingen\.nl\/stb-/, "stb"],
  [/officielebekendmakingen\.nl\/stcrt-/, "stcrt"],
  [/officielebekendmakingen\.nl\/trb-/, "trb"],
  [/wetten\.overheid\.nl\//, "wet"],
  [/eur-lex\.europa\.eu\/|data\.europa\.eu\/eli\//, "eu"],
  [/deeplink\.rechtspraak\.nl\//, "ecli"],
];

/** The kind of reference that a link to this address is; `web` for any address that is not an official one. */
export function soortOfAdres(url: string): VerwijzingSoort {
  return SOORTEN.find(([pattern]) => pattern.test(url))?.[1] ?? "web";
}

const PUBLICATIE =
  /(?:officielebekendmakingen\.nl|overheidspublicaties\.nl|repository\.overheid\.nl)\/(?:[^?#\s]{0,200}\/)?((?:ah|kv)-[A-Za-z0-9-]{1,60})(?=[./?#]|$)/;
const ZAAK =
  /(?:tweedekamer\.nl|openkamer\.org|officielebekendmakingen\.nl)\/[^\s]{0,400}?((?:19|20)\d\d[Zz]\d{4,6})(?![0-9A-Za-z])/;

/**
 * The Kamervraag document that an address is of: `ah-tk-20192020-89`, `kv-tk-2021Z18968`, `2021Z18968` (a page of the
 * Tweede Kamer or of openkamer.org). `undefined` when it is something else, or does not say.
 */
export function kamervraagOfAdres(url: string): string | undefined {
  const publicatie = PUBLICATIE.exec(url)?.[1];
  if (publicatie) return publicatie.replace(/(?<=\d)z(?=\d)/, "Z");
  return ZAAK.exec(url)?.[1]?.toUpperCase();
}
