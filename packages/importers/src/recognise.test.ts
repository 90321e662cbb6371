import { expect, it } from '@jest/globals';
import type { Importer } from './importer.ts';
import { type Recognition, recognise } from './recognise.ts';
import { importers } from './sources/index.ts';

const columnsOf = (file: string) => {
  const files = importers.flatMap(({ manifest }) => manifest.files);
  return Object.keys(files.find(({ name }) => name === file)?.columns ?? {});
};
const headed = (name: string, file = name, change = (columns: string[]) => columns) => ({
  id: name,
  name,
  columns: change(columnsOf(file)),
});
const said = (found: Recognition) =>
  found.ok
    ? { source: found.importer.manifest.key, roles: Object.fromEntries(found.roles), lacking: found.lacking }
    : found.problems.map(({ file, message }) => `${file}: ${message}`);

it.each(importers.map((importer): [string, Importer] => [importer.manifest.key, importer]))(
  'the files of %s are its own, in any order and under any name',
  (key, { manifest }) => {
    const given = [...manifest.files].reverse().map(({ name }, at) => headed(`download (${at}).csv`, name));
    expect(said(recognise(given, importers))).toEqual({
      source: key,
      roles: Object.fromEntries([...manifest.files].reverse().map(({ name }, at) => [`download (${at}).csv`, name])),
      lacking: [],
    });
  },
);

it('a file of several is told to be one, and which are lacking', () => {
  expect(said(recognise([headed('members.csv', 'atop_v5.1_members.csv')], importers))).toEqual({
    source: 'atop',
    roles: { 'members.csv': 'atop_v5.1_members.csv' },
    lacking: ['atop_v5.1_alliances.csv'],
  });
});

it('another edition is told by its columns', () => {
  const other = headed('states2024.csv', 'cow_states_v2016.csv', (columns) => [
    ...columns.filter((name) => name !== 'version'),
    'region',
  ]);
  expect(said(recognise([other], importers))).toEqual([
    'states2024.csv: It looks like cow_states_v2016.csv of cow-states, but lacks “version” and has “region”. Fetch the edition that is read here: 2016.',
  ]);
});

it('a file of no source is told by what it has', () => {
  const columns = ['ccode1', 'ccode2', 'conttype', 'stdate', 'enddate'];
  expect(said(recognise([{ id: '1', name: 'cow_contiguity_v3.2.csv', columns }], importers))).toEqual([
    'cow_contiguity_v3.2.csv: It has 5 columns (ccode1, ccode2, conttype, stdate, …), which are those of no source. Say what they mean in a mapping.',
  ]);
});

it('files of two sources, the same file twice, no file', () => {
  const [states, gw] = [headed('a.csv', 'cow_states_v2016.csv'), headed('b.csv', 'gw_states.csv')];
  expect(said(recognise([states, gw], importers))).toEqual([
    'b.csv: It is gw_states.csv of gw-states, and a.csv is of cow-states. Bring in one source at a time.',
  ]);
  expect(said(recognise([states, { ...states, name: 'c.csv' }], importers))).toEqual([
    'c.csv: It is cow_states_v2016.csv, as a.csv is. Leave one of the two out.',
  ]);
  expect(said(recognise([], importers))).toEqual([': There is no file.']);
});
