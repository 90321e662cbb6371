/** The SDL of imports. Files are not uploaded by GraphQL but at `POST /desk/imports/files?name=…`, with the bytes as the body. */
export const importsSdl = `
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
  """Cancelled; its rows, files and changeset are deleted or discarded."""
  CANCELLED
}
"""The outcome of a row."""
enum ImportOutcome {
  """A new fact."""
  CREATE
  """A changed fact: an earlier import of the source created it, or the source adds values that the register lacks."""
  UPDATE
  """The register has the same values from other evidence; a citation of this source is added."""
  CITED
  """The register already has the same values from this source."""
  UNCHANGED
  """The register has other values, from other evidence or because an editor changed them. They are not changed."""
  CONFLICT
  """The row may match several facts; an editor has to decide."""
  DOUBTFUL
  """The row cannot be imported; the message says why and what to do."""
  ERROR
  """The row is left out; the message says why."""
  LEFT
}
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
}
"""The number of rows with an outcome."""
type ImportCount {
  outcome: ImportOutcome!
  """Null for lines that do not result in a fact."""
  type: FactType
  rows: Int!
}
"""The work of turning the files of a data set into a changeset."""
type Import {
  id: ID!
  """The number in its name: 12 for IM-12."""
  number: Int!
  title: String!
  """Null until the source is recognised or chosen."""
  source: ImportSource
  """The meaning of the columns, if the source is a user’s own table."""
  mapping: Value
  status: ImportStatus!
  files: [ImportFile!]!
  counts: [ImportCount!]!
  """The current phase."""
  phase: String!
  """The number of rows read."""
  done: Int!
  """The expected total number of rows."""
  total: Int!
  """Rows per second since the job started; null if no job is running."""
  ratePerSecond: Float
  """Estimated seconds left; null if no job is running."""
  secondsLeft: Int
  """Why it failed, or a problem with the import as a whole."""
  problem: String
  changeset: Changeset
  startedBy: DeskPerson
  createdAt: DateTime!
  """Its rows in the order of the files."""
  rows(outcome: [ImportOutcome!], type: FactType, first: Int = 50, after: String): ImportRowPage!
}
"""A page of rows."""
type ImportRowPage {
  nodes: [ImportRow!]!
  hasNextPage: Boolean!
  endCursor: String
}
"""The outcome of one fact of a line, or a problem with the line."""
type ImportRow {
  ordinal: Int!
  file: String!
  """The line number, counted from 1 including the header; null for the whole file."""
  line: Int
  column: String
  """The key of the fact within its source."""
  key: String
  type: FactType
  outcome: ImportOutcome!
  """The matched fact, or the id of the new fact."""
  fact: ID
  label: String!
  """A problem or a note, and what to do about it."""
  message: String
  """The fields that change or differ."""
  changes: [ImportChange!]!
  """Facts that may match, best match first."""
  candidates: [ImportCandidate!]!
  """The key of the question, for answerImport; null if there is no question."""
  question: String
  """The answer of an editor."""
  answer: ImportAnswer
}
type ImportChange {
  field: String!
  from: Value
  to: Value
}
type ImportCandidate {
  fact: ID!
  label: String!
  """From 0 to 1."""
  score: Float!
  """How the score was computed."""
  why: String!
}
"""An answer to a question. It applies to all imports of the source."""
type ImportAnswer {
  """The fact that the editor chose; null for a new fact."""
  fact: ID
  by: DeskPerson
  at: DateTime!
}
"""A saved description of what the columns of a user’s own table mean."""
type ImportMapping {
  id: ID!
  name: String!
  mapping: Value!
  by: DeskPerson
  at: DateTime!
}
"""A page of imports, newest first."""
type ImportPage {
  nodes: [Import!]!
  hasNextPage: Boolean!
  endCursor: String
}

"""The import after the change."""
type ImportChanged { import: Import! }
"""The state of the import does not allow the operation; the message says what to do."""
type ImportNotReady { message: String! import: Import! }
type NoSuchImport { message: String! }
"""There is no importer for the source; the message lists the sources."""
type NoSuchSource { message: String! }
"""The answer is invalid; the message says why."""
type AnswerRefused { message: String! }
type MappingSaved { mapping: ImportMapping! }
type MappingDeleted { id: ID! }
"""The mapping is invalid; the messages say why."""
type MappingRefused { messages: [String!]! }
type NoSuchMapping { message: String! }

union ImportResult = ImportChanged | ImportNotReady | NoSuchImport
union SetImportSourceResult = ImportChanged | ImportNotReady | NoSuchImport | NoSuchSource | MappingRefused
union AnswerImportResult = ImportChanged | ImportNotReady | NoSuchImport | AnswerRefused
union SaveMappingResult = MappingSaved | MappingRefused
union DeleteMappingResult = MappingDeleted | NoSuchMapping

extend type Query {
  """The data sets that can be imported."""
  importSources: [ImportSource!]!
  """An import. Contributors can only see their own."""
  import(id: ID!): Import
  """Imports, newest first. Contributors only see their own."""
  imports(first: Int = 25, after: String): ImportPage!
  """The saved mappings, sorted by name."""
  importMappings: [ImportMapping!]!
}
extend type Mutation {
  """Recognises the source of the files from their headers."""
  recogniseImport(import: ID!): ImportResult!
  """Sets the source of the files. The source csv is a user’s own table and needs a mapping."""
  setImportSource(import: ID!, source: String!, mapping: Value): SetImportSourceResult!
  """Starts to read the files and match them with the register, without writing anything. Query the import for its progress."""
  checkImport(import: ID!): ImportResult!
  """Starts to write a checked import into a changeset. The grades of source and statements replace the source’s defaults."""
  writeImport(import: ID!, title: String, reliability: String, credibility: Int): ImportResult!
  """Answers a question with an existing fact or a new one. The answer applies to all imports of the source. Check the import again afterwards."""
  answerImport(import: ID!, key: String!, fact: ID, isNew: Boolean = false): AnswerImportResult!
  """Cancels an import in any state and discards its changeset."""
  cancelImport(import: ID!): ImportResult!
  """Saves a mapping under a name. A mapping with the same name is replaced."""
  saveImportMapping(name: String!, mapping: Value!): SaveMappingResult!
  deleteImportMapping(id: ID!): DeleteMappingResult!
}`;
