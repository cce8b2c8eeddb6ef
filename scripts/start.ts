/** `npm start`: converts, builds, makes the search index, and serves the site on this computer until Ctrl-C. */
import { runBuild } from "./build.ts";
import { run } from "./opties.ts";
import { runStart } from "./start/run.ts";

await run((args) => runStart(args, runBuild));
