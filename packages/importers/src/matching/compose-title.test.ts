import { expect, it } from '@jest/globals';
import { composeTitle } from './compose-title.ts';

const pact = (...parties: readonly (string | undefined)[]) =>
  composeTitle({ kind: 'Defence pact', time: '1939' }, parties);

it('names up to three parties, or the first two and the number of the others', () => {
  expect(pact('Germany', 'Italy')).toBe('Defence pact of Germany and Italy, 1939');
  expect(pact('Lydia', 'Ionia', 'Caria')).toBe('Defence pact of Lydia, Ionia and Caria, 1939');
  expect(pact('Lydia', 'Ionia', 'Caria', 'Lycia')).toBe('Defence pact of Lydia, Ionia and 2 others, 1939');
});

it('counts parties with unknown names among the others, and names a state once', () => {
  expect(pact('Lydia', undefined)).toBe('Defence pact of Lydia and 1 other, 1939');
  expect(pact(undefined, 'Lydia', 'Ionia', undefined)).toBe('Defence pact of Lydia, Ionia and 2 others, 1939');
  expect(pact(undefined, undefined)).toBe('Defence pact of 2 parties, 1939');
  expect(pact(undefined)).toBe('Defence pact of 1 party, 1939');
  expect(pact('Yemen', 'Yemen', 'Lydia')).toBe('Defence pact of Yemen and Lydia, 1939');
});
