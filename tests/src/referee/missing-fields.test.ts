import { buildRegisterSchema } from '@chancery/reader';
import { expect, it } from '@jest/globals';
import { extendSchema, parse } from 'graphql';
import { missingFields } from './missing-fields.ts';

it('the referee implements every root field and every field of a fact', () => {
  expect(missingFields(buildRegisterSchema('public'))).toEqual([]);
});

it('missingFields returns the fields that the referee lacks', () => {
  const more = parse('extend type Exercise { weather: String } extend type Query { weather: String }');
  expect(missingFields(extendSchema(buildRegisterSchema('public'), more))).toEqual([
    'Exercise.weather',
    'Query.weather',
  ]);
});
