export { cacheBytes } from './cache/cache-bytes.ts';
export type { CacheSize } from './cache/cache-size.ts';
export { documentBytes } from './cache/document-bytes.ts';
export { TwoStageCache } from './cache/two-stage-cache.ts';
export { BadCursor } from './compile/cursor.ts';
export { dateWordsSize } from './compile/field-kinds.ts';
export type { ResolvedFields, ResolvedHandle } from './compile/resolved-field.ts';
export { holdsSql, readingSql } from './compile/spell-sql.ts';
export { createRowCache, type RowCache } from './in-memory/in-memory-rows.ts';
export { type CoverageRecord, coversPeriod } from './measure-data/coverages.ts';
export { type Day, daysOfYear, formatDay, type Period, periodsOverlap, yearOf } from './measure-data/day.ts';
export { pairsOf, type ScoredEvent } from './measure-data/events.ts';
export { type CountedExercise, exerciseStatuses } from './measure-data/exercises.ts';
export { createMeasureData, type DataRequest, type MeasureData } from './measure-data/measure-data.ts';
export type { MembershipSpell } from './measure-data/memberships.ts';
export type { OwedObligation } from './measure-data/obligations.ts';
export type { RegisterView } from './measure-data/read-at.ts';
export type { SystemState } from './measure-data/system.ts';
export { ballotCodes, type Votes } from './measure-data/votes.ts';
export { ClientError } from './plan/client-error.ts';
export { type Cost, costliestSelectionOf, costOf, largestConnectionOf, type SelectionCost } from './plan/cost.ts';
export type { ReadLimits } from './plan/request-checks.ts';
export {
  type Answer,
  createReader,
  type PreparedRead,
  type Reader,
  type ReaderOptions,
  type ReadRequest,
  type RevisionLabel,
} from './reader.ts';
export { buildRegisterSchema, buildRegisterSdl, printSdl } from './register-schema.ts';
export { rootFields } from './roots/index.ts';
export { createStatementRunner, type StatementRunner } from './statements/statement-runner.ts';
