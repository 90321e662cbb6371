// Prisma's schema engine as WebAssembly, which npm installs. The native engine would be a separate download.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type * as Glue from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { introspectionAdapter } from './introspection-adapter.ts';
import type { SchemaFile } from './schema-files.ts';

type LoadedGlue = typeof Glue & { __wbg_set_wasm: (exports: WebAssembly.Exports) => void };

/** Returns the SQL that brings the database at `url` up to the Prisma schema; an empty string if the two agree. */
export async function diffFromDatabase(url: string, files: SchemaFile[]): Promise<string> {
  const { SchemaEngine } = await loadEngine();
  const panic = rejectOnPanic();
  const datamodels = files.map(({ path, content }): [string, string] => [path, content]);
  const pool = new pg.Pool({ connectionString: url });
  const adapter = bindMigrationAwareSqlAdapterFactory(introspectionAdapter(pool));
  const engine = await SchemaEngine.new({ datamodels }, () => undefined, adapter);
  try {
    const difference = engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: '' },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    const { exitCode, stdout } = await Promise.race([difference, panic]);
    return exitCode === 0 ? '' : (stdout ?? '');
  } finally {
    engine.free();
    await pool.end();
  }
}

// When the engine panics it calls a global of this name, and its promise never settles.
function rejectOnPanic(): Promise<never> {
  return new Promise((_, reject) => {
    const registry = { set_message: (message: string) => reject(new Error(`Prisma's engine failed: ${message}`)) };
    Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: registry });
  });
}

// The package's entry point imports a .wasm file, which Node allows only with a flag.
async function loadEngine(): Promise<LoadedGlue> {
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const glue: LoadedGlue = await import(join(folder, 'schema_engine_bg.js'));
  const wasm = new WebAssembly.Module(readFileSync(join(folder, 'schema_engine_bg.wasm')));
  const instance = new WebAssembly.Instance(wasm, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === 'function') start();
  return glue;
}
