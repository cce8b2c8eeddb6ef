/** Texts that are nothing but paragraphs and note calls: most of an archive, and read at a glance, without markdown-it. */

// What can be mark-up wherever it stands, and what can be at the begin of a line.
const OPMAAK = /[\\`*_[\]<>&^~#|\0\r]/;
const OPMAAK_VOORAAN = /^(?:[-+=:]|\d{1,9}[.)])/;
const NOOTMERK = /(?<!!)\[\^[va][1-9]\d{0,7}\]/g;

/**
 * Whether a text is nothing but paragraphs, with an empty line between each two, and note calls. Such a text reads as it
 * stands; what any other means, markdown-it has to say. Where in doubt the answer is no.
 */
export function isAlleenAlineas(tekst: string): boolean {
  const bare = tekst.includes("[^") ? tekst.replace(NOOTMERK, "n") : tekst;
  if (OPMAAK.test(bare) || bare.includes("\n\n\n") || bare.trim() !== bare) return false;
  return bare.split("\n").every((regel) => regel.trim() === regel && !OPMAAK_VOORAAN.test(regel));
}
