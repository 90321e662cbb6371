import { fieldsOf, newId, typeNames, type Values } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
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
import { contextOf } from '../testing/register.ts';
import { requiredFields } from './required-fields.ts';

const problems = problemsOf(requiredFields);
const fact = newId('Membership');
const complete: Values = { member: newId('State'), organization: newId('Organization'), status: 'FULL' };
const { status: _, ...partial } = complete;

describe('required-fields', () => {
  it.each(typeNames)('requires the required fields of a %s', (type) => {
    const operation = type === 'Citation' ? { ...cite(fact), values: {} } : create(type, {});
    const required = Object.entries(fieldsOf(type)).filter(
      ([name, field]) => field.required && name !== 'evidenceStatus',
    );
    expect(problems([operation]).map(({ field }) => field)).toEqual(required.map(([name]) => name));
  });

  it('names the missing field with its description', () => {
    const operation = create('Membership', partial, { fact });
    expect(problems([operation])).toMatchObject([
      {
        code: 'required-fields',
        severity: 'error',
        fact,
        field: 'status',
        operation: operation.id,
        message: 'Status is missing. Enter a value: The status of the membership, such as full member or observer.',
      },
    ]);
    const citation = cite(fact, { stance: null });
    expect(problems([citation])).toMatchObject([
      {
        field: 'stance',
        operation: citation.id,
        message: expect.stringMatching(/^Stance is missing from a citation\. Enter a value: /),
      },
    ]);
  });

  it('accepts a complete fact without an evidence status', () => {
    expect(problems([create('Membership', complete)])).toEqual([]);
    expect(problems([cite(fact)])).toEqual([]);
  });

  it('requires both facts of a dispute', () => {
    expect(problems([dispute({ one: fact })])).toMatchObject([{ field: 'other' }]);
  });

  it('requires fields of a restored fact that became required since', () => {
    expect(problems([restore(fact, { values: partial })])).toMatchObject([{ field: 'status' }]);
    expect(problems([restore(fact, { values: complete })])).toEqual([]);
  });

  it('requires the fields of a restored citation', () => {
    const row = { id: newId('Citation'), values: citationValues(fact, { stance: null }) };
    expect(problems([restore(fact, { values: complete, citations: [row] })])).toMatchObject([{ field: 'stance' }]);
  });

  it('refuses a change that empties a required field, but not changes of other fields', () => {
    const context = contextOf({ facts: { [fact]: complete } });
    expect(problems([update(fact, { status: 'FULL' }, { status: null })], context)).toMatchObject([
      { field: 'status' },
    ]);
    expect(problems([adopt(fact, { status: 'FULL' }, { status: null }, {})], context)).toHaveLength(1);
    expect(problems([update(fact, { statusPrinted: null }, { statusPrinted: 'Full' })], context)).toEqual([]);
  });

  it('requires a field that became required since at the next change of the fact', () => {
    const context = contextOf({ facts: { [fact]: partial } });
    expect(problems([update(fact, { statusPrinted: null }, { statusPrinted: 'Full' })], context)).toHaveLength(1);
    expect(problems([update(fact, { status: null }, { status: 'FULL' })], context)).toEqual([]);
  });

  it('does not check retired or missing facts', () => {
    expect(problems([retire(fact), uncite(newId('State'), newId('Citation'))])).toEqual([]);
    expect(problems([update(fact, {}, {})])).toEqual([]);
  });
});
