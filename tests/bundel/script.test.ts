import assert from "node:assert/strict";
import { describe, it } from "node:test";
import vm from "node:vm";
import { gunzipSync } from "node:zlib";
import { gzipSync } from "fflate";
import { toDatascript, toDragerscript, toPakketscript, toPakking } from "../../src/bundel/script.ts";
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

  it("hand over fragments zipped together, each to be found by its length", () => {
    const delen = [
      ["fragment/2070/0.pf_fragment", Buffer.from("molens draaien")],
      ["fragment/2070/1.pf_fragment", Buffer.from("")],
      ["fragment/2070/2.pf_fragment", Buffer.from("draaien molens nog steeds?")],
    ] as const;
    const script = toPakketscript(delen.map(([key, bytes]) => [key, gzipSync(bytes)]));
    const gekregen: [string, Buffer][] = [];
    const leverPakket = (lengtes: Record<string, number>, base64: string) => {
      const samen = gunzipSync(Buffer.from(base64, "base64"));
      let begin = 0;
      for (const [key, lengte] of Object.entries(lengtes)) {
        gekregen.push([key, samen.subarray(begin, begin + lengte)]);
        begin += lengte;
      }
      assert.equal(begin, samen.length);
    };
    vm.runInNewContext(script, { kamervragenDrager: { leverPakket } });
    assert.deepEqual(gekregen, delen);
    assert.equal(script, toPakketscript(delen.map(([key, bytes]) => [key, gzipSync(bytes, { level: 1 })])));
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
