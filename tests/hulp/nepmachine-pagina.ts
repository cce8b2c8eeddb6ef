/** Takes the place of the page's own `machine.ts` in tests of the page alone. */
import type { Zoekmachine } from "../../src/zoeken/opdracht.ts";
import { makeNepmachine } from "./nepmachine.ts";

export function openZoekmachine(): Zoekmachine & { readonly begin: () => void } {
  const machine = makeNepmachine(
    Reflect.get(globalThis, "nepdocumenten") ?? [],
    () => Reflect.get(globalThis, "nepstand") ?? {},
  );
  return { ...machine, begin: () => undefined };
}
