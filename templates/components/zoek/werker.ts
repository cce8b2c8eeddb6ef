/**
 * The search engine as a script of its own, `pagefind/zoekmotor.js`; the build puts Pagefind's functions before it. In a
 * worker it answers messages; on the page it leaves a function that opens the engine. It loads nothing itself: it asks the
 * page for bytes by key.
 */
import { createMotor } from "../../../src/zoeken/motor/motor.ts";
import type { Backend } from "../../../src/zoeken/motor/wasm.ts";
import { type OpenZoekmotor, type Paginabericht, type Werkerbericht, ZOEKMOTOR } from "./bericht.ts";
import { openRust } from "./rust.ts";

/** Defined by the text that the build puts before this script (`extractGlue`). */
declare function maakZoekbackend(): Backend;

if (typeof document === "undefined") startWerker();
else {
  const open: OpenZoekmotor = (haal) => createMotor({ haal, maakBackend: maakZoekbackend, rust: openRust() });
  Reflect.set(globalThis, ZOEKMOTOR, open);
}

function startWerker(): void {
  const wachtend = new Map<string, { resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void }>();
  const vervallen = new Set<number>();
  const post = (bericht: Werkerbericht) => postMessage(bericht);
  const motor = createMotor({
    maakBackend: maakZoekbackend,
    // Messages that came in meanwhile are read first: a newer question can make this one needless.
    rust: openRust(),
    haal: (key) =>
      new Promise((resolve, reject) => {
        wachtend.set(key, { resolve, reject });
        post({ soort: "haal", key });
      }),
  });
  const answer = async (nummer: number, ask: () => Promise<unknown>) => {
    try {
      post({ soort: "antwoord", nummer, antwoord: await ask() });
    } catch (error) {
      post({ soort: "fout", nummer, reden: error instanceof Error ? error.message : String(error) });
    } finally {
      vervallen.delete(nummer);
    }
  };
  addEventListener("message", ({ data }: MessageEvent<Paginabericht>) => {
    switch (data.soort) {
      case "zoek":
      case "tel":
        return answer(data.nummer, () =>
          motor[data.soort](data.opdracht, { isVervallen: () => vervallen.has(data.nummer) }),
        );
      case "stelVoor":
        return answer(data.nummer, () => motor.stelVoor(data.woord));
      case "vervallen":
        return vervallen.add(data.nummer);
      case "bytes":
        wachtend.get(data.key)?.resolve(data.bytes);
        return wachtend.delete(data.key);
      case "geenBytes":
        wachtend.get(data.key)?.reject(new Error(data.reden));
        return wachtend.delete(data.key);
    }
  });
  post({ soort: "klaar" });
}
