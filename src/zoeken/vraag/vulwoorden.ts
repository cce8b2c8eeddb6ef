/**
 * Words that say nothing about the subject of a question: articles, pronouns, prepositions, question words, auxiliary
 * verbs. Folded: without accents. "der", "den" and "ter" are none: they tell Van der Berg from Berg. Beside other words they are left out, in an archive of any size; what stands on a third
 * of all pages is left out as well, but that only the archive can tell.
 */
export const VULWOORDEN: ReadonlySet<string> = new Set(
  `
  de het een deze die dit dat
  ik mij mijn u uw we wij ons onze je jij jouw hij hem zijn haar ze zij hun hen er men zich wie
  aan achter als beneden bij binnen boven buiten door in met na naar naast of om onder op over per rond sinds te tegen tijdens toe tot tussen uit van vanaf vanuit via volgens voor wegens zonder
  en maar want dus omdat doordat dan nog ook wel niet alle
  wat waar waarom waarover wanneer welk welke hoe hoeveel hoezo is ben bent was waren geweest word wordt worden werd werden
  heb hebt heeft hebben had hadden kan kunt kunnen kon konden zal zult zullen zou zouden mag mogen mocht moet moeten moest
  wil wilt willen gaat gaan ging doet doen deed gedaan komt komen zegt zeggen vindt zit
`
    .trim()
    .split(/\s+/u),
);
