import { describe, expect, it } from '@jest/globals';
import { fieldsOf } from './codebook.ts';
import type { Field } from './field.ts';
import { valueSchema } from './kinds/value-schema.ts';
import { pluralize, problemSentence, withArticle, withFullStop } from './sentence.ts';

it.each([
  ['Whether India took part', 'Whether India took part.'],
  ['In force since.', 'In force since.'],
  ['It said “not since.”', 'It said “not since.”'],
  ['Is it in force?', 'Is it in force?'],
  ['as in “since 2001”', 'as in “since 2001”.'],
])('%s ends with one full stop', (text, expected) => expect(withFullStop(text)).toBe(expected));

it.each([
  ['agreement', 'an agreement'],
  ['state', 'a state'],
  ['exercise series', 'an exercise series'],
  ['obligation', 'an obligation'],
  ['import batch', 'an import batch'],
  ['unit', 'a unit'],
  ['unknown day', 'an unknown day'],
  ['useful source', 'a useful source'],
  ['European list', 'a European list'],
  ['one-year term', 'a one-year term'],
  ['UN resolution', 'a UN resolution'],
])('the article of %s', (noun, expected) => expect(withArticle(noun)).toBe(expected));

describe('a problem of a value', () => {
  const problemOf = (field: Field, value: unknown) =>
    problemSentence(field.label, valueSchema(field).safeParse(value).error?.issues[0]?.message ?? '');
  const { date, item } = fieldsOf('Claim') as Readonly<Record<string, Field>>;

  it('is a predicate after the name of the field', () => {
    if (!item) throw new Error('Claims have no item.');
    expect(problemOf(item, 5)).toBe('Item must be text.');
  });

  it('or the sentence of the date, with one full stop', () => {
    if (!date) throw new Error('Claims have no date.');
    expect(problemOf(date, { edtf: '2019-02-30' })).toMatch(/^Date: “2019-02-30” .*[^.]\.$/);
  });
});

it('a count has its noun in the singular or plural', () => {
  expect([0, 1, 2, 3212].map((count) => pluralize(count, 'field'))).toEqual([
    '0 fields',
    '1 field',
    '2 fields',
    '3,212 fields',
  ]);
  expect(pluralize(1, 'party', 'parties')).toBe('1 party');
});
