import type { Page, UserConfig } from "@11ty/eleventy";
import nunjucks from "nunjucks";
import { archiefPlugin } from "./scripts/build/archief-plugin.ts";
import { wortelOf } from "./src/site/adres.ts";
import { createOmgeving } from "./src/site/omgeving.ts";
import { trimWitruimte } from "./src/site/witruimte.ts";

/** What is plugged in and where it lives. The Kamervragen and the lists come in through `archiefPlugin`. */
export default function configure(config: UserConfig): object {
  const omgeving = createOmgeving(new nunjucks.FileSystemLoader("templates", { noCache: true }));
  config.setUseGitIgnore(false); // what is built does not hang on .gitignore
  config.ignores.add("content/kamervragen/**");
  config.ignores.add("content/bronnen/**");
  config.addExtension("11ty.ts", { key: "11ty.js" });
  config.addTemplateFormats("11ty.ts");
  config.setLibrary("njk", omgeving.nunjucks);
  config.setLibrary("md", omgeving.markdown);
  // Flat addresses, whatever a template is called: `lijsten.html`, not `lijsten/index.html`.
  config.addGlobalData(
    "permalink",
    () =>
      ({ page }: { page: Page }) =>
        `${page.filePathStem}.html`,
  );
  config.addGlobalData(
    "eleventyComputed.wortel",
    () =>
      ({ page }: { page: Page }) =>
        wortelOf(page.url || ""),
  );
  config.addTransform("witruimte", function (content) {
    return this.page.outputPath !== false && this.page.outputPath.endsWith(".html") ? trimWitruimte(content) : content;
  });
  config.addPlugin(archiefPlugin);
  config.addWatchTarget("templates/");
  config.addWatchTarget("content/kamervragen/");
  return {
    dir: { input: "content", includes: "../templates", layouts: "../templates/layouts", output: "_site" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
}
