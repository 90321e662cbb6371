import { expect, it, jest } from '@jest/globals';
import { adopt, cite, create, restore, uncite, update } from './testing/operations.ts';

// No field has yet been renamed, so this codebook knows an agreement's title as its former heading, too.
const codebook = await import('@chancery/codebook');
jest.unstable_mockModule('@chancery/codebook', () => ({
  ...codebook,
  currentName: (type: Parameters<typeof codebook.currentName>[0], name: string) =>
    codebook.currentName(type, type === 'Agreement' && name === 'heading' ? 'title' : name),
}));
const { parseOperation } = await import('./parse-operation.ts');

const { newId } = codebook;
const [fact, claim, citation] = [newId('Agreement'), newId('Claim'), newId('Citation')];
const read = (input: unknown) => parseOperation(input);

it('a field that has been renamed is read under its new name in what is set, seen and waived', () => {
  const change = update(fact, { heading: 'a' }, { heading: 'b' }, { waivers: { heading: 'a slip of the pen' } });
  const waivers = { title: 'a slip of the pen' };
  expect(read(change)).toEqual({ ok: true, value: { ...change, base: { title: 'a' }, set: { title: 'b' }, waivers } });
  expect(read(create('Agreement', { heading: 'b' }))).toMatchObject({ value: { values: { title: 'b' } } });
});

it('a claim that was adopted for a field that has been renamed is adopted for it still', () => {
  const operation = adopt(fact, { heading: 'a' }, { heading: 'b' }, { heading: claim });
  expect(read(operation)).toMatchObject({ value: { set: { title: 'b' }, adopted: { title: { claim } } } });
});

it('a citation of a field that has been renamed is of the field still', () => {
  expect(read(cite(fact, { field: 'heading' }))).toMatchObject({ value: { values: { field: 'title' } } });
  expect(read(uncite(fact, citation, { field: 'heading' }))).toMatchObject({ value: { values: { field: 'title' } } });
});

it('a fact that was retired before a field was renamed comes back whole', () => {
  const state = { values: { heading: 'a' }, citations: [{ id: citation, values: { field: 'heading' } }] };
  expect(read(restore(fact, state))).toMatchObject({
    value: { state: { values: { title: 'a' }, citations: [{ values: { field: 'title' } }] } },
  });
});

it('a name that another type once had is unknown', () => {
  expect(read(create('State', { heading: 'b' }))).toMatchObject({ ok: false });
});
