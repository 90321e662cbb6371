import { newId, type Values } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import { noNeeds } from '../rule-context.ts';
import { adopt, cite, create, restore, retire, update } from '../testing/operations.ts';
import { problemsOf } from '../testing/problems-of.ts';
import { contextOf } from '../testing/register.ts';
import { datesInOrder } from './dates-in-order.ts';

const problems = problemsOf(datesInOrder);
const agreement = newId('Agreement');
const dates = (edtf: Readonly<Record<string, string>>): Values =>
  Object.fromEntries(Object.entries(edtf).map(([name, date]) => [name, { edtf: date }]));
const dated = (edtf: Readonly<Record<string, string>>) => create('Agreement', dates(edtf), { fact: agreement });

describe('dates-in-order', () => {
  it('allows dates in order', () => {
    expect(problems([dated({ adopted: '2015-07', signed: '2015-07-14', entryIntoForce: '2016' })])).toEqual([]);
  });

  it('refuses a date that is certainly before an earlier one, with a message', () => {
    const operation = dated({ signed: '2019-09-02', entryIntoForce: '2018' });
    expect(problems([operation])).toMatchObject([
      {
        code: 'dates-in-order',
        severity: 'error',
        fact: agreement,
        field: 'entryIntoForce',
        operation: operation.id,
        message: 'Entry into force (2018) is before Signed (2 September 2019). Correct one of the two dates.',
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
  ])('allows dates whose order is uncertain: %s', (_, signed, entryIntoForce) => {
    expect(problems([dated({ signed, entryIntoForce })])).toEqual([]);
  });

  it('does not widen a date with a mark of doubt', () => {
    expect(problems([dated({ signed: '2019~', entryIntoForce: '2018?' })])).toHaveLength(1);
  });

  it('compares dates that are not adjacent in the chronology', () => {
    expect(problems([dated({ adopted: '2019', entryIntoForce: '2018' })])).toHaveLength(1);
    expect(problems([dated({ adopted: '2019', signed: '2019', entryIntoForce: '2018', ended: '2017' })])).toMatchObject(
      [{ field: 'entryIntoForce' }, { field: 'ended' }],
    );
  });

  it('ignores absent and emptied dates', () => {
    const operation = create('Agreement', {
      ...dates({ ended: '2018' }),
      signed: { absent: 'UNKNOWN' },
      adopted: null,
    });
    expect(problems([operation])).toEqual([]);
  });

  it('does not compare dates of types without a chronology', () => {
    const operation = create('PartyAction', dates({ dateOfAct: '2019', dateOfEffect: '2018' }));
    expect(problems([operation])).toEqual([]);
  });

  it('compares a set date with the existing ones', () => {
    const context = contextOf({ facts: { [agreement]: dates({ signed: '2019' }) } });
    const operation = update(agreement, { ended: null }, dates({ ended: '2018' }));
    expect(problems([operation], context)).toMatchObject([{ field: 'ended', operation: operation.id }]);
    expect(problems([adopt(agreement, { ended: null }, dates({ ended: '2018' }), {})], context)).toHaveLength(1);
    expect(problems([update(agreement, { ended: null }, dates({ ended: '2020' }))], context)).toEqual([]);
  });

  it('allows correcting a wrong order by changing either date', () => {
    const context = contextOf({ facts: { [agreement]: dates({ signed: '2019', ended: '2018' }) } });
    expect(problems([update(agreement, dates({ signed: '2019' }), dates({ signed: '2017' }))], context)).toEqual([]);
    expect(problems([update(agreement, dates({ signed: '2019' }), { signed: null })], context)).toEqual([]);
  });

  it('checks a restored fact with its restored dates', () => {
    expect(problems([restore(agreement, { values: dates({ signed: '2019', ended: '2018' }) })])).toHaveLength(1);
  });

  it('does not check facts that are retired, only cited or missing', () => {
    const context = contextOf({ facts: { [agreement]: dates({ signed: '2019', ended: '2018' }) } });
    expect(problems([retire(agreement)], context)).toEqual([]);
    expect(problems([cite(agreement)], context)).toEqual([]);
    expect(problems([update(agreement, {}, dates({ signed: '2019', ended: '2018' }))])).toEqual([]);
  });

  it('leaves a date that does not parse to known-values', () => {
    expect(problems([dated({ signed: 'last autumn', ended: '2018' })])).toEqual([]);
  });

  it('needs the fact where only some of its dates are set', () => {
    const needs = noNeeds();
    datesInOrder.needs(update(agreement, {}, {}), needs);
    expect([...needs.facts]).toEqual([agreement]);
  });
});
