/** What the page and the worker tell each other. */
import type { Zoekmachine, Zoekopdracht } from "../../../src/zoeken/opdracht.ts";

/** From the page to the worker. */
export type Paginabericht =
  | { readonly soort: "zoek" | "tel"; readonly nummer: number; readonly opdracht: Zoekopdracht }
  | { readonly soort: "stelVoor"; readonly nummer: number; readonly woord: string }
  /** A question that needs no answer any more. */
  | { readonly soort: "vervallen"; readonly nummer: number }
  | { readonly soort: "bytes"; readonly key: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly soort: "geenBytes"; readonly key: string; readonly reden: string };

/** From the worker to the page. */
export type Werkerbericht =
  | { readonly soort: "klaar" }
  | { readonly soort: "haal"; readonly key: string }
  | { readonly soort: "antwoord"; readonly nummer: number; readonly antwoord: unknown }
  | { readonly soort: "fout"; readonly nummer: number; readonly reden: string };

/** Under this name the script leaves the engine when it does not run in a worker. */
export const ZOEKMOTOR = "kamervragenZoekmotor";

/** What stands under that name. */
export type OpenZoekmotor = (haal: (key: string) => Promise<Uint8Array<ArrayBuffer>>) => Zoekmachine;

/** Key of the script of the engine. */
export const MOTOR_KEY = "zoekmotor.js";
