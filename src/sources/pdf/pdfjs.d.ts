/** What we use of pdf.js: the types that come with `unpdf` are not found under Node's rules of resolution. */
declare module "unpdf/pdfjs" {
  export interface TextItem {
    readonly str: string;
    readonly transform: readonly number[];
    readonly width: number;
    readonly height: number;
    readonly fontName: string;
    readonly hasEOL: boolean;
  }

  export interface PdfPage {
    readonly commonObjs: { has(name: string): boolean; get(name: string): unknown };
    getTextContent(): Promise<{
      readonly items: readonly (TextItem | { readonly type: string })[];
      readonly styles: Readonly<Record<string, unknown>>;
    }>;
    getOperatorList(): Promise<unknown>;
    getViewport(options: { readonly scale: number }): {
      readonly width: number;
      readonly height: number;
      readonly transform: readonly number[];
    };
    cleanup(): void;
  }

  export interface PdfDocument {
    readonly numPages: number;
    getPage(number: number): Promise<PdfPage>;
  }

  export function getDocument(options: {
    readonly data: Uint8Array;
    readonly isEvalSupported: boolean;
    readonly disableFontFace: boolean;
    readonly useSystemFonts: boolean;
    readonly maxImageSize: number;
    readonly verbosity: number;
  }): { readonly promise: Promise<PdfDocument>; destroy(): Promise<void> };

  export const VerbosityLevel: { readonly ERRORS: number };
  export const Util: { transform(first: readonly number[], second: readonly number[]): readonly number[] };
}
