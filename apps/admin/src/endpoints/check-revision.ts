import type { View } from '../addresses/view.ts';
import { RevisionOfViewDocument } from '../generated/register/graphql.ts';
import { queryRegister, type Refusal } from './query-register.ts';

/**
 * Checks that the revision of a view exists, for pages that do not query the register in this view. Returns the refusal
 * of the API if it does not; undefined if it exists, or if the view has none.
 * @throws RegisterError like {@link queryRegister}
 */
export async function checkRevision({ at }: View): Promise<Refusal | undefined> {
  if (at === undefined) return undefined;
  const answer = await queryRegister(RevisionOfViewDocument, {}, { at });
  return answer.ok ? undefined : answer.refusal;
}
