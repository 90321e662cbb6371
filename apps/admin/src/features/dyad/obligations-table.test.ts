import { describe, expect, it } from '@jest/globals';
import { type DyadObligation, obligationRows, spellOf } from './obligations-table.ts';

const actor = (id: string) => ({ id, type: 'STATE' as const, label: id.toUpperCase() });
const noMore = { hasNextPage: false };

function owed(
  from: string,
  to: string,
  year: string,
  source: string,
  attestedUntil: string | null = null,
): DyadObligation {
  const id = `${from}-${to}-${year}-${source}`;
  return {
    from: actor(from),
    to: actor(to),
    obligationType: 'DEFENSE',
    reading: 'PRESUMED',
    validity: {
      ...{ edtf: `${year}/..`, earliest: `${year}-01-01`, latest: 'infinity', precision: 'INTERVAL' },
      ...{ words: `since ${year}`, basis: null, note: null },
    },
    statements: {
      pageInfo: noMore,
      nodes: [{ id, attestedUntil, asOf: null, batch: null, citations: { nodes: [] } }],
    },
    agreements: { pageInfo: noMore, nodes: [] },
    sources: { pageInfo: noMore, nodes: [{ id: source, type: 'SOURCE', label: source }] },
  };
}

describe('obligationRows', () => {
  it('merges mutual obligations with the same period and sources into one row', () => {
    const rows = obligationRows([owed('a', 'b', '1999', 'atop'), owed('b', 'a', '1999', 'atop')]);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.reverse?.from.id).toBe('b');
    expect(rows[0]?.hasOtherPeriod).toBe(false);
  });

  it('keeps obligations with different periods in separate, marked rows', () => {
    const rows = obligationRows([
      owed('a', 'b', '1998', 'cow'),
      owed('a', 'b', '1999', 'atop'),
      owed('b', 'a', '1999', 'atop'),
    ]);
    expect(
      rows.map(({ obligation, reverse, hasOtherPeriod }) => [
        obligation.validity?.edtf,
        reverse !== undefined,
        hasOtherPeriod,
      ]),
    ).toEqual([
      ['1998/..', false, true],
      ['1999/..', true, true],
    ]);
  });

  it('reads the spell of the statement that was attested last', () => {
    const one = owed('a', 'b', '1999', 'atop', '2003-12-31');
    const other = owed('a', 'b', '1999', 'cow', '2012-12-31');
    const both = {
      ...one,
      statements: { ...one.statements, nodes: [...one.statements.nodes, ...other.statements.nodes] },
    };
    expect(spellOf(both).spell.attestedUntil).toBe('2012-12-31');
  });
});
