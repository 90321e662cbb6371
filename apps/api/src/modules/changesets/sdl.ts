/** The SDL of changesets: what editors open, fill, submit, review and merge. */
export const changesetsSdl = `
"""Values as operations write them: field names and values in the form of the codebook."""
scalar Values
"""One value as operations write it."""
scalar Value

"""Where a changeset stands."""
enum ChangesetStatus {
  """Being worked on."""
  DRAFT
  """Submitted; it waits for review."""
  SUBMITTED
  """Approved; it waits to be merged."""
  APPROVED
  """A reviewer asked for changes."""
  RETURNED
  """Being merged."""
  MERGING
  """Merged as a revision."""
  MERGED
  """Given up."""
  DISCARDED
}
"""What an operation does."""
enum OperationKind { CREATE UPDATE RETIRE RESTORE CITE UNCITE ADOPT DISPUTE }
"""How grave a problem is."""
enum Severity {
  """It stops the changeset."""
  ERROR
  """It is shown to reviewers."""
  WARNING
}
"""How a cited field that a changeset sets is covered by evidence."""
enum FieldEvidence { CITED BATCH ADOPTED WAIVED MISSING }
"""What a reviewer says."""
enum Verdict {
  """It may be merged."""
  APPROVE
  """It must be mended first."""
  REQUEST_CHANGES
  """Neither."""
  COMMENT
}
"""What a reviewer says of a group of facts, on the way to the one verdict on the whole."""
enum GroupJudgement {
  """It was looked at, and is in order."""
  LOOKED_AT
  """It has to be mended, as the note says."""
  TO_MEND
}
"""Where a background merge stands."""
enum JobStatus { WAITING RUNNING DONE FAILED }
enum ChangesetJobKind { SUBMIT MERGE }

"""Somebody who works at the desk."""
type DeskPerson {
  id: ID!
  name: String!
  role: Role!
}

"""One editor's work until it is merged."""
type Changeset {
  id: ID!
  """The number by which people call it: CS-214."""
  number: Int!
  title: String!
  """Why it is done, for reviewers."""
  reason: String!
  status: ChangesetStatus!
  """Grows with every change: pass the one you saw."""
  version: Int!
  """The version that was last submitted."""
  sealedVersion: Int
  """The revision on which it was begun."""
  baseRevision: Int!
  """The revision as which it was merged."""
  revision: Int
  """The revision that it undoes."""
  reverts: Int
  author: DeskPerson
  createdAt: DateTime!
  updatedAt: DateTime!
  """How many facts it touches, by type and kind of operation: read of a sealed version, counted of a draft."""
  counts: [OperationCount!]!
  """The facts to which the same happens and of which the rules found the same, in groups. The warnings of a draft are not known yet."""
  groups: [OperationGroup!]!
  """What it does to the facts of one group, in the order of their ids. A page may be shorter than asked; hasNextPage says whether others follow."""
  group(type: FactType!, kind: OperationKind!, code: String, first: Int = 50, after: String): FactChanges!
  """What it does, fact by fact in the order of their ids."""
  facts(first: Int = 50, after: String): FactChanges!
  """What it does to one fact."""
  fact(id: ID!): FactChange
  """The reviews of its sealed versions, oldest first."""
  reviews: [Review!]!
  """What people have said of it, oldest first."""
  comments: [DeskComment!]!
  """The latest that is or was done with it in the background."""
  job: ChangesetJob
}
type OperationCount {
  type: FactType!
  kind: OperationKind!
  facts: Int!
}
"""Facts of a changeset to which the same happens, and of which the rules found the same."""
type OperationGroup {
  type: FactType!
  kind: OperationKind!
  """The rule that warns of them; empty for facts without a warning."""
  code: String
  facts: Int!
  """The facts of this type and kind, with warnings and without."""
  factsInAll: Int!
  """The first few."""
  samples: [FactLabel!]!
  """The last word of each reviewer on this version."""
  verdicts: [GroupVerdict!]!
}
"""What a reviewer says of a group of a sealed version. It approves nothing: the verdict on a changeset is one."""
type GroupVerdict {
  verdict: GroupJudgement!
  note: String!
  by: DeskPerson
  at: DateTime!
}
"""A page of what a changeset does."""
type FactChanges {
  nodes: [FactChange!]!
  hasNextPage: Boolean!
  endCursor: String
}
"""What a changeset does to one fact and its citations."""
type FactChange {
  fact: ID!
  type: FactType!
  """What the fact is or will be called."""
  label: String!
  operations: [Operation!]!
  """The fact as it stands in the register; empty if it is new."""
  standing: StandingFact
  conflicts: [Conflict!]!
  """Operations that do not fold and, in a group, what the rules found of it."""
  problems: [Problem!]!
}
"""A net operation: what is left once those on the same fact or citation are folded into one."""
type Operation {
  id: ID!
  kind: OperationKind!
  fact: ID!
  """The citation that is hung on the fact or taken from it."""
  citation: ID
  """The values of what is recorded, restored, cited or no longer cited."""
  values: Values
  """The fields that are changed, and what the editor saw of them."""
  set: Values
  base: Values
  waivers: Values
  """By field, the claim adopted and the reason."""
  adopted: Values
  """Why the fact is retired."""
  reason: String
  redirectTo: ID
  batch: ID
  batchLine: Int
}
"""A fact of the register in the form in which operations write it."""
type StandingFact {
  id: ID!
  type: FactType!
  label: String!
  values: Values!
  batch: ID
  batchLine: Int
  """Its citations, in the same form."""
  citations: [StandingCitation!]!
}
type StandingCitation {
  id: ID!
  values: Values!
  """The independence group of its source."""
  group: String!
}
"""Something wrong with a changeset: where, and what to do about it."""
type Problem {
  """The rule that found it."""
  code: String!
  severity: Severity!
  message: String!
  fact: ID
  field: String
  operation: ID
}
"""A field that somebody else has changed since."""
type Conflict {
  fact: ID!
  field: String!
  operation: ID!
  """What the editor saw."""
  base: Value
  """What stands now."""
  theirs: Value
  """What the editor wants."""
  yours: Value
}
"""A cited field that a changeset sets."""
type CoveredField {
  fact: ID!
  field: String!
  operation: ID!
  coverage: FieldEvidence!
}
type Review {
  id: ID!
  version: Int!
  verdict: Verdict!
  body: String!
  by: DeskPerson
  at: DateTime!
}
type DeskComment {
  id: ID!
  version: Int!
  fact: ID
  field: String
  body: String!
  by: DeskPerson
  at: DateTime!
}
"""A submission or merge in the background."""
type ChangesetJob {
  id: ID!
  kind: ChangesetJobKind!
  """The version of the changeset that was looked at."""
  version: Int
  status: JobStatus!
  """What it does at the moment."""
  phase: String!
  done: Int!
  total: Int!
  """What came of it."""
  outcome: Value
}
"""What a check of a changeset found."""
type CheckReport {
  changeset: Changeset!
  """Whether it was checked. A draft of more than 5,000 operations is checked when it is submitted, not whenever it is looked at."""
  isChecked: Boolean!
  """How many net operations it has."""
  count: Int!
  """The first thousand problems."""
  problems: [Problem!]!
  """How many errors there are in all."""
  errors: Int!
  conflicts: [Conflict!]!
  """How each cited field that is set is covered; left out for changesets of more than 2,000 operations."""
  coverage: [CoveredField!]!
  """Whether the database itself was asked, by a merge that was rolled back."""
  tried: Boolean!
  """The latest revision when it was checked. A sealed version of more than 2,000 operations is checked when it is submitted and again when it is merged, not whenever it is looked at."""
  asOf: Int!
  """What the facts named in the report are called."""
  labels: [FactLabel!]!
}
type FactLabel {
  id: ID!
  label: String!
}
"""A page of changesets, newest first."""
type ChangesetPage {
  nodes: [Changeset!]!
  hasNextPage: Boolean!
  endCursor: String
}

"""An operation as an editor writes it. Its id and those of new facts and citations are made by whoever writes it."""
input OperationInput {
  id: ID!
  kind: OperationKind!
  fact: ID!
  values: Values
  set: Values
  base: Values
  waivers: Values
  adopted: Values
  reason: String
  redirectTo: ID
  citation: ID
  batch: ID
  batchLine: Int
  """For a restoration: the state to bring back, as retiredFact gives it."""
  state: Value
}

"""There is no such changeset."""
type NoSuchChangeset { message: String! }
"""The changeset has moved on since: look at it again."""
type StaleChangeset { message: String! changeset: Changeset! }
"""The state of the changeset does not allow it."""
type ClosedChangeset { message: String! changeset: Changeset! }
"""It was refused, for all of these reasons."""
type Refused { problems: [Problem!]! conflicts: [Conflict!]! changeset: Changeset }
type Appended { changeset: Changeset! }
type Discarded { changeset: Changeset! count: Int! }
type Described { changeset: Changeset! }
type Submitted { changeset: Changeset! warnings: [Problem!]! }
"""It is checked and sealed in the background: ask for the job."""
type Submitting { job: ChangesetJob! changeset: Changeset! }
type Withdrawn { changeset: Changeset! }
type Reviewed { changeset: Changeset! }
type GroupJudged { changeset: Changeset! }
"""The sealed version has no such group."""
type NoSuchGroup { message: String! changeset: Changeset! }
"""Authors do not approve their own work, unless the desk is set to one person."""
type OwnWork { message: String! changeset: Changeset! }
"""A verdict that asks for changes must say which."""
type ReasonMissing { message: String! changeset: Changeset! }
"""It is a revision now."""
type Merged { revision: Int! changeset: Changeset! }
"""It is merged in the background: ask for the job."""
type Merging { job: ChangesetJob! changeset: Changeset! }
"""Others have changed the same fields. The changeset is a draft again."""
type Conflicts { conflicts: [Conflict!]! changeset: Changeset! }
"""A changeset that undoes the revision, to be submitted and reviewed."""
type RevertOpened { changeset: Changeset! }
type NoSuchRevision { message: String! }

union AppendOutcome = Appended | Refused | StaleChangeset | ClosedChangeset | NoSuchChangeset
union DiscardOutcome = Discarded | StaleChangeset | ClosedChangeset | NoSuchChangeset
union DescribeOutcome = Described | ClosedChangeset | NoSuchChangeset
union SubmitOutcome = Submitted | Submitting | Refused | StaleChangeset | ClosedChangeset | NoSuchChangeset
union WithdrawOutcome = Withdrawn | ClosedChangeset | NoSuchChangeset
union ReviewOutcome = Reviewed | OwnWork | ReasonMissing | StaleChangeset | ClosedChangeset | NoSuchChangeset
union JudgeGroupOutcome = GroupJudged | NoSuchGroup | ReasonMissing | StaleChangeset | ClosedChangeset | NoSuchChangeset
union MergeOutcome = Merged | Merging | Conflicts | Refused | StaleChangeset | ClosedChangeset | NoSuchChangeset
union RevertOutcome = RevertOpened | NoSuchRevision

extend type Query {
  """A changeset by its id or its number."""
  changeset(id: ID, number: Int): Changeset
  """Changesets, newest first."""
  changesets(status: [ChangesetStatus!], mine: Boolean = false, first: Int = 25, after: String): ChangesetPage!
  """Checks a changeset as it stands; nothing is changed."""
  checkChangeset(id: ID!): CheckReport
  """A submission or merge in the background."""
  changesetJob(id: ID!): ChangesetJob
}
type Mutation {
  """Opens a changeset. Under an id made by the caller, a repeated call opens it once."""
  openChangeset(id: ID, title: String!, reason: String): Changeset!
  """Gives a draft its title and reason."""
  describeChangeset(changeset: ID!, title: String, reason: String): DescribeOutcome!
  """Appends operations. Those that are there already are passed over; version is the one the editor saw."""
  appendOperations(changeset: ID!, version: Int!, operations: [OperationInput!]!): AppendOutcome!
  """Takes operations out: by their ids, all on some facts, or everything."""
  discardOperations(changeset: ID!, version: Int!, operations: [ID!], facts: [ID!], everything: Boolean): DiscardOutcome!
  """Gives a whole changeset up."""
  abandonChangeset(changeset: ID!): DiscardOutcome!
  """Submits a changeset for review; its version is sealed."""
  submitChangeset(changeset: ID!, version: Int!, title: String, reason: String): SubmitOutcome!
  """Takes a submitted changeset back."""
  withdrawChangeset(changeset: ID!): WithdrawOutcome!
  """Reviews the sealed version of a changeset. The id is made by the caller."""
  reviewChangeset(id: ID!, changeset: ID!, version: Int!, verdict: Verdict!, body: String! = ""): ReviewOutcome!
  """Says of one group of a sealed version that it was looked at, or what has to be mended. The last word of a person counts."""
  judgeGroup(changeset: ID!, version: Int!, type: FactType!, kind: OperationKind!, code: String, verdict: GroupJudgement!, note: String! = ""): JudgeGroupOutcome!
  """Says something of a changeset. The id is made by the caller."""
  commentOnChangeset(id: ID!, changeset: ID!, body: String!, fact: ID, field: String): DeskComment
  """Merges an approved changeset; version is the one that was looked at."""
  mergeChangeset(changeset: ID!, version: Int!): MergeOutcome!
  """Opens a changeset that undoes a revision. The id is made by the caller."""
  revertRevision(revision: Int!, id: ID!, reason: String!): RevertOutcome!
}`;
