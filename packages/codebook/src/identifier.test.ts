import { describe, expect, it } from '@jest/globals';
import { factTypeNames, typeNames } from './codebook.ts';
import {
  deskPrefixes,
  factTypeOfId,
  idFromUuid,
  idPatternSource,
  isDeskId,
  isId,
  newDeskId,
  newId,
  prefixOf,
} from './identifier.ts';

const uuid = '018f3c5e-9b1a-7c3d-8e2f-0123456789ab';

describe.each(typeNames)('ids of %s', (type) => {
  it('are ids of this type and of no other', () => {
    const id = newId(type);
    expect(typeNames.filter((other) => isId(id, other))).toEqual([type]);
    expect(new RegExp(idPatternSource(prefixOf(type))).test(id)).toBe(true);
  });

  it('name their type if it is a fact type', () => {
    expect(factTypeOfId(newId(type))).toBe(type === 'Citation' ? undefined : type);
  });

  it('are the same each time for a UUID', () => {
    expect(idFromUuid(type, uuid)).toBe(idFromUuid(type, uuid));
    expect(isId(idFromUuid(type, uuid), type)).toBe(true);
    for (const extreme of ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'])
      expect(isId(idFromUuid(type, extreme), type)).toBe(true);
  });
});

describe.each(Object.keys(deskPrefixes) as (keyof typeof deskPrefixes)[])('desk ids: %s', (kind) => {
  it('are ids of this kind and of no other kind or type', () => {
    const id = newDeskId(kind);
    for (const other of Object.keys(deskPrefixes) as (keyof typeof deskPrefixes)[])
      expect(isDeskId(id, other)).toBe(other === kind);
    expect(typeNames.some((type) => isId(id, type))).toBe(false);
    expect(factTypeOfId(id)).toBeUndefined();
  });
});

describe('ids', () => {
  it('are unique', () => {
    expect(new Set(Array.from({ length: 1_000 }, () => newId('State'))).size).toBe(1_000);
  });

  it('sort by creation time', async () => {
    const first = newId('State');
    await new Promise((resolve) => setTimeout(resolve, 3));
    expect(first < newId('State')).toBe(true);
  });

  it('are rejected if they are malformed', () => {
    const id = idFromUuid('State', uuid);
    const tail = id.slice(3);
    const similar = [
      '',
      'st_',
      tail,
      `st${tail}`,
      `ST_${tail}`,
      `st_${tail.toUpperCase()}`,
      ` ${id}`,
      `${id} `,
      `${id}\n`,
      `${id}0`,
      id.slice(0, -1),
      `x${id}`,
    ];
    const misspelt = [
      `st_8${tail.slice(1)}`,
      `st_${tail.slice(0, -1)}i`,
      `st_${tail.slice(0, -1)}é`,
      `st__${tail.slice(1)}`,
      uuid,
      '__proto__',
      'constructor_x',
    ];
    for (const value of [...similar, ...misspelt]) {
      expect(isId(value, 'State')).toBe(false);
      expect(factTypeOfId(value)).toBeUndefined();
    }
    expect(factTypeNames.filter((type) => isId(id, type))).toEqual(['State']);
  });

  it('are not made from a text that is not a UUID', () => {
    // The library accepts any text and would return the same id for the first two.
    for (const text of ['zzzz', '', 'not a uuid', uuid.replaceAll('-', ''), ` ${uuid}`, `{${uuid}}`])
      expect(() => idFromUuid('State', text)).toThrow(/is not a UUID/);
    expect(idFromUuid('State', uuid.toUpperCase())).toBe(idFromUuid('State', uuid));
  });
});
