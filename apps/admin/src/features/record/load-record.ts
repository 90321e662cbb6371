import { type FactTypeName, lapsingSpells } from '@chancery/codebook';
import { cache } from 'react';
import type { View } from '../../addresses/view.ts';
import { queryAtOneRevision } from '../../endpoints/query-at-one-revision.ts';
import { type Answer, queryRegister } from '../../endpoints/query-register.ts';
import { type LinksAnswer, linksDocument, type RecordAnswer, recordDocument } from '../../endpoints/screens.ts';
import { SpellSeenDocument, type SpellSeenQuery } from '../../generated/register/graphql.ts';
import type { Attestation } from '../spells/attested-by.ts';

/** The maximum number of rows that the page of a record shows of each inverse link. */
export const maxRowsPerLink = 10;

/**
 * The answer to the query for the evidence of a record's spell. The data is null for types without a spell that can
 * lapse.
 */
type AttestationAnswer = Answer<SpellSeenQuery | null>;

type LoadedRecord = readonly [Answer<RecordAnswer>, Answer<LinksAnswer>, AttestationAnswer];

const loadCached = cache((type: FactTypeName, id: string, at: number | undefined, on: string | undefined) =>
  queryAtOneRevision<LoadedRecord>(
    { ...(at === undefined ? {} : { at }), ...(on === undefined ? {} : { on }) },
    async (view) => {
      const [record, links, attestation] = await Promise.all([
        queryRegister(recordDocument(type), { id }, view),
        queryRegister(linksDocument(type), { id, first: maxRowsPerLink }, view),
        lapsingSpells(type).length > 0 ? queryRegister(SpellSeenDocument, { id }, view) : undefined,
      ]);
      return [record, links, attestation ?? (record.ok ? { ...record, data: null } : record)];
    },
  ),
);

/**
 * Loads a record or link, the facts that link to it, and the evidence of its spell, all from the same revision. The
 * answers are cached for the current request.
 */
export function loadRecord(type: FactTypeName, id: string, { at, on }: View) {
  return loadCached(type, id, at, on);
}

/** Returns the evidence in the third answer of {@link loadRecord}; undefined if it is a refusal or has no evidence. */
export function attestationOf(answer: AttestationAnswer): Attestation | undefined {
  const node = answer.ok ? answer.data?.node : null;
  // Nodes that are not facts lack these fields, which the type of their empty selection does not express.
  return node && 'citations' in node ? (node as Attestation) : undefined;
}
