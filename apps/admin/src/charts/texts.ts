import { scoreWords } from './score-words.ts';

/** The sums of the events of one year. `conflict` is a positive number. */
interface YearSums {
  /** Null for events without a known year. */
  readonly year: number | null;
  readonly cooperation: number;
  readonly conflict: number;
  readonly n: number;
}

/** The texts of the charts. */
export const texts = {
  /** The label of the column for events or exercises without a known year. */
  undated: 'n.d.',
  ladder: {
    name: 'Events by year: cooperation above the line, conflict below',
    year: 'year',
    count: 'n',
    bar: ({ year, cooperation, conflict, n }: YearSums) =>
      `${year ?? 'Date not stated'}: cooperation ${scoreWords(cooperation)}, conflict ${scoreWords(-conflict)}, from ${n} scored ${n === 1 ? 'event' : 'events'}`,
  },
  exercises: {
    name: 'Exercises by the year in which they start',
    mark: (label: string, status: string, start: string | undefined) =>
      `${label}: ${status}, ${start ?? 'date not stated'}`,
  },
  years: {
    noValue: (year: number, reason: string | null) =>
      reason === null ? `${year}: no value` : `${year}: no value. ${reason}`,
    value: (year: number, value: string, n: number, isBelowMinimum: boolean) =>
      `${year}: ${value}, n = ${n}${isBelowMinimum ? ', few cases' : ''}`,
  },
} as const;
