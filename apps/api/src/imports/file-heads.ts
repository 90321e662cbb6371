import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { Piscina } from 'piscina';
import { z } from 'zod';
import { apiError } from '../errors.ts';
import { limits } from '../limits/limits.ts';
import { isOutOfMemory, threadModule } from '../threads.ts';
import type { FileHeadAndValues, FileStart } from './file-head-worker.ts';
import { readStart, type StoredFile } from './stored-file.ts';

/** Reads the heads of uploaded files off the event loop that serves requests, and stores them. */
export interface FileHeads {
  /**
   * Returns the columns, first rows and values of a complete file, from the database if they were read before.
   * @throws GraphQLError TIMEOUT if they cannot be read in time
   */
  readonly of: (file: Pick<StoredFile, 'id' | 'name' | 'head'>) => Promise<FileHeadAndValues>;
  /** Ends the thread. Files that are being read fail. */
  readonly stop: () => Promise<void>;
}

const { fileBytes, heapMb, seconds } = limits.fileHead;

const storedHead = z.object({
  columns: z.array(z.string()),
  sample: z.array(z.array(z.string())),
  problem: z.string().nullable(),
  values: z.object({
    isWhole: z.boolean(),
    columns: z.array(
      z.object({
        column: z.string(),
        filled: z.number(),
        texts: z.array(z.object({ text: z.string(), rows: z.number() })),
      }),
    ),
  }),
});

/** Creates a reader of heads. It has one thread, which starts on demand and reads one file at a time. */
export function createFileHeads(desk: Pool, log: Logger): FileHeads {
  const thread = new Piscina({
    ...threadModule(import.meta.dirname, 'file-head-worker'),
    name: 'readHeadOfStart',
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
  thread.on('error', (error: unknown) => log.error({ err: error }, 'the thread that reads uploaded files has failed'));
  const inProgress = new Map<string, Promise<FileHeadAndValues>>();
  let previous: Promise<unknown> = Promise.resolve();
  const read = async ({ id, name }: Pick<StoredFile, 'id' | 'name'>): Promise<FileHeadAndValues> => {
    const file: FileStart = { name, ...(await readStart(desk, id, fileBytes)) };
    const head = await runInTime(file);
    await desk.query('UPDATE desk.import_file SET head = $2 WHERE id = $1', [id, JSON.stringify(head)]);
    return head;
  };
  const runInTime = async (file: FileStart): Promise<FileHeadAndValues> => {
    const signal = AbortSignal.timeout(seconds * 1_000);
    try {
      return (await thread.run(file, { signal })) as FileHeadAndValues;
    } catch (error) {
      if (!signal.aborted && !isOutOfMemory(error)) throw error;
      log.warn({ err: error, file: file.name }, 'could not read the head of an uploaded file');
      throw apiError(
        'TIMEOUT',
        `The first rows of ${file.name} could not be read within ${seconds} seconds and ${heapMb} MB of memory. Try again, or upload another copy of the file.`,
      );
    }
  };
  /** Reads the file after those before it, so that the start of only one file is in memory. */
  const readInTurn = async (file: Pick<StoredFile, 'id' | 'name'>): Promise<FileHeadAndValues> => {
    const turn = previous.then(() => read(file));
    // The caller hears of an error; the next file does not.
    previous = turn.catch(() => undefined);
    return turn;
  };
  return {
    of: async (file) => {
      const stored = storedHead.safeParse(file.head);
      if (stored.success) return stored.data;
      const head = inProgress.get(file.id) ?? readInTurn(file).finally(() => inProgress.delete(file.id));
      inProgress.set(file.id, head);
      return head;
    },
    stop: () => thread.destroy(),
  };
}
