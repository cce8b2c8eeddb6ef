/** Numbers of the Tweede Kamer, and official identifiers as such. */
import { adresOfKamerdocument, adresOfPublicatie, kamervraagOfAdres, soortOfAdres } from "./adres.ts";
import { EIND } from "./patronen.ts";
import { type Regel, regel } from "./verwijzing.ts";

/** "2021Z18968", "2021z 18968". */
export const findVraagnummer: Regel = regel(
  `(?<jaar>(?:19|20)\\d\\d)[Zz]\\s?(?<volg>\\d{4,6})${EIND}`,
  ({ groups = {} }) => {
    const nummer = `${groups.jaar}Z${groups.volg}`;
    return { soort: "kamervraag", url: adresOfPublicatie(`kv-tk-${nummer}`), kamervraag: nummer };
  },
  "yu",
);

/** "2021D43210": a document of the Tweede Kamer. */
export const findKamerdocument: Regel = regel(
  `20\\d\\dD\\d{5}${EIND}`,
  ([nummer]) => ({ soort: "kamerstuk", url: adresOfKamerdocument(nummer) }),
  "yu",
);

/** "kst-36229-1", "ah-tk-20192020-89", "stb-2019-123". */
export const findIdentificatie: Regel = regel(
  `(?:(?:kst|blg|nds)-[0-9A-Za-z]{4,12}|(?:ah|kv|h|ag)-(?:(?:tk|ek|vv)-)?[0-9][0-9A-Za-z]{3,12}|(?:stb|stcrt|trb)-\\d{4}-\\d{1,6})(?:-[0-9A-Za-z]{1,10}){0,4}${EIND}`,
  ([id]) => {
    const url = adresOfPublicatie(id);
    const kamervraag = kamervraagOfAdres(url);
    return { soort: soortOfAdres(url), url, ...(kamervraag ? { kamervraag } : {}) };
  },
  "yu",
);
