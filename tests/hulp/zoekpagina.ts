/** The search page by itself, without the site around it: its own template, style and script over a tiny index. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import nunjucks from "nunjucks";
import { buildZoekindex } from "../../scripts/build/zoekindex.ts";
import { zoekteksten } from "../../templates/data/zoekteksten.ts";
import { type MiniKamervraag, writeMinisite } from "./minisite.ts";

const templates = fileURLToPath(new URL("../../templates/", import.meta.url));
const COMPONENT = join(templates, "components/zoek");

/** Stand-ins for the tokens of the site, with its contrasts, and the class that hides what is only heard. */
const TOKENS = `:root { color-scheme: light dark; --papier: light-dark(#fbfcfa, #131614); --inkt: light-dark(#181b19, #e6e9e5);
--inkt-2: light-dark(#4a504c, #adb4ae); --haarlijn: light-dark(#c9cec9, #3a403c); --rand: light-dark(#727973, #858d87);
--accent: light-dark(#14593f, #8fd0ad); --merk: light-dark(#ffe69a, #5a4b0d); --stap: 0.4375rem; --maat: 37rem;
--lees: 1.1875rem/1.75rem serif; --klein: 0.9375rem/1.3125rem sans-serif; --label: 0.8125rem/1.3125rem sans-serif; --kop-2: 1.4375rem/1.75rem serif; }
body { margin: 1rem; background: var(--papier); color: var(--inkt); font: var(--klein); overflow-wrap: break-word; } a { color: var(--accent); }
mark { background: var(--merk); color: inherit; } ol, ul { list-style: none; margin: 0; padding: 0; }
.stil { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }`;

/** Writes a site with these Kamervragen, `zoeken.html` and, unless told otherwise, the index. */
export async function writeZoeksite(
  site: string,
  kamervragen: readonly MiniKamervraag[],
  hasIndex = true,
): Promise<void> {
  await writeMinisite(site, kamervragen);
  await writeFile(join(site, "zoeken.html"), await renderZoekpagina());
  await writeFile(join(site, "zoek.js"), await readFile(join(COMPONENT, "script.js")));
  if (hasIndex) await buildZoekindex({ site });
}

async function renderZoekpagina(): Promise<string> {
  const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(templates), { autoescape: true });
  const content = environment.renderString(
    `{% from "components/zoek/macro.njk" import zoekpagina %}{{ zoekpagina({ teksten: zoekteksten, lijsten: lijsten }) }}`,
    { zoekteksten, lijsten: [{ path: "indieners.html", titel: "Indieners" }] },
  );
  const style = await readFile(join(COMPONENT, "style.css"), "utf8");
  return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Zoeken</title><link rel="icon" href="data:,"><style>${TOKENS}${style}</style><script src="zoek.js" defer></script></head>
<body><main><h1>Zoeken</h1>${content}</main></body></html>`;
}
