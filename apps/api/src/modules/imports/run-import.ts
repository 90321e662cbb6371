import { changesetTitle } from '@chancery/changesets';
import type { StoredImport } from '@chancery/prisma/desk';
import { z } from 'zod';
import type { SignedInContext } from '../../endpoints/desk-context.ts';
import type { DeskModule } from '../module.ts';
import { importCheckStarted, importWriteStarted } from './audit-rules.ts';
import { type ImportResult, importChanged, importNotReady, whenIdle } from './import-results.ts';
import { importStarter } from './policies.ts';

/** Serves the mutations that start to check an import and to write it into a changeset. */
export const runImport = {
  sdl: `
extend type Mutation {
  """Starts to read the files and match them with the register, without writing anything. Query the import for its progress."""
  checkImport(import: ID!): ImportResult!
  """Starts to write a checked import into a changeset. The given reliability and credibility replace the default grades of the source."""
  writeImport(import: ID!, title: String, reliability: String, credibility: Int): ImportResult!
}`,
  mutations: {
    checkImport: {
      policy: importStarter,
      audit: importCheckStarted,
      resolve: (_root, { import: id }, context) =>
        whenIdle(id, context, async (stored) => {
          if (stored.source === null) return importNotReady(stored, 'Choose the source of the files first.');
          return start(stored, context, { status: 'CHECKING' });
        }),
    },
    writeImport: {
      policy: importStarter,
      audit: importWriteStarted,
      resolve: (_root, { import: id, title, ...given }, context) =>
        whenIdle(id, context, async (stored) => {
          if (stored.status !== 'CHECKED')
            return importNotReady(stored, 'Check the import first: only a checked import can be written.');
          const read = grade.safeParse(given);
          if (!read.success)
            return importNotReady(stored, 'Reliability must be a grade from A to F, and credibility from 1 to 6.');
          return start(stored, context, {
            status: 'WRITING',
            ...(title === undefined ? {} : { title: changesetTitle(title.trim()) }),
            grade: read.data,
          });
        }),
    },
  },
} satisfies DeskModule;

const grade = z.object({
  reliability: z.enum(['A', 'B', 'C', 'D', 'E', 'F']).optional(),
  credibility: z.int().min(1).max(6).optional(),
});

/** Starts the job of an import, unless it has one already. Returns the import after the change. */
async function start(
  { id, status }: StoredImport,
  { services: { client, jobs }, viewer }: SignedInContext,
  data: { status: string; title?: string; grade?: z.infer<typeof grade> },
): Promise<ImportResult> {
  const waiting = { ...data, phase: 'waiting', done: 0, problem: null, runningSince: null };
  await client.import.updateMany({ where: { id, status }, data: waiting });
  await jobs.start('import', id, viewer.id);
  return importChanged(await client.import.findUniqueOrThrow({ where: { id } }));
}
