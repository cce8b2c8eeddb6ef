/** The files of the index as the engine reads them: unzipped, each asked for once, none kept that could not be read. */

/** Answers the bytes of a file below `pagefind/`. */
export type Haal = (key: string) => Promise<Uint8Array>;

export interface Bestanden {
  /** Answers what `read` makes of the unzipped file. @throws Error naming the key when it is missing or broken. */
  readonly lees: <T>(key: string, read: (bytes: Uint8Array) => T | Promise<T>) => Promise<T>;
}

/** Unzipped bytes kept for later questions; those asked for longest ago go first. */
const BEWAARD_BYTES = 48_000_000;

export function openBestanden(haal: Haal): Bestanden {
  const bewaard = new Map<string, Uint8Array>();
  const onderweg = new Map<string, Promise<Uint8Array>>();
  let omvang = 0;

  const load = async (key: string): Promise<Uint8Array> => {
    const eerder = bewaard.get(key);
    if (eerder) {
      bewaard.delete(key);
      bewaard.set(key, eerder);
      return eerder;
    }
    const bytes = await unzip(await haal(key));
    bewaard.set(key, bytes);
    omvang += bytes.length;
    for (const [oud, { length }] of bewaard) {
      if (omvang <= BEWAARD_BYTES || oud === key) break;
      bewaard.delete(oud);
      omvang -= length;
    }
    return bytes;
  };
  const share = (key: string): Promise<Uint8Array> => {
    const bezig = onderweg.get(key);
    if (bezig) return bezig;
    const nieuw = load(key).finally(() => onderweg.delete(key));
    onderweg.set(key, nieuw);
    return nieuw;
  };
  const lees = async <T>(key: string, read: (bytes: Uint8Array) => T | Promise<T>): Promise<T> => {
    try {
      return await read(await share(key));
    } catch (error) {
      omvang -= bewaard.get(key)?.length ?? 0;
      bewaard.delete(key);
      const reden = error instanceof Error ? error.message : String(error);
      throw new Error(reden.includes(key) ? reden : `${key}: ${reden}`, { cause: error });
    }
  };
  return { lees };
}

/** The bytes of a gzip unzipped; other bytes as they are. */
export async function unzip(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  // No Blob: in a worker of a page from disk WebKit cannot read one ("NotReadableError").
  const bron = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(stroom) {
      stroom.enqueue(new Uint8Array(bytes));
      stroom.close();
    },
  });
  return new Uint8Array(await new Response(bron.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
}
