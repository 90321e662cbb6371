import type { Operation } from '@chancery/changesets';
import { newId } from '@chancery/codebook';
import { expect, it } from '@jest/globals';
import type { ServerFact } from './draft.ts';
import { WorkStore } from './work-store.ts';

const [iran, oman] = [newId('State'), newId('State')];
const published = (id: string, name: string) =>
  ({
    published: { id, type: 'State', label: name, values: { name }, citations: [] },
    operations: [],
  }) as unknown as ServerFact;
const rename: Operation = {
  ...{ id: 'op_1', kind: 'update', type: 'State', fact: iran },
  ...{ set: { name: 'Iran' }, base: { name: 'Persia' } },
};

const storeOfTwo = () => {
  const store = new WorkStore(() => true);
  store.set({
    serverFacts: new Map([
      [iran, published(iran, 'Persia')],
      [oman, published(oman, 'Oman')],
    ]),
  });
  return store;
};

it('calls its listeners with each change, until they are removed', () => {
  const store = storeOfTwo();
  let calls = 0;
  const remove = store.subscribe(() => {
    calls += 1;
  });
  store.set({ isLoaded: true });
  remove();
  store.set({ isLoaded: false });
  expect(calls).toBe(1);
  expect(store.state().canUndo).toBe(true);
});

it('returns the same draft until the fact or its pending operations change', () => {
  const store = storeOfTwo();
  const [before, other] = [store.draft(iran), store.draft(oman)];
  store.set({ pending: [rename] });
  expect(store.draft(oman)).toBe(other);
  expect(store.draft(iran)).not.toBe(before);
  expect(store.draft(iran).values.name).toBe('Iran');
});

it('keeps loaded facts and labels when the changeset is closed, without its operations', () => {
  const store = storeOfTwo();
  store.addLabels([{ id: oman, label: 'Oman' }]);
  store.set({
    pending: [rename],
    serverFacts: new Map([[iran, { ...published(iran, 'Persia'), operations: [rename] }]]),
  });
  store.reset({ isLoaded: true });
  expect(store.state()).toMatchObject({ pending: [], changeset: undefined, isLoaded: true });
  expect(store.state().serverFacts.get(iran)?.operations).toEqual([]);
  expect(store.nameOf(oman)).toBe('Oman');
});
