/** `npm start`: converts, builds, makes the search index, and serves the site on this computer until Ctrl-C. */
import { waitForAbort } from "./afbreken.ts";
import { runBuild } from "./build.ts";
import { run } from "./opties.ts";
import { runStart } from "./start/run.ts";

await run((args, voortgang) =>
  runStart(args, (buildArgs) => runBuild(buildArgs, voortgang), { stopped: waitForAbort(voortgang.signal) }),
);
