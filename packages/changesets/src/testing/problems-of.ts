import { check } from '../check.ts';
import type { Operation } from '../operation.ts';
import { outlineOf } from '../outline.ts';
import type { Problem } from '../problem.ts';
import type { Rule } from '../rule.ts';
import type { RuleContext } from '../rule-context.ts';
import { contextOf } from './register.ts';

/** Returns a function that checks net operations with this rule only and returns the problems that it finds. */
export function problemsOf(
  rule: Rule,
): (operations: readonly Operation[], context?: RuleContext) => readonly Problem[] {
  return (operations, context = contextOf()) => check(operations, context, outlineOf(operations), [rule]).problems;
}
