import { newId, type Values } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import type { Operation } from '../operation.ts';
import {
  adopt,
  citationValues,
  cite,
  create,
  dispute,
  restore,
  retire,
  uncite,
  update,
} from '../testing/operations.ts';
import { problemsOf } from '../testing/problems-of.ts';
import { knownValues } from './known-values.ts';

const problems = problemsOf(knownValues);
const fact = newId('Dispute');
const row = (values: Values) => ({ id: newId('Citation'), values: citationValues(fact, values) });

describe('known-values', () => {
  it.each<[kind: string, of: 'Dispute' | 'Citation', writes: (values: Values) => Operation]>([
    ['create', 'Dispute', (values) => create('Dispute', values, { fact })],
    ['dispute', 'Dispute', (values) => dispute(values, fact)],
    ['update', 'Dispute', (values) => update(fact, {}, values)],
    ['adopt', 'Dispute', (values) => adopt(fact, {}, values, {})],
    ['restore', 'Dispute', (values) => restore(fact, { values })],
    ['cite', 'Citation', (values) => cite(fact, values)],
    ['restore', 'Citation', (values) => restore(fact, { citations: [row(values)] })],
  ])('accepts from a %s to a %s only fields of the codebook with valid values', (_, type, writes) => {
    const operation = writes({ weight: 3, note: 'a\u0000b' });
    expect(problems([operation])).toMatchObject([
      {
        code: 'known-values',
        severity: 'error',
        fact,
        field: 'weight',
        operation: operation.id,
        message: `${type} has no field “weight”. Correct the name, or leave the field out.`,
      },
      { field: 'note', message: expect.stringMatching(/ contains a control character; remove it\.$/) },
    ]);
    expect(problems([writes({ note: 'as it should be' })])).toEqual([]);
  });

  it('refuses a value that is not in the list', () => {
    expect(problems([create('Membership', { status: 'HONORARY' })])).toMatchObject([
      { field: 'status', message: expect.stringMatching(/^Status is not one of FULL, ASSOCIATE/) },
    ]);
  });

  it('refuses a citation of a field that the fact does not have', () => {
    expect(problems([cite(fact, { field: 'point' })])).toEqual([]);
    expect(problems([cite(fact, { field: 'evidenceStatus' })])).toEqual([]);
    expect(problems([cite(fact, { field: 'depositary' })])).toMatchObject([
      { field: 'field', message: 'Dispute has no field “depositary”. Correct the name, or leave the field out.' },
    ]);
  });

  it('refuses emptying a required field', () => {
    expect(problems([update(fact, { one: newId('State') }, { one: null })])).toMatchObject([{ field: 'one' }]);
    expect(problems([update(fact, { point: 'This.' }, { point: null })])).toEqual([]);
  });

  it('does not check base values or removed and retired state, which may be older than the codebook', () => {
    expect(problems([update(fact, { weight: 3 }, {})])).toEqual([]);
    expect(problems([uncite(fact, newId('Citation'), { weight: 3 })])).toEqual([]);
    expect(problems([retire(fact)])).toEqual([]);
  });
});
