import type { Operation } from '@chancery/changesets';
import { newId } from '@chancery/codebook';
import { expect, it } from '@jest/globals';
import { draftOf, type ServerFact } from './draft.ts';
import { UndoHistory } from './undo-history.ts';

const state = newId('State');
const published = { id: state, type: 'State', label: 'Persia', values: { name: 'Persia' }, citations: [] };
const stored = { published, operations: [] } as unknown as ServerFact;
const draftBefore = () => draftOf(state, stored, []);
const rename: Operation = {
  ...{ id: 'op_1', kind: 'update', type: 'State', fact: state },
  ...{ set: { name: 'Iran' }, base: { name: 'Persia' } },
};

it('returns the operations that undo the latest change, once', () => {
  const history = new UndoHistory();
  expect(history.canUndo()).toBe(false);
  history.add([rename], draftBefore);
  expect(history.canUndo()).toBe(true);
  expect(history.pop()).toMatchObject([
    { kind: 'update', fact: state, set: { name: 'Persia' }, base: { name: 'Iran' } },
  ]);
  expect(history.pop()).toBeUndefined();
});

it('forgets everything when it is cleared', () => {
  const history = new UndoHistory();
  history.add([rename], draftBefore);
  history.clear();
  expect(history.canUndo()).toBe(false);
});
