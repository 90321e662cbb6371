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
      columns: async (file, _args, { services }) => (await services.fileHeads.of(file)).columns,
      sample: async (file, _args, { services }) => (await services.fileHeads.of(file)).sample,
      problem: async (file, _args, { services }) => (await services.fileHeads.of(file)).problem,
    },
  },
} satisfies DeskModule;
