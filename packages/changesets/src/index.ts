export { check, type Findings, isBlocking, needsOf } from './check.ts';
export { type Difference, diff } from './diff.ts';
export { invert } from './invert.ts';
export * from './limits.ts';
export { type NetOperations, net, rowIdOf } from './net.ts';
export * from './operation.ts';
export { Outline, outlineOf } from './outline.ts';
export { parseOperation, parseValues } from './parse-operation.ts';
export type { Outcome, Problem, Severity } from './problem.ts';
export {
  type Conflict,
  type ConflictResolution,
  conflictsOf,
  type RebasedOperation,
  rebase,
  resolveConflict,
} from './rebase.ts';
export { Batch, type Rule } from './rule.ts';
export * from './rule-context.ts';
export { allowedStrength, comparableModalities, strengthOf } from './rules/hedge-kept.ts';
export { rules } from './rules/index.ts';
export { type CoveredField, coveredFields, type FieldEvidence } from './rules/needs-citation.ts';
