import { check } from '../check.ts';
import type { Operation } from '../operation.ts';
import { outlineOf } from '../outline.ts';
import type { Problem } from '../problem.ts';
import type { Rule } from '../rule.ts';
import type { RuleContext } from '../rule-context.ts';
import { standing } from './register.ts';

/** What one rule finds wrong with net operations on a register. */
export function problemsOf(rule: Rule): (operations: readonly Operation[], known?: RuleContext) => readonly Problem[] {
  return (operations, known = standing()) => check(operations, known, outlineOf(operations), [rule]).problems;
}
