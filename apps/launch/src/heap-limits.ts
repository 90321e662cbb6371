import { totalmem } from 'node:os';

/** The part of the machine's memory that the heap of a program may use, with a minimum and a maximum in MB. */
const shares = {
  // The API's process for background jobs has the same limit: it inherits the flags of the API. From 2 GB, V8 lets the heap
  // grow to four times what is in use before it collects, below to less than twice.
  api: { share: 1 / 4, min: 512, max: 1536 },
  admin: { share: 1 / 8, min: 256, max: 1024 },
} as const;

/**
 * Returns the heap limit of a program in MB. With a limit of its own a process that leaks memory ends alone and is
 * restarted, before the kernel ends another process, such as Postgres. docs/operating.md lists the sizes.
 */
export function heapLimit(program: keyof typeof shares, memory = machineMemory()): number {
  const { share, min, max } = shares[program];
  return Math.min(max, Math.max(min, Math.floor(memory * share)));
}

/** Returns true when NODE_OPTIONS sets a heap limit, which then holds for all programs. */
export function hasOwnHeapLimit({ NODE_OPTIONS = '' }: NodeJS.ProcessEnv): boolean {
  return /--max[-_](old[-_]space|heap)[-_]size/.test(NODE_OPTIONS);
}

/** Returns the memory of the machine, or of the container if that is less, in MB. */
function machineMemory(): number {
  // 0 or undefined without a limit, and with control groups of version 1 a number above all memory.
  const limit = process.constrainedMemory() || Number.POSITIVE_INFINITY;
  return Math.min(totalmem(), limit) / 1024 ** 2;
}
