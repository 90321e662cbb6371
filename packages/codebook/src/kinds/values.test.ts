import { describe, expect, it } from '@jest/globals';
import { isAbsence, isSameValue } from './values.ts';

describe('isSameValue', () => {
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
      expect(isSameValue(value, structuredClone(value))).toBe(true);
    expect(isSameValue({ edtf: '2019', basis: 'STATED' }, { basis: 'STATED', edtf: '2019' })).toBe(true);
    expect(isSameValue({ latitude: 1, longitude: 2 }, { longitude: 2, latitude: 1 })).toBe(true);
    expect(isSameValue(0, -0)).toBe(true);
  });

  it('is true for null and undefined', () => {
    expect(isSameValue(undefined, null)).toBe(true);
    expect(isSameValue(undefined, undefined)).toBe(true);
  });

  it('is false for different values', () => {
    expect(isSameValue('1', 1)).toBe(false);
    expect(isSameValue('', null)).toBe(false);
    expect(isSameValue(false, null)).toBe(false);
    expect(isSameValue(0, null)).toBe(false);
    expect(isSameValue(['AIR', 'SEA'], ['SEA', 'AIR'])).toBe(false);
    expect(isSameValue(['AIR'], 'AIR')).toBe(false);
    expect(isSameValue({ edtf: '2019' }, { edtf: '2019', basis: 'STATED' })).toBe(false);
    expect(isSameValue({ edtf: '2019' }, { edtf: '2019~' })).toBe(false);
    expect(isSameValue({ edtf: '2019' }, '2019')).toBe(false);
    expect(isSameValue({ absent: 'NONE' }, { absent: 'UNKNOWN' })).toBe(false);
    expect(isSameValue({ absent: 'NONE' }, null)).toBe(false);
  });
});

it('isAbsence is true for absences only', () => {
  expect(isAbsence({ absent: 'UNKNOWN' })).toBe(true);
  for (const value of [undefined, null, 'absent', 0, false, ['absent'], { edtf: '2019' }])
    expect(isAbsence(value)).toBe(false);
});
