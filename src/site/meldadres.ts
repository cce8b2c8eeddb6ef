/** Where a reader reports a mistake: the operator's own mail address or form, filled in with what the page is. */
import { trouwteksten } from "../../templates/data/trouwteksten.ts";

/** What can be filled in at an address on the web. */
const VELDEN = ["sleutel", "pagina"] as const;

// One address, without anything that a mail program would read as a second header.
const MAIL = /^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/;

/**
 * Reads what an operator gave: `mailto:naam@voorbeeld.nl`, the same without `mailto:`, or an address that begins with
 * `https://` and may hold `{sleutel}` and `{pagina}`. `undefined` when it is none of these.
 */
export function readMeldadres(gegeven: string): string | undefined {
  const mail = gegeven.replace(/^mailto:/i, "");
  if (MAIL.test(mail)) return `mailto:${mail}`;
  const velden = [...gegeven.matchAll(/\{([^{}]*)\}/g)].map(([, veld]) => veld);
  const isBekend = velden.every((veld) => VELDEN.some((bekend) => bekend === veld));
  const gevuld = fill(gegeven, { sleutel: "x", pagina: "x" });
  const isAdres = /^https:\/\/[^\s/?#"<>]+(?:[/?#][^\s"<>{}]*)?$/.test(gevuld) && URL.canParse(gevuld);
  return isAdres && isBekend ? gegeven : undefined;
}

/** A page as it is named in a report. */
export interface Gemelde {
  readonly sleutel: string;
  /** Address of the page, or its path in the site where the site's address is not known. */
  readonly pagina: string;
}

/** The address to follow from one page. `meldadres` is what `readMeldadres` answered. */
export function toMeldlink(meldadres: string, gemelde: Gemelde): string {
  if (!meldadres.startsWith("mailto:")) return fill(meldadres, gemelde);
  const { onderwerp, bericht } = trouwteksten.melden;
  // Lines of a mail end in CR LF (RFC 6068).
  const body = bericht(gemelde.sleutel, gemelde.pagina).join("\r\n");
  return `${meldadres}?subject=${encodeURIComponent(onderwerp(gemelde.sleutel))}&body=${encodeURIComponent(body)}`;
}

/** The same from a page that is about no Kamervraag: nothing is filled in. */
export function toAlgemeneMeldlink(meldadres: string): string {
  return meldadres.startsWith("mailto:") ? meldadres : fill(meldadres, { sleutel: "", pagina: "" });
}

function fill(adres: string, velden: Gemelde): string {
  return VELDEN.reduce((gevuld, veld) => gevuld.replaceAll(`{${veld}}`, () => encodeURIComponent(velden[veld])), adres);
}
