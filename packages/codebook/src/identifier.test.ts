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

describe.each(typeNames)('an id of a %s', (type) => {
  it('is one of its type and of no other', () => {
    const id = newId(type);
    expect(typeNames.filter((other) => isId(id, other))).toEqual([type]);
    expect(new RegExp(idPatternSource(prefixOf(type))).test(id)).toBe(true);
  });

  it('names its type, if the type is one of facts', () => {
    expect(factTypeOfId(newId(type))).toBe(type === 'Citation' ? undefined : type);
  });

  it('is made of a UUID, the same each time', () => {
    expect(idFromUuid(type, uuid)).toBe(idFromUuid(type, uuid));
    expect(isId(idFromUuid(type, uuid), type)).toBe(true);
    for (const extreme of ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'])
      expect(isId(idFromUuid(type, extreme), type)).toBe(true);
  });
});

describe.each(Object.keys(deskPrefixes) as (keyof typeof deskPrefixes)[])('an id of the desk: %s', (kind) => {
  it('is one of its kind, and of no other and no type', () => {
    const id = newDeskId(kind);
    for (const other of Object.keys(deskPrefixes) as (keyof typeof deskPrefixes)[])
      expect(isDeskId(id, other)).toBe(other === kind);
    expect(typeNames.some((type) => isId(id, type))).toBe(false);
    expect(factTypeOfId(id)).toBeUndefined();
  });
});

describe('ids', () => {
  it('are new each time', () => {
    expect(new Set(Array.from({ length: 1_000 }, () => newId('State'))).size).toBe(1_000);
  });

  it('sort by the time they were made', async () => {
    const first = newId('State');
    await new Promise((resolve) => setTimeout(resolve, 3));
    expect(first < newId('State')).toBe(true);
  });

  it('that are no more than alike are refused', () => {
    const id = idFromUuid('State', uuid);
    const tail = id.slice(3);
    const alike = [
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
    for (const value of [...alike, ...misspelt]) {
      expect(isId(value, 'State')).toBe(false);
      expect(factTypeOfId(value)).toBeUndefined();
    }
    expect(factTypeNames.filter((type) => isId(id, type))).toEqual(['State']);
  });

  it('are not made of what is no UUID', () => {
    // The library reads any text, and would give the first two of these one id.
    for (const text of ['zzzz', '', 'not a uuid', uuid.replaceAll('-', ''), ` ${uuid}`, `{${uuid}}`])
      expect(() => idFromUuid('State', text)).toThrow(/is no UUID/);
    expect(idFromUuid('State', uuid.toUpperCase())).toBe(idFromUuid('State', uuid));
  });
});
