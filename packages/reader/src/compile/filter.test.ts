import type { TypeName } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import { filterSql } from './filter.ts';
import type { Scope } from './scope.ts';

const head: Scope = { name: 'head', schema: 'register', withholds: false, showsDeskFields: true, on: 'today' };
const past: Scope = {
  name: 'a1',
  schema: 'history',
  withholds: false,
  showsDeskFields: true,
  revision: 'a1.number',
  on: 'today',
};

/** Returns the SQL of a filter, with parameters written as path and cast. */
function sqlOf(type: TypeName, filter: Record<string, unknown>, scope = head): string | undefined {
  return filterSql(filter, {
    type,
    alias: 'm',
    scope,
    bind: (path, cast) => `<${path.join('.')}:${cast}>`,
    onComputed: () => undefined,
  });
}

describe('a filter', () => {
  it('without conditions gives no SQL, at any nesting', () => {
    for (const filter of [
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
      expect([filter, sqlOf('State', filter)]).toEqual([filter, undefined]);
  });

  it('binds all values by their path', () => {
    const sql = sqlOf('State', { or: [{ name: { eq: "x' OR true --" } }, { id: { in: ['a', 'b'] } }] });
    expect(sql).toBe('(m."name" = <filter.or.0.name.eq:text> OR m.id = ANY (<filter.or.1.id.in:text[]>))');
  });

  it('with an empty "or" matches nothing, and with an empty filter in "or" everything', () => {
    expect(sqlOf('State', { or: [] })).toBe('false');
    expect(sqlOf('State', { or: [{ name: { eq: 'a' } }, {}] })).toBeUndefined();
  });

  it('with `not` matches rows for which the condition is NULL', () => {
    expect(sqlOf('State', { not: { name: { eq: 'a' } } })).toBe('(m."name" = <filter.not.name.eq:text>) IS NOT TRUE');
  });

  it('on a field of all facts uses the identity table, of the history in the past', () => {
    expect(sqlOf('State', { evidenceStatus: { eq: 'CONFIRMED' } })).toMatch(
      /^EXISTS \(SELECT FROM register\.fact mf WHERE mf\.id = m\.id AND mf\."evidence_status" = /,
    );
    expect(sqlOf('State', { evidenceStatus: { eq: 'CONFIRMED' } }, past)).toContain(
      'FROM history.fact mf WHERE mf.id = m.id AND mf.rev_from <= a1.number AND mf.rev_to > a1.number',
    );
  });

  it('uses both bounds for "certain", and either known bound for "possible"', () => {
    const certain = sqlOf('State', { validity: { certain: {} } });
    expect(certain).toContain('m."validity_earliest" >= <filter.validity.certain.from:date>');
    expect(certain).toContain('m."validity_latest" <= <filter.validity.certain.to:date>');
    expect(certain).not.toContain('coalesce');
    expect(sqlOf('State', { validity: { possible: {} } })).toMatch(
      /^\(num_nonnulls\(.*\) > 0 AND coalesce\(.*'-infinity'\) <= <.*to:date> AND coalesce\(.*'infinity'\) >= <.*from:date>\)$/,
    );
  });

  it('throws for fields and operators that are not in the schema', () => {
    expect(() => sqlOf('State', { colour: { eq: 'a' } })).toThrow('State has no field colour');
    expect(() => sqlOf('State', { name: { like: 'a' } })).toThrow('unknown filter operator like');
  });
});
