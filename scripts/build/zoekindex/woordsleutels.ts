/** Words with what is added for each, in one text: there are many, and most go from build to build as they are. */
export type Woordsleutels = ReadonlyMap<string, string>;

/** Stands in no word: the engine cuts words at white space. */
const SCHEIDING = "\t";

export function joinSleutels(sleutels: readonly string[]): string {
  return sleutels.join(SCHEIDING);
}

/** The words to add of one word; `undefined` for one that has none. */
export function splitSleutels(sleutels: string | undefined): readonly string[] {
  return sleutels === undefined || sleutels === "" ? [] : sleutels.split(SCHEIDING);
}

/** All of them as one text, a line for each word. */
export function writeSleutels(sleutels: Woordsleutels): string {
  const regels: string[] = [];
  for (const [woord, eigen] of sleutels) if (eigen !== "") regels.push(`${woord}${SCHEIDING}${eigen}`);
  return regels.join("\n");
}

export function readSleutels(tekst: string): Woordsleutels {
  const sleutels = new Map<string, string>();
  for (const regel of tekst === "" ? [] : tekst.split("\n")) {
    const tab = regel.indexOf(SCHEIDING);
    sleutels.set(regel.slice(0, tab), regel.slice(tab + 1));
  }
  return sleutels;
}
