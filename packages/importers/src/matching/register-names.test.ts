import { expect, it } from '@jest/globals';
import { storedFact, toyLookup } from '../testing/toy-lookup.ts';
import { RegisterNames } from './register-names.ts';

it('compares an unknown name with the register once, however many rows have it', async () => {
  const names = new RegisterNames(toyLookup([storedFact('State', 'iran', { name: 'Islamic Republic of Iran' })]));
  await names.load(['State']);
  const first = names.similar('Islamic Republic of Iraq', ['State']);
  expect(first.map(({ label }) => label)).toEqual(['iran']);
  expect(names.similar('The ISLAMIC Republic of Iraq', ['State'])).toBe(first);
  expect(names.similar('Islamic Republic of Iraq', ['State', 'Organization'])).not.toBe(first);
});
