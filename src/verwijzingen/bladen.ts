/** Staatsblad, Staatscourant, Tractatenblad. */
import { adresOfPublicatie } from "./adres.ts";
import { EIND, K, NR, S } from "./patronen.ts";
import { type Regel, regel } from "./verwijzing.ts";

const REEKSEN: Readonly<Record<string, "stb" | "stcrt" | "trb">> = {
  stb: "stb",
  staatsblad: "stb",
  stcrt: "stcrt",
  staatscourant: "stcrt",
  trb: "trb",
  tractatenblad: "trb",
};

/** "Stb. 2019, 123", "Staatscourant 2021, nr. 1234", "Trb. 1966, 91". */
export const findBlad: Regel = regel(
  `(?<blad>[Ss]tb|STB|[Ss]taatsblad|[Ss]tcrt|[Ss]taatscourant|[Tt]rb|[Tt]ractatenblad)\\.?${K}(?<jaar>(?:18|19|20)\\d\\d)(?:${S},${S}(?:${NR})?|${S}${NR})(?<nummer>\\d{1,6})${EIND}(?!\\.\\d)`,
  ({ groups = {} }) => {
    const reeks = REEKSEN[groups.blad?.toLowerCase() ?? ""];
    return reeks && { soort: reeks, url: adresOfPublicatie(`${reeks}-${groups.jaar}-${Number(groups.nummer)}`) };
  },
  "yu",
);
