/** The SDL of changesets, their operations and reviews. */
export const changesetsSdl = `
"""Field values in the form of operations: a JSON object of field names and values, as the codebook defines them."""
scalar Values
"""One field value in the form of operations."""
scalar Value

"""The state of a changeset."""
enum ChangesetStatus {
  """Being worked on."""
  DRAFT
  """Submitted and waiting for review."""
  SUBMITTED
  """Approved and waiting to be merged."""
  APPROVED
  """A reviewer asked for changes."""
  RETURNED
  """Being merged."""
  MERGING
  """Merged as a revision."""
  MERGED
  """Discarded by its author or an admin."""
  DISCARDED
}
"""What an operation does."""
enum OperationKind { CREATE UPDATE RETIRE RESTORE CITE UNCITE ADOPT DISPUTE }
"""The severity of a problem."""
enum Severity {
  """The changeset cannot be submitted or merged."""
  ERROR
  """The problem is shown to reviewers."""
  WARNING
}
"""The evidence for a field that requires evidence and that a changeset sets."""
enum FieldEvidence { CITED BATCH ADOPTED WAIVED MISSING }
"""The verdict of a review."""
enum Verdict {
  """The changeset may be merged."""
  APPROVE
  """The changeset must be corrected first."""
  REQUEST_CHANGES
  """A comment without a decision."""
  COMMENT
}
"""A reviewer’s judgement of one group of facts. It prepares the verdict on the changeset and does not replace it."""
enum GroupJudgement {
  """The reviewer has looked at the group and found nothing to correct."""
  LOOKED_AT
  """The group has to be corrected, as the note says."""
  TO_MEND
}
"""The state of a background job."""
enum JobStatus { WAITING RUNNING DONE FAILED }
enum ChangesetJobKind { SUBMIT MERGE }

"""A user of the desk."""
type DeskPerson {
  id: ID!
  name: String!
  role: Role!
}

"""A set of operations that is drafted, reviewed and merged together."""
type Changeset {
  id: ID!
  """The number in its name: 214 for CS-214."""
  number: Int!
  title: String!
  """The reason for the changes, for reviewers."""
  reason: String!
  status: ChangesetStatus!
  """Increases with every change. Mutations take the version that the client last read."""
  version: Int!
  """The version that was last submitted."""
  sealedVersion: Int
  """The revision on which it was opened."""
  baseRevision: Int!
  """The revision that its merge created."""
  revision: Int
  """The revision that it reverts."""
  reverts: Int
  author: DeskPerson
  createdAt: DateTime!
  updatedAt: DateTime!
  """The number of facts that it changes, by type and kind of operation."""
  counts: [OperationCount!]!
  """Its facts in groups of the same type, kind of operation and warning. The warnings of a draft are not known yet."""
  groups: [OperationGroup!]!
  """The changes to the facts of one group, sorted by fact id. A page may be shorter than requested; hasNextPage tells whether more follow."""
  group(type: FactType!, kind: OperationKind!, code: String, first: Int = 50, after: String): FactChanges!
  """The changes, one per fact, sorted by fact id."""
  facts(first: Int = 50, after: String): FactChanges!
  """The changes to one fact."""
  fact(id: ID!): FactChange
  """The reviews of its sealed versions, oldest first."""
  reviews: [Review!]!
  """The comments on it, oldest first."""
  comments: [DeskComment!]!
  """The latest background job of the changeset."""
  job: ChangesetJob
}
type OperationCount {
  type: FactType!
  kind: OperationKind!
  facts: Int!
}
"""Facts of a changeset with the same type, the same kind of operation and the same warning."""
type OperationGroup {
  type: FactType!
  kind: OperationKind!
  """The rule that reported the warning; null for facts without a warning."""
  code: String
  facts: Int!
  """The number of facts of this type and kind, with and without warnings."""
  factsInAll: Int!
  """The first few facts of the group."""
  samples: [FactLabel!]!
  """The latest judgement of each reviewer on this version."""
  verdicts: [GroupVerdict!]!
}
"""A reviewer’s judgement of a group of a sealed version. It does not approve anything: only a review of the changeset does."""
type GroupVerdict {
  verdict: GroupJudgement!
  note: String!
  by: DeskPerson
  at: DateTime!
}
"""A page of the changes of a changeset."""
type FactChanges {
  nodes: [FactChange!]!
  hasNextPage: Boolean!
  endCursor: String
}
"""The changes to one fact and its citations."""
type FactChange {
  fact: ID!
  type: FactType!
  """The label of the fact, or its future label if it is new."""
  label: String!
  operations: [Operation!]!
  """The fact in the register; null if it is new."""
  standing: StandingFact
  conflicts: [Conflict!]!
  """Problems of operations that cannot be combined and, in a group, the problems that the rules found."""
  problems: [Problem!]!
}
"""A net operation: the combination of all operations of the changeset on the same fact or citation."""
type Operation {
  id: ID!
  kind: OperationKind!
  fact: ID!
  """The citation that is added or removed."""
  citation: ID
  """The values of the fact or citation that is created, restored, added or removed."""
  values: Values
  """The new values of the changed fields; base has the values that the editor saw."""
  set: Values
  base: Values
  waivers: Values
  """For each field, the adopted claim and the reason."""
  adopted: Values
  """Why the fact is retired."""
  reason: String
  redirectTo: ID
  batch: ID
  batchLine: Int
}
"""A fact of the register, with its values in the form of operations."""
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
"""A problem of a changeset: where it is and what to do about it."""
type Problem {
  """The rule that found it."""
  code: String!
  severity: Severity!
  message: String!
  fact: ID
  field: String
  operation: ID
}
"""A field that another editor has changed since this editor read it."""
type Conflict {
  fact: ID!
  field: String!
  operation: ID!
  """The value that the editor saw."""
  base: Value
  """The value in the register now."""
  theirs: Value
  """The value that the editor sets."""
  yours: Value
}
"""A field that requires evidence and that a changeset sets."""
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
  """The version of the changeset that the job was started for."""
  version: Int
  status: JobStatus!
  """The current phase."""
  phase: String!
  done: Int!
  total: Int!
  """The outcome, once the job is finished."""
  outcome: Value
}
"""The result of checking a changeset."""
type CheckReport {
  changeset: Changeset!
  """Whether it was checked. A draft of more than 5,000 operations is only checked when it is submitted."""
  isChecked: Boolean!
  """The number of net operations."""
  count: Int!
  """The first thousand problems."""
  problems: [Problem!]!
  """The total number of errors."""
  errors: Int!
  conflicts: [Conflict!]!
  """The evidence for each field that requires it and is set; empty for changesets of more than 2,000 operations."""
  coverage: [CoveredField!]!
  """Whether the check included a trial merge in the database that was rolled back."""
  tried: Boolean!
  """The latest revision at the time of the check. A sealed version of more than 2,000 operations is only checked when it is submitted and again when it is merged."""
  asOf: Int!
  """The labels of the facts in the report."""
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

"""An operation of an editor. The client generates its id and the ids of new facts and citations."""
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
  """For RESTORE: the state to bring back, as returned by retiredFact."""
  state: Value
}

"""There is no such changeset."""
type NoSuchChangeset { message: String! }
"""The changeset has changed since the given version. Reload it and try again."""
type StaleChangeset { message: String! changeset: Changeset! }
"""The state of the changeset does not allow the operation."""
type ClosedChangeset { message: String! changeset: Changeset! }
"""The operations were refused because of the listed problems and conflicts."""
type Refused { problems: [Problem!]! conflicts: [Conflict!]! changeset: Changeset }
type Appended { changeset: Changeset! }
type Discarded { changeset: Changeset! count: Int! }
type Described { changeset: Changeset! }
type Submitted { changeset: Changeset! warnings: [Problem!]! }
"""The changeset is being checked and sealed in the background; query changesetJob for its progress."""
type Submitting { job: ChangesetJob! changeset: Changeset! }
type Withdrawn { changeset: Changeset! }
type Reviewed { changeset: Changeset! }
type GroupJudged { changeset: Changeset! }
"""The sealed version has no such group."""
type NoSuchGroup { message: String! changeset: Changeset! }
"""Authors cannot approve their own changesets, unless the desk is set to one person."""
type OwnWork { message: String! changeset: Changeset! }
"""A verdict that requests changes must describe them."""
type ReasonMissing { message: String! changeset: Changeset! }
"""The changeset was merged as a revision."""
type Merged { revision: Int! changeset: Changeset! }
"""The changeset is being merged in the background; query changesetJob for its progress."""
type Merging { job: ChangesetJob! changeset: Changeset! }
"""Other editors have changed the same fields. The changeset is a draft again."""
type Conflicts { conflicts: [Conflict!]! changeset: Changeset! }
"""A changeset that reverts the revision was opened. It still has to be submitted and reviewed."""
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
  """Checks a changeset in its current version without changing it."""
  checkChangeset(id: ID!): CheckReport
  """A submission or merge in the background."""
  changesetJob(id: ID!): ChangesetJob
}
type Mutation {
  """Opens a changeset. With an id generated by the client, a repeated call opens it only once."""
  openChangeset(id: ID, title: String!, reason: String): Changeset!
  """Sets the title and reason of a draft."""
  describeChangeset(changeset: ID!, title: String, reason: String): DescribeOutcome!
  """Appends operations. Operations that were already appended are skipped. version is the version that the client last read."""
  appendOperations(changeset: ID!, version: Int!, operations: [OperationInput!]!): AppendOutcome!
  """Removes operations: those with the given ids, all on the given facts, or all of them."""
  discardOperations(changeset: ID!, version: Int!, operations: [ID!], facts: [ID!], everything: Boolean): DiscardOutcome!
  """Discards a whole changeset."""
  abandonChangeset(changeset: ID!): DiscardOutcome!
  """Submits a changeset for review and seals its version."""
  submitChangeset(changeset: ID!, version: Int!, title: String, reason: String): SubmitOutcome!
  """Withdraws a submitted changeset, so that it is a draft again."""
  withdrawChangeset(changeset: ID!): WithdrawOutcome!
  """Reviews the sealed version of a changeset. The client generates the id of the review."""
  reviewChangeset(id: ID!, changeset: ID!, version: Int!, verdict: Verdict!, body: String! = ""): ReviewOutcome!
  """Records a judgement of one group of a sealed version. A later judgement of the same user replaces it."""
  judgeGroup(changeset: ID!, version: Int!, type: FactType!, kind: OperationKind!, code: String, verdict: GroupJudgement!, note: String! = ""): JudgeGroupOutcome!
  """Comments on a changeset. The client generates the id of the comment."""
  commentOnChangeset(id: ID!, changeset: ID!, body: String!, fact: ID, field: String): DeskComment
  """Merges an approved changeset. version is the version that the client last read."""
  mergeChangeset(changeset: ID!, version: Int!): MergeOutcome!
  """Opens a changeset that reverts a revision. The client generates the id of the changeset."""
  revertRevision(revision: Int!, id: ID!, reason: String!): RevertOutcome!
}`;
