import { findChangeset } from '@chancery/ledger';
import type { StoredImport } from '@chancery/prisma/desk';
import { z } from 'zod';
import { isAtLeast } from '../../auth/viewer.ts';
import type { ImportStatus } from '../../generated/desk-types.ts';
import { expiryOf } from '../../imports/expire-imports.ts';
import { csvSource, importerOf } from '../../imports/find-importer.ts';
import type { DeskModule } from '../module.ts';
import { numberOfCursor, pageSize } from '../paging.ts';
import { anyUser } from '../policies.ts';
import { toSourceOutput } from './import-sources.ts';
import { importStarterOrEditor } from './policies.ts';

/**
 * Serves queries for imports: one by id, and all of them in pages. Files are not uploaded by GraphQL but at
 * `POST /desk/imports/files?name=…`, with the bytes as the body.
 */
export const imports = {
  sdl: `
"""The state of an import."""
enum ImportStatus {
  """Its files are uploaded."""
  UPLOADED
  """The files are being read and matched with the register; nothing is written."""
  CHECKING
  """The outcome of each row is known; nothing is written yet."""
  CHECKED
  """It is being written into a changeset."""
  WRITING
  """Its changeset is written and can be submitted for review."""
  WRITTEN
  """It could not be read or written; problem says why."""
  FAILED
  """Cancelled: its rows and files are deleted, and its changeset is discarded."""
  CANCELLED
  """Expired because nobody worked on it: its rows and files are deleted; problem says when."""
  EXPIRED
}
"""The work of turning the files of a data set into a changeset."""
type Import {
  id: ID!
  """The number in its name: 12 for IM-12."""
  number: Int!
  title: String!
  """Null until the source is recognized or chosen."""
  source: ImportSource
  """The meaning of the columns, if the source is a user’s own table."""
  mapping: Value
  status: ImportStatus!
  """The current phase."""
  phase: String!
  """The number of rows read."""
  done: Int!
  """The expected total number of rows."""
  total: Int!
  """Rows per second since the job started; null if no job is running or no row has been read yet."""
  ratePerSecond: Float
  """Estimated seconds left; null if no job is running or no row has been read yet."""
  secondsLeft: Int
  """Why it failed or expired, or a problem with the import as a whole."""
  problem: String
  changeset: Changeset
  startedBy: DeskPerson
  createdAt: DateTime!
  """When it expires if nobody works on it until then; null if it does not expire."""
  expiresAt: DateTime
}
"""A page of imports, newest first."""
type ImportPage {
  nodes: [Import!]!
  hasNextPage: Boolean!
  endCursor: String
}
extend type Query {
  """An import. Contributors can only see their own."""
  import(id: ID!): Import
  """Imports, newest first. Contributors only see their own."""
  imports(first: Int = 25, after: String): ImportPage!
}`,
  queries: {
    import: {
      policy: importStarterOrEditor,
      resolve: (_root, { id }, { services: { client } }) => client.import.findUnique({ where: { id } }),
    },
    imports: {
      policy: anyUser,
      resolve: async (_root, { first, after }, { services: { client }, viewer }) => {
        const size = pageSize(first);
        const found = await client.import.findMany({
          where: {
            ...(isAtLeast(viewer.role, 'EDITOR') ? {} : { startedBy: viewer.id }),
            ...(after === undefined ? {} : { number: { lt: numberOfCursor(after, 'imports') } }),
          },
          orderBy: { number: 'desc' },
          take: size + 1,
        });
        const nodes = found.slice(0, size);
        return { nodes, hasNextPage: found.length > size, endCursor: nodes.at(-1)?.number.toString() };
      },
    },
  },
  fields: {
    Import: {
      source: (stored) => {
        const importer = importerOf(stored);
        return importer ? toSourceOutput(importer.manifest) : null;
      },
      // Ignore the mapping of an earlier choice if another source was chosen since.
      mapping: ({ source, mapping }) => (source === csvSource ? mapping : null),
      status: ({ status }) => importStatus.parse(status),
      ratePerSecond: (stored) => paceOf(stored)?.rate,
      secondsLeft: (stored) => paceOf(stored)?.left,
      changeset: ({ changesetId }, _args, { services: { pools } }) =>
        changesetId === null ? null : findChangeset(pools.desk, changesetId),
      startedBy: ({ startedBy }, _args, { person }) => person(startedBy),
      expiresAt: async (stored, _args, { services: { pools } }) => {
        const { changesetId } = stored;
        const changeset = changesetId === null ? undefined : await findChangeset(pools.desk, changesetId);
        return expiryOf(stored, changeset?.status);
      },
    },
  },
} satisfies DeskModule;

const importStatus = z.enum({
  UPLOADED: 'UPLOADED',
  CHECKING: 'CHECKING',
  CHECKED: 'CHECKED',
  WRITING: 'WRITING',
  WRITTEN: 'WRITTEN',
  FAILED: 'FAILED',
  CANCELLED: 'CANCELLED',
  EXPIRED: 'EXPIRED',
} satisfies { [Status in ImportStatus]: Status });

/**
 * Returns the rows per second of a running import and the seconds left at that rate; `undefined` if no job is running
 * or no row has been read yet.
 */
function paceOf({ runningSince, done, total }: StoredImport): { rate: number; left: number } | undefined {
  const seconds = runningSince ? (Date.now() - runningSince.getTime()) / 1_000 : 0;
  if (seconds <= 0 || done === 0) return undefined;
  const rate = done / seconds;
  return { rate, left: Math.ceil(Math.max(0, total - done) / rate) };
}
