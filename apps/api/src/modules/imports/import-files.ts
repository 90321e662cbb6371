import type { DeskModule } from '../module.ts';

/** Serves the uploaded files of an import, with their columns, first rows and values. */
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
  """The texts in its columns; no columns if it cannot be read."""
  values: ImportFileValues!
}
type ImportFileValues {
  columns: [ImportColumnValues!]!
  """False if only the rows at the start of the file are counted: it is long, or has an error further on."""
  isWhole: Boolean!
}
"""The texts in a column, without empty cells."""
type ImportColumnValues {
  column: String!
  """The number of cells that are not empty."""
  filled: Int!
  """The texts, most frequent first; empty if there are too many different ones."""
  texts: [ImportColumnText!]!
}
type ImportColumnText {
  text: String!
  rows: Int!
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
      values: async (file, _args, { services }) => (await services.fileHeads.of(file)).values,
    },
  },
} satisfies DeskModule;
