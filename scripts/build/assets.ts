/** Gathers what pages load beside their own text: one style sheet, the scripts of components, the fonts. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { joinStijlbladen, type Stijlblad } from "../../src/site/stijl.ts";
import { bundleScript } from "./bundel-script.ts";

export interface Asset {
  /** Path from the root of the site. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Reads all assets below `templates`, sorted by path. A `script.ts` is bundled with what it imports; a `script.js` goes as it is. */
export async function readAssets(templates: string): Promise<readonly Asset[]> {
  const fonts = await readFolder(join(templates, "fonts"));
  const components = (await readdir(join(templates, "components"), { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const stijlbladen: Stijlblad[] = [];
  const scripts: Asset[] = [];
  for (const name of (await readdir(join(templates, "styles"))).sort()) {
    const path = `styles/${name}`;
    stijlbladen.push({ path, css: await readFile(join(templates, path), "utf8") });
  }
  for (const component of components) {
    const names = await readdir(join(templates, "components", component));
    const path = `components/${component}`;
    if (names.includes("style.css")) {
      stijlbladen.push({ path: `${path}/style.css`, css: await readFile(join(templates, path, "style.css"), "utf8") });
    }
    if (names.includes("script.ts")) {
      scripts.push({
        path: `assets/${component}.js`,
        content: await bundleScript(join(templates, path, "script.ts")),
      });
    }
    if (names.includes("script.js")) {
      scripts.push({
        path: `assets/${component}.js`,
        content: await readFile(join(templates, path, "script.js"), "utf8"),
      });
    }
  }
  return [
    { path: "assets/stijl.css", content: joinStijlbladen(stijlbladen) },
    ...(await readFolder(join(templates, "beeld"))).map(({ name, content }) => ({ path: `assets/${name}`, content })),
    ...scripts,
    ...fonts.map(({ name, content }) => ({ path: `assets/fonts/${name}`, content })),
  ];
}

async function readFolder(folder: string): Promise<readonly { readonly name: string; readonly content: Uint8Array }[]> {
  const names = (await readdir(folder)).sort();
  return Promise.all(names.map(async (name) => ({ name, content: await readFile(join(folder, name)) })));
}
