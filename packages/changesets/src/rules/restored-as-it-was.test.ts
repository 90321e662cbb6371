import { newId } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import { citationValues, restore } from '../testing/operations.ts';
import { problemsOf } from '../testing/problems-of.ts';
import { contextOf } from '../testing/register.ts';
import { needsCitation } from './needs-citation.ts';
import { restoredAsItWas } from './restored-as-it-was.ts';

const fact = newId('Agreement');
const cited = { id: newId('Citation'), values: citationValues(fact, {}) };
const batch = { id: newId('ImportBatch'), line: 7 };
const was = { values: { title: 'JCPOA', status: 'ADOPTED' }, batch, citations: [cited] };
const context = contextOf({ retired: { [fact]: was } });
const altered = (change: object) => restore(fact, { ...was, ...change });
const problems = problemsOf(restoredAsItWas);

describe('restored-as-it-was', () => {
  it('allows the retired state', () => {
    expect(problems([altered({})], context)).toEqual([]);
  });

  it('refuses another import batch or line', () => {
    expect(problems([altered({ batch: { ...batch, line: 8 } })], context)).toHaveLength(1);
    expect(problems([altered({ batch: undefined })], context)).toHaveLength(1);
  });

  it('refuses a changed or additional citation', () => {
    const changed = { ...cited, values: { ...cited.values, credibility: 1 } };
    expect(problems([altered({ citations: [changed] })], context)).toHaveLength(1);
    expect(problems([altered({ citations: [cited, { ...cited, id: newId('Citation') }] })], context)).toHaveLength(1);
  });

  it('allows fewer citations, because the changeset may remove one', () => {
    expect(problems([altered({ citations: [] })], context)).toEqual([]);
  });

  it('does not check a tombstone without the retired state', () => {
    expect(problems([altered({ batch: undefined })], contextOf({ tombstones: [fact] }))).toEqual([]);
  });
});

describe('needs-citation, for a restoration', () => {
  const uncovered = problemsOf(needsCitation);
  const unbatched = { values: was.values, citations: [cited] };
  const register = contextOf({ retired: { [fact]: unbatched } });

  it('accepts the existing citations for unchanged values', () => {
    expect(uncovered([restore(fact, unbatched)], register)).toEqual([]);
  });

  it('requires new evidence for a changed value', () => {
    const changed = restore(fact, { ...unbatched, values: { ...was.values, status: 'SIGNED' } });
    expect(uncovered([changed], register)).toMatchObject([{ field: 'status' }]);
    expect(uncovered([{ ...changed, waivers: { status: 'a slip of the pen' } }], register)).toEqual([]);
  });

  it('reports fields whose last citation is not restored', () => {
    const fields = uncovered([restore(fact, { values: was.values, citations: [] })], register).map(
      ({ field }) => field,
    );
    expect(fields).toEqual(['title', 'status']);
  });
});
