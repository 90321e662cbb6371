// Compares the memberships of the importer with the published number of organizations that two states share: as full or
// associate members, in any part of the year.
import { expect } from '@jest/globals';
import { itWithPublished } from '../../testing/it-with-published.ts';
import { rowsOf } from '../../testing/published.ts';
import { readSource } from '../../testing/read-source.ts';
import { cowIgo } from './index.ts';

const years = [1975, 2000, 2014];

const published = { of: cowIgo.manifest, and: 'cow_igo_v3_joint_counts_1975_2000_2014.csv' };

itWithPublished(
  published,
  'the number of shared organizations agrees with the published count, in every dyad of three years',
  async (files, file) => {
    const { records } = await readSource(cowIgo, files);
    const members = new Map<string, Set<string>>();
    for (const { type, values, links } of records) {
      const { organization, member } = links;
      if (type !== 'Membership' || values.status === 'OBSERVER' || !organization || !member) continue;
      if (!('record' in organization) || !('code' in member)) continue;
      const [begin = '', end = ''] = (values.validity as { edtf: string }).edtf.split('/');
      for (const year of years.filter(
        (candidate) => Number(begin) <= candidate && (end === '' || candidate <= Number(end)),
      )) {
        const key = `${member.code.value} ${year}`;
        members.set(key, (members.get(key) ?? new Set()).add(organization.record));
      }
    }
    const differing: string[] = [];
    let dyads = 0;
    for await (const row of rowsOf(file)) {
      const [first, second] = ['ccode1', 'ccode2'].map((column) => members.get(`${row(column)} ${row('year')}`));
      const joint = [...(first ?? [])].filter((organization) => second?.has(organization)).length;
      if (joint !== Number(row('dyadigos')))
        differing.push(`${row('ccode1')} ${row('ccode2')} ${row('year')}: ${joint}`);
      dyads += 1;
    }
    expect([dyads, differing]).toEqual([48_235, []]);
  },
);
