/** Judgments. */
import { adresOfEcli, adresOfLjn } from "./adres.ts";
import { EIND } from "./patronen.ts";
import { type Regel, regel } from "./verwijzing.ts";

/** "ECLI:NL:HR:2014:952", also with a semicolon for a colon. */
export const findEcli: Regel = regel(
  "(?:ECLI[:;]\\s?|(?=NL:))(?<land>[A-Z]{2})-?[:;]\\s?(?<college>[A-Z][A-Z0-9]{0,6})[:;]\\s?(?<jaar>\\d{4})[:;]\\s?(?<nummer>[A-Z0-9](?:[A-Z0-9.]{0,23}[A-Z0-9])?)(?![A-Za-z0-9])",
  ({ groups = {} }) => ({
    soort: "ecli",
    url: adresOfEcli(`ECLI:${groups.land}:${groups.college}:${groups.jaar}:${groups.nummer}`),
  }),
);

/** "LJN AV0653": the number of a judgment from before the ECLI. */
export const findLjn: Regel = regel(
  `LJN(?:-nummer|-nr\\.?)?:?\\s{0,2}(?<nummer>[A-Z]{2}\\s?\\d{4})${EIND}`,
  ({ groups = {} }) => ({ soort: "ecli", url: adresOfLjn((groups.nummer ?? "").replace(/\s/g, "")) }),
  "yu",
);
