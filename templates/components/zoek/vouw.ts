/** Small letters without accents, words apart by one space: "Özütok-De Vries" becomes "ozutok de vries". */
export function fold(tekst: string): string {
  return tekst
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
