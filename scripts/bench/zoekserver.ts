/** Serves a site as a web host does, gzip for text included, and keeps count of what was sent. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

/** One answer: the path asked for, without a leading slash, and the bytes of its body as they were sent. */
export interface Verzoek {
  readonly path: string;
  readonly bytes: number;
}

export interface Zoekserver {
  /** Address of the site, with a closing slash. */
  readonly url: string;
  /** Answers what was sent since the last time, in the order of asking. */
  readonly takeVerzoeken: () => readonly Verzoek[];
  readonly close: () => Promise<void>;
}

// What hosts zip on the way; the files of the index are zipped as they lie there.
const TEKSTSOORTEN: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
};

const zip = promisify(gzip);

/** Starts the server on a free port. It keeps nothing, and says so: every page begins with an empty cache. */
export async function openZoekserver(site: string): Promise<Zoekserver> {
  let verzoeken: { readonly path: string; bytes: number }[] = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname.slice(1));
    const verzoek = { path, bytes: 0 };
    verzoeken.push(verzoek);
    const soort = TEKSTSOORTEN[extname(path)];
    try {
      const bytes = await readFile(join(site, path));
      const body = soort === undefined ? bytes : await zip(bytes);
      verzoek.bytes = body.length;
      response.writeHead(200, {
        "content-type": soort ?? "application/octet-stream",
        "content-length": body.length,
        "cache-control": "no-store",
        ...(soort === undefined ? {} : { "content-encoding": "gzip" }),
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}/`,
    takeVerzoeken() {
      const taken = verzoeken;
      verzoeken = [];
      return taken;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
