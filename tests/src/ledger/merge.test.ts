import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Desk, type Editor, openDesk, publish } from '../support/desk.ts';
import { cite, create, createSource, createWaived, retire, update } from '../support/operations.ts';

let desk: Desk;
let editors: [Editor, Editor];

beforeAll(async () => {
  desk = await openDesk();
  editors = [await desk.createUser('Ana'), await desk.createUser('Ben')];
});
afterAll(() => desk.close());

describe('a merge', () => {
  it('writes facts, rows of their types, citations and history, and moves the head by one', async () => {
    const source = createSource();
    const russia = create('State', { name: 'Russia' });
    const sco = create('Organization', { name: 'SCO', organizationType: 'IGO_FORMAL' });
    const member = create('Membership', {
      member: russia.fact,
      organization: sco.fact,
      status: 'FULL',
      validity: { edtf: '2001-06-15/..' },
    });
    const revision = await publish(editors, [
      member,
      source,
      sco,
      russia,
      cite(sco.fact, source.fact),
      cite(member.fact, source.fact, { page: '5' }),
    ]);
    const { rows } = await desk.reader.query(
      'SELECT f.label, m.validity_earliest::text AS earliest, m.validity_latest::text AS latest FROM register.membership m JOIN register.fact f USING (id)',
    );
    expect(rows).toEqual([{ label: 'Russia in SCO', earliest: '2001-06-15', latest: 'infinity' }]);
    const history = await desk.reader.query('SELECT count(*)::int AS n FROM history.fact WHERE rev_from = $1', [
      revision,
    ]);
    expect(history.rows).toEqual([{ n: 4 }]);
    const renamed = await publish(editors, [update(russia.fact, { name: 'Russia' }, { name: 'Russian Federation' })]);
    expect(renamed).toBe(revision + 1);
    const after = await desk.reader.query("SELECT label FROM register.fact WHERE type = 'Membership'");
    expect(after.rows).toEqual([{ label: 'Russian Federation in SCO' }]);
  });

  it('retires a fact that others link to only together with those links', async () => {
    const a = createWaived('State', { name: 'Aland' });
    const o = createWaived('Organization', { name: 'Org', organizationType: 'IGO_INFORMAL' });
    const m = createWaived('Membership', { member: a.fact, organization: o.fact, status: 'OBSERVER' });
    await publish(editors, [a, o, m]);
    const draft = await editors[0].drafts([retire(a.fact)]);
    expect(await editors[0].submits(draft)).toMatchObject({ outcome: 'refused', problems: [{ code: 'links-exist' }] });
    const revision = await publish(editors, [retire(a.fact), retire(m.fact)]);
    const tombstones = await desk.reader.query('SELECT id, reason FROM register.tombstone ORDER BY id');
    expect(tombstones.rows).toHaveLength(2);
    const open = await desk.reader.query('SELECT rev_to FROM history.state WHERE id = $1', [a.fact]);
    expect(open.rows).toEqual([{ rev_to: revision }]);
  });
});
