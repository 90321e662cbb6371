import type { Importer } from '../../importer.ts';
import type { Line } from '../../line.ts';
import { linesTogether } from '../../lines-together.ts';
import type { SourceRecord } from '../../source-record.ts';
import { edtfOf } from '../../spell.ts';
import { manifest } from './manifest.ts';

const flags = {
  cow_defense: 'DEFENSE',
  cow_neutral: 'NEUTRALITY',
  cow_nonagg: 'NONAGGRESSION',
  cow_entente: 'CONSULTATION',
} as const;
const yes = { 0: false, 1: true };

const years = { min: 1816, max: 2012 };

/** What one state owes another in a year. */
interface Year {
  readonly file: string;
  readonly line: number;
  readonly from: string;
  readonly to: string;
  readonly year: number;
  readonly owed: readonly string[];
}

/**
 * A line is a year of a directed dyad, whose lines stand together. Consecutive years in which the same is owed make an
 * obligation; its end is unknown where the data end with it.
 *
 * The file does not say which alliances of two states a year is of, so that its obligations have no agreement. Published
 * scores were computed from them: they date some spells otherwise than the file by member does.
 */
export const cowAlliancesByDyad: Importer = {
  manifest,
  begin: () =>
    linesTogether({
      read: yearOf,
      of: dyadOf,
      column: 'ccode2',
      follow: (line, { year }, before) => {
        if (year <= before.year) line.report('year', `The line of the same two before it is of ${before.year}.`);
      },
      tell: recordsOfDyad,
    }),
};

const dyadOf = ({ from, to }: Pick<Year, 'from' | 'to'>) => `${from} and ${to}`;

/** What a line says, or nothing where something is wrong with it. */
function yearOf(line: Line): Year | undefined {
  const [from, to] = [numberOf(line, 'ccode1'), numberOf(line, 'ccode2')];
  if (from !== '' && from === to) line.report('ccode2', 'A state is no ally of its own.');
  line.needed('year');
  const year = line.integer('year', years);
  const owed = Object.entries(flags).flatMap(([column, obligationType]) => {
    line.needed(column);
    return line.oneOf(column, yes) ? [obligationType] : [];
  });
  if (year === undefined || line.problems.length > 0) return undefined;
  if (owed.length === 0)
    line.leave('cow_defense', 'What is owed under the alliance is not said: no obligation is recorded.');
  return { file: line.file, line: line.number, from, to, year, owed };
}

function* recordsOfDyad(all: readonly [Year, ...Year[]]): Generator<SourceRecord> {
  const [{ file, from, to }] = all;
  for (const obligationType of Object.values(flags))
    for (const { line, begin, end } of spellsOf(all.filter(({ owed }) => owed.includes(obligationType)))) {
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

/** Years that follow one another, as spells, each with the line of its first. */
function spellsOf(owing: readonly Year[]): { readonly line: number; readonly begin: number; end: number }[] {
  const spells: { line: number; begin: number; end: number }[] = [];
  for (const { line, year } of owing) {
    const last = spells.at(-1);
    if (last?.end === year - 1) last.end = year;
    else spells.push({ line, begin: year, end: year });
  }
  return spells;
}

function numberOf(line: Line, column: string): string {
  line.needed(column);
  return String(line.integer(column, { min: 1, max: 999 }) ?? '');
}
