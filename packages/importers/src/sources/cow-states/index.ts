import type { Importer } from '../../importer.ts';
import type { Line } from '../../line.ts';
import type { SourceRecord } from '../../source-record.ts';
import { maxCowNumber } from '../cow-numbers.ts';
import { manifest } from './manifest.ts';

/** The last day of the list. A spell that reaches this day is imported with an open end. */
const lastDay = '2016-12-31';

/**
 * Each line is one spell of a state in the system of states; a state may have several. The state is imported once, and
 * each spell as the validity of the number and of the letters of the state.
 */
export const cowStates: Importer = {
  manifest,
  begin: () => {
    const seen = new Set<string>();
    return (line) => recordsOfSpell(line, seen);
  },
};

function* recordsOfSpell(line: Line, seen: Set<string>): Generator<SourceRecord> {
  const number = String(line.integer('ccode', { min: 1, max: maxCowNumber }) ?? '');
  line.required('stateabb');
  const letters = line.matching('stateabb', /^[A-Z]{3}$/, 'three capital letters') ?? '';
  const name = line.required('statenme');
  const begin = line.requiredDate('styear', 'stmonth', 'stday');
  const end = line.requiredDate('endyear', 'endmonth', 'endday');
  if (number === '') line.required('ccode');
  if (begin !== undefined && end !== undefined && end < begin)
    line.report('endyear', `The end ${end} is before the start ${begin}. Correct one of the two.`);
  if (line.text('version') !== manifest.version)
    line.report(
      'version',
      `The row has version “${line.text('version')}”, but this importer reads version ${manifest.version} only. Use a file of that version.`,
    );

  const place = { file: line.file, line: line.number };
  const state = `state ${number}`;
  if (!seen.has(number)) {
    seen.add(number);
    const marks = { codes: [{ scheme: 'COW', value: number }], names: [name] };
    yield { ...place, type: 'State', key: state, values: { name }, links: {}, marks };
  }
  const validity = { edtf: `${begin}/${end === lastDay ? '..' : end}`, basis: 'STATED' } as const;
  for (const [scheme, value] of [
    ['COW', number],
    ['COW_ABBREVIATION', letters],
  ] as const) {
    yield {
      ...place,
      type: 'ExternalCode',
      key: `${scheme} ${value} from ${begin}`,
      values: { scheme, value, validity, status: 'OFFICIAL' },
      links: { of: { record: state } },
    };
  }
}
