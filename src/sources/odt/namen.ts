/** Namespaces of an ODT file and the prefixes by which the reader knows them. */

const ODF = "urn:oasis:names:tc:opendocument:xmlns:";

export const PREFIXEN: Readonly<Record<string, string>> = {
  [`${ODF}office:1.0`]: "office",
  [`${ODF}text:1.0`]: "text",
  [`${ODF}table:1.0`]: "table",
  [`${ODF}style:1.0`]: "style",
  [`${ODF}drawing:1.0`]: "draw",
  [`${ODF}meta:1.0`]: "meta",
  [`${ODF}xsl-fo-compatible:1.0`]: "fo",
  [`${ODF}svg-compatible:1.0`]: "svg",
  "http://purl.org/dc/elements/1.1/": "dc",
  "http://www.w3.org/1999/xlink": "xlink",
};
