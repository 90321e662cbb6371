import { type FactTypeName, typeOf } from '@chancery/codebook';
import { formatCount } from '../../ui/counts.ts';
import { dayWords } from '../../ui/moment.ts';

/** The texts of public lists. The names of types, fields and values come from the codebook. */
export const texts = {
  dayNote: 'the list says whether each period includes this day',
  lead: (description: string, on: string | undefined) =>
    on === undefined ? description : `${description} The list says whether each period includes ${dayWords(on)}.`,
  evidence: 'Evidence',
  empty: {
    filtered: (plural: string) => `No ${plural} match these filters`,
    showAll: (plural: string) => `Show all ${plural}`,
    unfiltered: (plural: string) => `No ${plural} on record`,
    noRecord: (plural: string) => `The register has no record of any ${plural} at this revision.`,
  },
  pages: { name: 'Pages', first: 'First page', previous: '← Previous', next: 'Next →' },
  more: (count: number) => `${formatCount(count)} more not shown`,
  /** What is wrong with a filter in the address. Those without a name follow the name and the value. */
  problems: {
    notAnId: 'is not the id of a record. Copy the id from the page of the record.',
    otherType: (type: FactTypeName, accepted: readonly FactTypeName[]) =>
      `is the id of a fact of the type ${typeOf(type).singular}. Give the id of one of these types: ${accepted.map((name) => typeOf(name).singular).join(', ')}.`,
    unknownFact: 'is the id of no fact at this revision. Search for the record by its name.',
    reversed: (name: string, from: string, to: string) =>
      `${name}.to: ${to} is before ${from}, where the period starts. Exchange the two.`,
    readingWithoutSpan: (name: string) =>
      `${name}.reading: give a year or a day in ${name}.from or ${name}.to, to which this applies.`,
  },
  chips: {
    name: 'Filters',
    remove: (field: string, value: string) => `Remove filter: ${field} ${value}`,
    or: (values: readonly string[]) => values.join(' or '),
    /** At least one of the two ends is given. */
    span: (from: string | undefined, to: string | undefined, isCertain: boolean) =>
      [isCertain ? 'certainly' : 'possibly', from && `from ${from}`, to && `to ${to}`].filter(Boolean).join(' '),
    readings: (readings: readonly string[]) => `on the day: ${readings.join(' or ')}`,
  },
  form: {
    summary: 'Filters, order and columns',
    apply: 'Apply',
    sortBy: 'Sort by',
    ascending: (order: string) => `${order}, ascending`,
    descending: (order: string) => `${order}, descending`,
    id: 'Id',
    hideColumns: 'Hide columns',
    any: 'any',
    yes: 'yes',
    no: 'no',
    from: (field: string) => `${field}: from year or day`,
    fromExample: 'from 2001',
    to: (field: string) => `${field}: to year or day`,
    toExample: 'to 2025-04-25',
    uncertainDates: (field: string) => `${field}: how to treat uncertain dates`,
    possibly: 'possibly in this range',
    certainly: 'certainly in this range',
    onDay: (field: string) => `${field}: reading on the day of the page`,
    anyReading: 'any reading on the day',
  },
} as const;
