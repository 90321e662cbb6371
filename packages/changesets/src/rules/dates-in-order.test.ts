import { newId, type Values } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import { noNeeds } from '../rule-context.ts';
import { adopt, cite, create, restore, retire, update } from '../testing/operations.ts';
import { problemsOf } from '../testing/problems-of.ts';
import { standing } from '../testing/register.ts';
import { datesInOrder } from './dates-in-order.ts';

const problems = problemsOf(datesInOrder);
const agreement = newId('Agreement');
const dates = (edtf: Readonly<Record<string, string>>): Values =>
  Object.fromEntries(Object.entries(edtf).map(([name, date]) => [name, { edtf: date }]));
const dated = (edtf: Readonly<Record<string, string>>) => create('Agreement', dates(edtf), { fact: agreement });

describe('dates-in-order', () => {
  it('dates that follow one another pass', () => {
    expect(problems([dated({ adopted: '2015-07', signed: '2015-07-14', entryIntoForce: '2016' })])).toEqual([]);
  });

  it('a date that is for certain before an earlier one is refused, in words', () => {
    const operation = dated({ signed: '2019-09-02', entryIntoForce: '2018' });
    expect(problems([operation])).toMatchObject([
      {
        code: 'dates-in-order',
        severity: 'error',
        fact: agreement,
        field: 'entryIntoForce',
        operation: operation.id,
        message: 'Entry into force (2018) is before Signed (2 September 2019).',
      },
    ]);
  });

  it.each([
    ['the same day', '2019-09-02', '2019-09-02'],
    ['a month and a day in it', '2019-09', '2019-09-01'],
    ['a day and the year in which it lies', '2019-09-02', '2019'],
    ['a decade and a year in it', '201X', '2010'],
    ['an interval and a day within', '2018/2020', '2019'],
    ['a date with an unknown beginning', '/2020', '2019'],
    ['a date with no beginning', '../2020', '1900'],
    ['a later date with an unknown end', '2019', '1900/'],
    ['a later date with no end', '2019', '1900/..'],
  ])('what cannot be told is not refused: %s', (_, signed, entryIntoForce) => {
    expect(problems([dated({ signed, entryIntoForce })])).toEqual([]);
  });

  it('a mark of doubt does not widen a date', () => {
    expect(problems([dated({ signed: '2019~', entryIntoForce: '2018?' })])).toHaveLength(1);
  });

  it('dates that are not next to each other in the chain are compared, whatever lies between', () => {
    expect(problems([dated({ adopted: '2019', entryIntoForce: '2018' })])).toHaveLength(1);
    expect(problems([dated({ adopted: '2019', signed: '2019', entryIntoForce: '2018', ended: '2017' })])).toMatchObject(
      [{ field: 'entryIntoForce' }, { field: 'ended' }],
    );
  });

  it('an absent or emptied date is in nobody’s way', () => {
    const operation = create('Agreement', {
      ...dates({ ended: '2018' }),
      signed: { absent: 'UNKNOWN' },
      adopted: null,
    });
    expect(problems([operation])).toEqual([]);
  });

  it('dates of types that have no order are not compared', () => {
    const operation = create('PartyAction', dates({ dateOfAct: '2019', dateOfEffect: '2018' }));
    expect(problems([operation])).toEqual([]);
  });

  it('a date that is set is compared with those that stand', () => {
    const known = standing({ facts: { [agreement]: dates({ signed: '2019' }) } });
    const operation = update(agreement, { ended: null }, dates({ ended: '2018' }));
    expect(problems([operation], known)).toMatchObject([{ field: 'ended', operation: operation.id }]);
    expect(problems([adopt(agreement, { ended: null }, dates({ ended: '2018' }), {})], known)).toHaveLength(1);
    expect(problems([update(agreement, { ended: null }, dates({ ended: '2020' }))], known)).toEqual([]);
  });

  it('an order that stands wrong is put right by moving either date', () => {
    const known = standing({ facts: { [agreement]: dates({ signed: '2019', ended: '2018' }) } });
    expect(problems([update(agreement, dates({ signed: '2019' }), dates({ signed: '2017' }))], known)).toEqual([]);
    expect(problems([update(agreement, dates({ signed: '2019' }), { signed: null })], known)).toEqual([]);
  });

  it('a restored fact is judged by the dates that come back with it', () => {
    expect(problems([restore(agreement, { values: dates({ signed: '2019', ended: '2018' }) })])).toHaveLength(1);
  });

  it('a fact that goes, is only cited or is not there has no order to keep', () => {
    const known = standing({ facts: { [agreement]: dates({ signed: '2019', ended: '2018' }) } });
    expect(problems([retire(agreement)], known)).toEqual([]);
    expect(problems([cite(agreement)], known)).toEqual([]);
    expect(problems([update(agreement, {}, dates({ signed: '2019', ended: '2018' }))])).toEqual([]);
  });

  it('a date that no longer can be read is left to the rule on values', () => {
    expect(problems([dated({ signed: 'last autumn', ended: '2018' })])).toEqual([]);
  });

  it('a fact is asked for where some of its dates stand', () => {
    const needs = noNeeds();
    datesInOrder.needs(update(agreement, {}, {}), needs);
    expect([...needs.facts]).toEqual([agreement]);
  });
});
