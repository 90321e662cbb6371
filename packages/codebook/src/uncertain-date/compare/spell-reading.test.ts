import { describe, expect, it } from '@jest/globals';
import { parseUncertainDate } from '../parse-uncertain-date.ts';
import { type SpellBounds, spellReadingOn } from './spell-reading.ts';

const nothing = { earliest: null, latest: null, startLatest: null, endEarliest: null };

function spell(edtf: string | null, attestedUntil: string | null): SpellBounds {
  const parsed = parseUncertainDate(edtf ?? '2000');
  if (!parsed.ok) throw new Error(parsed.problem);
  return { ...(edtf === null ? nothing : parsed.date), attestedUntil };
}

describe('the inner bounds of a spell', () => {
  it.each([
    ['1971/1975', '1971-12-31', '1975-01-01'],
    ['1971-02/..', '1971-02-28', 'infinity'],
    ['1971/', '1971-12-31', null],
    ['../1975', '-infinity', '1975-01-01'],
    ['/1975', null, '1975-01-01'],
    ['1971', '1971-12-31', '1971-01-01'],
    ['1971-03-04', '1971-03-04', '1971-03-04'],
    ['[1971,1975]', '1975-12-31', '1971-01-01'],
    ['{1971..}', 'infinity', '1971-01-01'],
    ['XXXX/..', null, 'infinity'],
  ])('for %s: starts no later than %s, ends no earlier than %s', (edtf, startLatest, endEarliest) => {
    expect(parseUncertainDate(edtf)).toMatchObject({ ok: true, date: { startLatest, endEarliest } });
  });
});

describe('spellReadingOn', () => {
  it.each([
    ['1971/1975', null, '1970-12-31', 'NO'],
    ['1971/1975', null, '1971-06-01', 'POSSIBLE'],
    ['1971/1975', null, '1971-12-31', 'CERTAIN'],
    ['1971/1975', null, '1975-01-01', 'CERTAIN'],
    ['1971/1975', null, '1975-01-02', 'POSSIBLE'],
    ['1971/1975', null, '1976-01-01', 'NO'],
    ['1971/..', '2014-12-31', '2014-12-31', 'CERTAIN'],
    ['1971/..', '2014-12-31', '2015-01-01', 'PRESUMED'],
    ['1971/..', null, '2015-01-01', 'PRESUMED'],
    ['1971/..', 'infinity', '2015-01-01', 'CERTAIN'],
    ['1971/', '2014-12-31', '2014-12-31', 'CERTAIN'],
    ['1971/', '2014-12-31', '2015-01-01', 'LAST_RECORDED'],
    ['1971/', null, '1971-12-31', 'LAST_RECORDED'],
    ['1971/', '2014-12-31', '1971-12-30', 'POSSIBLE'],
    ['/1975', null, '1960-01-01', 'POSSIBLE'],
    ['/1975', null, '1976-01-01', 'NO'],
    ['../1975', null, '1960-01-01', 'CERTAIN'],
    ['../..', null, '1960-01-01', 'PRESUMED'],
    ['2019-09-02', null, '2019-09-02', 'CERTAIN'],
    ['2019-09', null, '2019-09-02', 'POSSIBLE'],
    ['{1971,1975}', null, '1973-01-01', 'POSSIBLE'],
    ['XXXX', null, '1973-01-01', 'UNSTATED'],
    [null, '2019-09-30', '2019-09-02', 'UNSTATED'],
  ])('reads %s, attested until %s, on %s as %s', (edtf, attestedUntil, on, reading) => {
    expect(spellReadingOn(spell(edtf, attestedUntil), on)).toBe(reading);
  });

  it('uses the attested days if no period is stated', () => {
    const seen = { ...nothing, startLatest: '2019-09-01', attestedUntil: '2019-09-30' };
    const on = (day: string) => spellReadingOn(seen, day);
    expect([on('2019-08-31'), on('2019-09-02'), on('2019-10-01')]).toEqual(['POSSIBLE', 'CERTAIN', 'LAST_RECORDED']);
  });
});
