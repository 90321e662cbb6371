import { factTypeOfId } from '@chancery/codebook';
import { cache } from 'react';
import type { View } from '../../addresses/view.ts';
import { type Answer, queryRegister } from '../../endpoints/query-register.ts';
import { FindSidesDocument, type FindSidesQuery, SearchActorsDocument } from '../../generated/register/graphql.ts';
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
      ...{ aId: one.id, aHasId: one.hasId, aCode: one.code, aShort: one.short, aHasCode: one.hasCode },
      ...{ bId: other.id, bHasId: other.hasId, bCode: other.code, bShort: other.short, bHasCode: other.hasCode },
      on: view.on ?? null,
    },
    view,
  );
  if (!answer.ok) return answer;
  const { aById, aState, aOrganization, bById, bState, bOrganization } = answer.data;
  return {
    ...answer,
    data: {
      a: sideOf(aById) ?? aState ?? aOrganization ?? null,
      b: sideOf(bById) ?? bState ?? bOrganization ?? null,
    },
  };
});

/** Returns the actor with an id; null for another fact, or if there is none. */
function sideOf(node: ById | null | undefined): Side | null {
  return node && isSide(node) ? node : null;
}

type ById = NonNullable<FindSidesQuery['aById']>;

function isSide(node: ById): node is Extract<ById, { readonly codes: unknown }> {
  return 'codes' in node;
}

/**
 * Searches for actors whose label or names contain a text, or with a code equal to it. Returns at most 12, best match
 * first.
 */
export async function searchActors(text: string, view: View): Promise<Answer<readonly Side[]>> {
  const answer = await queryRegister(SearchActorsDocument, { text }, view);
  return answer.ok ? { ...answer, data: answer.data.search?.nodes ?? [] } : answer;
}

/** How an actor is looked up: by id, or by code and abbreviation. The values of the other way are not used. */
function reference(text: string) {
  const word = text.trim();
  const hasId = factTypeOfId(word) !== undefined;
  return { id: word, hasId, code: word.toUpperCase(), short: word, hasCode: !hasId && word !== '' };
}
