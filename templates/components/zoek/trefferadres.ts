/** Where a hit leads: the Kamervraag, the words to mark there, the vraag or antwoord. */
import type { Treffer } from "../../../src/zoeken/opdracht.ts";

/** More words than this are not marked on the page reached: an address has to stay one that can be sent. */
const MAX_VORMEN = 20;

/** The address of a hit: the words to mark, then the anchor. */
export function addressOfTreffer({ adres, vormen }: Pick<Treffer, "adres" | "vormen">, anker?: string): string {
  const zoek = vormen.slice(0, MAX_VORMEN).join(" ");
  const vraag = zoek === "" ? "" : `?${new URLSearchParams({ zoek })}`;
  return `${adres}${vraag}${anker === undefined ? "" : `#${encodeURIComponent(anker)}`}`;
}
