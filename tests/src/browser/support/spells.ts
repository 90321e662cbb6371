import { seedId } from '@chancery/api/demo';
import type { Operation } from '@chancery/changesets';
import { newId, type Values } from '@chancery/codebook';
import { cite, create, createSource } from '../../support/operations.ts';

/** The operations of {@link spellOperations}, and the ids of some of the facts that they create. */
export interface Spells {
  /** The organization whose memberships have different readings. */
  readonly league: string;
  /** The organization with one recorded member. */
  readonly pact: string;
  /** The source that is kept current. */
  readonly currentSource: string;
  /** The data set that is withheld. */
  readonly dataSet: string;
  readonly operations: readonly Operation[];
}

const date = (edtf: string) => ({ edtf });
const state = (code: string) => seedId(`st:${code}`);

/**
 * Returns operations that add to the demo register: an organization whose memberships have all readings except certain
 * on 2026-01-01, another with Russia as its only recorded member, a source that is kept current, a data set that ends
 * in 2014 and is withheld, and obligations between Russia and Iran for which two sources state different periods.
 */
export function spellOperations(): Spells {
  const [league, pact, currentSource, dataSet, gazette] = [
    newId('Organization'),
    newId('Organization'),
    newId('Source'),
    newId('Source'),
    newId('Source'),
  ];
  const cited = (type: Parameters<typeof create>[0], values: Values, source: string, citation: Values = {}) => {
    const creation = create(type, values);
    return [creation, cite(creation.fact, source, citation)];
  };
  const member = (code: string, values: Values, source = gazette, citation: Values = {}) =>
    cited('Membership', { member: state(code), organization: league, status: 'FULL', ...values }, source, citation);
  const owes = (from: string, to: string, start: string, source: string) =>
    cited(
      'Obligation',
      { from: state(from), to: state(to), obligationType: 'DEFENSE', validity: date(`${start}/`) },
      source,
    );
  const source = (fact: string, values: Values) => ({ ...createSource(values), fact });
  return {
    ...{ league, pact, currentSource, dataSet },
    operations: [
      source(currentSource, {
        name: 'League on itself',
        sourceType: 'WEBPAGE',
        keptCurrent: true,
        independenceGroup: 'the league',
      }),
      source(dataSet, {
        name: 'Members of Leagues',
        sourceType: 'DATASET',
        republication: 'WITHHELD',
        licence: 'Not for redistribution.',
        independenceGroup: 'leagues',
      }),
      source(gazette, { name: 'Undated gazette', independenceGroup: 'gazette' }),
      ...cited(
        'Coverage',
        {
          source: dataSet,
          kind: 'MEMBERSHIPS',
          population: 'leagues of states',
          period: date('1816/2014'),
          completeness: 'COMPLETE',
          gaps: date('{1915,1941}'),
        },
        dataSet,
      ),
      {
        ...create('Organization', { name: 'League of Readings', abbreviation: 'LOR', organizationType: 'IGO_FORMAL' }),
        fact: league,
      },
      cite(league, currentSource),
      {
        ...create('Organization', { name: 'Pact of One', abbreviation: 'POO', organizationType: 'IGO_FORMAL' }),
        fact: pact,
      },
      cite(pact, currentSource),
      ...cited(
        'Membership',
        { member: state('RUS'), organization: pact, status: 'FULL', validity: date('2000/..') },
        gazette,
      ),
      ...member('RUS', { validity: date('1996/..') }, currentSource, { retrieved: date('2025-03-03') }),
      ...member('IRN', { validity: date('1996/') }, dataSet),
      ...member('CHN', { validity: date('2026/..') }),
      ...member('IND', { asOf: date('2019-09') }),
      ...member('BRA', {}),
      ...member('BLR', { validity: date('1996/2019') }),
      ...member('ZAF', { status: 'OBSERVER', validity: date('2000/..') }),
      ...member('KAZ', { status: 'PARTNER', validity: date('2001/..') }),
      ...owes('RUS', 'IRN', '1998', dataSet),
      ...owes('RUS', 'IRN', '1999', gazette),
      ...owes('IRN', 'RUS', '1999', gazette),
    ],
  };
}
