import type { Importer } from '../../importer.ts';
import type { Line } from '../../line.ts';
import type { SourceRecord } from '../../source-record.ts';
import { manifest } from './manifest.ts';

/**
 * Each line is a current or former state or territory with its codes in several schemes. Any of these codes can match
 * the state to a fact of the register. A line without a number in Correlates of War or Gleditsch and Ward is omitted,
 * since neither list counts it as a state.
 */
export const countrycode: Importer = {
  manifest,
  begin: () => (line) => recordsOfState(line),
};

function* recordsOfState(line: Line): Generator<SourceRecord> {
  const name = line.required('country_name_en');
  const cow = line.matching('cown', /^[1-9]\d{0,2}$/, 'a number of Correlates of War, such as 255');
  const gw = line.matching('gwn', /^[1-9]\d{0,3}$/, 'a number of Gleditsch and Ward, such as 260');
  const codes = Object.entries({
    COW: cow,
    GW: gw,
    ISO_A2: line.matching('iso2c', /^[A-Z]{2}$/, 'two capital letters'),
    ISO_A3: line.matching('iso3c', /^[A-Z]{3}$/, 'three capital letters'),
    M49: line.matching('un', /^\d{1,3}$/, 'a number of up to three digits')?.padStart(3, '0'),
    VDEM: line.matching('vdem', /^[1-9]\d{0,2}$/, 'a number of V-Dem, such as 77'),
  }).flatMap(([scheme, value]) => (value === undefined ? [] : [{ scheme, value }]));
  if (cow === undefined && gw === undefined) {
    line.omit('cown', `${name} has no state number in Correlates of War or Gleditsch and Ward, so it is not imported.`);
    return;
  }

  const place = { file: line.file, line: line.number };
  const state = cow === undefined ? `state GW ${gw}` : `state COW ${cow}`;
  yield { ...place, type: 'State', key: state, values: { name }, links: {}, marks: { codes, names: [name] } };
  for (const { scheme, value } of codes) {
    yield {
      ...place,
      type: 'ExternalCode',
      key: `${scheme} ${value}`,
      values: { scheme, value, status: 'OFFICIAL' },
      links: { of: { record: state } },
    };
  }
  yield {
    ...place,
    type: 'Name',
    key: `name ${state}`,
    values: { name: { text: name, language: 'en' }, nameType: 'ALIAS' },
    links: { of: { record: state } },
  };
}
