import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "node:test";
import { findBrowser } from "./browser.ts";

describe("findBrowser", () => {
  const before = process.env.KAMERVRAGEN_BROWSER;
  const restore = (): void => {
    if (before === undefined) delete process.env.KAMERVRAGEN_BROWSER;
    else process.env.KAMERVRAGEN_BROWSER = before;
  };
  beforeEach(restore);
  afterEach(restore);

  it("takes the one that is named", async () => {
    process.env.KAMERVRAGEN_BROWSER = process.execPath;
    assert.equal(await findBrowser(), process.execPath);
  });

  it("says so when the one that is named is not there, rather than taking another", async () => {
    process.env.KAMERVRAGEN_BROWSER = "/no/such/browser";
    await assert.rejects(findBrowser(), /KAMERVRAGEN_BROWSER names a file that does not exist/);
  });
});
