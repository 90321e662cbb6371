import { codeKey } from '@chancery/changesets';
import { expect, it } from '@jest/globals';
import { fileOf } from '../testing/read-source.ts';
import { toyImporter } from '../testing/toy-source.ts';
import { lookAhead } from './look-ahead.ts';

it('participants are collected from all links to a record, each once, wherever they are in the file', async () => {
  const name = (text: string) => ({ name: { text } });
  const link = (type: 'Participation' | 'Obligation', links: object) =>
    ({ type, key: JSON.stringify(links), values: {}, links }) as Parameters<typeof toyImporter>[0][number];
  const importer = toyImporter([
    { type: 'Exercise', key: 'a', values: {}, links: {} },
    link('Participation', { exercise: { record: 'a' }, actor: name('Lydia') }),
    link('Obligation', { agreement: { record: 't' }, from: name('Lydia'), to: name('Caria') }),
    link('Obligation', { agreement: { record: 't' }, from: name('Caria'), to: name('Lydia') }),
    link('Participation', { exercise: { record: 'a' }, actor: name('Caria') }),
    // Links to a record outside the source, and to none, are ignored.
    link('Participation', { exercise: name('Blue Danube'), actor: name('Caria') }),
    link('Obligation', { from: name('Ionia'), to: name('Lydia') }),
  ]);
  const file = fileOf('toy.csv', 'n\n0\n1\n2\n3\n4\n5\n6\n');
  expect([...(await lookAhead(importer, [file])).actors]).toEqual([
    ['a', [name('Lydia'), name('Caria')]],
    ['t', [name('Lydia'), name('Caria')]],
  ]);
});

it('codes are collected from all records that are matched by date', async () => {
  const recordWithCode = (type: 'Agreement' | 'State', value: string) =>
    ({ type, key: value, values: {}, links: {}, marks: { codes: [{ scheme: 'COW', value }] } }) as const;
  const importer = toyImporter([
    recordWithCode('Agreement', '1'),
    recordWithCode('State', '2'),
    recordWithCode('Agreement', '3'),
  ]);
  const { codes } = await lookAhead(importer, [fileOf('toy.csv', 'n\n0\n1\n2\n')]);
  expect(codes).toEqual(new Set([codeKey('COW', '1'), codeKey('COW', '3')]));
});
