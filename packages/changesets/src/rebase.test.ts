import { isSameValue, newId, type Values } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { net } from './net.ts';
import type { Operation } from './operation.ts';
import { conflictsOf, rebase, resolveConflict } from './rebase.ts';
import { adopt, cite, create, dispute, restore, retire, uncite, update } from './testing/operations.ts';

const fact = newId('Place');
const rename = update(fact, { name: 'a' }, { name: 'b' });

describe('rebase of an update', () => {
  it('keeps a field that nobody else has changed', () => {
    expect(rebase(rename, { name: 'a' })).toEqual({ operation: rename, conflicts: [] });
  });

  it('drops a field that already has the value', () => {
    expect(rebase(rename, { name: 'b' })).toEqual({ operation: undefined, conflicts: [] });
  });

  it('ignores changes of other fields', () => {
    expect(rebase(rename, { name: 'a', summary: 'Theirs.' })).toEqual({ operation: rename, conflicts: [] });
  });

  it('reports a conflict with all three values where a field has changed otherwise, and keeps its base', () => {
    expect(rebase(rename, { name: 'x' })).toEqual({
      operation: rename,
      conflicts: [{ fact, field: 'name', operation: rename.id, base: 'a', theirs: 'x', yours: 'b' }],
    });
  });

  it('treats each field independently', () => {
    const operation = update(fact, { name: 'a', summary: null, note: 'n' }, { name: 'b', summary: 's', note: 'm' });
    const { operation: rebased, conflicts } = rebase(operation, { name: 'b', note: 'x' });
    expect(rebased).toMatchObject({ set: { summary: 's', note: 'm' }, base: { summary: null, note: 'n' } });
    expect(rebased).not.toHaveProperty('set.name');
    expect(conflicts.map(({ field }) => field)).toEqual(['note']);
  });

  it.each<[string, base: Values, set: Values, current: Values, conflict: object]>([
    ['filled by another editor', { name: null }, { name: 'b' }, { name: 'x' }, { base: null, theirs: 'x', yours: 'b' }],
    ['emptied by another editor', { name: 'a' }, { name: 'b' }, {}, { base: 'a', theirs: null, yours: 'b' }],
    [
      'changed by another editor and emptied here',
      { name: 'a' },
      { name: null },
      { name: 'x' },
      { theirs: 'x', yours: null },
    ],
    [
      'marked as unknown by another editor',
      {},
      { name: 'b' },
      { name: { absent: 'UNKNOWN' } },
      { theirs: { absent: 'UNKNOWN' } },
    ],
    ['set without a base value', {}, { name: 'b' }, { name: 'a' }, { base: null, theirs: 'a' }],
  ])('reports a conflict for a field %s', (_, base, set, current, conflict) => {
    expect(conflictsOf(update(fact, base, set), current)).toMatchObject([conflict]);
  });

  it('treats missing and null fields alike', () => {
    expect(conflictsOf(update(fact, { name: null }, { name: 'b' }), {})).toEqual([]);
    expect(rebase(update(fact, { name: 'a' }, { name: null }), {}).operation).toBeUndefined();
  });

  it('compares values independent of the order of their parts', () => {
    const operation = update(fact, { date: { edtf: '2019', basis: 'STATED' } }, { date: { edtf: '2020' } });
    expect(conflictsOf(operation, { date: { basis: 'STATED', edtf: '2019' } })).toEqual([]);
  });
});

describe('rebase of an adoption', () => {
  const [nameClaim, summaryClaim] = [newId('Claim'), newId('Claim')];
  const operation = adopt(
    fact,
    { name: 'a', summary: null },
    { name: 'b', summary: 's' },
    { name: nameClaim, summary: summaryClaim },
  );

  it('reports conflicts like an update', () => {
    expect(conflictsOf(operation, { name: 'x' })).toMatchObject([{ field: 'name', yours: 'b' }]);
  });

  it('adopts no claim for a dropped field', () => {
    const { operation: rebased } = rebase(operation, { name: 'b' });
    expect(rebased).toMatchObject({
      kind: 'adopt',
      set: { summary: 's' },
      adopted: { summary: { claim: summaryClaim } },
    });
    expect(rebased).not.toHaveProperty('adopted.name');
  });

  it('becomes an update when no claim is left to adopt', () => {
    const single = adopt(fact, { name: 'a', summary: null }, { name: 'b', summary: 's' }, { name: nameClaim });
    const { operation: rebased } = rebase(single, { name: 'b' });
    expect(rebased).toMatchObject({ kind: 'update', set: { summary: 's' } });
    expect(rebased).not.toHaveProperty('adopted');
  });
});

it.each<Operation>([
  create('Place', { name: 'b' }, { fact }),
  dispute({ one: fact }),
  retire(fact),
  restore(fact, { values: { name: 'b' } }),
  cite(fact),
  uncite(fact, newId('Citation')),
])('returns a $kind unchanged and without conflicts', (operation) => {
  expect(rebase(operation, { name: 'x' })).toEqual({ operation, conflicts: [] });
});

describe('rebase of any update on any register', () => {
  // Few distinct values, so that values are often equal.
  const values: fc.Arbitrary<Values> = fc.dictionary(
    fc.constantFrom('name', 'summary', 'note'),
    fc.constantFrom(null, 'a', 'b', { absent: 'NONE' as const }),
  );
  const updates = fc.tuple(values, values).map(([base, set]) => update(fact, base, set));

  it('is idempotent', () => {
    fc.assert(
      fc.property(updates, values, (operation, current) => {
        const once = rebase(operation, current);
        if (once.operation) expect(rebase(once.operation, current)).toEqual(once);
      }),
    );
  });

  it('does not change the effect of the update', () => {
    fc.assert(
      fc.property(updates, values, (operation, current) => {
        const left = rebase(operation, current).operation;
        const set = left?.kind === 'update' ? left.set : {};
        const [after, wanted] = [
          { ...current, ...set },
          { ...current, ...operation.set },
        ];
        for (const field of Object.keys(wanted)) expect(isSameValue(after[field], wanted[field])).toBe(true);
      }),
    );
  });

  it('leaves no conflict once each is resolved, and gives each field the chosen value', () => {
    const resolution = fc.constantFrom(
      { keep: 'mine' as const },
      { keep: 'theirs' as const },
      { value: 'new' },
      { value: null },
    );
    fc.assert(
      fc.property(updates, values, resolution, (operation, current, choice) => {
        const conflicts = conflictsOf(operation, current);
        const resolutions = conflicts.map((conflict) => {
          const { set, base } = resolveConflict(conflict, choice);
          return update(fact, base, set);
        });
        const folded = net([operation, ...resolutions]);
        expect(folded.problems).toEqual([]);
        expect(folded.operations.flatMap((operation) => conflictsOf(operation, current))).toEqual([]);
        const [left] = folded.operations;
        const after = { ...current, ...(left?.kind === 'update' ? left.set : {}) };
        for (const { field, yours, theirs } of conflicts) {
          const chosen = 'value' in choice ? choice.value : choice.keep === 'mine' ? yours : theirs;
          expect(isSameValue(after[field], chosen)).toBe(true);
        }
      }),
    );
  });
});

describe('resolveConflict', () => {
  const conflict = { fact, field: 'name', operation: rename.id, base: 'a', theirs: 'x', yours: 'b' };

  it('uses the current value as the base for every choice', () => {
    expect(resolveConflict(conflict, { keep: 'mine' })).toEqual({ set: { name: 'b' }, base: { name: 'x' } });
    expect(resolveConflict(conflict, { keep: 'theirs' })).toEqual({ set: { name: 'x' }, base: { name: 'x' } });
    expect(resolveConflict(conflict, { value: 'c' })).toEqual({ set: { name: 'c' }, base: { name: 'x' } });
    expect(resolveConflict(conflict, { value: null })).toEqual({ set: { name: null }, base: { name: 'x' } });
  });

  it('leaves nothing of the update when theirs is chosen', () => {
    const { set, base } = resolveConflict(conflict, { keep: 'theirs' });
    expect(net([rename, update(fact, base, set)])).toEqual({ operations: [], problems: [] });
  });
});
