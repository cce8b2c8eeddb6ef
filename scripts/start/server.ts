/** The local server of `npm start`: the built folder as it would stand on any web host. No port scan, no cache, no rewriting. */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import sirv from "sirv";
import { UserError } from "../../src/model/user-error.ts";

export const DEFAULT_PORT = 8080;
const DEFAULT_HOST = "127.0.0.1";
const PORTS_TRIED = 20;

export interface ServeOptions {
  /** Folder of the built site. */
  readonly site: string;
  /** The port asked for. Without it 8080 is taken, or the first free port after it. */
  readonly poort?: number | undefined;
  readonly host?: string;
}

export interface RunningServer {
  /** Address to open in a browser, with a closing slash. */
  readonly url: string;
  readonly port: number;
  /** Stops listening and breaks off what is still open. */
  close(): Promise<void>;
}

/**
 * Serves a folder and resolves when it listens.
 * @throws UserError when `poort` was given and is taken, or when no port after 8080 is free.
 */
export async function serve({ site, poort, host = DEFAULT_HOST }: ServeOptions): Promise<RunningServer> {
  const server = createArchiefServer(site);
  const first = poort ?? DEFAULT_PORT;
  const last = poort === undefined ? DEFAULT_PORT + PORTS_TRIED : first;
  for (let port = first; port <= last; port += 1) {
    if (await listen(server, port, host)) return toRunning(server, host);
  }
  throw new UserError({
    where: "npm start",
    what: poort === undefined ? `geen vrije poort tussen ${first} en ${last}` : `poort ${poort} is al in gebruik`,
    mend: poort === undefined ? "kies er zelf een met --poort" : "kies een andere met --poort, of laat de optie weg",
  });
}

/** A server over a folder that does not listen yet. A path that is not there answers 404 with the folder's `404.html`. */
export function createArchiefServer(site: string): Server {
  // dev: read from disk at every request, so that 90,000 pages are not listed first and a new build shows at once.
  const handle = sirv(site, { dev: true, etag: true });
  return createServer((request, response) => {
    const notFound = (): void => void sendNotFound(site, response);
    if (isHidden(request.url ?? "/")) notFound();
    else handle(request, response, notFound);
  });
}

// In its dev mode sirv does not heed `dotfiles: false`.
function isHidden(url: string): boolean {
  return /(?:\/|%2f)(?:\.|%2e)/i.test(url.split("?", 1)[0] ?? "");
}

async function sendNotFound(site: string, response: ServerResponse): Promise<void> {
  const page = join(site, "404.html");
  const found = await stat(page).catch(() => undefined);
  response.statusCode = 404;
  if (!found?.isFile()) {
    response.setHeader("content-type", "text/plain; charset=utf-8");
    response.end("Deze pagina staat niet in het archief.\n");
    return;
  }
  response.setHeader("content-type", "text/html; charset=utf-8");
  createReadStream(page).pipe(response);
}

/** Whether the server could take this port; `false` when someone else has it. */
function listen(server: Server, port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      server.off("listening", onListening);
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(false);
      else reject(error);
    };
    const onListening = (): void => {
      server.off("error", onError);
      resolve(true);
    };
    server.once("error", onError).once("listening", onListening).listen(port, host);
  });
}

function toRunning(server: Server, host: string): RunningServer {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://${host === DEFAULT_HOST ? "localhost" : host}:${port}/`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
