import { fieldsOf, newId, typeNames, type Values } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import { adopt, cite, citing, create, dispute, restore, retire, uncite, update } from '../testing/operations.ts';
import { problemsOf } from '../testing/problems-of.ts';
import { standing } from '../testing/register.ts';
import { requiredFields } from './required-fields.ts';

const problems = problemsOf(requiredFields);
const fact = newId('Membership');
const whole: Values = { member: newId('State'), organization: newId('Organization'), status: 'FULL' };
const { status: _, ...partial } = whole;

describe('required-fields', () => {
  it.each(typeNames)('a %s has every field that its type requires', (type) => {
    const operation = type === 'Citation' ? { ...cite(fact), values: {} } : create(type, {});
    const required = Object.entries(fieldsOf(type)).filter(
      ([name, field]) => field.required && name !== 'evidenceStatus',
    );
    expect(problems([operation]).map(({ field }) => field)).toEqual(required.map(([name]) => name));
  });

  it('a missing field is named with what it means', () => {
    const operation = create('Membership', partial, { fact });
    expect(problems([operation])).toMatchObject([
      {
        code: 'required-fields',
        severity: 'error',
        fact,
        field: 'status',
        operation: operation.id,
        message: 'Standing is missing: In what standing.',
      },
    ]);
    const citation = cite(fact, { stance: null });
    expect(problems([citation])).toMatchObject([
      {
        field: 'stance',
        operation: citation.id,
        message: expect.stringMatching(/^Stance is missing from a citation: /),
      },
    ]);
  });

  it('a whole fact passes, and is recorded unless an editor says otherwise', () => {
    expect(problems([create('Membership', whole)])).toEqual([]);
    expect(problems([cite(fact)])).toEqual([]);
  });

  it('both sides of a dispute are there', () => {
    expect(problems([dispute({ one: fact })])).toMatchObject([{ field: 'other' }]);
  });

  it('a restored fact is whole, whatever its type has come to require since', () => {
    expect(problems([restore(fact, { values: partial })])).toMatchObject([{ field: 'status' }]);
    expect(problems([restore(fact, { values: whole })])).toEqual([]);
  });

  it('a restored citation is whole', () => {
    const row = { id: newId('Citation'), values: citing(fact, { stance: null }) };
    expect(problems([restore(fact, { values: whole, citations: [row] })])).toMatchObject([{ field: 'stance' }]);
  });

  it('a change that empties a required field is refused, and one beside it is not', () => {
    const known = standing({ facts: { [fact]: whole } });
    expect(problems([update(fact, { status: 'FULL' }, { status: null })], known)).toMatchObject([{ field: 'status' }]);
    expect(problems([adopt(fact, { status: 'FULL' }, { status: null }, {})], known)).toHaveLength(1);
    expect(problems([update(fact, { statusPrinted: null }, { statusPrinted: 'Full' })], known)).toEqual([]);
  });

  it('a fact that stands without a field that has come to be required gets it with its next change', () => {
    const known = standing({ facts: { [fact]: partial } });
    expect(problems([update(fact, { statusPrinted: null }, { statusPrinted: 'Full' })], known)).toHaveLength(1);
    expect(problems([update(fact, { status: null }, { status: 'FULL' })], known)).toEqual([]);
  });

  it('nothing is asked of what goes or is not there', () => {
    expect(problems([retire(fact), uncite(newId('State'), newId('Citation'))])).toEqual([]);
    expect(problems([update(fact, {}, {})])).toEqual([]);
  });
});
