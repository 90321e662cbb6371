import { describe, expect, it } from '@jest/globals';
import { factFields, fieldsOf, typeNames } from '../codebook.ts';
import {
  boolean,
  code,
  type Field,
  integer,
  inverse,
  languageName,
  link,
  longText,
  manyOf,
  number,
  oneOf,
  point,
  text,
  uncertainDate,
  url,
} from '../field.ts';
import { newId } from '../identifier.ts';
import { parseUncertainDate } from '../uncertain-date/index.ts';
import { codeStatus } from '../value-lists/codes.ts';
import {
  carriedColumn,
  columnsOf,
  fromColumns,
  snakeCase,
  sortColumnOf,
  tableOf,
  toColumns,
  valuesFromRows,
} from './columns.ts';
import { type FieldKind, fieldKinds } from './field-kind.ts';
import type { FieldValue } from './values.ts';

const said: [label: string, description: string] = ['It', 'It.'];
const fields: Record<FieldKind, Field> = {
  text: text(...said),
  longText: longText(...said),
  integer: integer(...said),
  number: number(...said),
  boolean: boolean(...said),
  uncertainDate: uncertainDate(...said),
  oneOf: oneOf(codeStatus, ...said),
  manyOf: manyOf(codeStatus, ...said),
  link: link('Fact', ...said, { inverse: inverse('backs', ...said) }),
  code: code(...said),
  url: url(...said),
  name: languageName(...said),
  point: point(...said),
};
const values: Record<FieldKind, readonly FieldValue[]> = {
  text: ['Tehran', '__proto__', 'null'],
  longText: ['One.\nTwo.'],
  integer: [0, -1, 2 ** 31 - 1],
  number: [0, -2.5, 1e300],
  boolean: [true, false],
  uncertainDate: [
    { edtf: '2019-09~' },
    { edtf: '../2019', basis: 'STATED' },
    { edtf: '/2019', note: 'before the war' },
    { edtf: '[2018,2019]', basis: 'INFERRED', note: 'one of the two' },
  ],
  oneOf: ['OFFICIAL'],
  manyOf: [['OFFICIAL'], ['OFFICIAL', 'WITHDRAWN']],
  link: [newId('State')],
  code: ['076'],
  url: ['https://example.org/'],
  name: [{ text: 'ایران', language: 'fa' }],
  point: [
    { latitude: 0, longitude: 0 },
    { latitude: -90, longitude: 180 },
  ],
};

describe.each(fieldKinds)('the columns of a field of the kind %s', (kind) => {
  const field = fields[kind];

  it('hold its values, and give them back', () => {
    for (const value of values[kind]) expect(fromColumns('it', field, toColumns('it', field, value))).toEqual(value);
  });

  it('are those that a row has, in the order in which they are stated', () => {
    for (const value of values[kind])
      expect(Object.keys(toColumns('someField', field, value))).toEqual(
        columnsOf('someField', field).map(({ name }) => name),
      );
  });

  it('are all empty where there is nothing, or where it is said that there is nothing', () => {
    for (const value of [null, { absent: 'UNKNOWN' }, { absent: 'NONE' }] as const) {
      const columns = toColumns('it', field, value);
      expect(Object.values(columns)).toEqual(Object.values(columns).map(() => null));
      expect(Object.keys(columns).length).toBeGreaterThan(0);
      expect(fromColumns('it', field, columns)).toBeNull();
    }
    expect(fromColumns('it', field, {})).toBeNull();
  });

  it('begin with the name of the field in snake case, and each says its part', () => {
    for (const { name, part } of columnsOf('deFactoController', field))
      expect(name).toBe(part === '' ? 'de_facto_controller' : `de_facto_controller_${part}`);
  });

  it('are sorted by one of them', () => {
    expect(columnsOf('it', field)).toContainEqual(sortColumnOf('it', field));
  });
});

describe('the columns of a date', () => {
  it('hold its bounds beside its EDTF: days, open ends as infinity, unknown ends as nothing', () => {
    const bounds = (edtf: string) => {
      const { it_earliest: earliest, it_latest: latest } = toColumns('it', fields.uncertainDate, { edtf });
      return [earliest, latest];
    };
    expect(bounds('2019-09')).toEqual(['2019-09-01', '2019-09-30']);
    expect(bounds('2019/..')).toEqual(['2019-01-01', 'infinity']);
    expect(bounds('../2019')).toEqual(['-infinity', '2019-12-31']);
    expect(bounds('2019/')).toEqual(['2019-01-01', null]);
    expect(bounds('/2019')).toEqual([null, '2019-12-31']);
  });

  it('hold the EDTF in its one spelling', () => {
    expect(toColumns('it', fields.uncertainDate, { edtf: '~2019' })).toMatchObject({ it_edtf: '2019~' });
    expect(parseUncertainDate('2019~').ok).toBe(true);
  });

  it('do not take a date that cannot be read: it was parsed before, so this is a bug', () => {
    expect(() => toColumns('it', fields.uncertainDate, { edtf: 'last autumn' })).toThrow(/^last autumn: /);
  });
});

describe('the column by which a field is sorted', () => {
  it('is the earliest bound of a date, the text of a name, else the value itself', () => {
    expect(sortColumnOf('signed', fields.uncertainDate).name).toBe('signed_earliest');
    expect(sortColumnOf('name', fields.name).name).toBe('name_text');
    expect(sortColumnOf('title', fields.text).name).toBe('title');
    expect(sortColumnOf('member', fields.link).name).toBe('member_id');
  });

  it('is copied into a column of its own', () => {
    expect(carriedColumn('agreementSigned')).toEqual({
      name: 'agreement_signed_earliest',
      sqlType: 'date',
      part: 'earliest',
    });
  });
});

it.each([
  ['name', 'name'],
  ['entryIntoForce', 'entry_into_force'],
  ['PartyAction', 'party_action'],
  ['isoA2Code', 'iso_a2_code'],
])('%s is %s in snake case', (camel, snake) => {
  expect(snakeCase(camel)).toBe(snake);
});

it('a type has a table in the singular', () => {
  expect([tableOf('ExerciseSeries'), tableOf('Follows'), tableOf('State')]).toEqual([
    'exercise_series',
    'follows',
    'state',
  ]);
});

describe('the values of a fact from its rows', () => {
  const row = {
    id: newId('Place'),
    name: 'Gibraltar',
    place_type: 'REGION',
    position_latitude: 36.1,
    position_longitude: -5.3,
    country_id: null,
  };

  it('are its fields that hold something, with the common ones from the row in the identity table', () => {
    const factRow = { id: row.id, label: 'Gibraltar', evidence_status: 'DISPUTED', note: null };
    expect(valuesFromRows('Place', row, factRow)).toEqual({
      name: 'Gibraltar',
      placeType: 'REGION',
      position: { latitude: 36.1, longitude: -5.3 },
      evidenceStatus: 'DISPUTED',
    });
  });

  it('have its absences', () => {
    const absences = { country: 'NONE', summary: 'UNKNOWN' };
    expect(valuesFromRows('Place', row, { absences })).toMatchObject({
      country: { absent: 'NONE' },
      summary: { absent: 'UNKNOWN' },
    });
  });

  it('of a citation are all in its own row, its note too', () => {
    expect(valuesFromRows('Citation', { note: 'Of the citation.' }, { note: 'Of the fact.' })).toEqual({
      note: 'Of the citation.',
    });
    expect(valuesFromRows('State', { note: 'no column' }, { note: 'Of the fact.' })).toEqual({ note: 'Of the fact.' });
  });

  it.each(typeNames)('of a %s come back whole', (type) => {
    const written: Record<string, FieldValue> = {};
    const [own, fact]: Record<string, unknown>[] = [{}, {}];
    for (const [name, field] of Object.entries(fieldsOf(type))) {
      const [value = null] = values[field.kind];
      written[name] = value;
      const common = type !== 'Citation' && name in factFields;
      Object.assign((common ? fact : own) ?? {}, toColumns(name, field, value));
    }
    expect(valuesFromRows(type, own ?? {}, fact)).toEqual(written);
  });
});
