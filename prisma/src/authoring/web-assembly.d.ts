// The little of WebAssembly that is used here: Node has it, its types leave it to the browser's, which would bring the
// whole browser along.
declare namespace WebAssembly {
  type Exports = Record<string, unknown>;
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module, imports: Record<string, object>);
    readonly exports: Exports;
  }
}
