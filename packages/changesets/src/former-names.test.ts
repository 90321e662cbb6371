import { expect, it, jest } from '@jest/globals';
import { adopt, cite, create, restore, uncite, update } from './testing/operations.ts';

// No field has been renamed yet, so the mock adds “heading” as a former name of an agreement's title.
const codebook = await import('@chancery/codebook');
jest.unstable_mockModule('@chancery/codebook', () => ({
  ...codebook,
  currentFieldName: (type: Parameters<typeof codebook.currentFieldName>[0], name: string) =>
    codebook.currentFieldName(type, type === 'Agreement' && name === 'heading' ? 'title' : name),
}));
const { parseOperation } = await import('./parse-operation.ts');

const { newId } = codebook;
const [fact, claim, citation] = [newId('Agreement'), newId('Claim'), newId('Citation')];
const read = (input: unknown) => parseOperation(input);

it('replaces a former field name in set values, base values and waivers', () => {
  const change = update(fact, { heading: 'a' }, { heading: 'b' }, { waivers: { heading: 'a slip of the pen' } });
  const waivers = { title: 'a slip of the pen' };
  expect(read(change)).toEqual({ ok: true, value: { ...change, base: { title: 'a' }, set: { title: 'b' }, waivers } });
  expect(read(create('Agreement', { heading: 'b' }))).toMatchObject({ value: { values: { title: 'b' } } });
});

it('replaces a former field name in adopted claims', () => {
  const operation = adopt(fact, { heading: 'a' }, { heading: 'b' }, { heading: claim });
  expect(read(operation)).toMatchObject({ value: { set: { title: 'b' }, adopted: { title: { claim } } } });
});

it('replaces a former field name in the cited field of a citation', () => {
  expect(read(cite(fact, { field: 'heading' }))).toMatchObject({ value: { values: { field: 'title' } } });
  expect(read(uncite(fact, citation, { field: 'heading' }))).toMatchObject({ value: { values: { field: 'title' } } });
});

it('replaces former field names in the state of a restoration', () => {
  const state = { values: { heading: 'a' }, citations: [{ id: citation, values: { field: 'heading' } }] };
  expect(read(restore(fact, state))).toMatchObject({
    value: { state: { values: { title: 'a' }, citations: [{ values: { field: 'title' } }] } },
  });
});

it('refuses a former name of another type', () => {
  expect(read(create('State', { heading: 'b' }))).toMatchObject({ ok: false });
});
