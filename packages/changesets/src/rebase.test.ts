import { newId, sameValue, type Values } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { net } from './net.ts';
import type { Operation } from './operation.ts';
import { conflictsOf, rebase, resolve } from './rebase.ts';
import { adopt, cite, create, dispute, restore, retire, uncite, update } from './testing/operations.ts';

const fact = newId('Place');
const rename = update(fact, { name: 'a' }, { name: 'b' });

describe('an update and what stands now', () => {
  it('a field that nobody else has touched stays as it is', () => {
    expect(rebase(rename, { name: 'a' })).toEqual({ operation: rename, conflicts: [] });
  });

  it('a field that others have changed in the same way drops out', () => {
    expect(rebase(rename, { name: 'b' })).toEqual({ operation: undefined, conflicts: [] });
  });

  it('fields that others have changed beside it do not matter', () => {
    expect(rebase(rename, { name: 'a', summary: 'Theirs.' })).toEqual({ operation: rename, conflicts: [] });
  });

  it('a field that others have changed otherwise is a conflict with all three values, and keeps its base', () => {
    expect(rebase(rename, { name: 'x' })).toEqual({
      operation: rename,
      conflicts: [{ fact, field: 'name', operation: rename.id, base: 'a', theirs: 'x', yours: 'b' }],
    });
  });

  it('each field is judged by itself', () => {
    const operation = update(fact, { name: 'a', summary: null, note: 'n' }, { name: 'b', summary: 's', note: 'm' });
    const { operation: left, conflicts } = rebase(operation, { name: 'b', note: 'x' });
    expect(left).toMatchObject({ set: { summary: 's', note: 'm' }, base: { summary: null, note: 'n' } });
    expect(left).not.toHaveProperty('set.name');
    expect(conflicts.map(({ field }) => field)).toEqual(['note']);
  });

  it.each<[string, base: Values, set: Values, current: Values, conflict: object]>([
    ['filled meanwhile', { name: null }, { name: 'b' }, { name: 'x' }, { base: null, theirs: 'x', yours: 'b' }],
    ['emptied meanwhile', { name: 'a' }, { name: 'b' }, {}, { base: 'a', theirs: null, yours: 'b' }],
    ['changed while being emptied', { name: 'a' }, { name: null }, { name: 'x' }, { theirs: 'x', yours: null }],
    [
      'said to be unknown meanwhile',
      {},
      { name: 'b' },
      { name: { absent: 'UNKNOWN' } },
      { theirs: { absent: 'UNKNOWN' } },
    ],
    ['set by somebody who saw nothing of it', {}, { name: 'b' }, { name: 'a' }, { base: null, theirs: 'a' }],
  ])('a field %s is a conflict', (_, base, set, current, conflict) => {
    expect(conflictsOf(update(fact, base, set), current)).toMatchObject([conflict]);
  });

  it('an empty field is the same however it is written', () => {
    expect(conflictsOf(update(fact, { name: null }, { name: 'b' }), {})).toEqual([]);
    expect(rebase(update(fact, { name: 'a' }, { name: null }), {}).operation).toBeUndefined();
  });

  it('values are compared by what they say, not by how they are written', () => {
    const operation = update(fact, { date: { edtf: '2019', basis: 'STATED' } }, { date: { edtf: '2020' } });
    expect(conflictsOf(operation, { date: { basis: 'STATED', edtf: '2019' } })).toEqual([]);
  });
});

describe('an adoption', () => {
  const [one, other] = [newId('Claim'), newId('Claim')];
  const operation = adopt(
    fact,
    { name: 'a', summary: null },
    { name: 'b', summary: 's' },
    { name: one, summary: other },
  );

  it('conflicts as an update does', () => {
    expect(conflictsOf(operation, { name: 'x' })).toMatchObject([{ field: 'name', yours: 'b' }]);
  });

  it('adopts no claim for a field that has dropped out', () => {
    const { operation: left } = rebase(operation, { name: 'b' });
    expect(left).toMatchObject({ kind: 'adopt', set: { summary: 's' }, adopted: { summary: { claim: other } } });
    expect(left).not.toHaveProperty('adopted.name');
  });

  it('becomes an update where no claim is left to adopt', () => {
    const single = adopt(fact, { name: 'a', summary: null }, { name: 'b', summary: 's' }, { name: one });
    const { operation: left } = rebase(single, { name: 'b' });
    expect(left).toMatchObject({ kind: 'update', set: { summary: 's' } });
    expect(left).not.toHaveProperty('adopted');
  });
});

it.each<Operation>([
  create('Place', { name: 'b' }, { fact }),
  dispute({ one: fact }),
  retire(fact),
  restore(fact, { values: { name: 'b' } }),
  cite(fact),
  uncite(fact, newId('Citation')),
])('a $kind sets no field that stands, so it stays as it is and never conflicts', (operation) => {
  expect(rebase(operation, { name: 'x' })).toEqual({ operation, conflicts: [] });
});

describe('any update on any register', () => {
  // Values that are often the same.
  const values: fc.Arbitrary<Values> = fc.dictionary(
    fc.constantFrom('name', 'summary', 'note'),
    fc.constantFrom(null, 'a', 'b', { absent: 'NONE' as const }),
  );
  const updates = fc.tuple(values, values).map(([base, set]) => update(fact, base, set));

  it('brought up to date once is brought up to date for good', () => {
    fc.assert(
      fc.property(updates, values, (operation, current) => {
        const once = rebase(operation, current);
        if (once.operation) expect(rebase(once.operation, current)).toEqual(once);
      }),
    );
  });

  it('has the same effect brought up to date', () => {
    fc.assert(
      fc.property(updates, values, (operation, current) => {
        const left = rebase(operation, current).operation;
        const set = left?.kind === 'update' ? left.set : {};
        const [after, wanted] = [
          { ...current, ...set },
          { ...current, ...operation.set },
        ];
        for (const field of Object.keys(wanted)) expect(sameValue(after[field], wanted[field])).toBe(true);
      }),
    );
  });

  it('is free of conflicts once each is resolved, and gives each field the value chosen', () => {
    const resolution = fc.constantFrom(
      { keep: 'mine' as const },
      { keep: 'theirs' as const },
      { value: 'new' },
      { value: null },
    );
    fc.assert(
      fc.property(updates, values, resolution, (operation, current, choice) => {
        const conflicts = conflictsOf(operation, current);
        const settled = conflicts.map((conflict) => {
          const { set, base } = resolve(conflict, choice);
          return update(fact, base, set);
        });
        const folded = net([operation, ...settled]);
        expect(folded.problems).toEqual([]);
        expect(folded.operations.flatMap((left) => conflictsOf(left, current))).toEqual([]);
        const [left] = folded.operations;
        const after = { ...current, ...(left?.kind === 'update' ? left.set : {}) };
        for (const { field, yours, theirs } of conflicts) {
          const chosen = 'value' in choice ? choice.value : choice.keep === 'mine' ? yours : theirs;
          expect(sameValue(after[field], chosen)).toBe(true);
        }
      }),
    );
  });
});

describe('the resolution of a conflict', () => {
  const conflict = { fact, field: 'name', operation: rename.id, base: 'a', theirs: 'x', yours: 'b' };

  it('is based on the value that stands now, whatever is chosen', () => {
    expect(resolve(conflict, { keep: 'mine' })).toEqual({ set: { name: 'b' }, base: { name: 'x' } });
    expect(resolve(conflict, { keep: 'theirs' })).toEqual({ set: { name: 'x' }, base: { name: 'x' } });
    expect(resolve(conflict, { value: 'c' })).toEqual({ set: { name: 'c' }, base: { name: 'x' } });
    expect(resolve(conflict, { value: null })).toEqual({ set: { name: null }, base: { name: 'x' } });
  });

  it('in favour of theirs leaves nothing of the update', () => {
    const { set, base } = resolve(conflict, { keep: 'theirs' });
    expect(net([rename, update(fact, base, set)])).toEqual({ operations: [], problems: [] });
  });
});
