import { describe, expect, it } from '@jest/globals';
import { BadCursor, decodeCursor, encodeCursor, type KeyKind, keyValidators } from './cursor.ts';
import { orderOf } from './order.ts';

const byName = [
  { kind: 'text', nullable: false },
  { kind: 'text', nullable: false, prefix: 'st_' },
] as const;

describe('a cursor', () => {
  it('decodes to what was encoded', () => {
    const keys = ['“Å” 中国', 'st_1'];
    expect(decodeCursor(encodeCursor({ order: 'NAME_ASC', keys }), 'NAME_ASC', byName)).toEqual({
      order: 'NAME_ASC',
      keys,
    });
  });

  it('is rejected for another order, a wrong number of keys, or an id of another type', () => {
    const decode =
      (...keys: (string | null)[]) =>
      () =>
        decodeCursor(encodeCursor({ order: 'NAME_ASC', keys }), 'NAME_ASC', byName);
    expect(() => decodeCursor(encodeCursor({ order: 'NAME_DESC', keys: ['a', 'st_1'] }), 'NAME_ASC', byName)).toThrow(
      /order NAME_DESC.*order NAME_ASC/,
    );
    for (const wrong of [
      decode(),
      decode('a'),
      decode('a', 'st_1', 'b'),
      decode(null, 'st_1'),
      decode('a', 'org_1'),
      decode('a', 'st'),
    ])
      expect(wrong).toThrow(BadCursor);
    expect(decode('a', 'st_1')).not.toThrow();
  });

  it('accepts for each kind of key only values that a column of the kind can have', () => {
    const values: Record<KeyKind, [unknown[], unknown[]]> = {
      text: [
        ['', 'a', '👩‍👧'],
        [1, null, 'a\0', '\ud800', ['a']],
      ],
      integer: [
        [0, -5, 2 ** 31 - 1],
        [1.5, 2 ** 31, '1', null],
      ],
      number: [
        [0.5, -1e9],
        [Number.NaN, Number.POSITIVE_INFINITY, '1'],
      ],
      boolean: [
        [true, false],
        [0, 'true', null],
      ],
      date: [
        ['2019-02-28', '0001-01-01', 'infinity', '-infinity'],
        ['2019-02-29', '2019', '0000-12-31', '+infinity', 'now', 20190228],
      ],
    };
    for (const [kind, [good, bad]] of Object.entries(values) as [KeyKind, [unknown[], unknown[]]][]) {
      expect(good.filter((value) => !keyValidators[kind](value))).toEqual([]);
      expect(bad.filter((value) => keyValidators[kind](value))).toEqual([]);
    }
  });
});

describe('an order', () => {
  it('ends with the id, so that the position of each row is unique', () => {
    const shape = (name: string) =>
      orderOf('Membership', name).keys.map((key) => [key.sql('m'), key.kind, key.nullable]);
    expect(shape('ID_ASC')).toEqual([['m."id"', 'text', false]]);
    expect(shape('STATUS_DESC')).toEqual([
      ['m."status"', 'text', false],
      ['m."id"', 'text', false],
    ]);
    expect(shape('VALIDITY_ASC')).toEqual([
      ['m."validity_earliest"', 'date', true],
      ['m."id"', 'text', false],
    ]);
    expect([orderOf('Membership', 'STATUS_DESC').descending, orderOf('Membership', 'STATUS_ASC').descending]).toEqual([
      true,
      false,
    ]);
  });

  it('by a date of the linked fact uses the copy in the row of the link', () => {
    const [key] = orderOf('PartyAction', 'AGREEMENT_SIGNED_ASC').keys;
    expect(key?.sql('p')).toMatch(/^p\."agreement_signed/);
    expect(key?.nullable).toBe(true);
  });

  it('that is not in the codebook throws', () => {
    expect(() => orderOf('State', 'COLOUR_ASC')).toThrow('State has no order COLOUR');
  });
});
