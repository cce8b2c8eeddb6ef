/** Which other Kamervragen a page shows as being about the same, and why. */
import type { Gelijkenis } from "../vergelijkbaar/vergelijking.ts";
import type { PaginaContext } from "./pagina.ts";
import { type AndereView, toAndere } from "./samenhang.ts";

export interface VergelijkbareView extends AndereView {
  /** The words in common, ready to print; empty when no word tells anything, as in a small archive. */
  readonly woorden: string;
  readonly isVrijwelGelijk: boolean;
}

export interface VergelijkbaarView {
  readonly rijen: readonly VergelijkbareView[];
}

/** Shapes the Kamervragen like this one, the most alike first; nothing when there are none. */
export function toVergelijkbaar(
  sleutel: string,
  context: PaginaContext,
): { readonly vergelijkbaar?: VergelijkbaarView } {
  const { archief } = context;
  if (!archief) return {};
  const rijen = archief.findGelijke(sleutel).map(({ sleutel: ander, woorden, isVrijwelGelijk }: Gelijkenis) => ({
    ...toAndere(ander, context, archief),
    woorden: woorden.join(", "),
    isVrijwelGelijk,
  }));
  return rijen.length > 0 ? { vergelijkbaar: { rijen } } : {};
}
