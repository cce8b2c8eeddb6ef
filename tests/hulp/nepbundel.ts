/** The script of the search page with the stand-in engine in the place of the real one. */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Bundles `templates/components/zoek/script.ts`; what it searches is in `globalThis.nepdocumenten`. */
export async function bundleNepscript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [here("../../templates/components/zoek/script.ts")],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    plugins: [
      {
        name: "stand-in engine",
        setup(bundel) {
          bundel.onResolve({ filter: /\/machine\.ts$/ }, ({ importer }) =>
            importer.endsWith("script.ts") ? { path: here("nepmachine-pagina.ts") } : undefined,
          );
        },
      },
    ],
  });
  return outputFiles[0]?.text ?? "";
}
