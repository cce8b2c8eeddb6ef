import assert from "node:assert/strict";
import { describe, it } from "node:test";
import vm from "node:vm";
import { toDatascript, toDragerscript, toPakking } from "../../src/bundel/script.ts";
import { GROOTSTE_PAKKET, scriptOf } from "../../src/zoeken/dragerscript.ts";

describe("the scripts of the bundle", () => {
  it("hand over the bytes they hold, and say how fragments are packed", () => {
    const gekregen: Record<string, string> = {};
    const context = vm.createContext({});
    vm.runInContext(toDragerscript({ fragmentenPerPakket: 7 }), context);
    assert.equal(vm.runInContext("kamervragenDrager.fragmentenPerPakket", context), 7);
    context.kamervragenDrager.lever = (inhoud: Record<string, string>) => Object.assign(gekregen, inhoud);
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    vm.runInContext(
      toDatascript([
        ["a/b.bin", bytes],
        ['vreemd"\\\u2028', new Uint8Array()],
      ]),
      context,
    );
    assert.deepEqual(Object.keys(gekregen), ["a/b.bin", 'vreemd"\\\u2028']);
    // As browsers read it: strictly.
    assert.deepEqual(
      Uint8Array.from(atob(gekregen["a/b.bin"] ?? ""), (teken) => teken.charCodeAt(0)),
      bytes,
    );
  });

  it("hold some 96 kB of fragments each, never more than the page keeps", () => {
    assert.equal(toPakking(4096 * 1000, 1000).fragmentenPerPakket, 24);
    assert.equal(toPakking(10, 1000).fragmentenPerPakket, GROOTSTE_PAKKET);
    assert.equal(toPakking(1e9, 10).fragmentenPerPakket, 1);
    assert.equal(toPakking(0, 0).fragmentenPerPakket, GROOTSTE_PAKKET);
  });

  it("are found by the key of what they hold", () => {
    const pakking = { fragmentenPerPakket: 10 };
    assert.equal(scriptOf("fragment/2070/19.pf_fragment", pakking), "fragment/2070/1.js");
    assert.equal(scriptOf("zoek.json", pakking), "zoek.json.js");
    assert.equal(scriptOf("index/nl_1.pf_index", pakking), "index/nl_1.pf_index.js");
  });
});
