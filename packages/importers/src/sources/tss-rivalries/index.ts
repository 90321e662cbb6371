import type { Importer } from '../../importer.ts';
import type { Line } from '../../line.ts';
import type { SourceRecord } from '../../source-record.ts';
import { edtfOf } from '../../spell.ts';
import { maxCowNumber } from '../cow-numbers.ts';
import { manifest } from './manifest.ts';

const years = { min: 1400, max: 2020 };
const yes = { 1: true };
const kinds = {
  positional: 'position',
  spatial: 'territory',
  ideological: 'ideology',
  interventionary: 'intervention',
} as const;

/** The first year for which Correlates of War has state numbers. */
const firstYear = 1816;

/** Each line is a strategic rivalry of two states in the judgment of the authors, so it is imported as a claim. */
export const tssRivalries: Importer = {
  manifest,
  begin: () => (line) => recordsOfRivalry(line),
};

function* recordsOfRivalry(line: Line): Generator<SourceRecord> {
  line.required('tssr_id');
  const number = line.integer('tssr_id', { min: 1, max: 9_999 });
  const name = line.required('rivalry');
  const [first, second] = [line.requiredNumber('ccode1', maxCowNumber), line.requiredNumber('ccode2', maxCowNumber)];
  for (const column of ['start', 'end']) line.required(column);
  const [begin, end] = [line.integer('start', years), line.integer('end', years)];
  if (begin !== undefined && end !== undefined && end < begin)
    line.report('end', `The last year ${end} is before the first year ${begin}. Correct one of the two.`);
  const topics = Object.entries(kinds).flatMap(([column, topic]) => (line.oneOf(column, yes) ? [topic] : []));
  if (line.problems.length > 0 || end === undefined) return;
  const date = edtfOf({ begin: String(begin), ...(end === years.max ? {} : { end: String(end) }) });
  const on = end < firstYear ? {} : { on: String(end) };
  yield {
    type: 'Claim',
    key: `rivalry ${number}`,
    file: line.file,
    line: line.number,
    values: {
      statement: `Strategic rivalry: ${name}${topics.length > 0 ? ` (${topics.join(', ')})` : ''}`,
      predicate: 'isStrategicRivalOf',
      modality: 'ASSESSMENT',
      polarity: 'AFFIRMS',
      date: { edtf: date, basis: 'STATED' },
    },
    links: {
      subject: { code: { scheme: 'COW', value: first, ...on } },
      object: { code: { scheme: 'COW', value: second, ...on } },
    },
  };
}
