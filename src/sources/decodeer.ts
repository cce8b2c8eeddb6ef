/** From bytes to text: UTF-8, UTF-16 with its mark, else what an XML declaration says, else Windows-1252. */

export interface Gedecodeerd {
  readonly tekst: string;
  /** Set when the bytes were not the UTF-8 that they should be: the encoding that was used instead. */
  readonly hersteld?: string;
}

/**
 * Decodes a file. A declaration is believed only when the bytes are no UTF-8: documents declared as US-ASCII are UTF-8 in
 * fact. Line ends become `\n`; control characters, which no format allows, become U+FFFD. Form feeds (between the pages of a
 * PDF's text) and vertical tabs (line breaks of Word) are white space.
 */
export function decodeer(bytes: Uint8Array): Gedecodeerd {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { tekst: tidy(new TextDecoder("utf-16le").decode(bytes)) };
  if (first === 0xfe && second === 0xff) return { tekst: tidy(new TextDecoder("utf-16be").decode(bytes)) };
  // Without a mark: every other byte of a text that begins with "<", "{" or a letter is zero.
  if (first === 0 && second) return { tekst: tidy(new TextDecoder("utf-16be").decode(bytes)), hersteld: "utf-16be" };
  if (first && second === 0) return { tekst: tidy(new TextDecoder("utf-16le").decode(bytes)), hersteld: "utf-16le" };
  try {
    return { tekst: tidy(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) };
  } catch {
    const codering = declared(bytes) ?? "windows-1252";
    const tekst = codering === "windows-1252" ? decodeWindows1252(bytes) : new TextDecoder(codering).decode(bytes);
    return { tekst: tidy(tekst), hersteld: codering };
  }
}

function declared(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const label = /^<\?xml[^>]*\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(head)?.[1];
  if (!label || /^(?:utf-?8|us-ascii|ascii)$/i.test(label)) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

// What the bytes 80 to 9F mean in Windows-1252. Node's own decoder reads them as Latin-1 in several versions.
const WINDOWS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

function decodeWindows1252(bytes: Uint8Array): string {
  return new TextDecoder("latin1")
    .decode(bytes)
    .replace(/[\x80-\x9f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80] ?? character);
}

function tidy(text: string): string {
  return (
    text
      .replace(/\r\n?/g, "\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this line is about
      .replace(/[\u0000-\u0008\u000e-\u001f]/g, "\uFFFD")
  );
}
