import { newId, type Values } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import { check } from '../check.ts';
import { outlineOf } from '../outline.ts';
import { codeKey, noNeeds } from '../rule-context.ts';
import { create, restore, retire, update } from '../testing/operations.ts';
import { problemsOf } from '../testing/problems-of.ts';
import { standing } from '../testing/register.ts';
import { noDuplicateCode } from './no-duplicate-code.ts';

const problems = problemsOf(noDuplicateCode);
const [germany, austria] = [newId('State'), newId('State')];
const period = (edtf: string): Values => ({ validity: { edtf } });
const code = (of: string, value: string, rest: Values = {}) =>
  create('ExternalCode', { of, scheme: 'COW', value, ...rest });
const stands = newId('ExternalCode');
const register = (of: string, value: string, rest: Values = {}) =>
  standing({ facts: { [stands]: { of, scheme: 'COW', value, ...rest } } });

describe('a new code', () => {
  it('stands for one fact only: a code that another fact has is refused', () => {
    const operation = code(austria, '255');
    expect(problems([operation], register(germany, '255'))).toMatchObject([
      {
        code: 'no-duplicate-code',
        severity: 'error',
        fact: operation.fact,
        field: 'value',
        operation: operation.id,
        message: expect.stringMatching(new RegExp(`^COW 255 already stands for what ${germany} is called`)),
      },
    ]);
  });

  it('may have the letters of a code of another scheme', () => {
    expect(problems([code(austria, 'AUS', { scheme: 'ISO_A3' })], register(germany, 'AUS'))).toEqual([]);
  });

  it('may have the value of a code of its scheme when the two periods do not touch', () => {
    const known = register(germany, '255', period('1871/1945'));
    expect(problems([code(austria, '255', period('1990/..'))], known)).toEqual([]);
    expect(problems([code(austria, '255', period('1945/..'))], known)).toHaveLength(1);
  });

  it('may not share a single day with another', () => {
    const known = register(germany, '255', period('1990-10-03'));
    expect(problems([code(austria, '255', period('1871/1990-10-03'))], known)).toHaveLength(1);
    expect(problems([code(austria, '255', period('1990-10-03/..'))], known)).toHaveLength(1);
    expect(problems([code(austria, '255', period('1871/1990-10-02'))], known)).toEqual([]);
    expect(problems([code(austria, '255', period('1990-10-04/..'))], known)).toEqual([]);
  });

  it.each(['../1990', '/1990'])('of the period %s reaches back without end', (edtf) => {
    expect(problems([code(austria, '255', period(edtf))], register(germany, '255', period('1871')))).toHaveLength(1);
    expect(problems([code(austria, '255', period(edtf))], register(germany, '255', period('1991')))).toEqual([]);
  });

  it.each(['1990/..', '1990/'])('of the period %s reaches on without end', (edtf) => {
    expect(problems([code(austria, '255', period(edtf))], register(germany, '255', period('2100')))).toHaveLength(1);
    expect(problems([code(austria, '255', period(edtf))], register(germany, '255', period('1989')))).toEqual([]);
  });

  it('without a period, or with one that is absent, stands for ever', () => {
    expect(problems([code(austria, '255')], register(germany, '255', period('1871')))).toHaveLength(1);
    const unknown = { validity: { absent: 'UNKNOWN' as const } };
    expect(problems([code(austria, '255', unknown)], register(germany, '255', period('1871')))).toHaveLength(1);
  });

  it('may not come twice in one changeset, and each of the two says so', () => {
    expect(problems([code(germany, '255'), code(austria, '255')])).toHaveLength(2);
  });

  it('that a part of the changeset brings is seen from another part', () => {
    const [one, other] = [code(germany, '255'), code(austria, '255')];
    const outline = outlineOf([one, other]);
    expect(check([one], standing(), outline, [noDuplicateCode]).problems).toHaveLength(1);
  });

  it('that lacks an end, its scheme or its value is left to the rule that asks for them', () => {
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

  it('that comes back from retirement is as new', () => {
    const operation = restore(newId('ExternalCode'), { values: { of: austria, scheme: 'COW', value: '255' } });
    expect(problems([operation], register(germany, '255'))).toHaveLength(1);
  });
});

describe('a code that moves within a changeset', () => {
  it('frees its value by retirement', () => {
    expect(problems([retire(stands), code(austria, '255')], register(germany, '255'))).toEqual([]);
  });

  it('frees its value by taking another', () => {
    const moved = update(stands, { value: '255' }, { value: '260' });
    expect(problems([moved, code(austria, '255')], register(germany, '255'))).toEqual([]);
  });

  it('frees part of its time by a shorter period', () => {
    const shorter = update(stands, { validity: null }, period('../1945'));
    expect(problems([shorter, code(austria, '255', period('1990/..'))], register(germany, '255'))).toEqual([]);
    expect(problems([shorter, code(austria, '255', period('1940/..'))], register(germany, '255'))).toHaveLength(2);
  });

  it('takes no value that another has or gets', () => {
    const other = newId('ExternalCode');
    const known = standing({
      facts: {
        [stands]: { of: germany, scheme: 'COW', value: '255' },
        [other]: { of: austria, scheme: 'COW', value: '305' },
      },
    });
    expect(problems([update(stands, { value: '255' }, { value: '305' })], known)).toHaveLength(1);
    const both = [
      update(stands, { value: '255' }, { value: '260' }),
      update(other, { value: '305' }, { value: '260' }),
    ];
    expect(problems(both, known)).toHaveLength(2);
  });

  it('may swap its value with another', () => {
    const other = newId('ExternalCode');
    const known = standing({
      facts: {
        [stands]: { of: germany, scheme: 'COW', value: '255' },
        [other]: { of: austria, scheme: 'COW', value: '305' },
      },
    });
    const swap = [
      update(stands, { value: '255' }, { value: '305' }),
      update(other, { value: '305' }, { value: '255' }),
    ];
    expect(problems(swap, known)).toEqual([]);
  });
});

describe('what is asked of the register', () => {
  it('the codes with the scheme and value of what is brought or restored', () => {
    const needs = noNeeds();
    noDuplicateCode.needs(code(austria, '255'), needs);
    noDuplicateCode.needs(restore(stands, { values: { scheme: 'GW', value: '260' } }), needs);
    noDuplicateCode.needs(update(stands, { scheme: 'COW', value: '1' }, { scheme: 'GW', value: '2' }), needs);
    noDuplicateCode.needs(create('State', { name: 'Utopia' }), needs);
    expect([...needs.codes]).toEqual([codeKey('COW', '255'), codeKey('GW', '260'), codeKey('GW', '2')]);
    expect([...needs.facts]).toEqual([stands]);
  });
});
