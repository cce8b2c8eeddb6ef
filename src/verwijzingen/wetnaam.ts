/** Finds the name of a law or of a European act at a place in a text, by the words it is made of. */
import { EU_NAMEN } from "./eu-namen.ts";
import { WETTEN } from "./wetten.ts";

/** What a name means: a law, the Burgerlijk Wetboek (no law by itself), or a European act. */
export interface Genoemd {
  readonly tot: number;
  readonly bwb?: string;
  readonly celex?: string;
  readonly isBurgerlijkWetboek?: boolean;
  /** An abbreviation names a law behind an article only. */
  readonly isAfkorting: boolean;
}

type Doel = Omit<Genoemd, "tot">;
interface Knoop {
  readonly verder: Map<string, Knoop>;
  doel?: Doel;
  /** The name as written, where capitals tell it from a word ("Sr", "WW"). */
  precies?: ReadonlyMap<string, Doel>;
}

const knoop = (): Knoop => ({ verder: new Map() });
const WORTEL = knoop();

for (const { bwb, titels, afkortingen } of WETTEN) {
  for (const titel of titels) addTitel(titel, { bwb, isAfkorting: false });
  for (const afkorting of afkortingen) addAfkorting(afkorting, { bwb, isAfkorting: true });
}
addTitel("Burgerlijk Wetboek", { isBurgerlijkWetboek: true, isAfkorting: false });
addAfkorting("BW", { isBurgerlijkWetboek: true, isAfkorting: true });
for (const [celex, ...namen] of EU_NAMEN)
  for (const naam of namen)
    if (naam === "AVG" || naam === "Eurowob") addAfkorting(naam, { celex, isAfkorting: false });
    else addTitel(naam, { celex, isAfkorting: false });

function addTitel(titel: string, doel: Doel): void {
  reach(titel).doel = doel;
}

function addAfkorting(afkorting: string, doel: Doel): void {
  const at = reach(afkorting);
  at.precies = new Map([...(at.precies ?? []), [afkorting.split(" ").at(-1) ?? "", doel]]);
}

function reach(naam: string): Knoop {
  let at = WORTEL;
  for (const word of naam.toLowerCase().replaceAll(",", "").split(" ")) {
    const next = at.verder.get(word) ?? knoop();
    at.verder.set(word, next);
    at = next;
  }
  return at;
}

/** The first words of all names in lower case: where a search for names must look. */
export const EERSTE_WOORDEN: readonly string[] = [...WORTEL.verder.keys()];

const WOORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]{0,40}/uy;
const TUSSEN = /,?\s{1,3}/y;
// Behind a name, what makes it another law's: "Gemeentewet BES", "Grondwet van Suriname".
const ANDER_LAND =
  /\s{1,3}(?:BES|Bonaire|Aruba|Curaçao|Sint Maarten|(?:van|voor)\s{1,3}(?:(?:de|het|een)\s{1,3})?(?:Europese|Europa|EU|Aruba|Curaçao|Sint|Suriname|Duitsland|België|Frankrijk|Verenigde|Bonaire|Rusland|Oekraïne|Hongarije|Polen))(?![\p{L}])/uy;

/** One word of a name, also broken by the end of a line ("vennoot-schapsbelasting") or run into the next ("Gemeentewetzouden"). */
function findKnoop({ verder }: Knoop, word: string): readonly [Knoop | undefined, number] {
  const bare = word.toLowerCase();
  const next = verder.get(bare) ?? (bare.includes("-") ? verder.get(bare.replaceAll("-", "")) : undefined);
  if (next) return [next, word.length];
  const glued = /^\p{L}{3,30}?wet(?=(?:zou|zul|is|kan|kun|wordt|en|die|dat|de|van|voor|in|op|niet)\p{Ll}*$)/u.exec(
    bare,
  )?.[0];
  return glued ? [verder.get(glued), glued.length] : [undefined, 0];
}

/** The longest name that begins at `van`. */
export function findNaam(tekst: string, van: number): Genoemd | undefined {
  let at = van;
  let from = WORTEL;
  let best: Genoemd | undefined;
  for (;;) {
    WOORD.lastIndex = at;
    const word = WOORD.exec(tekst)?.[0];
    if (word === undefined) break;
    const [next, length] = findKnoop(from, word);
    if (!next) break;
    at += length;
    const doel = next.precies?.get(word.slice(0, length)) ?? next.doel;
    if (doel) best = { ...doel, tot: at };
    from = next;
    TUSSEN.lastIndex = at;
    const gap = TUSSEN.exec(tekst)?.[0];
    if (gap === undefined) break;
    at += gap.length;
  }
  if (!best) return undefined;
  ANDER_LAND.lastIndex = best.tot;
  return ANDER_LAND.test(tekst) ? undefined : best;
}
