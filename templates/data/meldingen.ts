import type { Diagnostiek } from "../../src/model/kamervraag.ts";

/** The Dutch sentence to a remark about a source. */
export function meldingOf(diagnostiek: Diagnostiek): string {
  return diagnostiek.code;
}
