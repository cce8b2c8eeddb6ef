/** Unzips bytes in the browser's own way (gzip); those that are not zipped come back as they are. */
export async function unzip(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return new Uint8Array(bytes);
  // No Blob: in a worker of a page from disk WebKit cannot read one ("NotReadableError").
  const bron = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(stroom) {
      stroom.enqueue(new Uint8Array(bytes));
      stroom.close();
    },
  });
  return new Uint8Array(await new Response(bron.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
}
