/** What the tests use of citation-js, which ships no types. */
declare module "@citation-js/core" {
  export class Cite {
    constructor(data: string, options?: { readonly forceType: string });
    readonly data: readonly Readonly<Record<string, unknown>>[];
    format(output: "bibliography", options: { readonly template: string; readonly lang: string }): string;
  }
}
declare module "@citation-js/plugin-bibtex";
declare module "@citation-js/plugin-csl";
declare module "@citation-js/plugin-ris";
