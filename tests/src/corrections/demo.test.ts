import { runCorrections } from '@chancery/api';
import { demoRegister, loadDemo, seedId } from '@chancery/api/demo';
import { newId } from '@chancery/codebook';
import * as ledger from '@chancery/ledger';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createDemoEditors } from '../case/case-register.ts';
import { type Desk, type Editor, editorOf, openDesk, publish } from '../support/desk.ts';
import { createWaived, update } from '../support/operations.ts';
import { clearAttestedUntil } from './old-import.ts';

const seed = demoRegister();
const former = seed.changesets.filter(({ isCorrection }) => !isCorrection);
const corrections = seed.changesets.filter(({ isCorrection }) => isCorrection);

let desk: Desk;
let people: readonly [Editor, Editor];
let before: number;
const lines: string[] = [];

// Runs the corrections on a register into which an earlier release loaded the demo, and which an editor changed
// afterwards.
beforeAll(async () => {
  desk = await openDesk();
  const editors = await createDemoEditors(desk);
  people = [editorOf(desk, editors.author, 'Ana'), editorOf(desk, editors.reviewer, 'Ben')];
  await loadDemo(desk, editors, () => undefined, { changesets: former, keys: seed.keys });
  await desk.owner.query(`INSERT INTO desk.setting (name, value) VALUES ('demo', '"loaded"')`);
  const validity = { edtf: '1958-01-01/..', basis: 'STATED' } as const;
  const community = newId('Organization');
  const treaty = createWaived('Agreement', { title: 'The Pact of Washington' });
  await publish(people, [
    treaty,
    createWaived('ExternalCode', { of: treaty.fact, scheme: 'UNTS', value: '541', status: 'OFFICIAL' }),
    update(seedId('mem:EU.BEL'), { validity }, { validity: { edtf: '1993-11/..', basis: 'STATED' } }),
    createWaived('Organization', { name: 'The Six', organizationType: 'IGO_FORMAL' }, community),
    createWaived('ExternalCode', { of: community, scheme: 'COW_IGO', value: '1653', status: 'OFFICIAL' }),
  ]);
  await clearAttestedUntil(desk);
  before = await ledger.headNumber(desk.reader);
  await runCorrections(desk, (line) => lines.push(line));
}, 300_000);
afterAll(() => desk.close());

async function membership(key: string): Promise<{ validity: string; attested: string | null } | undefined> {
  const { rows } = await desk.owner.query<{ validity: string; attested: string | null }>(
    'SELECT validity_edtf AS validity, validity_attested_until::text AS attested FROM register.membership WHERE id = $1',
    [seedId(key)],
  );
  return rows[0];
}

it('corrections are merged into a register that contains the demo, each as a separate revision', async () => {
  const { rows } = await desk.owner.query(
    'SELECT number, title, reason, author_id AS author, merged_by AS merged FROM ledger.revision WHERE number > $1 ORDER BY number',
    [before],
  );
  expect(rows).toEqual(
    corrections.map(({ title, reason }, nth) => ({
      ...{ number: before + 1 + nth, title, reason },
      ...{ author: ledger.systemAccountId, merged: ledger.systemAccountId },
    })),
  );
  const { rows: changed } = await desk.owner.query(
    'SELECT count(*)::int AS count FROM history.membership WHERE rev_from <= $1 AND validity_attested_until IS NOT NULL',
    [before],
  );
  expect(changed).toEqual([{ count: 0 }]);
});

it('the North Atlantic Treaty gets its first parties, but not a code that an editor has given to another record', async () => {
  const treaty = seedId('agr:NAT');
  const { rows: acts } = await desk.owner.query(
    'SELECT action, count(*)::int AS count FROM register.party_action WHERE agreement_id = $1 GROUP BY action ORDER BY action',
    [treaty],
  );
  expect(acts).toEqual([
    { action: 'RATIFICATION', count: 12 },
    { action: 'SIGNATURE', count: 12 },
  ]);
  const { rows: codes } = await desk.owner.query('SELECT FROM register.external_code WHERE of_id = $1', [treaty]);
  expect(codes).toEqual([]);
  expect(lines.filter((line) => line.includes('xc:NAT.UNTS'))).toEqual([
    expect.stringContaining('is left out: the register already has it as “The Pact of Washington”'),
  ]);
});

it('the code of Serbia has the periods of the Correlates of War list', async () => {
  const { rows } = await desk.owner.query(
    `SELECT scheme, validity_edtf AS validity FROM register.external_code
     WHERE of_id = $1 AND (value = '345' OR value = 'YUG' OR scheme = 'GW') ORDER BY scheme, validity_earliest`,
    [seedId('st:SRB')],
  );
  expect(rows).toEqual([
    { scheme: 'COW', validity: '1878-07-13/1941-04-20' },
    { scheme: 'COW', validity: '1944-10-20/..' },
    { scheme: 'COW_ABBREVIATION', validity: '1878-07-13/1941-04-20' },
    { scheme: 'COW_ABBREVIATION', validity: '1944-10-20/..' },
    { scheme: 'GW', validity: null },
  ]);
});

it('memberships of the European Union start in 1993 at the earliest, unless an editor has changed them', async () => {
  expect(await membership('mem:EU.FRA')).toEqual({ validity: '1993-11-01/..', attested: '2026-11-23' });
  expect(await membership('mem:EU.GBR')).toEqual({ validity: '1993-11-01/2020-01-31', attested: '2020-01-31' });
  expect(await membership('mem:EU.BEL')).toEqual({ validity: '1993-11/..', attested: '2026-11-23' });
  expect(lines).toContainEqual(expect.stringMatching(/mem:EU\.BEL is left out: it has been changed/));
});

it('a record that the register already has under the same code is skipped, with everything that links to it', async () => {
  expect(lines).toContainEqual(expect.stringMatching(/org:EEC is left out: the register already has it as “The Six”/));
  const ids = new Set(['org:EEC', 'mem:EEC.FRA', 'fol:EU.EEC', 'xc:EEC.COW_IGO'].map(seedId));
  expect(await ledger.lookUpFacts(desk.desk, ids)).toEqual(new Map());
});

it('open memberships are attested until the day their sources were read, but not beyond the end of a data set', async () => {
  for (const key of ['mem:UN.FRA', 'mem:NATO.FRA', 'mem:ASEAN.VNM', 'mem:EAEU.BLR', 'mem:SCO.IRN', 'L02'])
    expect([key, (await membership(key))?.attested]).toEqual([key, '2026-11-23']);
  expect(await membership('mem:BRICS.IRN')).toMatchObject({ attested: '2025-06-30' });
  const { rows } = await desk.owner.query(
    'SELECT DISTINCT validity_attested_until::text AS attested FROM register.obligation WHERE agreement_id = $1',
    [seedId('agr:RI-2001')],
  );
  expect(rows).toEqual([{ attested: '2018-12-31' }]);
});

it('nothing is corrected twice, even if an editor has undone a correction', async () => {
  const corrected = { edtf: '1993-11-01/..', basis: 'STATED' } as const;
  await publish(people, [
    update(seedId('mem:EU.FRA'), { validity: corrected }, { validity: { edtf: '1958-01-01/..', basis: 'STATED' } }),
  ]);
  const at = await ledger.headNumber(desk.reader);
  await runCorrections(desk, (line) => lines.push(line));
  expect(await ledger.headNumber(desk.reader)).toBe(at);
  expect(await membership('mem:EU.FRA')).toMatchObject({ validity: '1958-01-01/..' });
});

it('values set by a correction do not count as set by hand', async () => {
  const ids = new Set(['xc:SRB.COW', 'mem:EU.ITA', 'mem:EU.BEL'].map(seedId));
  expect([...(await ledger.fieldsSetByHand(desk.desk, ids)).keys()]).toEqual([seedId('mem:EU.BEL')]);
});
