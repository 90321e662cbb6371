import { describe, expect, it } from '@jest/globals';
import { isAbsence, sameValue } from './values.ts';

describe('sameValue', () => {
  it('is true for equal values', () => {
    for (const value of [
      'a',
      '',
      0,
      -2.5,
      true,
      false,
      null,
      ['AIR', 'SEA'],
      { edtf: '2019' },
      { absent: 'NONE' as const },
    ])
      expect(sameValue(value, structuredClone(value))).toBe(true);
    expect(sameValue({ edtf: '2019', basis: 'STATED' }, { basis: 'STATED', edtf: '2019' })).toBe(true);
    expect(sameValue({ latitude: 1, longitude: 2 }, { longitude: 2, latitude: 1 })).toBe(true);
    expect(sameValue(0, -0)).toBe(true);
  });

  it('is true for null and undefined', () => {
    expect(sameValue(undefined, null)).toBe(true);
    expect(sameValue(undefined, undefined)).toBe(true);
  });

  it('is false for different values', () => {
    expect(sameValue('1', 1)).toBe(false);
    expect(sameValue('', null)).toBe(false);
    expect(sameValue(false, null)).toBe(false);
    expect(sameValue(0, null)).toBe(false);
    expect(sameValue(['AIR', 'SEA'], ['SEA', 'AIR'])).toBe(false);
    expect(sameValue(['AIR'], 'AIR')).toBe(false);
    expect(sameValue({ edtf: '2019' }, { edtf: '2019', basis: 'STATED' })).toBe(false);
    expect(sameValue({ edtf: '2019' }, { edtf: '2019~' })).toBe(false);
    expect(sameValue({ edtf: '2019' }, '2019')).toBe(false);
    expect(sameValue({ absent: 'NONE' }, { absent: 'UNKNOWN' })).toBe(false);
    expect(sameValue({ absent: 'NONE' }, null)).toBe(false);
  });
});

it('isAbsence is true for absences only', () => {
  expect(isAbsence({ absent: 'UNKNOWN' })).toBe(true);
  for (const value of [undefined, null, 'absent', 0, false, ['absent'], { edtf: '2019' }])
    expect(isAbsence(value)).toBe(false);
});
