// Prints the heap limit of a thread in MiB. Runs as a process with a heap limit of its own, as the launcher starts the API.
import { Worker } from 'node:worker_threads';
import { threadModule } from '@chancery/api';

// For its effect on the limits of threads.
threadModule(import.meta.dirname, 'print-thread-limit');
const thread = new Worker(
  `require('node:worker_threads').parentPort.postMessage(require('node:v8').getHeapStatistics().heap_size_limit)`,
  { eval: true, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 64 } },
);
thread.once('message', (limit) => process.stdout.write(String(limit / 1024 / 1024)));
