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

const words: [label: string, description: string] = ['It', 'It.'];
const fields: Record<FieldKind, Field> = {
  text: text(...words),
  longText: longText(...words),
  integer: integer(...words),
  number: number(...words),
  boolean: boolean(...words),
  uncertainDate: uncertainDate(...words),
  oneOf: oneOf(codeStatus, ...words),
  manyOf: manyOf(codeStatus, ...words),
  link: link('Fact', ...words, { inverse: inverse('backs', ...words) }),
  code: code(...words),
  url: url(...words),
  name: languageName(...words),
  point: point(...words),
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

describe.each(fieldKinds)('columns of the kind %s', (kind) => {
  const field = fields[kind];

  it('store values and return them unchanged', () => {
    for (const value of values[kind]) expect(fromColumns('it', field, toColumns('it', field, value))).toEqual(value);
  });

  it('are the columns of the row, in order', () => {
    for (const value of values[kind])
      expect(Object.keys(toColumns('someField', field, value))).toEqual(
        columnsOf('someField', field).map(({ name }) => name),
      );
  });

  it('are all null for null and for absences', () => {
    for (const value of [null, { absent: 'UNKNOWN' }, { absent: 'NONE' }] as const) {
      const columns = toColumns('it', field, value);
      expect(Object.values(columns)).toEqual(Object.values(columns).map(() => null));
      expect(Object.keys(columns).length).toBeGreaterThan(0);
      expect(fromColumns('it', field, columns)).toBeNull();
    }
    expect(fromColumns('it', field, {})).toBeNull();
  });

  it('begin with the field name in snake case and name their part', () => {
    for (const { name, part } of columnsOf('deFactoController', field))
      expect(name).toBe(part === '' ? 'de_facto_controller' : `de_facto_controller_${part}`);
  });

  it('include the sort column', () => {
    expect(columnsOf('it', field)).toContainEqual(sortColumnOf('it', field));
  });
});

describe('columns of a date', () => {
  it('store the EDTF and the bounds: days, infinity for open and null for unknown bounds', () => {
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

  it('store the EDTF in canonical form', () => {
    expect(toColumns('it', fields.uncertainDate, { edtf: '~2019' })).toMatchObject({ it_edtf: '2019~' });
    expect(parseUncertainDate('2019~').ok).toBe(true);
  });

  it('throw on a date that does not parse, because it must have been parsed before', () => {
    expect(() => toColumns('it', fields.uncertainDate, { edtf: 'last autumn' })).toThrow(/^last autumn: /);
  });
});

describe('the sort column', () => {
  it('is the earliest bound of a date, the text of a name, else the value itself', () => {
    expect(sortColumnOf('signed', fields.uncertainDate).name).toBe('signed_earliest');
    expect(sortColumnOf('name', fields.name).name).toBe('name_text');
    expect(sortColumnOf('title', fields.text).name).toBe('title');
    expect(sortColumnOf('member', fields.link).name).toBe('member_id');
  });

  it('is copied to a carried column', () => {
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
])('converts %s to %s', (camel, snake) => {
  expect(snakeCase(camel)).toBe(snake);
});

it('names tables in the singular', () => {
  expect([tableOf('ExerciseSeries'), tableOf('Follows'), tableOf('State')]).toEqual([
    'exercise_series',
    'follows',
    'state',
  ]);
});

describe('valuesFromRows', () => {
  const row = {
    id: newId('Place'),
    name: 'Gibraltar',
    place_type: 'REGION',
    position_latitude: 36.1,
    position_longitude: -5.3,
    country_id: null,
  };

  it('returns fields with a value, and the common fields from the row of the identity table', () => {
    const factRow = { id: row.id, label: 'Gibraltar', evidence_status: 'DISPUTED', note: null };
    expect(valuesFromRows('Place', row, factRow)).toEqual({
      name: 'Gibraltar',
      placeType: 'REGION',
      position: { latitude: 36.1, longitude: -5.3 },
      evidenceStatus: 'DISPUTED',
    });
  });

  it('returns absences', () => {
    const absences = { country: 'NONE', summary: 'UNKNOWN' };
    expect(valuesFromRows('Place', row, { absences })).toMatchObject({
      country: { absent: 'NONE' },
      summary: { absent: 'UNKNOWN' },
    });
  });

  it('takes all fields of a citation, including its note, from its own row', () => {
    expect(valuesFromRows('Citation', { note: 'Of the citation.' }, { note: 'Of the fact.' })).toEqual({
      note: 'Of the citation.',
    });
    expect(valuesFromRows('State', { note: 'no column' }, { note: 'Of the fact.' })).toEqual({ note: 'Of the fact.' });
  });

  it.each(typeNames)('returns all stored values: %s', (type) => {
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
