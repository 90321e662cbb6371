// The part of WebAssembly that is used here. Node has it, but its types are only in TypeScript's `dom` library, which
// would declare all browser globals too.
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
