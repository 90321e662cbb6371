import { coveredTime, importers, type Manifest } from '@chancery/importers';
import type { DeskModule, ResolverOutput } from '../module.ts';
import { anyUser } from '../policies.ts';
import { toNullableFactType } from './nullable-fact-type.ts';

/** Serves the query for the data sets that can be imported. */
export const importSources = {
  sdl: `
"""A data set that can be imported, with its terms."""
type ImportSource {
  """The key that identifies it in the API and on the command line."""
  key: String!
  title: String!
  publisher: String!
  version: String!
  """How its authors ask to be cited."""
  citation: String!
  doi: String
  """The text of its terms."""
  licence: String!
  """Whether its terms allow its contents to be shown to the public."""
  republish: Boolean!
  """The period that it covers, in EDTF."""
  coverage: String!
  """The default Admiralty grade of the source, A to F. An editor can choose another."""
  reliability: String!
  """The default Admiralty grade of its statements, 1 to 6. An editor can choose another."""
  credibility: Int!
  files: [ImportSourceFile!]!
  """The number of facts that it contains, by type."""
  expected: [ImportExpectation!]!
}
"""A file of a source, with the name that its publisher gives it."""
type ImportSourceFile {
  name: String!
  """The number of rows without the header."""
  rows: Int!
  columns: [ImportSourceColumn!]!
}
type ImportSourceColumn {
  name: String!
  meaning: String!
  """Why the column is not imported; null if it is imported."""
  left: String
}
type ImportExpectation {
  type: FactType!
  facts: Int!
}
extend type Query {
  """The data sets that can be imported."""
  importSources: [ImportSource!]!
}`,
  queries: {
    importSources: { policy: anyUser, resolve: () => importers.map(({ manifest }) => toSourceOutput(manifest)) },
  },
} satisfies DeskModule;

/** Converts the manifest of a source to its API form. */
export function toSourceOutput(source: Manifest): ResolverOutput<'ImportSource'> {
  const { licence, grade, facts, files, ...manifest } = source;
  return {
    ...manifest,
    ...grade,
    coverage: coveredTime(source),
    licence: licence.terms,
    republish: licence.republish,
    files: files.map(({ columns, ...file }) => ({
      ...file,
      columns: Object.entries(columns).map(([name, { meaning, whyNotImported }]) => ({
        name,
        meaning,
        ...(whyNotImported === undefined ? {} : { left: whyNotImported }),
      })),
    })),
    expected: Object.entries(facts).flatMap(([name, count]) => {
      const type = toNullableFactType(name);
      return type === null ? [] : [{ type, facts: count }];
    }),
  };
}
