import { cutText, maxLengths } from '@chancery/codebook';
import type { Importer } from '../../importer.ts';
import type { Line } from '../../line.ts';
import type { SourceRecord } from '../../source-record.ts';
import { manifest } from './manifest.ts';

const choices = {
  1: 'YES',
  2: 'ABSTAIN',
  3: 'NO',
  8: 'ABSENT',
  yes: 'YES',
  abstain: 'ABSTAIN',
  no: 'NO',
} as const;

/** Reads the roll calls of the General Assembly, then the ballots of states. */
export const unga: Importer = {
  manifest,
  begin: () => {
    const dates = new Map<string, string>();
    return (line) => (line.file.includes('roll_calls') ? recordsOfRollCall(line, dates) : recordsOfBallot(line, dates));
  },
};

function* recordsOfRollCall(line: Line, dates: Map<string, string>): Generator<SourceRecord> {
  const number = numberOf(line);
  const session = line.integer('session_unvotes', { min: 1, max: 200 });
  const date = line.required('date') && line.day('date');
  if (date && line.text('cal_year') !== date.slice(0, 4))
    line.report('cal_year', `The year is not that of the date of the vote, ${date}. Correct the year or the date.`);
  const [symbol, shortTitle, description] = [line.text('unres_unvotes'), line.text('short'), line.text('descr')];
  if (!date) return;
  if (dates.has(number)) line.report('rcid', `Roll call ${number} occurs twice. Keep one of the two rows.`);
  dates.set(number, date);
  const place = { file: line.file, line: line.number };
  const key = `roll call ${number}`;
  yield {
    ...place,
    type: 'Resolution',
    key,
    values: {
      title: cutText(shortTitle || description || `Roll call ${number}`, maxLengths.text),
      ...(symbol ? { symbol: symbol.replace(/^R\//, 'A/RES/') } : {}),
      ...(session === undefined ? {} : { session }),
      date: { edtf: date, basis: 'STATED' },
    },
    links: { forum: { code: { scheme: 'ABBREVIATION', value: 'UNGA' } } },
    marks: { codes: [{ scheme: 'UNGA_ROLL_CALL', value: number }] },
  };
  yield {
    ...place,
    type: 'ExternalCode',
    key: `UNGA_ROLL_CALL ${number}`,
    values: { scheme: 'UNGA_ROLL_CALL', value: number, status: 'OFFICIAL' },
    links: { of: { record: key } },
  };
}

function* recordsOfBallot(line: Line, dates: Map<string, string>): Generator<SourceRecord> {
  const number = numberOf(line);
  const date = dates.get(number);
  if (number !== '' && date === undefined)
    line.report(
      'rcid',
      `Roll call ${number} is not in the file of roll calls, or has no valid date there. Correct its row, or check that all files are from the same version.`,
    );
  const [scheme, column] = line.file.includes('ccode')
    ? (['COW', 'ccode'] as const)
    : (['ISO_A2', 'country_code'] as const);
  line.required(column);
  const state =
    column === 'ccode'
      ? line.matching(column, /^[1-9]\d{0,2}$/, 'a number of Correlates of War, such as 255')
      : line.matching(column, /^[A-Z]{2}$/, 'two capital letters');
  line.required('vote');
  const choice = line.oneOf('vote', choices);
  if (date === undefined || choice === undefined || state === undefined) return;
  yield {
    file: line.file,
    line: line.number,
    type: 'Ballot',
    key: `ballot ${number} ${scheme} ${state}`,
    values: { choice },
    links: {
      resolution: { record: `roll call ${number}` },
      state: { code: { scheme, value: state, on: date } },
    },
  };
}

function numberOf(line: Line): string {
  line.required('rcid');
  return line.matching('rcid', /^[1-9]\d*$/, 'a roll call number, such as 5168') ?? '';
}
