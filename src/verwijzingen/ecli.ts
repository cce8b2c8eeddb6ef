/** Judgments. */
import { adresOfEcli } from "./adres.ts";
import { type Regel, regel } from "./verwijzing.ts";

/** "ECLI:NL:HR:2014:952", also with a semicolon for a colon. */
export const findEcli: Regel = regel(
  "ECLI[:;]\\s?(?<land>[A-Z]{2})[:;]\\s?(?<college>[A-Z][A-Z0-9]{0,6})[:;]\\s?(?<jaar>\\d{4})[:;]\\s?(?<nummer>[A-Z0-9](?:[A-Z0-9.]{0,23}[A-Z0-9])?)(?![A-Za-z0-9])",
  ({ groups = {} }) => ({
    soort: "ecli",
    url: adresOfEcli(`ECLI:${groups.land}:${groups.college}:${groups.jaar}:${groups.nummer}`),
  }),
);
