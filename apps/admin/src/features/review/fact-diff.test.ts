import { newDeskId, newId } from '@chancery/codebook';
import { describe, expect, test } from '@jest/globals';
import type { FactChangePartsFragment, OperationPartsFragment } from '../../generated/desk/graphql.ts';
import { factDiff, fieldChange } from './fact-diff.ts';
import { flattenTree, reviewTree } from './review-tree.ts';

const exercise = newId('Exercise');
const source = newId('Source');

function operation(
  parts: Partial<OperationPartsFragment> & Pick<OperationPartsFragment, 'kind'>,
): OperationPartsFragment {
  return {
    ...{ id: newDeskId('operation'), fact: exercise, citation: null, values: null, set: null, base: null },
    ...{ waivers: null, adopted: null, reason: null, redirectTo: null, batch: null, batchLine: null },
    ...parts,
  };
}

function change(
  operations: OperationPartsFragment[],
  values?: Record<string, unknown>,
  citations: { id: string; values: Record<string, unknown>; group: string }[] = [],
): FactChangePartsFragment {
  const standing = values ? { id: exercise, values, citations } : null;
  return {
    fact: operations[0]?.fact ?? exercise,
    type: 'EXERCISE',
    label: 'It',
    operations,
    standing,
    conflicts: [],
    problems: [],
  };
}

describe('factDiff', () => {
  test('has the published value and the value that the author saw, when the two differ', () => {
    const diff = factDiff(
      change([operation({ kind: 'UPDATE', set: { name: 'New' }, base: { name: 'Seen' } })], {
        name: 'Moved on',
        status: 'HELD',
      }),
    );
    expect(diff.sort).toBe('changed');
    expect(diff.fields).toMatchObject([{ name: 'name', live: 'Moved on', base: 'Seen', after: 'New' }]);
  });

  test('has no change when others have recorded the same value since', () => {
    const [field] = factDiff(
      change([operation({ kind: 'UPDATE', set: { name: 'New' }, base: { name: 'Seen' } })], { name: 'New' }),
    ).fields;
    if (!field) throw new Error('the field is missing');
    expect(fieldChange(field, 'live')).toBe('same');
    expect(fieldChange(field, 'base')).toBe('changed');
  });

  test('includes a field that only gets a citation, with its published value and its citations', () => {
    const citation = newId('Citation');
    const old = { id: newId('Citation'), values: { fact: exercise, source, field: 'start' }, group: 'a' };
    const diff = factDiff(
      change([operation({ kind: 'CITE', citation, values: { source, field: 'start' } })], { start: { edtf: '2019' } }, [
        old,
      ]),
    );
    expect(diff.sort).toBe('evidence');
    expect(diff.fields).toMatchObject([{ name: 'start', isSet: false, after: { edtf: '2019' } }]);
    expect(diff.fields[0]?.evidence.map(({ id, state }) => [id, state])).toEqual([
      [citation, 'new'],
      [old.id, 'existing'],
    ]);
  });

  test('of a retirement lists every value that is removed, and the reason', () => {
    const diff = factDiff(
      change([operation({ kind: 'RETIRE', reason: 'Twice', redirectTo: source })], {
        name: 'It',
        status: 'HELD',
        end: null,
      }),
    );
    expect(diff.retirement).toEqual({ reason: 'Twice', redirectTo: source });
    expect(diff.fields.map(({ name, live, after }) => [name, live, after])).toEqual([
      ['name', 'It', null],
      ['status', 'HELD', null],
    ]);
  });
});

test('reviewTree puts a link under the record of the changeset that it refers to', () => {
  const participation = newId('Participation');
  const diffs = [
    change([operation({ kind: 'CREATE', fact: source, values: { name: 'S' } })]),
    change([
      operation({ kind: 'CREATE', fact: participation, values: { actor: newId('State'), exercise, role: 'HOST' } }),
    ]),
    change([operation({ kind: 'CREATE', values: { name: 'It', status: 'HELD' } })]),
  ].map(factDiff);
  const tree = reviewTree(diffs);
  expect(tree.map(({ title }) => title)).toEqual(['Exercises', 'Sources']);
  expect(flattenTree(tree).map(({ fact }) => fact)).toEqual([exercise, participation, source]);
});
