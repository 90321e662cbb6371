/** The SDL of imports: data sets that come in by way of a changeset. Files are uploaded at `POST /desk/imports/files?name=…`, the bytes as the body. */
export const importsSdl = `
"""Where an import stands."""
enum ImportStatus {
  """Its files are there."""
  UPLOADED
  """They are being read and matched with the register; nothing is written."""
  CHECKING
  """What would become of each row is known."""
  CHECKED
  """It is being written into a changeset."""
  WRITING
  """Its changeset is there, to be submitted and reviewed."""
  WRITTEN
  """It could not be read or written; problem says why."""
  FAILED
  """Given up; its rows and files are gone, and so is its changeset."""
  CANCELLED
}
"""What becomes of a row."""
enum ImportOutcome {
  """A fact that the register does not have."""
  CREATE
  """A fact that changes: the source brought it in before, or tells what the register lacks."""
  UPDATE
  """The register says the same on other evidence, and the source is cited for it as well."""
  CITED
  """The register says the same already, and has it from this source."""
  UNCHANGED
  """The register says otherwise, on other evidence or because an editor has changed it. It is left as it stands."""
  CONFLICT
  """It may be one of several facts: a question for an editor."""
  DOUBTFUL
  """It cannot be taken; the message says why and what to do."""
  ERROR
  """It is left out, and the message says why."""
  LEFT
}
"""A data set that can be brought in, and on what terms."""
type ImportSource {
  """Its name in answers and on the command line."""
  key: String!
  title: String!
  publisher: String!
  version: String!
  """How its makers ask to be cited."""
  citation: String!
  doi: String
  """Its terms, in words."""
  licence: String!
  """Whether the terms allow that what it says is shown to everybody."""
  republish: Boolean!
  """The time that it covers (EDTF)."""
  coverage: String!
  """The Admiralty grade that it is given unless an editor says otherwise, A to F."""
  reliability: String!
  """The Admiralty grade of what it says, 1 to 6."""
  credibility: Int!
  files: [ImportSourceFile!]!
  """How many facts it tells of."""
  expected: [ImportExpectation!]!
}
"""A file of a source as its publisher calls it."""
type ImportSourceFile {
  name: String!
  """How many rows it has, its header left out."""
  rows: Int!
  columns: [ImportSourceColumn!]!
}
type ImportSourceColumn {
  name: String!
  meaning: String!
  """Why it is not taken; null where it is."""
  left: String
}
type ImportExpectation {
  type: FactType!
  facts: Int!
}
"""A file as it was uploaded."""
type ImportFile {
  name: String!
  """Its size in bytes, as it came."""
  size: Int!
  """What the source calls it; null until the source is known."""
  role: String
  """The names of its columns, and its first rows; empty where it cannot be read."""
  columns: [String!]!
  sample: [[String!]!]!
  """Why it cannot be read."""
  problem: String
}
"""How many rows have an outcome."""
type ImportCount {
  outcome: ImportOutcome!
  """Null for lines of which no fact comes."""
  type: FactType
  rows: Int!
}
"""Files of a data set on their way into a changeset."""
type Import {
  id: ID!
  """The number by which people call it: IM-12."""
  number: Int!
  title: String!
  """Null until the source is recognised or chosen."""
  source: ImportSource
  """What the columns mean, where the source is a table of one’s own."""
  mapping: Value
  status: ImportStatus!
  files: [ImportFile!]!
  counts: [ImportCount!]!
  """What it does at the moment."""
  phase: String!
  """Rows read."""
  done: Int!
  """Rows there will be, as far as is known."""
  total: Int!
  """Rows a second since it runs; null while it does not."""
  ratePerSecond: Float
  """Seconds left, as far as can be told; null while it does not run."""
  secondsLeft: Int
  """Why it failed, or what is wrong with it as a whole."""
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
"""What becomes of one fact that a line tells of, or what is wrong with the line."""
type ImportRow {
  ordinal: Int!
  file: String!
  """Counted from 1, the header included; null where the whole file is meant."""
  line: Int
  column: String
  """Names the fact within its source."""
  key: String
  type: FactType
  outcome: ImportOutcome!
  """The fact that is meant or will be."""
  fact: ID
  label: String!
  """What is wrong or worth knowing, and what to do."""
  message: String
  """The fields that change, or that differ."""
  changes: [ImportChange!]!
  """Facts that may be meant, the likeliest first."""
  candidates: [ImportCandidate!]!
  """The key under which answerImport takes an answer; null where nothing is asked."""
  question: String
  """What an editor has answered."""
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
  """How the score came about."""
  why: String!
}
"""An answer holds for every import of the source."""
type ImportAnswer {
  """The fact that is meant; null where it is a new one."""
  fact: ID
  by: DeskPerson
  at: DateTime!
}
"""What the columns of somebody’s own tables mean, kept to be used again."""
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

"""As it stands now."""
type ImportChanged { import: Import! }
"""Where it stands does not allow it; the message says what to do."""
type ImportNotReady { message: String! import: Import! }
type NoSuchImport { message: String! }
"""No importer reads it; the message says which there are."""
type NoSuchSource { message: String! }
"""What was answered does not fit: the fact is not there, or is of another type."""
type AnswerRefused { message: String! }
type MappingSaved { mapping: ImportMapping! }
type MappingDeleted { id: ID! }
"""The mapping cannot be read, for all of these reasons."""
type MappingRefused { messages: [String!]! }
type NoSuchMapping { message: String! }

union ImportResult = ImportChanged | ImportNotReady | NoSuchImport
union SetImportSourceResult = ImportChanged | ImportNotReady | NoSuchImport | NoSuchSource | MappingRefused
union AnswerImportResult = ImportChanged | ImportNotReady | NoSuchImport | AnswerRefused
union SaveMappingResult = MappingSaved | MappingRefused
union DeleteMappingResult = MappingDeleted | NoSuchMapping

extend type Query {
  """The data sets that can be brought in."""
  importSources: [ImportSource!]!
  """An import; contributors see their own."""
  import(id: ID!): Import
  """Imports, newest first; contributors see their own."""
  imports(first: Int = 25, after: String): ImportPage!
  """What the columns of tables mean, by name."""
  importMappings: [ImportMapping!]!
}
extend type Mutation {
  """Looks at the headers of the files and says of which source they are."""
  recogniseImport(import: ID!): ImportResult!
  """Says of which source the files are. The source csv is a table of one’s own, and takes a mapping."""
  setImportSource(import: ID!, source: String!, mapping: Value): SetImportSourceResult!
  """Starts to read the files and match them with the register. Nothing is written; ask for the import."""
  checkImport(import: ID!): ImportResult!
  """Starts to write what was checked into a changeset. The grades are those of the source and of what it says."""
  writeImport(import: ID!, title: String, reliability: String, credibility: Int): ImportResult!
  """Answers a question: it is this fact, or a new one. The answer holds for every import of the source; check again after it."""
  answerImport(import: ID!, key: String!, fact: ID, isNew: Boolean = false): AnswerImportResult!
  """Gives an import up, at whatever point. What it has written goes with it."""
  cancelImport(import: ID!): ImportResult!
  """Keeps what the columns of a table mean, under a name; the same name replaces it."""
  saveImportMapping(name: String!, mapping: Value!): SaveMappingResult!
  deleteImportMapping(id: ID!): DeleteMappingResult!
}`;
