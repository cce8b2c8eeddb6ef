/** The short notation of a target that tests/verwijzingen/vormen.ts and docs/formats/verwijzingen.md use. */
import type { GevondenVerwijzing } from "../../src/verwijzingen/vind.ts";

const KORT: readonly (readonly [RegExp, string])[] = [
  [/^https:\/\/zoek\.officielebekendmakingen\.nl\/kv-(?:tk-)?(.+)\.html$/, "kv:$1"],
  [/^https:\/\/zoek\.officielebekendmakingen\.nl\/(.+)\.html$/, "$1"],
  [/^https:\/\/zoek\.officielebekendmakingen\.nl\/(dossier\/.+)$/, "$1"],
  [/^https:\/\/www\.tweedekamer\.nl\/kamerstukken\/detail\?id=(.+)&did=\1$/, "$1"],
  [/^https:\/\/eur-lex\.europa\.eu\/legal-content\/NL\/TXT\/\?uri=(.+)$/, "$1"],
  [/^https:\/\/deeplink\.rechtspraak\.nl\/uitspraak\?id=(.+)$/, "$1"],
  [/^https:\/\/deeplink\.rechtspraak\.nl\/uitspraak\?ljn=(.+)$/, "LJN:$1"],
  [/^https:\/\/wetten\.overheid\.nl\/jci1\.3:c:(.+)&artikel=(.+)$/, "$1:$2"],
  [/^https:\/\/wetten\.overheid\.nl\/(.+)$/, "$1"],
];

export function doelVan({ url, onderdeel }: GevondenVerwijzing): string {
  const found = KORT.find(([pattern]) => url !== undefined && pattern.test(url));
  const adres = found && url ? url.replace(...found) : (url ?? "");
  return onderdeel ? `${adres}#${onderdeel.deel}-${onderdeel.nummer}` : adres;
}
