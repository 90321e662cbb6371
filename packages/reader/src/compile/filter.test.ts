import type { TypeName } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import { filterSql } from './filter.ts';
import type { Scope } from './scope.ts';

const head: Scope = { name: 'head', schema: 'register', withholds: false, on: 'today' };
const past: Scope = { name: 'a1', schema: 'history', withholds: false, revision: 'a1.number', on: 'today' };

/** The SQL of a filter, each value in it as its path and cast. */
function sqlOf(type: TypeName, filter: Record<string, unknown>, scope = head): string | undefined {
  return filterSql(filter, {
    type,
    alias: 'm',
    scope,
    bind: (path, cast) => `<${path.join('.')}:${cast}>`,
    onDerived: () => undefined,
  });
}

describe('a filter', () => {
  it('that asks nothing is no condition, however deep the nothing is nested', () => {
    for (const nothing of [
      {},
      { name: null },
      { name: {} },
      { name: { eq: null } },
      { and: [] },
      { and: [{}, { not: {} }] },
      { or: [{}] },
      { not: { or: [{ name: {} }] } },
      { validity: { possible: null } },
    ])
      expect([nothing, sqlOf('State', nothing)]).toEqual([nothing, undefined]);
  });

  it('never holds a value itself: all are bound, under their place', () => {
    const sql = sqlOf('State', { or: [{ name: { eq: "x' OR true --" } }, { id: { in: ['a', 'b'] } }] });
    expect(sql).toBe('(m."name" = <filter.or.0.name.eq:text> OR m.id = ANY (<filter.or.1.id.in:text[]>))');
  });

  it('with an "or" of nothing lets nothing pass, and with one that asks nothing everything', () => {
    expect(sqlOf('State', { or: [] })).toBe('false');
    expect(sqlOf('State', { or: [{ name: { eq: 'a' } }, {}] })).toBeUndefined();
  });

  it('turned round lets what cannot be told pass', () => {
    expect(sqlOf('State', { not: { name: { eq: 'a' } } })).toBe('(m."name" = <filter.not.name.eq:text>) IS NOT TRUE');
  });

  it('on a field of every fact asks the identity table, of the past where the past is read', () => {
    expect(sqlOf('State', { evidenceStatus: { eq: 'CONFIRMED' } })).toMatch(
      /^EXISTS \(SELECT FROM register\.fact mf WHERE mf\.id = m\.id AND mf\."evidence_status" = /,
    );
    expect(sqlOf('State', { evidenceStatus: { eq: 'CONFIRMED' } }, past)).toContain(
      'FROM history.fact mf WHERE mf.id = m.id AND mf.rev_from <= a1.number AND mf.rev_to > a1.number',
    );
  });

  it('reads a period by both bounds for "certain", and by whichever is known for "possible"', () => {
    const certain = sqlOf('State', { validity: { certain: {} } });
    expect(certain).toContain('m."validity_earliest" >= <filter.validity.certain.from:date>');
    expect(certain).toContain('m."validity_latest" <= <filter.validity.certain.to:date>');
    expect(certain).not.toContain('coalesce');
    expect(sqlOf('State', { validity: { possible: {} } })).toMatch(
      /^\(num_nonnulls\(.*\) > 0 AND coalesce\(.*'-infinity'\) <= <.*to:date> AND coalesce\(.*'infinity'\) >= <.*from:date>\)$/,
    );
  });

  it('by what the schema does not have is a bug', () => {
    expect(() => sqlOf('State', { colour: { eq: 'a' } })).toThrow('State has no field colour');
    expect(() => sqlOf('State', { name: { like: 'a' } })).toThrow('no filter operator like');
  });
});
