import { describe, expect, it } from '@jest/globals';
import { BadCursor, decodeCursor, encodeCursor, type KeyKind, keyKinds } from './cursor.ts';
import { orderOf } from './order.ts';

const byName = [
  { kind: 'text', nullable: false },
  { kind: 'text', nullable: false, prefix: 'st_' },
] as const;

describe('a cursor', () => {
  it('comes back as it went out', () => {
    const keys = ['“Å” 中国', 'st_1'];
    expect(decodeCursor(encodeCursor({ order: 'NAME_ASC', keys }), 'NAME_ASC', byName)).toEqual({
      order: 'NAME_ASC',
      keys,
    });
  });

  it('is refused in another order, with too few or too many keys, and with an id of another type', () => {
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

  it('holds for each kind of key only what a column of the kind can hold', () => {
    const fits: Record<KeyKind, [unknown[], unknown[]]> = {
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
    for (const [kind, [good, bad]] of Object.entries(fits) as [KeyKind, [unknown[], unknown[]]][]) {
      expect(good.filter((value) => !keyKinds[kind](value))).toEqual([]);
      expect(bad.filter((value) => keyKinds[kind](value))).toEqual([]);
    }
  });
});

describe('an order', () => {
  it('ends with the id, so that no two rows stand at one place', () => {
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

  it('by a date carried over from the other end reads the copy in the link’s own row', () => {
    const [key] = orderOf('PartyAction', 'AGREEMENT_SIGNED_ASC').keys;
    expect(key?.sql('p')).toMatch(/^p\."agreement_signed/);
    expect(key?.nullable).toBe(true);
  });

  it('that the codebook does not have is a bug', () => {
    expect(() => orderOf('State', 'COLOUR_ASC')).toThrow('State has no order COLOUR');
  });
});
