import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';

/**
 * Returns the options of a pool of threads that run the module `name` of `folder`: from source where this process runs
 * from source, else built. The pool also needs `resourceLimits`, which apply only after this call: it resets the heap flags
 * of the process for threads that start later.
 */
export function threadModule(folder: string, name: string): { filename: string; execArgv?: string[] } {
  // Flags of the process override the resource limits of its threads. This process has read them when it started.
  for (const flag of heapFlags) setFlagsFromString(`${flag}=0`);
  const extension = extname(import.meta.filename);
  const filename = join(folder, `${name}${extension}`);
  return extension === '.ts' ? { filename, execArgv: flagsForSources() } : { filename };
}

const heapFlags = ['--max-old-space-size', '--max-semi-space-size'];

/** Returns the flags with which a thread runs from source. */
function flagsForSources(): string[] {
  const tsx = createRequire(import.meta.filename).resolve('tsx');
  return ['--conditions=source', '--import', pathToFileURL(tsx).href];
}

/** True for the error of a task whose thread ran out of memory. */
export function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
