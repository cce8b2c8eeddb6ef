/** A static server on a free port, over a folder, for as long as a test runs. */
import type { AddressInfo } from "node:net";
import { createArchiefServer } from "../../scripts/start/server.ts";

export interface TestServer {
  /** Address of the folder's root, with a closing slash. */
  readonly url: string;
  close(): Promise<void>;
}

export async function startTestServer(folder: string): Promise<TestServer> {
  const server = createArchiefServer(folder);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
