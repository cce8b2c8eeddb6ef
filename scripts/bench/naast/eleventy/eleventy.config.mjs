/**
 * Eleventy's side of the comparison: a stock site with one template for each Kamervraag, as its documentation has it.
 * Markdown is no template (markdownTemplateEngine: false), which is the largest saving that one setting gives.
 */
import { slugOf, standOf, toRij } from "./lijsten.mjs";
import { noten } from "./noten.mjs";

const RIJEN = 200;
const SOORTEN = ["jaar", "indiener", "fractie", "bewindspersoon", "onderwerp", "stand"];
// Made once: a formatter for each call takes a tenth of a build.
const LANG = new Intl.DateTimeFormat("nl", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

export default function (config) {
  config.amendLibrary("md", (markdown) => markdown.set({ html: false, linkify: false, typographer: false }).use(noten));
  config.addFilter("datum", (datum) => LANG.format(new Date(datum)));
  config.addFilter("isoDatum", (datum) => new Date(datum).toISOString().slice(0, 10));
  config.addFilter("lijstslug", slugOf);
  config.addFilter("stand", standOf);
  config.addCollection("register", (api) => registerOf(api).rijen);
  config.addCollection("beantwoord", (api) => registerOf(api).beantwoord);
  config.addCollection("lijsten", (api) => registerOf(api).lijsten);
  config.addCollection("lijstpaginas", (api) => registerOf(api).lijsten.flatMap(cut));
  config.addCollection("overzichten", (api) =>
    SOORTEN.map((soort) => ({ soort, lijsten: registerOf(api).lijsten.filter((lijst) => lijst.soort === soort) })),
  );
  return { dir: { includes: "_includes", data: "_data" }, markdownTemplateEngine: false, htmlTemplateEngine: "njk" };
}

// All collections are cut from one register, made once a build.
let register;
function registerOf(api) {
  register ??= toRegister(api.getFilteredByTag("kamervraag").map(({ url, data }) => toRij(url, data)));
  return register;
}

function toRegister(unsorted) {
  const rijen = unsorted.sort((a, b) => compare(b.volgdatum, a.volgdatum) || compare(b.sleutel, a.sleutel));
  const lijsten = SOORTEN.flatMap((soort) => groupBy(soort, rijen));
  const beantwoord = rijen.filter((rij) => rij.beantwoord).sort((a, b) => compare(b.beantwoord, a.beantwoord));
  return { rijen, beantwoord: beantwoord.slice(0, 8), lijsten };
}

function groupBy(soort, rijen) {
  const lijsten = new Map();
  for (const rij of rijen) {
    for (const naam of new Set(rij.namen[soort])) {
      const lijst = lijsten.get(naam) ?? { soort, naam, slug: slugOf(naam), rijen: [] };
      lijsten.set(naam, lijst);
      lijst.rijen.push(rij);
    }
  }
  return [...lijsten.values()].sort((a, b) => compare(a.slug, b.slug));
}

function cut(lijst) {
  const aantal = Math.ceil(lijst.rijen.length / RIJEN);
  const urlOf = (nummer) => `/${lijst.soort}/${lijst.slug}${nummer === 1 ? "" : `/${nummer}`}.html`;
  return Array.from({ length: aantal }, (_, index) => ({
    ...lijst,
    totaal: lijst.rijen.length,
    nummer: index + 1,
    aantal,
    url: urlOf(index + 1),
    nieuwer: index > 0 ? urlOf(index) : undefined,
    ouder: index + 1 < aantal ? urlOf(index + 2) : undefined,
    rijen: lijst.rijen.slice(index * RIJEN, (index + 1) * RIJEN),
  }));
}

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
