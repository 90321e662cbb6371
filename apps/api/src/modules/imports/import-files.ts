import type { SignedInContext } from '../../endpoints/desk-context.ts';
import { readFileHead } from '../../imports/file-head.ts';
import { givenFile, type StoredFile } from '../../imports/stored-file.ts';
import type { DeskModule } from '../module.ts';

/** Serves the uploaded files of an import, with their columns and first rows. */
export const importFilesModule = {
  sdl: `
extend type Import {
  files: [ImportFile!]!
}
"""An uploaded file."""
type ImportFile {
  name: String!
  """Its size in bytes, as uploaded."""
  size: Int!
  """The name of the file in the source; null until the source is known."""
  role: String
  """The names of its columns; empty if it cannot be read."""
  columns: [String!]!
  """Its first rows; empty if it cannot be read."""
  sample: [[String!]!]!
  """Why it cannot be read; null if it can."""
  problem: String
}`,
  fields: {
    Import: {
      files: ({ id }, _args, { services: { client } }) =>
        client.importFile.findMany({ where: { importId: id, NOT: { digest: '' } }, orderBy: { name: 'asc' } }),
    },
    ImportFile: {
      columns: async (file, _args, context) => (await headOf(file, context)).columns,
      sample: async (file, _args, context) => (await headOf(file, context)).sample,
      problem: async (file, _args, context) => (await headOf(file, context)).problem,
    },
  },
} satisfies DeskModule;

const heads = new WeakMap<StoredFile, ReturnType<typeof readFileHead>>();

/** Returns the columns and the first rows of a file. Reads them once for all fields of the same file. */
function headOf(file: StoredFile, { services: { pools } }: SignedInContext): ReturnType<typeof readFileHead> {
  const head = heads.get(file) ?? readFileHead(givenFile(pools.desk, file));
  heads.set(file, head);
  return head;
}
