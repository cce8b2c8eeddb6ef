import type { Zoekmachine } from "../../../src/zoeken/opdracht.ts";

export async function openZoekmachine(): Promise<Zoekmachine> {
  throw new Error("no engine yet");
}
