import { Readable } from 'node:stream';
import { importInForeground, runCorrections } from '@chancery/api';
import { newDeskId } from '@chancery/codebook';
import { importers } from '@chancery/importers';
import * as ledger from '@chancery/ledger';
import { deskClient } from '@chancery/prisma/desk';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Desk, type Editor, openDesk, publish } from '../support/desk.ts';
import { createWaived, update } from '../support/operations.ts';

const files = {
  'cow_igo_v3_organizations.csv': [
    'ioname,ionum,orgname,longorgname,sdate,deaddate,dead,integrated,replaced,igocode,political,social,economic,first_year,last_year,year_rows',
    'LL,9010,League of Letters,League of Letters,1900,,0,0,0,,1,0,0,1900,2014,115',
  ],
  'cow_igo_v3_membership_spells.csv': [
    'ionum,ioname,ccode,status,start_year,end_year,right_censored',
    '9010,LL,991,1,1900,2014,1',
    '9010,LL,992,1,1950,2014,1',
  ],
};

let desk: Desk;
let people: readonly [Editor, Editor];
let client: ReturnType<typeof deskClient>;
beforeAll(async () => {
  desk = await openDesk();
  client = deskClient(desk.desk);
  people = [await desk.createUser('Ana'), await desk.createUser('Ben')];
  const states = ['991', '992'].map((code) => ({ code, state: createWaived('State', { name: `State ${code}` }) }));
  await publish(people, [
    ...states.map(({ state }) => state),
    ...states.map(({ code, state }) => createWaived('ExternalCode', { of: state.fact, scheme: 'COW', value: code })),
  ]);
}, 60_000);
afterAll(async () => {
  await client.$disconnect();
  await desk.close();
});

/** Imports the files, merges the changeset if it can be submitted, and returns the number of rows by outcome. */
async function importFiles(): Promise<Readonly<Record<string, number>>> {
  const names = importers.find(({ manifest }) => manifest.key === 'cow-igo')?.manifest.files.map(({ name }) => name);
  const given = Object.entries(files).map(([name, lines]) => {
    const text = `${lines.join('\n')}\n`;
    return { name, size: text.length, open: () => Readable.from([Buffer.from(text)]) };
  });
  expect(given.map(({ name }) => name).sort()).toEqual([...(names ?? [])].sort());
  const [ana, ben] = people;
  const imported = await importInForeground({ desk: desk.desk, client, by: ana.id, source: 'cow-igo', files: given });
  const { changeset } = imported;
  if (changeset && (await ledger.submit(desk.writer, changeset.id, { by: ana.id })).outcome === 'submitted') {
    const found = await ledger.findChangeset(desk.desk, changeset.id);
    const version = found?.sealedVersion ?? 0;
    const verdict = { id: newDeskId('review'), by: ben.id, version, verdict: 'APPROVE', body: '' } as const;
    await ledger.review(desk.writer, changeset.id, verdict);
    expect((await ledger.merge(desk.writer, changeset.id, { by: ben.id })).outcome).toBe('merged');
  }
  const outcomes: Record<string, number> = {};
  for (const { outcome, rows } of imported.written ?? []) outcomes[outcome] = (outcomes[outcome] ?? 0) + rows;
  return outcomes;
}

async function members(): Promise<{ id: string; edtf: string }[]> {
  const { rows } = await desk.owner.query<{ id: string; edtf: string }>(
    'SELECT id, validity_edtf AS edtf FROM register.membership ORDER BY validity_earliest',
  );
  return rows;
}

it('facts changed by a correction can be imported again; facts changed by an editor give a conflict', async () => {
  expect(await importFiles()).not.toHaveProperty('CONFLICT');
  await runCorrections(desk, () => undefined);
  const [first, second] = await members();
  expect([first?.edtf, second?.edtf]).toEqual(['1900/', '1950/']);
  expect(await importFiles()).not.toHaveProperty('CONFLICT');
  const [, standing] = await members();
  await publish(people, [
    update(
      second?.id ?? '',
      { validity: { edtf: standing?.edtf ?? '', basis: 'STATED' } },
      { validity: { edtf: '1951/', basis: 'STATED' } },
    ),
  ]);
  expect(await importFiles()).toMatchObject({ CONFLICT: 1 });
  await runCorrections(desk, () => undefined);
  expect((await members()).map(({ edtf }) => edtf)).toEqual(['1900/', '1951/']);
}, 120_000);
