import { expect, it } from '@jest/globals';
import type { Importer } from './importer.ts';
import { type Recognition, recognize } from './recognize.ts';
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
  'recognizes the files of %s in any order and under any name',
  (key, { manifest }) => {
    const given = [...manifest.files].reverse().map(({ name }, at) => headed(`download (${at}).csv`, name));
    expect(summary(recognize(given, importers))).toEqual({
      source: key,
      roles: Object.fromEntries([...manifest.files].reverse().map(({ name }, at) => [`download (${at}).csv`, name])),
      missingFiles: [],
    });
  },
);

it('recognizes one of several files and lists the missing ones', () => {
  expect(summary(recognize([headed('members.csv', 'atop_v5.1_members.csv')], importers))).toEqual({
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
  expect(summary(recognize([other], importers))).toEqual([
    'states2024.csv: This file looks like cow_states_v2016.csv of cow-states, but it lacks the column “version” and has the unknown column “region”. Use this edition: 2016.',
  ]);
});

it('lists the columns of an unknown file', () => {
  const columns = ['ccode1', 'ccode2', 'conttype', 'stdate', 'enddate'];
  expect(summary(recognize([{ id: '1', name: 'cow_contiguity_v3.2.csv', columns }], importers))).toEqual([
    'cow_contiguity_v3.2.csv: The columns of this file (ccode1, ccode2, conttype, stdate, …) match no known source. Describe them in a mapping.',
  ]);
});

it('refuses files of two sources, the same file twice, and no file', () => {
  const [states, gw] = [headed('a.csv', 'cow_states_v2016.csv'), headed('b.csv', 'gw_states.csv')];
  expect(summary(recognize([states, gw], importers))).toEqual([
    'b.csv: This file is gw_states.csv of gw-states, but a.csv is a file of cow-states. Import one source at a time.',
  ]);
  expect(summary(recognize([states, { ...states, name: 'c.csv' }], importers))).toEqual([
    'c.csv: This file and a.csv are both cow_states_v2016.csv. Remove one of the two.',
  ]);
  expect(summary(recognize([], importers))).toEqual([': No file was given. Add the files of one data set.']);
});
