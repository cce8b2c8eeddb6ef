import { vouwLetters } from "../../../src/zoeken/vraag/vouw.ts";

/** Small letters without accents, words apart by one space: "Özütok-De Łódź" becomes "ozutok de lodz". */
export function fold(tekst: string): string {
  return vouwLetters(tekst.toLowerCase().normalize("NFD").replace(/\p{M}/gu, ""))
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
