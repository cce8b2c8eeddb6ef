/** From Markdown to an engine that can be asked: the pages of the Kamervragen and their index, without the rest of a site. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import nunjucks from "nunjucks";
import { pathOfSleutel } from "../../../src/model/sleutel.ts";
import { createOmgeving } from "../../../src/site/omgeving.ts";
import { type Registerpost, toRegisterpost } from "../../../src/site/register.ts";
import { createRenderer } from "../../../src/site/render.ts";
import { extractGlue } from "../../../src/zoeken/motor/lijm.ts";
import { createMotor, type Motor } from "../../../src/zoeken/motor/motor.ts";
import type { MaakBackend } from "../../../src/zoeken/motor/wasm.ts";
import { sortPlaatsbaar } from "../../../src/zoeken/paginas.ts";
import { listKamervragen, readKamervragen } from "../../build/kamervragen.ts";
import { buildZoekindex } from "../../build/zoekindex.ts";
import { toZoektabellen } from "../../build/zoektabellen.ts";

export interface Zoekbaar {
  readonly motor: Motor;
  /** Key of each page by its number in the index. */
  readonly sleutels: readonly string[];
}

/** After the newest day of the collection: nothing is due. */
const PEILDATUM = "2026-01-01";
const PROJECT_ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** Renders every Kamervraag below `inhoud` to `site`, indexes them, and opens the engine. */
export async function buildZoekbaar(inhoud: string, site: string): Promise<Zoekbaar> {
  const renderer = createRenderer(createOmgeving(new nunjucks.FileSystemLoader(join(PROJECT_ROOT, "templates"))));
  const posten: Registerpost[] = [];
  for (const { kamervraag } of readKamervragen(inhoud, await listKamervragen(inhoud))) {
    const file = join(site, `${pathOfSleutel(kamervraag.sleutel)}.html`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, renderer.renderKamervraag(kamervraag, { peildatum: PEILDATUM }));
    posten.push(toRegisterpost(kamervraag));
  }
  const gesorteerd = sortPlaatsbaar(posten);
  await buildZoekindex({ site, ...toZoektabellen(gesorteerd, PEILDATUM) });
  return { motor: openMotor(site), sleutels: gesorteerd.map(({ sleutel }) => sleutel) };
}

/** Opens the engine on the index of a built site. */
export function openMotor(site: string): Motor {
  const lees = (key: string) => readFileSync(join(site, "pagefind", key));
  return createMotor({
    haal: async (key) => new Uint8Array(lees(key)),
    maakBackend: makeBackend(lees("pagefind.js").toString()),
  });
}

function makeBackend(script: string): MaakBackend {
  const make: unknown = new Function(`${extractGlue(script)};return maakZoekbackend`)();
  if (!isMaakBackend(make)) throw new Error("the glue defines no function");
  return make;
}

function isMaakBackend(value: unknown): value is MaakBackend {
  return typeof value === "function";
}
