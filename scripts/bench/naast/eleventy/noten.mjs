/**
 * Notes with a way there and back, and an id on every heading. Eleventy's markdown-it has neither; sites plug them in, as
 * here. `[^v1]` in a text calls the note that stands as `[^v1]: …` at the end.
 */
const NOOT = /^\[\^([va]\d+)\]:[ \t]*(.*(?:\n(?: {4}.*|[ \t]*(?=\n {4})))*)/gm;

export function noten(markdown) {
  markdown.core.ruler.before("block", "noten", (state) => {
    const found = [];
    state.src = state.src.replace(NOOT, (_, anker, tekst) => {
      found.push({ anker, tekst: tekst.replace(/^ {4}/gm, "") });
      return "";
    });
    state.env.noten = found;
  });
  markdown.core.ruler.push("notenlijst", (state) => {
    if (state.env.noten.length === 0) return;
    const items = state.env.noten.map(({ anker, tekst }) => {
      const inhoud = markdown.render(tekst, {});
      return `<li id="noot-${anker}"><a href="#bij-${anker}">${anker.slice(1)}</a> ${inhoud}</li>`;
    });
    const token = new state.Token("html_block", "", 0);
    token.content = `<section class="noten"><ol>\n${items.join("\n")}\n</ol></section>\n`;
    state.tokens.push(token);
  });
  markdown.core.ruler.push("ankers", (state) => {
    for (const [index, token] of state.tokens.entries()) {
      if (token.type === "heading_open") token.attrSet("id", toAnker(state.tokens[index + 1].content));
    }
  });
  markdown.inline.ruler.before("link", "nootmerk", (state, silent) => {
    const [merk, anker] = /^\[\^([va]\d+)\]/.exec(state.src.slice(state.pos, state.pos + 12)) ?? [];
    if (merk === undefined) return false;
    if (!silent) state.push("nootmerk", "", 0).meta = anker;
    state.pos += merk.length;
    return true;
  });
  markdown.renderer.rules.nootmerk = (tokens, index) => {
    const anker = tokens[index].meta;
    return `<sup><a id="bij-${anker}" href="#noot-${anker}">${anker.slice(1)}</a></sup>`;
  };
}

function toAnker(kop) {
  return kop
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}
