import { conflictsOf, net, type Operation } from '@chancery/changesets';
import { newDeskId, newId } from '@chancery/codebook';
import { expect, test } from '@jest/globals';
import { conflictKey, nextUnresolved, resolutionOperations } from './resolutions.ts';

const fact = newId('Exercise');
const update: Operation = {
  ...{ id: newDeskId('operation'), type: 'Exercise', kind: 'update', fact },
  set: { name: 'Mine', location: 'Ashore' },
  base: { name: 'Before', location: null },
};
const now = { name: 'Theirs', location: 'In port' };
const conflicts = conflictsOf(update, now);
const [first, second] = conflicts.map(conflictKey);

test('a changeset has no conflicts once a resolution of each conflict is appended to it', () => {
  for (const choice of [{ keep: 'mine' }, { keep: 'theirs' }, { value: 'Another' }] as const) {
    const resolved = resolutionOperations(conflicts, { [first ?? '']: choice, [second ?? '']: choice });
    expect(resolved).toHaveLength(2);
    const appended = resolved.map((operation) => ({ ...operation, type: 'Exercise', kind: 'update' }) as Operation);
    const { operations, problems } = net([update, ...appended]);
    expect(problems).toEqual([]);
    expect(operations.flatMap((operation) => conflictsOf(operation, now))).toEqual([]);
  }
});

test('an unresolved conflict yields no operation and is the next one to resolve', () => {
  expect(resolutionOperations(conflicts, {})).toEqual([]);
  expect(nextUnresolved(conflicts, { [first ?? '']: { keep: 'mine' } }, 0)).toBe(1);
  expect(nextUnresolved(conflicts, { [second ?? '']: { keep: 'mine' } }, 1)).toBe(0);
  expect(
    nextUnresolved(conflicts, { [first ?? '']: { keep: 'mine' }, [second ?? '']: { keep: 'theirs' } }, 1),
  ).toBeUndefined();
});
