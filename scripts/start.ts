/** `npm start`: converts, builds, makes the search index, and serves the site on this computer until Ctrl-C. */
import { runBuild } from "./build.ts";
import { runStart } from "./start/run.ts";

process.exitCode = await runStart(process.argv.slice(2), runBuild);
