/** A name in its parts, as reference managers want it. */

/** A person: by parts where they are certain, else as one whole. */
export type Persoon =
  | { readonly letterlijk: string }
  | { readonly voornaam?: string; readonly tussenvoegsel?: string; readonly achternaam: string };

// Written apart before a surname, and passed over in Dutch sorting.
const TUSSENVOEGSELS = new Set(
  "aan bij d' da de del della den der des di do dos du het in l' la las le los 't ’t 's ’s onder op over te ten ter tho toe tot uit uijt van vanden vander voor von zu zum zur".split(
    " ",
  ),
);

/**
 * Takes a name apart: "Jan van Voorbeeld" gives voornaam "Jan", tussenvoegsel "van", achternaam "Voorbeeld"; "Van Voorbeeld"
 * has no voornaam. A tussenvoegsel keeps its capital. What can be read in two ways ("Anna Bedacht Verzonnen": one first name
 * or two?) stays whole: nothing is guessed.
 */
export function toPersoon(naam: string): Persoon {
  const woorden = naam.split(/\s+/).filter((woord) => woord !== "");
  const van = woorden.findIndex((woord, index) => index < woorden.length - 1 && isTussenvoegsel(woord));
  if (van !== -1) {
    let tot = van + 1;
    while (tot < woorden.length - 1 && isTussenvoegsel(woorden[tot] ?? "")) tot += 1;
    return {
      ...(van > 0 ? { voornaam: woorden.slice(0, van).join(" ") } : {}),
      tussenvoegsel: woorden.slice(van, tot).join(" "),
      achternaam: woorden.slice(tot).join(" "),
    };
  }
  const [first = "", ...rest] = woorden;
  if (woorden.length === 1) return { achternaam: first };
  // Metadata turns some names round: "Voorbeeld J.A.".
  const last = woorden.at(-1) ?? "";
  if (isVoorletters(last) && !isVoorletters(first))
    return { voornaam: last, achternaam: woorden.slice(0, -1).join(" ") };
  const initials = woorden.findIndex((woord) => !isVoorletters(woord));
  if (initials > 0) {
    return { voornaam: woorden.slice(0, initials).join(" "), achternaam: woorden.slice(initials).join(" ") };
  }
  if (rest.length === 1) return { voornaam: first, achternaam: last };
  return { letterlijk: woorden.join(" ") };
}

function isTussenvoegsel(woord: string): boolean {
  return TUSSENVOEGSELS.has(woord.toLowerCase());
}

// "A.", "A.B.", "Th.C.": ends in a point and is short.
function isVoorletters(woord: string): boolean {
  return woord.length <= 24 && /^(?:\p{Lu}\p{Ll}{0,2}\.-?){1,8}$/u.test(woord);
}
