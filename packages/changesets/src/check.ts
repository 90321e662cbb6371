import type { Operation } from './operation.ts';
import { type Outline, outlineOf } from './outline.ts';
import type { Problem } from './problem.ts';
import { type Conflict, conflictsOf } from './rebase.ts';
import { Batch, type Rule } from './rule.ts';
import { type Needs, noNeeds, type RuleContext } from './rule-context.ts';
import { rules as editorialRules } from './rules/index.ts';

/** The outcome of a check: the problems that the rules found, and the conflicts with the current register. */
export interface Findings {
  readonly problems: readonly Problem[];
  readonly conflicts: readonly Conflict[];
}

/**
 * Collects what must be read from the register to check operations: what the rules need, and the fact of each
 * operation.
 */
export function needsOf(operations: Iterable<Operation>, rules: readonly Rule[] = editorialRules): Needs {
  const needs = noNeeds();
  for (const operation of operations) {
    needs.facts.add(operation.fact);
    for (const rule of rules) rule.needs(operation, needs);
  }
  return needs;
}

/**
 * Checks a batch of net operations against every rule and the current register, and returns all problems and conflicts
 * at once. `outline` describes the whole changeset, of which the batch may be a part. All operations on one fact must
 * be in the same batch.
 */
export function check(
  operations: readonly Operation[],
  context: RuleContext,
  outline: Outline = outlineOf(operations),
  rules: readonly Rule[] = editorialRules,
): Findings {
  const batch = new Batch(operations, outline, context);
  return {
    problems: rules.flatMap((rule) => [...rule.check(batch)]),
    conflicts: operations.flatMap((operation) =>
      conflictsOf(operation, context.facts.get(operation.fact)?.values ?? {}),
    ),
  };
}

/**
 * Returns true when findings prevent a changeset from being submitted or merged: errors and conflicts, not warnings.
 */
export function isBlocking({ problems, conflicts }: Findings): boolean {
  return conflicts.length > 0 || problems.some(({ severity }) => severity === 'error');
}
