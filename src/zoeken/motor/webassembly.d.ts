// Node's types name what WebAssembly gives, not how to ask for it; the browser's types have both.
declare namespace WebAssembly {
  function compile(bytes: Uint8Array<ArrayBuffer>): Promise<Module>;
}
