/** Handelingen and their Aanhangsel. */
import { adresOfPublicatie } from "./adres.ts";
import { EIND, JAAR, K, KAMER, kamerOf, NR, S, vergaderjaarOf, W } from "./patronen.ts";
import { type Regel, regel } from "./verwijzing.ts";

const JAARGANG = `(?:(?:[Vv]ergaderjaar|[Vv]erg\\.${S}jaar)${W})?(?<jaar>${JAAR})`;
const IN_KAMER = `(?:(?<kamer>${KAMER})${K})?`;

/** "Aanhangsel Handelingen II 2019/20, nr. 89", "Aanhangsel van de Handelingen, vergaderjaar 2023–2024, nr. 76". */
export const findAanhangsel: Regel = regel(
  `Aanhangsel(?:${W}(?:(?:van|bij)${W}de${W}|der${W})?Handelingen)?${K}${IN_KAMER}${JAARGANG}${K}${NR}(?<nummer>\\d{1,4})${EIND}`,
  ({ groups }) => toAanhangsel(groups),
  "yu",
);

/** "Handelingen II 2020/21, nr. 45, item 3"; with the Aanhangsel behind it: "Handelingen II 2023/24, Aanhangsel, nr. 1045". */
export const findHandelingen: Regel = (tekst, van) => ITEM(tekst, van) ?? OMGEKEERD(tekst, van);

const ITEM = regel(
  `Handelingen${K}${IN_KAMER}${JAARGANG}${K}${NR}(?<nummer>\\d{1,3})${K}item${W}(?<item>\\d{1,3})${EIND}`,
  ({ groups = {} }) => {
    const jaar = vergaderjaarOf(groups.jaar ?? "");
    const url = adresOfPublicatie(`h-${kamerOf(groups.kamer)}-${jaar}-${Number(groups.nummer)}-${Number(groups.item)}`);
    return jaar ? { soort: "handelingen", url } : undefined;
  },
  "yu",
);
const OMGEKEERD = regel(
  `Handelingen${K}${IN_KAMER}${JAARGANG}${K}Aanhangsel(?:${W}van${W}de${W}Handelingen)?${K}${NR}(?<nummer>\\d{1,4})${EIND}`,
  ({ groups }) => toAanhangsel(groups),
  "yu",
);

function toAanhangsel(groups: Readonly<Record<string, string | undefined>> = {}) {
  const jaar = vergaderjaarOf(groups.jaar ?? "");
  if (!jaar) return undefined;
  const id = `ah-${kamerOf(groups.kamer)}-${jaar}-${Number(groups.nummer)}`;
  return { soort: "aanhangsel", url: adresOfPublicatie(id), kamervraag: id } as const;
}
