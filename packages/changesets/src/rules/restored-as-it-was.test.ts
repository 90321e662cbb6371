import { newId } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import { citing, restore } from '../testing/operations.ts';
import { problemsOf } from '../testing/problems-of.ts';
import { standing } from '../testing/register.ts';
import { needsCitation } from './needs-citation.ts';
import { restoredAsItWas } from './restored-as-it-was.ts';

const fact = newId('Agreement');
const cited = { id: newId('Citation'), values: citing(fact, {}) };
const batch = { id: newId('ImportBatch'), line: 7 };
const was = { values: { title: 'JCPOA', status: 'ADOPTED' }, batch, citations: [cited] };
const known = standing({ retired: { [fact]: was } });
const altered = (change: object) => restore(fact, { ...was, ...change });
const refused = problemsOf(restoredAsItWas);

describe('a restoration', () => {
  it('brings back what was retired', () => {
    expect(refused([altered({})], known)).toEqual([]);
  });

  it('cannot move the fact to another batch or line', () => {
    expect(refused([altered({ batch: { ...batch, line: 8 } })], known)).toHaveLength(1);
    expect(refused([altered({ batch: undefined })], known)).toHaveLength(1);
  });

  it('cannot alter a citation or bring one that was not there', () => {
    const louder = { ...cited, values: { ...cited.values, credibility: 1 } };
    expect(refused([altered({ citations: [louder] })], known)).toHaveLength(1);
    expect(refused([altered({ citations: [cited, { ...cited, id: newId('Citation') }] })], known)).toHaveLength(1);
  });

  it('takes over a citation less, for one that was taken away beside it', () => {
    expect(refused([altered({ citations: [] })], known)).toEqual([]);
  });

  it('is not held against a register that does not know how the fact was', () => {
    expect(refused([altered({ batch: undefined })], standing({ tombstones: [fact] }))).toEqual([]);
  });
});

describe('the evidence of a restoration', () => {
  const bare = problemsOf(needsCitation);
  const unbatched = { values: was.values, citations: [cited] };
  const register = standing({ retired: { [fact]: unbatched } });

  it('is what was cited, for values that are what they were', () => {
    expect(bare([restore(fact, unbatched)], register)).toEqual([]);
  });

  it('must be new for a value that is not what it was', () => {
    const changed = restore(fact, { ...unbatched, values: { ...was.values, status: 'SIGNED' } });
    expect(bare([changed], register)).toMatchObject([{ field: 'status' }]);
    expect(bare([{ ...changed, waivers: { status: 'a slip of the pen' } }], register)).toEqual([]);
  });

  it('is missing where the last citation was dropped', () => {
    const fields = bare([restore(fact, { values: was.values, citations: [] })], register).map(({ field }) => field);
    expect(fields).toEqual(['title', 'status']);
  });
});
