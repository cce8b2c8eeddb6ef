/** The mark that Pagefind puts before the bytes of each of its files, inside the gzip. */

const MERK = new TextEncoder().encode("pagefind_dcd");

/** The bytes after Pagefind's mark. Without the mark they are answered as they are: the engine wants them so. */
export function stripMerk(bytes: Uint8Array): Uint8Array {
  return MERK.every((byte, index) => bytes[index] === byte) ? bytes.subarray(MERK.length) : bytes;
}

/** The bytes with Pagefind's mark before them, as they stand in a file. */
export function withMerk(bytes: Uint8Array): Uint8Array {
  const marked = new Uint8Array(MERK.length + bytes.length);
  marked.set(MERK);
  marked.set(bytes, MERK.length);
  return marked;
}
