import { newId, type Values } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { net, rowIdOf } from './net.ts';
import type { Operation } from './operation.ts';
import { anyEditingSession } from './testing/editing-session.ts';
import { adopt, citationValues, cite, create, dispute, restore, retire, uncite, update } from './testing/operations.ts';
import { apply, publishedContent } from './testing/toy-register.ts';

const fact = newId('Place');
const citation = newId('Citation');
const claim = newId('Claim');
const folded = (...operations: Operation[]) => {
  const { operations: left, problems } = net(operations);
  expect(problems).toEqual([]);
  return left;
};

describe('net, of operations on different rows', () => {
  it('keeps them in the order in which they were written', () => {
    const operations = [
      create('Place', { name: 'Gib' }),
      cite(fact),
      update(fact, { name: 'a' }, { name: 'b' }),
      cite(fact),
    ];
    expect(folded(...operations)).toEqual(operations);
    expect(folded()).toEqual([]);
  });

  it('treats a citation as a separate row', () => {
    expect(rowIdOf(cite(fact, {}, citation))).toBe(citation);
    expect(rowIdOf(uncite(fact, citation))).toBe(citation);
    expect(rowIdOf(retire(fact))).toBe(fact);
  });
});

describe('net, of a creation and later operations', () => {
  it('folds updates into one creation with the later values and the id of the first', () => {
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

  it('leaves out a field that is emptied again', () => {
    const first = create('Place', { name: 'Gib', summary: 'A rock.' }, { fact });
    expect(folded(first, update(fact, { summary: 'A rock.' }, { summary: null }))).toMatchObject([
      { values: { name: 'Gib' } },
    ]);
    expect(folded(first, update(fact, { summary: 'A rock.' }, { summary: null }))[0]).not.toHaveProperty(
      'values.summary',
    );
  });

  it('keeps a field that is marked as unknown', () => {
    const unknown: Values = { country: { absent: 'UNKNOWN' } };
    expect(folded(create('Place', {}, { fact }), update(fact, { country: null }, unknown))).toMatchObject([
      { values: unknown },
    ]);
  });

  it('keeps the waivers of both, and prefers the later', () => {
    const values = { name: 'Gib', placeType: 'strait' };
    const first = create('Place', values, { fact, waivers: { name: 'first', placeType: 'first' } });
    const second = update(fact, {}, { name: 'Gibraltar' }, { waivers: { name: 'second' } });
    expect(folded(first, second)).toMatchObject([{ waivers: { name: 'second', placeType: 'first' } }]);
    expect(folded(create('Place', {}, { fact }), update(fact, {}, { name: 'Gib' }))[0]).not.toHaveProperty('waivers');
  });

  it('folds an adoption into a creation with the adopted value', () => {
    const operations = folded(
      create('Place', { name: 'Gib' }, { fact }),
      adopt(fact, {}, { name: 'Calpe' }, { name: claim }),
    );
    expect(operations).toMatchObject([{ kind: 'create', values: { name: 'Calpe' } }]);
  });

  it('leaves nothing of a created and retired fact or of its citations', () => {
    expect(
      folded(create('Place', {}, { fact }), cite(fact), cite(fact, {}, citation), uncite(fact, citation), retire(fact)),
    ).toEqual([]);
    expect(folded(create('Place', {}, { fact }), retire(fact), cite(fact))).toEqual([]);
  });

  it('keeps nothing of the first creation when the fact is created again under the same id', () => {
    const again = create('Place', { name: 'Calpe' }, { fact });
    expect(folded(create('Place', {}, { fact }), cite(fact), retire(fact), again)).toEqual([again]);
  });

  it('folds a dispute like a creation', () => {
    const first = dispute({ one: fact, other: claim });
    const point = update(first.fact, { point: null }, { point: 'Whose it is.' });
    expect(folded(first, point)).toEqual([{ ...first, values: { one: fact, other: claim, point: 'Whose it is.' } }]);
    expect(folded(first, point, retire(first.fact))).toEqual([]);
  });
});

describe('net, of updates of one fact', () => {
  it('folds them into one update with the last values, the first base of each field and the id of the first', () => {
    const first = update(fact, { name: 'a' }, { name: 'b' });
    const second = update(fact, { name: 'b', summary: null }, { name: 'c', summary: 'A rock.' });
    expect(folded(first, second)).toEqual([
      { ...first, base: { name: 'a', summary: null }, set: { name: 'c', summary: 'A rock.' } },
    ]);
  });

  it('takes the newer base where the editor has seen a newer value of the register', () => {
    const first = update(fact, { name: 'a' }, { name: 'b' });
    const afterOthers = update(fact, { name: 'x' }, { name: 'b' });
    expect(folded(first, afterOthers)).toMatchObject([{ base: { name: 'x' }, set: { name: 'b' } }]);
  });

  it('drops updates that return to the base value', () => {
    expect(folded(update(fact, { name: 'a' }, { name: 'b' }), update(fact, { name: 'b' }, { name: 'a' }))).toEqual([]);
  });

  it('drops updates that take over the value of another editor', () => {
    expect(folded(update(fact, { name: 'a' }, { name: 'b' }), update(fact, { name: 'x' }, { name: 'x' }))).toEqual([]);
  });

  it('keeps the other fields when one returns to its base value', () => {
    const first = update(fact, { name: 'a', summary: null }, { name: 'b', summary: 'A rock.' });
    const back = update(fact, { name: 'b' }, { name: 'a' });
    expect(folded(first, back)).toEqual([{ ...first, base: { summary: null }, set: { summary: 'A rock.' } }]);
  });

  it('keeps an update that follows dropped ones', () => {
    const third = update(fact, { name: 'a' }, { name: 'c' });
    expect(
      folded(update(fact, { name: 'a' }, { name: 'b' }), update(fact, { name: 'b' }, { name: 'a' }), third),
    ).toEqual([third]);
  });

  it('compares values independent of the order of their parts', () => {
    const stated: Values = { validity: { edtf: '2019', basis: 'STATED' } };
    const reordered: Values = { validity: { basis: 'STATED', edtf: '2019' } };
    expect(folded(update(fact, stated, { validity: null }), update(fact, { validity: null }, reordered))).toEqual([]);
  });

  it('drops the waiver of a dropped value, also when the value is set again', () => {
    const first = update(
      fact,
      { name: 'a', note: null },
      { name: 'b', note: 'n' },
      { waivers: { name: 'first', note: 'n' } },
    );
    const change = update(fact, { name: 'b' }, { name: 'a' });
    const back = update(fact, { name: 'a' }, { name: 'b' });
    expect(folded(first, change, back)).toEqual([{ ...first, waivers: { note: 'n' } }]);
  });

  it('keeps the waivers of both, and prefers the later', () => {
    const first = update(fact, { name: 'a' }, { name: 'b' }, { waivers: { name: 'first' } });
    const second = update(fact, { summary: null }, { summary: 's' }, { waivers: { summary: 'second' } });
    expect(folded(first, second)).toMatchObject([{ waivers: { name: 'first', summary: 'second' } }]);
  });

  it('keeps the waivers of the one that has any', () => {
    const waived = update(fact, { name: 'a' }, { name: 'b' }, { waivers: { name: 'known to all' } });
    const plain = update(fact, { summary: null }, { summary: 's' });
    expect(folded(waived, plain)).toMatchObject([{ waivers: { name: 'known to all' } }]);
    expect(folded(plain, waived)).toMatchObject([{ waivers: { name: 'known to all' } }]);
  });

  it('folds updates and a retirement into the retirement', () => {
    const retirement = retire(fact);
    expect(folded(update(fact, { name: 'a' }, { name: 'b' }), retirement)).toEqual([retirement]);
  });
});

describe('net, of adoptions', () => {
  const adopted = adopt(fact, { name: 'a' }, { name: 'b' }, { name: claim });

  it('keeps adoptions beside updates of other fields', () => {
    const beside = update(fact, { summary: null }, { summary: 'A rock.' });
    for (const operations of [
      [adopted, beside],
      [beside, adopted],
    ])
      expect(folded(...operations)).toMatchObject([
        { kind: 'adopt', set: { name: 'b', summary: 'A rock.' }, adopted: { name: { claim } } },
      ]);
  });

  it('drops the adoption when a later update sets the field', () => {
    for (const name of ['b', 'c']) {
      const [left] = folded(adopted, update(fact, { name: 'b' }, { name }));
      expect(left).toMatchObject({ kind: 'update', base: { name: 'a' }, set: { name } });
      expect(left).not.toHaveProperty('adopted');
    }
  });

  it('replaces an earlier update or adoption of the field', () => {
    const other = newId('Claim');
    const second = adopt(fact, { name: 'b' }, { name: 'c' }, { name: other });
    expect(folded(adopted, second)).toMatchObject([
      { base: { name: 'a' }, set: { name: 'c' }, adopted: { name: { claim: other } } },
    ]);
    expect(folded(update(fact, { name: 'a' }, { name: 'b' }), second)).toMatchObject([
      { kind: 'adopt', base: { name: 'a' } },
    ]);
  });

  it('drops the adoption of the base value', () => {
    expect(
      folded(update(fact, { name: 'a' }, { name: 'b' }), adopt(fact, { name: 'b' }, { name: 'a' }, { name: claim })),
    ).toEqual([]);
  });
});

describe('net, of retirements and restorations', () => {
  const state = { values: { name: 'Gib' }, citations: [{ id: citation, values: citationValues(fact) }] };

  it('leaves nothing of a retired and restored fact or of earlier operations on it', () => {
    expect(folded(retire(fact), restore(fact, state))).toEqual([]);
    const before = [update(fact, { name: 'Gib' }, { name: 'Calpe' }), cite(fact), uncite(fact, citation)];
    expect(folded(...before, retire(fact), restore(fact, state))).toEqual([]);
  });

  it('keeps operations that follow retirement and restoration', () => {
    const after = [update(fact, { name: 'Gib' }, { name: 'Calpe' }), cite(fact), uncite(fact, citation)];
    expect(folded(retire(fact), restore(fact, state), ...after)).toEqual(after);
  });

  it('leaves nothing of a restored and retired fact', () => {
    expect(folded(restore(fact, state), retire(fact))).toEqual([]);
    expect(folded(restore(fact, state), cite(fact), uncite(fact, citation), retire(fact))).toEqual([]);
  });

  it('drops operations on the citations of a retired fact', () => {
    const retirement = retire(fact);
    expect(folded(cite(fact), uncite(fact, citation), retirement)).toEqual([retirement]);
    expect(folded(retirement, cite(fact))).toEqual([retirement]);
    const other = cite(newId('Place'));
    expect(folded(other, retirement)).toEqual([other, retirement]);
  });

  it('folds updates into the state of a restoration', () => {
    const restoration = restore(fact, state);
    const rename = update(fact, { name: 'Gib', summary: null }, { name: 'Calpe', summary: 'A rock.' });
    expect(folded(restoration, rename)).toEqual([
      { ...restoration, state: { ...state, values: { name: 'Calpe', summary: 'A rock.' } } },
    ]);
  });

  it('removes a citation from the state of a restoration and keeps the others', () => {
    const other = { id: newId('Citation'), values: citationValues(fact) };
    const both = restore(fact, { ...state, citations: [...state.citations, other] });
    expect(folded(both, uncite(fact, citation))).toMatchObject([{ kind: 'restore', state: { citations: [other] } }]);
    const restoration = restore(fact, state);
    expect(folded(restoration, uncite(fact, citation))).toEqual([
      { ...restoration, state: { ...state, citations: [] } },
    ]);
    const recitation = cite(fact, {}, citation);
    expect(folded(restoration, uncite(fact, citation), recitation)).toEqual([
      { ...restoration, state: { ...state, citations: [] } },
      recitation,
    ]);
  });
});

describe('net, of citations', () => {
  it('leaves nothing of an added and removed citation', () => {
    expect(folded(cite(fact, {}, citation), uncite(fact, citation))).toEqual([]);
  });

  it('leaves nothing of a citation that is removed and added again unchanged', () => {
    expect(folded(uncite(fact, citation), cite(fact, {}, citation))).toEqual([]);
  });

  it('reports a problem when a citation is removed and added with other values under the same id', () => {
    const changed = cite(fact, { page: '7' }, citation);
    expect(net([uncite(fact, citation), changed]).problems).toMatchObject([
      { code: 'operations-in-order', operation: changed.id },
    ]);
    expect(folded(uncite(fact, citation), cite(fact, { page: '7' }))).toHaveLength(2);
  });
});

describe('net, of operations out of order', () => {
  const creation = create('Place', {}, { fact });
  const change = update(fact, { name: 'a' }, { name: 'b' });
  const restoration = restore(fact, {});
  const retirement = retire(fact);

  it.each<[Operation, Operation]>([
    [creation, creation],
    [creation, restoration],
    [restoration, creation],
    [restoration, restoration],
    [change, creation],
    [change, restoration],
    [retirement, change],
    [retirement, retirement],
    [retirement, creation],
    [cite(fact, {}, citation), cite(fact, {}, citation)],
    [uncite(fact, citation), uncite(fact, citation)],
  ])('%#: refuses the second operation with a message and keeps the first', (first, second) => {
    const { operations, problems } = net([first, second]);
    expect(operations).toEqual([first]);
    expect(problems).toEqual([
      {
        code: 'operations-in-order',
        severity: 'error',
        message: `The operation “${second.kind}” cannot follow the earlier operations of this changeset on the same fact or citation. Discard this operation or the earlier ones.`,
        fact,
        operation: second.id,
      },
    ]);
  });

  it('reports each of several', () => {
    expect(net([retirement, change, change, creation]).problems).toHaveLength(3);
  });
});

describe('net, of any operations that are valid one after the other', () => {
  it('has the same effect, in any order of the folded operations', () => {
    fc.assert(
      fc.property(anyEditingSession, fc.infiniteStream(fc.nat()), ({ register, operations }, weights) => {
        const { operations: left, problems } = net(operations);
        expect(problems).toEqual([]);
        const weighed = left.map((operation) => ({ operation, weight: weights.next().value }));
        const shuffled = weighed.sort((a, b) => a.weight - b.weight).map(({ operation }) => operation);
        expect(publishedContent(apply(register, shuffled))).toEqual(publishedContent(apply(register, operations)));
      }),
      { numRuns: 1_000 },
    );
  });

  it('returns one operation for each row and is idempotent', () => {
    fc.assert(
      fc.property(anyEditingSession, ({ operations }) => {
        const left = net(operations).operations;
        expect(new Set(left.map(rowIdOf)).size).toBe(left.length);
        expect(net(left)).toEqual({ operations: left, problems: [] });
      }),
      { numRuns: 300 },
    );
  });
});
