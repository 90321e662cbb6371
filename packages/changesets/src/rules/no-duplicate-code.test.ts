import { newId, type Values } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import { check } from '../check.ts';
import { outlineOf } from '../outline.ts';
import { codeKey, noNeeds } from '../rule-context.ts';
import { create, restore, retire, update } from '../testing/operations.ts';
import { problemsOf } from '../testing/problems-of.ts';
import { contextOf } from '../testing/register.ts';
import { noDuplicateCode } from './no-duplicate-code.ts';

const problems = problemsOf(noDuplicateCode);
const [germany, austria] = [newId('State'), newId('State')];
const period = (edtf: string): Values => ({ validity: { edtf } });
const code = (of: string, value: string, rest: Values = {}) =>
  create('ExternalCode', { of, scheme: 'COW', value, ...rest });
const existing = newId('ExternalCode');
const register = (of: string, value: string, rest: Values = {}) =>
  contextOf({ facts: { [existing]: { of, scheme: 'COW', value, ...rest } } });

describe('no-duplicate-code, for a new code', () => {
  it('refuses a code that another fact has', () => {
    const operation = code(austria, '255');
    expect(problems([operation], register(germany, '255'))).toMatchObject([
      {
        code: 'no-duplicate-code',
        severity: 'error',
        fact: operation.fact,
        field: 'value',
        operation: operation.id,
        message: expect.stringMatching(new RegExp(`^COW 255 is already the code of label of ${germany}`)),
      },
    ]);
  });

  it('allows the value of a code of another scheme', () => {
    expect(problems([code(austria, 'AUS', { scheme: 'ISO_A3' })], register(germany, 'AUS'))).toEqual([]);
  });

  it('allows the value of another code when the periods do not overlap', () => {
    const context = register(germany, '255', period('1871/1945'));
    expect(problems([code(austria, '255', period('1990/..'))], context)).toEqual([]);
    expect(problems([code(austria, '255', period('1945/..'))], context)).toHaveLength(1);
  });

  it('refuses periods that share a single day', () => {
    const context = register(germany, '255', period('1990-10-03'));
    expect(problems([code(austria, '255', period('1871/1990-10-03'))], context)).toHaveLength(1);
    expect(problems([code(austria, '255', period('1990-10-03/..'))], context)).toHaveLength(1);
    expect(problems([code(austria, '255', period('1871/1990-10-02'))], context)).toEqual([]);
    expect(problems([code(austria, '255', period('1990-10-04/..'))], context)).toEqual([]);
  });

  it.each(['../1990', '/1990'])('treats the start of the period %s as open', (edtf) => {
    expect(problems([code(austria, '255', period(edtf))], register(germany, '255', period('1871')))).toHaveLength(1);
    expect(problems([code(austria, '255', period(edtf))], register(germany, '255', period('1991')))).toEqual([]);
  });

  it.each(['1990/..', '1990/'])('treats the end of the period %s as open', (edtf) => {
    expect(problems([code(austria, '255', period(edtf))], register(germany, '255', period('2100')))).toHaveLength(1);
    expect(problems([code(austria, '255', period(edtf))], register(germany, '255', period('1989')))).toEqual([]);
  });

  it('treats a missing or absent period as unlimited', () => {
    expect(problems([code(austria, '255')], register(germany, '255', period('1871')))).toHaveLength(1);
    const unknown = { validity: { absent: 'UNKNOWN' as const } };
    expect(problems([code(austria, '255', unknown)], register(germany, '255', period('1871')))).toHaveLength(1);
  });

  it('refuses the same code twice in a changeset, with a problem for each', () => {
    expect(problems([code(germany, '255'), code(austria, '255')])).toHaveLength(2);
  });

  it('compares with codes that another batch of the changeset adds', () => {
    const [one, other] = [code(germany, '255'), code(austria, '255')];
    const outline = outlineOf([one, other]);
    expect(check([one], contextOf(), outline, [noDuplicateCode]).problems).toHaveLength(1);
  });

  it('leaves a code without a fact, scheme or value to required-fields', () => {
    const { of, scheme, value }: Values = { of: austria, scheme: 'COW', value: '255' };
    for (const values of [
      { of, scheme },
      { of, value },
      { scheme, value },
    ] as Values[]) {
      const needs = noNeeds();
      const operation = create('ExternalCode', values);
      noDuplicateCode.needs(operation, needs);
      expect(problems([operation, code(austria, '255')])).toEqual([]);
      expect(needs.codes.size).toBe('of' in values ? 0 : 1);
    }
  });

  it('checks a restored code like a new one', () => {
    const operation = restore(newId('ExternalCode'), { values: { of: austria, scheme: 'COW', value: '255' } });
    expect(problems([operation], register(germany, '255'))).toHaveLength(1);
  });
});

describe('no-duplicate-code, for changes of codes within a changeset', () => {
  it('allows the value of a retired code', () => {
    expect(problems([retire(existing), code(austria, '255')], register(germany, '255'))).toEqual([]);
  });

  it('allows the former value of a changed code', () => {
    const moved = update(existing, { value: '255' }, { value: '260' });
    expect(problems([moved, code(austria, '255')], register(germany, '255'))).toEqual([]);
  });

  it('allows the period that a shortened code leaves', () => {
    const shorter = update(existing, { validity: null }, period('../1945'));
    expect(problems([shorter, code(austria, '255', period('1990/..'))], register(germany, '255'))).toEqual([]);
    expect(problems([shorter, code(austria, '255', period('1940/..'))], register(germany, '255'))).toHaveLength(2);
  });

  it('refuses a value that another code has or gets', () => {
    const other = newId('ExternalCode');
    const context = contextOf({
      facts: {
        [existing]: { of: germany, scheme: 'COW', value: '255' },
        [other]: { of: austria, scheme: 'COW', value: '305' },
      },
    });
    expect(problems([update(existing, { value: '255' }, { value: '305' })], context)).toHaveLength(1);
    const both = [
      update(existing, { value: '255' }, { value: '260' }),
      update(other, { value: '305' }, { value: '260' }),
    ];
    expect(problems(both, context)).toHaveLength(2);
  });

  it('allows two codes to swap their values', () => {
    const other = newId('ExternalCode');
    const context = contextOf({
      facts: {
        [existing]: { of: germany, scheme: 'COW', value: '255' },
        [other]: { of: austria, scheme: 'COW', value: '305' },
      },
    });
    const swap = [
      update(existing, { value: '255' }, { value: '305' }),
      update(other, { value: '305' }, { value: '255' }),
    ];
    expect(problems(swap, context)).toEqual([]);
  });
});

describe('no-duplicate-code, needs', () => {
  it('the codes with the scheme and value of added and restored codes', () => {
    const needs = noNeeds();
    noDuplicateCode.needs(code(austria, '255'), needs);
    noDuplicateCode.needs(restore(existing, { values: { scheme: 'GW', value: '260' } }), needs);
    noDuplicateCode.needs(update(existing, { scheme: 'COW', value: '1' }, { scheme: 'GW', value: '2' }), needs);
    noDuplicateCode.needs(create('State', { name: 'Utopia' }), needs);
    expect([...needs.codes]).toEqual([codeKey('COW', '255'), codeKey('GW', '260'), codeKey('GW', '2')]);
    expect([...needs.facts]).toEqual([existing]);
  });
});
