import type { View } from '../addresses/view.ts';
import type { Answer } from './query-register.ts';

const maxAttempts = 3;

/**
 * Runs several queries whose answers must come from the same revision. If a merge happens between them, runs them
 * again. If the answers of the third attempt still differ, runs the queries at the oldest revision among those answers.
 */
export async function queryAtOneRevision<const Answers extends readonly Answer<unknown>[]>(
  view: View,
  query: (view: View) => Promise<Answers>,
): Promise<Answers> {
  for (let attempt = 1; ; attempt += 1) {
    const answers = await query(view);
    const revisions = answers.flatMap((answer) => (answer.ok ? [answer.revision.number] : []));
    const oldest = Math.min(...revisions);
    if (revisions.every((number) => number === oldest)) return answers;
    if (attempt >= maxAttempts) return query({ ...view, at: oldest });
  }
}
