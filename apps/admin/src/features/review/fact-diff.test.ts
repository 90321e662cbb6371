import { newDeskId, newId } from '@chancery/codebook';
import { describe, expect, test } from '@jest/globals';
import type { FactChangePartsFragment, OperationPartsFragment } from '../../generated/desk/graphql.ts';
import { factDiff, fieldChange } from './fact-diff.ts';
import { inOrder, reviewTree } from './review-tree.ts';

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

describe('the difference that a reviewer sees', () => {
  test('is against what stands now and against what the author saw, where the two differ', () => {
    const diff = factDiff(
      change([operation({ kind: 'UPDATE', set: { name: 'New' }, base: { name: 'Seen' } })], {
        name: 'Moved on',
        status: 'HELD',
      }),
    );
    expect(diff.sort).toBe('changed');
    expect(diff.fields).toMatchObject([{ name: 'name', live: 'Moved on', base: 'Seen', after: 'New' }]);
  });

  test('says that nothing changes where others have recorded the same meanwhile', () => {
    const [field] = factDiff(
      change([operation({ kind: 'UPDATE', set: { name: 'New' }, base: { name: 'Seen' } })], { name: 'New' }),
    ).fields;
    if (!field) throw new Error('the field is missing');
    expect(fieldChange(field, 'live')).toBe('same');
    expect(fieldChange(field, 'base')).toBe('changed');
  });

  test('has a field that only gets evidence, with its standing value and what is cited for it', () => {
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
      [old.id, 'standing'],
    ]);
  });

  test('of a retirement is every value that goes, and why', () => {
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

test('a link is read with the record of the changeset that it points at', () => {
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
  expect(inOrder(tree).map(({ fact }) => fact)).toEqual([exercise, participation, source]);
});
