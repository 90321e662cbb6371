import { groupLines } from '../../group-lines.ts';
import type { Importer } from '../../importer.ts';
import type { Line } from '../../line.ts';
import type { SourceRecord } from '../../source-record.ts';
import { edtfOf } from '../../spell.ts';
import { maxCowNumber } from '../cow-numbers.ts';
import { manifest } from './manifest.ts';

const flags = {
  cow_defense: 'DEFENSE',
  cow_neutral: 'NEUTRALITY',
  cow_nonagg: 'NONAGGRESSION',
  cow_entente: 'CONSULTATION',
} as const;
const yes = { 0: false, 1: true };

const years = { min: 1816, max: 2012 };

/** One line: the obligations that one state owes another in a year. */
interface DyadYear {
  readonly file: string;
  readonly line: number;
  readonly from: string;
  readonly to: string;
  readonly year: number;
  readonly owed: readonly string[];
}

/**
 * Each line is one year of a directed dyad; the lines of a dyad are consecutive. Consecutive years with the same
 * obligation become one obligation. The end of an obligation that reaches the last year of the data is unknown.
 *
 * This file does not say which alliance of the two states a year belongs to, so the obligations have no agreement. The
 * file by member dates some spells differently. Both files are imported, because published scores were computed from
 * this one.
 */
export const cowAlliancesByDyad: Importer = {
  manifest,
  begin: () =>
    groupLines({
      read: dyadYearOf,
      groupOf: dyadOf,
      column: 'ccode2',
      checkNext: (line, { year }, previous) => {
        if (year <= previous.year)
          line.report(
            'year',
            `The year must be after ${previous.year}, the year of the previous line of this dyad. Sort the lines of the dyad by year.`,
          );
      },
      toRecords: recordsOfDyad,
    }),
};

const dyadOf = ({ from, to }: Pick<DyadYear, 'from' | 'to'>) => `${from} and ${to}`;

/** Reads a line; `undefined` if it has problems. */
function dyadYearOf(line: Line): DyadYear | undefined {
  const [from, to] = [line.requiredNumber('ccode1', maxCowNumber), line.requiredNumber('ccode2', maxCowNumber)];
  if (from !== '' && from === to) line.report('ccode2', 'A state cannot be its own ally. The two codes must differ.');
  line.required('year');
  const year = line.integer('year', years);
  const owed = Object.entries(flags).flatMap(([column, obligationType]) => {
    line.required(column);
    return line.oneOf(column, yes) ? [obligationType] : [];
  });
  if (year === undefined || line.problems.length > 0) return undefined;
  if (owed.length === 0)
    line.omit('cow_defense', 'The source does not say what the state owes, so no obligation is imported.');
  return { file: line.file, line: line.number, from, to, year, owed };
}

function* recordsOfDyad(dyadYears: readonly [DyadYear, ...DyadYear[]]): Generator<SourceRecord> {
  const [{ file, from, to }] = dyadYears;
  for (const obligationType of Object.values(flags))
    for (const { line, begin, end } of spellsOf(dyadYears.filter(({ owed }) => owed.includes(obligationType)))) {
      const spell = { begin: String(begin), ...(end === years.max ? {} : { end: String(end) }) };
      yield {
        file,
        line,
        type: 'Obligation',
        key: `obligation ${from} ${to} ${obligationType} from ${begin}`,
        values: { obligationType, validity: { edtf: edtfOf(spell), basis: 'STATED' } },
        links: {
          from: { code: { scheme: 'COW', value: from, on: spell.begin } },
          to: { code: { scheme: 'COW', value: to, on: spell.begin } },
        },
      };
    }
}

/** Merges consecutive years into spells. Each spell has the line of its first year. */
function spellsOf(dyadYears: readonly DyadYear[]): { readonly line: number; readonly begin: number; end: number }[] {
  const spells: { line: number; begin: number; end: number }[] = [];
  for (const { line, year } of dyadYears) {
    const last = spells.at(-1);
    if (last?.end === year - 1) last.end = year;
    else spells.push({ line, begin: year, end: year });
  }
  return spells;
}
