import type { Importer } from '../../importer.ts';
import type { Line } from '../../line.ts';
import type { SourceRecord } from '../../source-record.ts';
import { manifest } from './manifest.ts';

/**
 * Each line is one period of independence of a state; a state may have several. The state is imported once, and each
 * period as the validity of the number of the state.
 */
export const gwStates: Importer = {
  manifest,
  begin: () => {
    const seen = new Set<string>();
    return (line) => recordsOfPeriod(line, seen);
  },
};

function* recordsOfPeriod(line: Line, seen: Set<string>): Generator<SourceRecord> {
  const number = line.required('gwcode');
  if (number !== '') line.integer('gwcode', { min: 1, max: 9_999 });
  const name = line.required('country_name');
  const begin = line.required('start') && line.day('start');
  const end = line.day('end');
  const isOpen = line.oneOf('end_open', { 0: false, 1: true });
  if (isOpen === (line.text('end') !== ''))
    line.report('end_open', '“end_open” contradicts “end”. It must be 1 if “end” is empty, otherwise 0.');
  if (begin && end && end < begin)
    line.report('end', `The end ${end} is before the start ${begin}. Correct one of the two.`);

  const place = { file: line.file, line: line.number };
  const state = `state ${number}`;
  if (!seen.has(number)) {
    seen.add(number);
    const marks = { codes: [{ scheme: 'GW', value: number }], names: [name] };
    yield { ...place, type: 'State', key: state, values: { name }, links: {}, marks };
  }
  yield {
    ...place,
    type: 'ExternalCode',
    key: `GW ${number} from ${begin}`,
    values: {
      scheme: 'GW',
      value: number,
      validity: { edtf: `${begin}/${end ?? '..'}`, basis: 'STATED' },
      status: 'OFFICIAL',
    },
    links: { of: { record: state } },
  };
}
