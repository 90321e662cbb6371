import { newId, type Values } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { net, rowOf } from './net.ts';
import type { Operation } from './operation.ts';
import { adopt, cite, citing, create, dispute, restore, retire, uncite, update } from './testing/operations.ts';
import { apply, readable } from './testing/toy-register.ts';
import { anyWriting } from './testing/writing.ts';

const fact = newId('Place');
const citation = newId('Citation');
const claim = newId('Claim');
const folded = (...operations: Operation[]) => {
  const { operations: left, problems } = net(operations);
  expect(problems).toEqual([]);
  return left;
};

describe('operations on different rows', () => {
  it('stay as they are, in the order in which they were written', () => {
    const operations = [
      create('Place', { name: 'Gib' }),
      cite(fact),
      update(fact, { name: 'a' }, { name: 'b' }),
      cite(fact),
    ];
    expect(folded(...operations)).toEqual(operations);
    expect(folded()).toEqual([]);
  });

  it('a citation is a row of its own, beside its fact', () => {
    expect(rowOf(cite(fact, {}, citation))).toBe(citation);
    expect(rowOf(uncite(fact, citation))).toBe(citation);
    expect(rowOf(retire(fact))).toBe(fact);
  });
});

describe('a creation and what follows', () => {
  it('with updates is one creation with the later values, under the id of the first', () => {
    const first = create(
      'Place',
      { name: 'Gib', summary: 'A rock.' },
      { fact, batch: { id: newId('ImportBatch'), line: 1 } },
    );
    const rename = update(fact, { name: 'Gib' }, { name: 'Gibraltar', position: { latitude: 36, longitude: -5 } });
    expect(folded(first, rename)).toEqual([
      { ...first, values: { name: 'Gibraltar', summary: 'A rock.', position: { latitude: 36, longitude: -5 } } },
    ]);
  });

  it('with a field emptied again has nothing of the field', () => {
    const first = create('Place', { name: 'Gib', summary: 'A rock.' }, { fact });
    expect(folded(first, update(fact, { summary: 'A rock.' }, { summary: null }))).toMatchObject([
      { values: { name: 'Gib' } },
    ]);
    expect(folded(first, update(fact, { summary: 'A rock.' }, { summary: null }))[0]).not.toHaveProperty(
      'values.summary',
    );
  });

  it('with a field said to be unknown says so', () => {
    const unknown: Values = { country: { absent: 'UNKNOWN' } };
    expect(folded(create('Place', {}, { fact }), update(fact, { country: null }, unknown))).toMatchObject([
      { values: unknown },
    ]);
  });

  it('keeps the waivers of both, the later before the earlier', () => {
    const values = { name: 'Gib', placeType: 'strait' };
    const first = create('Place', values, { fact, waivers: { name: 'first', placeType: 'first' } });
    const second = update(fact, {}, { name: 'Gibraltar' }, { waivers: { name: 'second' } });
    expect(folded(first, second)).toMatchObject([{ waivers: { name: 'second', placeType: 'first' } }]);
    expect(folded(create('Place', {}, { fact }), update(fact, {}, { name: 'Gib' }))[0]).not.toHaveProperty('waivers');
  });

  it('with an adoption is a creation with the value adopted', () => {
    const operations = folded(
      create('Place', { name: 'Gib' }, { fact }),
      adopt(fact, {}, { name: 'Calpe' }, { name: claim }),
    );
    expect(operations).toMatchObject([{ kind: 'create', values: { name: 'Calpe' } }]);
  });

  it('with a retirement leaves nothing, nor do its citations', () => {
    expect(
      folded(create('Place', {}, { fact }), cite(fact), cite(fact, {}, citation), uncite(fact, citation), retire(fact)),
    ).toEqual([]);
    expect(folded(create('Place', {}, { fact }), retire(fact), cite(fact))).toEqual([]);
  });

  it('anew under the same id after all that brings nothing of the first time with it', () => {
    const again = create('Place', { name: 'Calpe' }, { fact });
    expect(folded(create('Place', {}, { fact }), cite(fact), retire(fact), again)).toEqual([again]);
  });

  it('a dispute is folded as a creation is', () => {
    const first = dispute({ one: fact, other: claim });
    const point = update(first.fact, { point: null }, { point: 'Whose it is.' });
    expect(folded(first, point)).toEqual([{ ...first, values: { one: fact, other: claim, point: 'Whose it is.' } }]);
    expect(folded(first, point, retire(first.fact))).toEqual([]);
  });
});

describe('updates of one fact', () => {
  it('are one update with the last values, the first base of each field and the id of the first', () => {
    const first = update(fact, { name: 'a' }, { name: 'b' });
    const second = update(fact, { name: 'b', summary: null }, { name: 'c', summary: 'A rock.' });
    expect(folded(first, second)).toEqual([
      { ...first, base: { name: 'a', summary: null }, set: { name: 'c', summary: 'A rock.' } },
    ]);
  });

  it('take the newer base where the editor has since seen the register move', () => {
    const first = update(fact, { name: 'a' }, { name: 'b' });
    const afterOthers = update(fact, { name: 'x' }, { name: 'b' });
    expect(folded(first, afterOthers)).toMatchObject([{ base: { name: 'x' }, set: { name: 'b' } }]);
  });

  it('that come back to what was there vanish', () => {
    expect(folded(update(fact, { name: 'a' }, { name: 'b' }), update(fact, { name: 'b' }, { name: 'a' }))).toEqual([]);
  });

  it('vanish where the editor gives way to what others have written', () => {
    expect(folded(update(fact, { name: 'a' }, { name: 'b' }), update(fact, { name: 'x' }, { name: 'x' }))).toEqual([]);
  });

  it('that come back in one field keep the others', () => {
    const first = update(fact, { name: 'a', summary: null }, { name: 'b', summary: 'A rock.' });
    const back = update(fact, { name: 'b' }, { name: 'a' });
    expect(folded(first, back)).toEqual([{ ...first, base: { summary: null }, set: { summary: 'A rock.' } }]);
  });

  it('that vanish leave room for a later one', () => {
    const third = update(fact, { name: 'a' }, { name: 'c' });
    expect(
      folded(update(fact, { name: 'a' }, { name: 'b' }), update(fact, { name: 'b' }, { name: 'a' }), third),
    ).toEqual([third]);
  });

  it('are compared by what values say, not by how they are written', () => {
    const stated: Values = { validity: { edtf: '2019', basis: 'STATED' } };
    const reordered: Values = { validity: { basis: 'STATED', edtf: '2019' } };
    expect(folded(update(fact, stated, { validity: null }), update(fact, { validity: null }, reordered))).toEqual([]);
  });

  it('lose the waiver of a value that goes, and do not find it again when the value comes back', () => {
    const first = update(
      fact,
      { name: 'a', note: null },
      { name: 'b', note: 'n' },
      { waivers: { name: 'first', note: 'n' } },
    );
    const gone = update(fact, { name: 'b' }, { name: 'a' });
    const back = update(fact, { name: 'a' }, { name: 'b' });
    expect(folded(first, gone, back)).toEqual([{ ...first, waivers: { note: 'n' } }]);
  });

  it('keep the waivers of both, the later before the earlier', () => {
    const first = update(fact, { name: 'a' }, { name: 'b' }, { waivers: { name: 'first' } });
    const second = update(fact, { summary: null }, { summary: 's' }, { waivers: { summary: 'second' } });
    expect(folded(first, second)).toMatchObject([{ waivers: { name: 'first', summary: 'second' } }]);
  });

  it('keep the waivers of the one that has some', () => {
    const waived = update(fact, { name: 'a' }, { name: 'b' }, { waivers: { name: 'known to all' } });
    const plain = update(fact, { summary: null }, { summary: 's' });
    expect(folded(waived, plain)).toMatchObject([{ waivers: { name: 'known to all' } }]);
    expect(folded(plain, waived)).toMatchObject([{ waivers: { name: 'known to all' } }]);
  });

  it('with a retirement are the retirement', () => {
    const end = retire(fact);
    expect(folded(update(fact, { name: 'a' }, { name: 'b' }), end)).toEqual([end]);
  });
});

describe('adoptions', () => {
  const adopted = adopt(fact, { name: 'a' }, { name: 'b' }, { name: claim });

  it('stand beside updates of other fields', () => {
    const beside = update(fact, { summary: null }, { summary: 'A rock.' });
    for (const operations of [
      [adopted, beside],
      [beside, adopted],
    ])
      expect(folded(...operations)).toMatchObject([
        { kind: 'adopt', set: { name: 'b', summary: 'A rock.' }, adopted: { name: { claim } } },
      ]);
  });

  it('give way to a later update of the field, whatever it sets', () => {
    for (const name of ['b', 'c']) {
      const [left] = folded(adopted, update(fact, { name: 'b' }, { name }));
      expect(left).toMatchObject({ kind: 'update', base: { name: 'a' }, set: { name } });
      expect(left).not.toHaveProperty('adopted');
    }
  });

  it('take the place of an earlier update or adoption of the field', () => {
    const other = newId('Claim');
    const second = adopt(fact, { name: 'b' }, { name: 'c' }, { name: other });
    expect(folded(adopted, second)).toMatchObject([
      { base: { name: 'a' }, set: { name: 'c' }, adopted: { name: { claim: other } } },
    ]);
    expect(folded(update(fact, { name: 'a' }, { name: 'b' }), second)).toMatchObject([
      { kind: 'adopt', base: { name: 'a' } },
    ]);
  });

  it('of the value that was there vanish', () => {
    expect(
      folded(update(fact, { name: 'a' }, { name: 'b' }), adopt(fact, { name: 'b' }, { name: 'a' }, { name: claim })),
    ).toEqual([]);
  });
});

describe('retirement and restoration', () => {
  const state = { values: { name: 'Gib' }, citations: [{ id: citation, values: citing(fact) }] };

  it('of a fact that was there leave nothing, nor does what was done to it before', () => {
    expect(folded(retire(fact), restore(fact, state))).toEqual([]);
    const before = [update(fact, { name: 'Gib' }, { name: 'Calpe' }), cite(fact), uncite(fact, citation)];
    expect(folded(...before, retire(fact), restore(fact, state))).toEqual([]);
  });

  it('of a fact that was there leave what is done to it afterwards', () => {
    const after = [update(fact, { name: 'Gib' }, { name: 'Calpe' }), cite(fact), uncite(fact, citation)];
    expect(folded(retire(fact), restore(fact, state), ...after)).toEqual(after);
  });

  it('of a fact that was not there leave nothing', () => {
    expect(folded(restore(fact, state), retire(fact))).toEqual([]);
    expect(folded(restore(fact, state), cite(fact), uncite(fact, citation), retire(fact))).toEqual([]);
  });

  it('a retirement takes with it what was done to the citations of the fact', () => {
    const end = retire(fact);
    expect(folded(cite(fact), uncite(fact, citation), end)).toEqual([end]);
    expect(folded(end, cite(fact))).toEqual([end]);
    const other = cite(newId('Place'));
    expect(folded(other, end)).toEqual([other, end]);
  });

  it('a restored fact that is changed comes back changed', () => {
    const back = restore(fact, state);
    const rename = update(fact, { name: 'Gib', summary: null }, { name: 'Calpe', summary: 'A rock.' });
    expect(folded(back, rename)).toEqual([
      { ...back, state: { ...state, values: { name: 'Calpe', summary: 'A rock.' } } },
    ]);
  });

  it('a restored fact comes back without the citation that is taken from it, and with the others', () => {
    const other = { id: newId('Citation'), values: citing(fact) };
    const both = restore(fact, { ...state, citations: [...state.citations, other] });
    expect(folded(both, uncite(fact, citation))).toMatchObject([{ kind: 'restore', state: { citations: [other] } }]);
    const back = restore(fact, state);
    expect(folded(back, uncite(fact, citation))).toEqual([{ ...back, state: { ...state, citations: [] } }]);
    const anew = cite(fact, {}, citation);
    expect(folded(back, uncite(fact, citation), anew)).toEqual([{ ...back, state: { ...state, citations: [] } }, anew]);
  });
});

describe('citations', () => {
  it('that are made and taken away leave nothing', () => {
    expect(folded(cite(fact, {}, citation), uncite(fact, citation))).toEqual([]);
  });

  it('that are taken away and made again as they were leave nothing', () => {
    expect(folded(uncite(fact, citation), cite(fact, {}, citation))).toEqual([]);
  });

  it('that are taken away and made again otherwise need an id of their own', () => {
    const changed = cite(fact, { page: '7' }, citation);
    expect(net([uncite(fact, citation), changed]).problems).toMatchObject([
      { code: 'operations-in-order', operation: changed.id },
    ]);
    expect(folded(uncite(fact, citation), cite(fact, { page: '7' }))).toHaveLength(2);
  });
});

describe('operations out of order', () => {
  const bring = create('Place', {}, { fact });
  const change = update(fact, { name: 'a' }, { name: 'b' });
  const back = restore(fact, {});
  const end = retire(fact);

  it.each<[Operation, Operation]>([
    [bring, bring],
    [bring, back],
    [back, bring],
    [back, back],
    [change, bring],
    [change, back],
    [end, change],
    [end, end],
    [end, bring],
    [cite(fact, {}, citation), cite(fact, {}, citation)],
    [uncite(fact, citation), uncite(fact, citation)],
  ])('%#: the second is refused, in words, and the first stands', (first, second) => {
    const { operations, problems } = net([first, second]);
    expect(operations).toEqual([first]);
    expect(problems).toEqual([
      {
        code: 'operations-in-order',
        severity: 'error',
        message: `The ${second.kind} cannot follow what this changeset has already done to the same fact; discard one of the two.`,
        fact,
        operation: second.id,
      },
    ]);
  });

  it('each of several is told of', () => {
    expect(net([end, change, change, bring]).problems).toHaveLength(3);
  });
});

describe('any operations that are valid one after the other', () => {
  it('have the same effect folded, in whatever order the folded ones are applied', () => {
    fc.assert(
      fc.property(anyWriting, fc.infiniteStream(fc.nat()), ({ register, operations }, weights) => {
        const { operations: left, problems } = net(operations);
        expect(problems).toEqual([]);
        const weighed = left.map((operation) => ({ operation, weight: weights.next().value }));
        const shuffled = weighed.sort((a, b) => a.weight - b.weight).map(({ operation }) => operation);
        expect(readable(apply(register, shuffled))).toEqual(readable(apply(register, operations)));
      }),
      { numRuns: 1_000 },
    );
  });

  it('are folded so that each row is touched once, and need no second folding', () => {
    fc.assert(
      fc.property(anyWriting, ({ operations }) => {
        const left = net(operations).operations;
        expect(new Set(left.map(rowOf)).size).toBe(left.length);
        expect(net(left)).toEqual({ operations: left, problems: [] });
      }),
      { numRuns: 300 },
    );
  });
});
