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
const summary = (found: Recognition) =>
  found.ok
    ? { source: found.importer.manifest.key, roles: Object.fromEntries(found.roles), missingFiles: found.missingFiles }
    : found.problems.map(({ file, message }) => `${file}: ${message}`);

it.each(importers.map((importer): [string, Importer] => [importer.manifest.key, importer]))(
  'recognises the files of %s in any order and under any name',
  (key, { manifest }) => {
    const given = [...manifest.files].reverse().map(({ name }, at) => headed(`download (${at}).csv`, name));
    expect(summary(recognise(given, importers))).toEqual({
      source: key,
      roles: Object.fromEntries([...manifest.files].reverse().map(({ name }, at) => [`download (${at}).csv`, name])),
      missingFiles: [],
    });
  },
);

it('recognises one of several files and lists the missing ones', () => {
  expect(summary(recognise([headed('members.csv', 'atop_v5.1_members.csv')], importers))).toEqual({
    source: 'atop',
    roles: { 'members.csv': 'atop_v5.1_members.csv' },
    missingFiles: ['atop_v5.1_alliances.csv'],
  });
});

it('says which columns of another edition differ', () => {
  const other = headed('states2024.csv', 'cow_states_v2016.csv', (columns) => [
    ...columns.filter((name) => name !== 'version'),
    'region',
  ]);
  expect(summary(recognise([other], importers))).toEqual([
    'states2024.csv: It looks like cow_states_v2016.csv of cow-states, but lacks “version” and has “region”. Use this edition: 2016.',
  ]);
});

it('lists the columns of an unknown file', () => {
  const columns = ['ccode1', 'ccode2', 'conttype', 'stdate', 'enddate'];
  expect(summary(recognise([{ id: '1', name: 'cow_contiguity_v3.2.csv', columns }], importers))).toEqual([
    'cow_contiguity_v3.2.csv: It has 5 columns (ccode1, ccode2, conttype, stdate, …), which are not those of any known source. Describe them in a mapping.',
  ]);
});

it('refuses files of two sources, the same file twice, and no file', () => {
  const [states, gw] = [headed('a.csv', 'cow_states_v2016.csv'), headed('b.csv', 'gw_states.csv')];
  expect(summary(recognise([states, gw], importers))).toEqual([
    'b.csv: It is gw_states.csv of gw-states, but a.csv is of cow-states. Import one source at a time.',
  ]);
  expect(summary(recognise([states, { ...states, name: 'c.csv' }], importers))).toEqual([
    'c.csv: It is cow_states_v2016.csv, and so is a.csv. Remove one of the two.',
  ]);
  expect(summary(recognise([], importers))).toEqual([': No file was given. Add the files of one data set.']);
});
