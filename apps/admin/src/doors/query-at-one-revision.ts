import type { View } from '../addresses/view.ts';
import type { Answer } from './query-register.ts';

const tries = 3;

/**
 * Asks several questions whose answers must be of one revision. Where a merge falls between them they are asked again,
 * and at last of the oldest of the revisions that answered, which stands still.
 */
export async function queryAtOneRevision<const Answers extends readonly Answer<unknown>[]>(
  view: View,
  questions: (view: View) => Promise<Answers>,
): Promise<Answers> {
  for (let count = 1; ; count += 1) {
    const answers = await questions(view);
    const revisions = answers.flatMap((answer) => (answer.ok ? [answer.revision.number] : []));
    const oldest = Math.min(...revisions);
    if (revisions.every((number) => number === oldest)) return answers;
    if (count >= tries) return questions({ ...view, at: oldest });
  }
}
