export { type Changeset, type ChangesetStatus, isDraft, isOpen, type Refusal } from './changeset.ts';
export { type AppendOutcome, append } from './draft/append.ts';
export { type CheckOutcome, checkChangeset, trialLimit } from './draft/check-changeset.ts';
export { type DescribeOutcome, describeChangeset } from './draft/describe.ts';
export { type DiscardOutcome, type DiscardSelection, discardChangeset, discardOperations } from './draft/discard.ts';
export { type JudgeGroupOutcome, judgeGroup, type NewGroupVerdict } from './draft/judge-group.ts';
export {
  findChangesetByNumber,
  type ListChangesetsOptions,
  listChangesets,
  reviewsOf,
  type StoredReview,
} from './draft/list.ts';
export { type FactChange, factChange, factChanges, labelsOf } from './draft/net-operations.ts';
export { findChangeset, type NewChangeset, openChangeset } from './draft/open.ts';
export {
  changesOfGroup,
  countChanges,
  type GroupJudgement,
  type GroupKey,
  type GroupPage,
  type GroupVerdict,
  hasMoreOperations,
  type OperationGroup,
  operationGroups,
} from './draft/operation-groups.ts';
export { operationsAsWritten } from './draft/read-operations.ts';
export { isSolo, type NewReview, type ReviewOutcome, review, type Verdict } from './draft/review.ts';
export { type SubmitOptions, type SubmitOutcome, submit, type WithdrawOutcome, withdraw } from './draft/submit.ts';
export { attestAllSpells } from './merge/attest-all-spells.ts';
export { labelSql } from './merge/label-sql.ts';
export { headNumber, type MergeOptions, type MergeOutcome, merge, releaseAbandonedMerges } from './merge/merge.ts';
export { mergedOperations } from './merge/merged-operations.ts';
export type { Progress } from './merge/prepare.ts';
export { rebuild } from './merge/rebuild.ts';
export { type RevertOutcome, revert } from './merge/revert.ts';
export { type DatedRecord, type DatedType, datedRecords } from './register/dated-records.ts';
export { type HistoryStep, historyOf } from './register/history.ts';
export { linksBetween } from './register/links-between.ts';
export { lookUp, lookUpCodes, lookUpFacts, lookUpInboundLinks, lookUpTombstones } from './register/look-up.ts';
export { type NamedRecord, namedRecords } from './register/named-records.ts';
export { findRetiredFact, type RetiredFact } from './register/retired-fact.ts';
export { factsTouchedByHand, fieldsSetByHand } from './register/set-by-hand.ts';
export { factsSupportedBy } from './register/supported-by.ts';
export { inTransaction } from './sql.ts';
export { systemAccountId } from './system-account.ts';
