import type { Operation } from './operation.ts';
import { type Outline, outlineOf } from './outline.ts';
import type { Problem } from './problem.ts';
import { type Conflict, conflictsOf } from './rebase.ts';
import { Batch, type Rule } from './rule.ts';
import { type Needs, noNeeds, type RuleContext } from './rule-context.ts';
import { rules as editorialRules } from './rules/index.ts';

/** What a check found: all problems, and the fields that others have changed since. */
export interface Findings {
  readonly problems: readonly Problem[];
  readonly conflicts: readonly Conflict[];
}

/** What the rules need to know of the register to check these operations, and what conflicts need. */
export function needsOf(operations: Iterable<Operation>, rules: readonly Rule[] = editorialRules): Needs {
  const needs = noNeeds();
  for (const operation of operations) {
    needs.facts.add(operation.fact);
    for (const rule of rules) rule.needs(operation, needs);
  }
  return needs;
}

/**
 * Checks a batch of net operations against every rule and against the register as it stands, and returns all that is
 * wrong at once. `outline` is that of the whole changeset, of which the batch may be a part; all operations on one fact
 * must be in the same batch.
 */
export function check(
  operations: readonly Operation[],
  known: RuleContext,
  outline: Outline = outlineOf(operations),
  rules: readonly Rule[] = editorialRules,
): Findings {
  const batch = new Batch(operations, outline, known);
  return {
    problems: rules.flatMap((rule) => [...rule.check(batch)]),
    conflicts: operations.flatMap((operation) => conflictsOf(operation, known.facts.get(operation.fact)?.values ?? {})),
  };
}

/** Whether findings stop a changeset: warnings do not. */
export function stops({ problems, conflicts }: Findings): boolean {
  return conflicts.length > 0 || problems.some(({ severity }) => severity === 'error');
}
