import type { Importer } from '../../importer.ts';
import type { Line } from '../../line.ts';
import type { SourceRecord } from '../../source-record.ts';
import { manifest } from './manifest.ts';

/** The last day that the list covers: a membership that reaches it has not ended, the list has. */
const lastDay = '2016-12-31';

/**
 * A line is one spell of a state in the system, and a state may have several. The state is one; each spell is a period in
 * which its number and its letters stand for it.
 */
export const cowStates: Importer = {
  manifest,
  begin: () => {
    const seen = new Set<string>();
    return (line) => recordsOfSpell(line, seen);
  },
};

function* recordsOfSpell(line: Line, seen: Set<string>): Generator<SourceRecord> {
  const number = String(line.integer('ccode', { min: 1, max: 999 }) ?? '');
  line.needed('stateabb');
  const letters = line.matching('stateabb', /^[A-Z]{3}$/, 'three capital letters') ?? '';
  const name = line.needed('statenme');
  const begin = line.date('styear', 'stmonth', 'stday');
  const end = line.date('endyear', 'endmonth', 'endday');
  if (number === '') line.needed('ccode');
  if (begin === undefined || end === undefined) line.report('styear', 'A spell has a beginning and an end.');
  else if (end < begin) line.report('endyear', `The spell ends on ${end}, before it begins on ${begin}.`);
  if (line.text('version') !== manifest.version)
    line.report('version', `This is the importer of the edition of ${manifest.version}.`);

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
