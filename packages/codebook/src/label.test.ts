import { expect, it } from '@jest/globals';
import { typeOf } from './codebook.ts';
import { labelFields, labelParts } from './label.ts';

it('returns one part for a type that is labelled by one field', () => {
  expect(labelParts('State')).toEqual([{ name: 'name', field: typeOf('State').fields.name }]);
});

it('splits a template into words and fields in order', () => {
  const pieces = labelParts('PartyAction').map((part) => ('name' in part ? part.name : part.words));
  expect(pieces).toEqual(['actor', ': ', 'action', ', ', 'agreement']);
  expect(labelFields('PartyAction').map(({ name }) => name)).toEqual(['actor', 'action', 'agreement']);
});
