import assert from "node:assert/strict";
import { describe, it } from "node:test";
import vm from "node:vm";
import { gunzipSync, gzipSync } from "node:zlib";
import { toDatascript, toDragerscript, toPakketscript, toPakking } from "../../src/bundel/script.ts";
import { fromBasis91 } from "../../src/zoeken/basis91.ts";
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
    assert.deepEqual(fromBasis91(gekregen["a/b.bin"] ?? ""), bytes);
  });

  it("hand over fragments together in one gzip, smaller than one each", () => {
    const gekregen: unknown[] = [];
    const context = vm.createContext({});
    context.kamervragenDrager = { leverPakket: (...delen: unknown[]) => gekregen.push(...delen) };
    const tekst = (pagina: number) =>
      Buffer.from(`pagefind_dcd{"url":"/${pagina}.html","content":"De brug over de vaart"}`);
    const inhoud = [0, 1, 2].map((pagina) => [`fragment/2070/${pagina}.pf_fragment`, tekst(pagina)] as const);
    const script = toPakketscript(inhoud);
    assert.equal(script, toPakketscript(inhoud));
    vm.runInContext(script, context);
    const [lengtes, tekst91] = gekregen;
    assert.deepEqual(
      Object.entries(lengtes as object),
      inhoud.map(([key, { length }]) => [key, length]),
    );
    const gzip = fromBasis91(String(tekst91));
    assert.deepEqual(gunzipSync(gzip), Buffer.concat(inhoud.map(([, bytes]) => bytes)));
    assert.ok(gzip.length < inhoud.reduce((sum, [, bytes]) => sum + gzipSync(bytes).length, 0));
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
