/** The files of one Kamervraag: its page and what lies beside it. */
import { pathOfSleutel } from "../../src/model/sleutel.ts";
import { VERMELDINGEINDES } from "../../src/site/aanhalen/view.ts";

/** Their endings. */
export const VORMEN = ["html", "md", "json", "txt", ...VERMELDINGEINDES] as const;

export type Vorm = (typeof VORMEN)[number];

/** Their paths, from the root of the site. */
export function pathsOfSleutel(sleutel: string): readonly string[] {
  const path = pathOfSleutel(sleutel);
  return VORMEN.map((vorm) => `${path}.${vorm}`);
}
