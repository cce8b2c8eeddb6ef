import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { serve } from "../../../scripts/start/server.ts";
import { UserError } from "../../../src/model/user-error.ts";
import { startTestServer, type TestServer } from "../../hulp/server.ts";

describe("the local server", () => {
  let folder = "";
  let server: TestServer;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "archief-server-"));
    await mkdir(join(folder, "site/.verborgen"), { recursive: true });
    await writeFile(join(folder, "geheim.txt"), "niet van de site");
    await writeFile(join(folder, "site/index.html"), "<h1>Voorpagina</h1>");
    await writeFile(join(folder, "site/404.html"), "<h1>Niet gevonden</h1>");
    await writeFile(join(folder, "site/.verborgen/x.txt"), "verborgen");
    server = await startTestServer(join(folder, "site"));
  });
  after(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  it("serves the front page at the root", async () => {
    const response = await fetch(server.url);
    assert.equal(response.status, 200);
    assert.match(await response.text(), /Voorpagina/);
  });

  it("answers an unknown path with status 404 and the site's own page, at any depth", async () => {
    const response = await fetch(new URL("a/b/c.html", server.url));
    assert.equal(response.status, 404);
    assert.match(response.headers.get("content-type") ?? "", /^text\/html/);
    assert.match(await response.text(), /Niet gevonden/);
  });

  it("shows a file that was written after it started", async () => {
    await writeFile(join(folder, "site/nieuw.html"), "later gebouwd");
    assert.equal(await (await fetch(new URL("nieuw.html", server.url))).text(), "later gebouwd");
  });

  it("keeps hidden files and everything outside the folder to itself", async () => {
    assert.equal((await fetch(new URL(".verborgen/x.txt", server.url))).status, 404);
    // fetch() resolves ".." by itself, so these go by a bare request.
    for (const path of ["/../geheim.txt", "/%2e%2e/geheim.txt", "/..%2fgeheim.txt"]) {
      assert.equal(await statusOf(server.url, path), 404, path);
    }
  });

  it("takes the next free port when none was asked for, and refuses a busy one that was", async () => {
    const first = await serve({ site: folder });
    const second = await serve({ site: folder });
    try {
      assert.notEqual(second.port, first.port);
      await assert.rejects(serve({ site: folder, poort: first.port }), UserError);
    } finally {
      await Promise.all([first.close(), second.close()]);
    }
  });
});

function statusOf(url: string, path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
}
