/** Brings a script of the site and what it imports down to one classic script, which runs over http and from file://. */
import { build } from "esbuild";

/**
 * Bundles the TypeScript module `entry` (a path) into one script without imports. The same sources give the same bytes.
 * @param prefix text put before the script, inside its own scope.
 * @throws when the module does not build; esbuild names file and line.
 */
export async function bundleScript(entry: string, prefix = ""): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    minify: true,
    logLevel: "silent",
    ...(prefix === "" ? {} : { banner: { js: `(()=>{${prefix}` }, footer: { js: "})();" } }),
  });
  const [file] = outputFiles;
  if (!file) throw new Error(`${entry}: esbuild gave no script`);
  return file.text;
}
