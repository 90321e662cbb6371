import { type FactTypeName, lapsingSpells } from '@chancery/codebook';
import { cache } from 'react';
import type { View } from '../../addresses/view.ts';
import { queryAtOneRevision } from '../../doors/query-at-one-revision.ts';
import { type Answer, queryRegister } from '../../doors/query-register.ts';
import { type LinksAnswer, linksDocument, type RecordAnswer, recordDocument } from '../../doors/screens.ts';
import { SpellSeenDocument, type SpellSeenQuery } from '../../generated/register/graphql.ts';
import type { Seen } from '../spells/seen-by.ts';

/** How many links of each way back the page of a record shows; the rest stand in a list of their own. */
export const linksShownOfEach = 10;

/** The evidence from which it is derived until when a record is attested; null for types that do not lapse. */
type SeenAnswer = Answer<SpellSeenQuery | null>;

type Loaded = readonly [Answer<RecordAnswer>, Answer<LinksAnswer>, SeenAnswer];

const loaded = cache((type: FactTypeName, id: string, at: number | undefined, on: string | undefined) =>
  queryAtOneRevision<Loaded>(
    { ...(at === undefined ? {} : { at }), ...(on === undefined ? {} : { on }) },
    async (view) => {
      const [record, links, seen] = await Promise.all([
        queryRegister(recordDocument(type), { id }, view),
        queryRegister(linksDocument(type), { id, first: linksShownOfEach }, view),
        lapsingSpells(type).length > 0 ? queryRegister(SpellSeenDocument, { id }, view) : undefined,
      ]);
      return [record, links, seen ?? (record.ok ? { ...record, data: null } : record)];
    },
  ),
);

/** A record with its evidence and the links that lead to it, of one revision; asked once for a page and its title. */
export function loadRecord(type: FactTypeName, id: string, { at, on }: View) {
  return loaded(type, id, at, on);
}

/** The evidence in an answer, where it is there. */
export function seenOf(answer: SeenAnswer): Seen | undefined {
  const node = answer.ok ? answer.data?.node : null;
  // What is no fact has none of these fields, which the type of an empty selection cannot say.
  return node && 'citations' in node ? (node as Seen) : undefined;
}
