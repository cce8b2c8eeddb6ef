import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { joinStijlbladen } from "../../src/site/stijl.ts";

describe("joinStijlbladen", () => {
  it("joins sheets in the order of the layers, whatever order they come in", () => {
    const bladen = ["styles/print.css", "components/kop/style.css", "styles/fonts.css", "styles/reset.css"];
    const css = joinStijlbladen(bladen.map((path) => ({ path, css: `.${path.replace(/\W/g, "")} {}` })));
    const order = [...css.matchAll(/\/\* (\S+) \*\//g)].map(([, path]) => path);
    assert.deepEqual(order, ["styles/fonts.css", "styles/reset.css", "components/kop/style.css", "styles/print.css"]);
  });

  it("refuses a sheet that has no layer", () => {
    assert.throws(() => joinStijlbladen([{ path: "styles/extra.css", css: "" }]), /extra\.css/);
  });
});
