import type { Importer } from '../../importer.ts';
import type { Line } from '../../line.ts';
import type { SourceRecord } from '../../source-record.ts';
import { edtfOf } from '../../spell.ts';
import { manifest } from './manifest.ts';

const years = { min: 1400, max: 2020 };
const yes = { 1: true };
const kinds = {
  positional: 'position',
  spatial: 'territory',
  ideological: 'ideology',
  interventionary: 'intervention',
} as const;

/** The first year in which numbers of Correlates of War stand for states. */
const firstYear = 1816;

/** A line is two states that the authors judge to be strategic rivals for some time: a claim, since nobody settles it. */
export const tssRivalries: Importer = {
  manifest,
  begin: () => (line) => recordsOfRivalry(line),
};

function* recordsOfRivalry(line: Line): Generator<SourceRecord> {
  line.needed('tssr_id');
  const number = line.integer('tssr_id', { min: 1, max: 9_999 });
  const name = line.needed('rivalry');
  const [one, other] = [stateOf(line, 'ccode1'), stateOf(line, 'ccode2')];
  for (const column of ['start', 'end']) line.needed(column);
  const [begin, end] = [line.integer('start', years), line.integer('end', years)];
  if (begin !== undefined && end !== undefined && end < begin)
    line.report('end', `It ends in ${end}, before it begins in ${begin}.`);
  const about = Object.entries(kinds).flatMap(([column, what]) => (line.oneOf(column, yes) ? [what] : []));
  if (line.problems.length > 0 || end === undefined) return;
  const date = edtfOf({ begin: String(begin), ...(end === years.max ? {} : { end: String(end) }) });
  const on = end < firstYear ? {} : { on: String(end) };
  yield {
    type: 'Claim',
    key: `rivalry ${number}`,
    file: line.file,
    line: line.number,
    values: {
      statement: `Strategic rivalry: ${name}${about.length > 0 ? ` (${about.join(', ')})` : ''}`,
      predicate: 'isStrategicRivalOf',
      modality: 'ASSESSMENT',
      polarity: 'AFFIRMS',
      date: { edtf: date, basis: 'STATED' },
    },
    links: {
      subject: { code: { scheme: 'COW', value: one, ...on } },
      object: { code: { scheme: 'COW', value: other, ...on } },
    },
  };
}

function stateOf(line: Line, column: string): string {
  line.needed(column);
  return String(line.integer(column, { min: 1, max: 999 }) ?? '');
}
