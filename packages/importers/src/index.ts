export { type Importer, type LineReader, type ReadReport, readSourceRecords } from './importer.ts';
export {
  type ColumnManifest,
  type CoverageManifest,
  coveredTime,
  type FileManifest,
  type Manifest,
} from './manifest.ts';
export { importerOfMapping } from './mapping/importer-of-mapping.ts';
export type { Mapping } from './mapping/mapping.ts';
export { type MappingOutcome, type MappingProblem, readMapping } from './mapping/read-mapping.ts';
export { coverageIdOf, coverageOperations } from './matching/coverage-operations.ts';
export type { ActorLinks, DatedKind } from './matching/dated-kinds.ts';
export type { DatedRecord, Lookup, NamedRecord, RecordCode } from './matching/lookup.ts';
export { type PlanImportOptions, planImport } from './matching/plan-import.ts';
export type { Candidate, FieldChange, ImportOutcome, PlannedRow } from './matching/planned.ts';
export type { Span } from './matching/spans.ts';
export { type FileProblem, UnpackLimitError, UnreadableFileError } from './reading/problem.ts';
export { headerProblems, type SourceRow, type Table, tableOf } from './reading/rows.ts';
export { type GivenFile, type TextLimits, textOf } from './reading/text-of-file.ts';
export { type FileHeader, type Recognition, recognize } from './recognize.ts';
export type { Marks, Reference, SourceRecord, TitleParts } from './source-record.ts';
export { importers } from './sources/index.ts';
export { stableDeskId, stableId } from './stable-id.ts';
