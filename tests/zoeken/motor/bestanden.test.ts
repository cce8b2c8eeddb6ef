import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import { openBestanden } from "../../../src/zoeken/motor/bestanden.ts";

describe("openBestanden", () => {
  it("unzips without a Blob: WebKit reads none in a worker of a page from disk", async () => {
    const { Blob } = globalThis;
    Reflect.deleteProperty(globalThis, "Blob");
    try {
      const { lees } = openBestanden(async () => new Uint8Array(gzipSync("de brug")));
      assert.equal(await lees("a.bin", (bytes) => new TextDecoder().decode(bytes)), "de brug");
    } finally {
      Object.defineProperty(globalThis, "Blob", { value: Blob, configurable: true, writable: true, enumerable: false });
    }
  });
});
