import { factTypeOfId } from '@chancery/codebook';
import { cache } from 'react';
import type { View } from '../../addresses/view.ts';
import { type Answer, queryRegister } from '../../endpoints/query-register.ts';
import { FindSidesDocument, SearchActorsDocument } from '../../generated/register/graphql.ts';
import type { Side } from './side.ts';

/** The two actors of a dyad. An actor that was not found is null. */
export interface FoundSides {
  readonly a: Side | null;
  readonly b: Side | null;
}

/**
 * Looks up two actors, each by id, by a state's three-letter code, or by an organization's abbreviation. The answer is
 * cached for the current request.
 */
export function findSides(a: string, b: string, { at, on }: View): Promise<Answer<FoundSides>> {
  return findCached(a, b, at, on);
}

const findCached = cache(async (a: string, b: string, at: number | undefined, on: string | undefined) => {
  const view = { ...(at === undefined ? {} : { at }), ...(on === undefined ? {} : { on }) };
  const [one, other] = [reference(a), reference(b)];
  const answer = await queryRegister(
    FindSidesDocument,
    {
      aId: one.id,
      aCode: one.code,
      aShort: one.short,
      bId: other.id,
      bCode: other.code,
      bShort: other.short,
      on: view.on ?? null,
    },
    view,
  );
  if (!answer.ok) return answer;
  const { aState, aOrganization, bState, bOrganization } = answer.data;
  return { ...answer, data: { a: aState ?? aOrganization, b: bState ?? bOrganization } };
});

/**
 * Searches for actors whose label or names contain a text, or with a code equal to it. Returns at most 12, best match
 * first.
 */
export async function searchActors(text: string, view: View): Promise<Answer<readonly Side[]>> {
  const answer = await queryRegister(SearchActorsDocument, { text }, view);
  return answer.ok ? { ...answer, data: answer.data.search?.nodes ?? [] } : answer;
}

function reference(text: string): { id: string | null; code: string | null; short: string | null } {
  const word = text.trim();
  return factTypeOfId(word)
    ? { id: word, code: null, short: null }
    : { id: null, code: word.toUpperCase(), short: word };
}
