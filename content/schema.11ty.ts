import { frontmatterJsonSchema } from "../src/markdown/frontmatter.ts";

/** The JSON Schema of the Markdown's front matter, generated from the one schema in code. */
export default class {
  data(): object {
    return { permalink: "schema/kamervraag.schema.json" };
  }

  render(): string {
    return `${JSON.stringify(frontmatterJsonSchema(), undefined, 2)}\n`;
  }
}
