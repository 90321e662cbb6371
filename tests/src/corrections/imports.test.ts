import { mergeAsSystem, runCorrections } from '@chancery/api';
import type { Operation } from '@chancery/changesets';
import { newId } from '@chancery/codebook';
import { coverageIdOf, importers } from '@chancery/importers';
import * as ledger from '@chancery/ledger';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Desk, type Editor, openDesk, publish } from '../support/desk.ts';
import { cite, create, createSource, createWaived, update } from '../support/operations.ts';
import { clearAttestedUntil, createFromLine, mergeAsImport, oldSource } from './old-import.ts';

const spell = (edtf: string) => ({ edtf, basis: 'STATED' }) as const;
const silent = () => undefined;

let desk: Desk;
let people: readonly [Editor, Editor];
afterAll(() => desk.close());

const head = () => ledger.headNumber(desk.reader);

interface StoredSpell {
  readonly edtf: string;
  readonly attested: string | null;
  readonly agreement: string | null;
}

async function spellOf(id: string, at = 'register'): Promise<StoredSpell | undefined> {
  const [table, agreement] = id.startsWith('mem_') ? ['membership', 'NULL'] : ['obligation', 'agreement_id'];
  const { rows } = await desk.owner.query<StoredSpell>(
    `SELECT validity_edtf AS edtf, validity_attested_until::text AS attested, ${agreement} AS agreement FROM ${at}.${table} WHERE id = $1`,
    [id],
  );
  return rows[0];
}

async function isInRegister(id: string): Promise<boolean> {
  return (await ledger.lookUpFacts(desk.desk, new Set([id]))).has(id);
}

describe('corrections of facts that an earlier release imported', () => {
  const igo = oldSource('cow-igo');
  const dyads = oldSource('cow-alliances-by-dyad');
  const [one, other, third] = [newId('State'), newId('State'), newId('State')];
  const league = newId('Organization');
  const member = (line: number, state: string, edtf: string) =>
    createFromLine(igo.batch, line, 'Membership', {
      member: state,
      organization: league,
      status: 'FULL',
      validity: spell(edtf),
    });
  const [lasting, ended, changed] = [
    member(2, one, '1996/..'),
    member(3, other, '1990/2000'),
    member(4, third, '1996/..'),
  ];
  const alliance = (line: number, from: string, to: string, code: string) => {
    const agreement = createFromLine(dyads.batch, line, 'Agreement', { title: `Alliances of the states ${code}` });
    const owed = (edtf: string) =>
      createFromLine(dyads.batch, line, 'Obligation', {
        ...{ agreement: agreement.fact, from, to },
        ...{ obligationType: 'DEFENSE', validity: spell(edtf) },
      });
    const codeValues = { of: agreement.fact, scheme: 'COW_ALLIANCE_DYAD', value: code, status: 'OFFICIAL' };
    return {
      agreement,
      code: createFromLine(dyads.batch, line, 'ExternalCode', codeValues),
      lasts: owed('2000/..'),
      past: owed('1950/1960'),
    };
  };
  const [plain, cited, named] = [
    alliance(2, one, other, '991-992'),
    alliance(3, one, third, '991-993'),
    alliance(4, other, third, '992-993'),
  ];
  const byHand = createWaived('Membership', {
    ...{ member: one, organization: newId('Organization'), status: 'FULL' },
    validity: spell('2001/..'),
  });
  let before: number;
  const lines: string[] = [];

  beforeAll(async () => {
    desk = await openDesk();
    people = [await desk.createUser('Ana'), await desk.createUser('Ben')];
    const gazette = createSource({ issued: spell('2010-05-04') });
    await publish(people, [
      ...[one, other, third].map((fact, nth) => createWaived('State', { name: `State ${nth}` }, fact)),
      createWaived('Organization', { name: 'League', organizationType: 'IGO_FORMAL' }, league),
      createWaived(
        'Organization',
        { name: 'Club', organizationType: 'IGO_FORMAL' },
        String(byHand.values.organization),
      ),
      gazette,
      byHand,
      cite(byHand.fact, gazette.fact),
    ]);
    await mergeAsImport(desk, people, 'cow-igo', [...igo.operations, lasting, ended, changed]);
    await mergeAsImport(desk, people, 'cow-alliances-by-dyad', [
      ...dyads.operations,
      ...[plain, cited, named].flatMap(({ agreement, code, lasts, past }) => [agreement, code, lasts, past]),
    ]);
    await publish(people, [
      update(changed.fact, { validity: spell('1996/..') }, { validity: spell('1997/..') }),
      cite(cited.agreement.fact, gazette.fact),
      createWaived('Name', { of: named.agreement.fact, name: { text: 'The Pact', language: 'en' }, nameType: 'SHORT' }),
    ]);
    await clearAttestedUntil(desk);
    before = await head();
    await runCorrections(desk, (line) => lines.push(line));
  }, 120_000);

  it('set open ends to unknown where the data set ends, and change nothing else', async () => {
    expect(await spellOf(lasting.fact)).toMatchObject({ edtf: '1996/', attested: '2014-12-31' });
    expect(await spellOf(ended.fact)).toMatchObject({ edtf: '1990/2000', attested: '2000-12-31' });
    // An editor has changed it since.
    expect(await spellOf(changed.fact)).toMatchObject({ edtf: '1997/..', attested: '2014-12-31' });
    expect(await spellOf(byHand.fact)).toMatchObject({ edtf: '2001/..', attested: '2010-05-04' });
    const { rows } = await desk.owner.query(
      `SELECT validity_edtf AS edtf, validity_attested_until AS attested FROM history.membership WHERE id = $1 AND rev_to <= $2`,
      [lasting.fact, before + 1],
    );
    expect(rows).toEqual([{ edtf: '1996/..', attested: null }]);
  });

  it('retire stand-in agreements, unless an editor has cited or linked them', async () => {
    expect(await isInRegister(plain.agreement.fact)).toBe(false);
    expect(await isInRegister(plain.code.fact)).toBe(false);
    expect(await spellOf(plain.lasts.fact)).toMatchObject({ edtf: '2000/', agreement: null, attested: '2012-12-31' });
    expect(await spellOf(plain.past.fact)).toMatchObject({ edtf: '1950/1960', agreement: null });
    for (const { agreement, code, lasts } of [cited, named]) {
      expect(await isInRegister(agreement.fact)).toBe(true);
      expect(await isInRegister(code.fact)).toBe(true);
      expect(await spellOf(lasts.fact)).toMatchObject({ edtf: '2000/', agreement: agreement.fact });
    }
  });

  it('add the coverage of the data sets', async () => {
    for (const key of ['cow-igo', 'cow-alliances-by-dyad']) {
      const found = importers.find(({ manifest }) => manifest.key === key);
      if (!found) throw new Error(`there is no importer ${key}`);
      const { manifest } = found;
      for (const covered of manifest.covers) expect(await isInRegister(coverageIdOf(manifest, covered))).toBe(true);
    }
  });

  it('are one revision per source under the system account, with a reason', async () => {
    const { rows } = await desk.owner.query(
      'SELECT author_id AS author, merged_by AS merged, title, reason FROM ledger.revision WHERE number > $1 ORDER BY number',
      [before],
    );
    expect(rows).toEqual([
      {
        author: ledger.systemAccountId,
        merged: ledger.systemAccountId,
        title: 'Corrections of Intergovernmental Organizations, 3.0',
        reason: expect.stringMatching(/^The coverage of the data set .* the data set ends with 2014 .* continued: 1\./),
      },
      {
        author: ledger.systemAccountId,
        merged: ledger.systemAccountId,
        title: expect.stringMatching(/^Corrections of Formal Alliances by dyad/),
        reason: expect.stringMatching(/continued: 3\. .* are retired: 1\./),
      },
    ]);
    expect(lines).toHaveLength(2);
    const { rows: reviews } = await desk.owner.query('SELECT DISTINCT by, body FROM ledger.review WHERE by = $1', [
      ledger.systemAccountId,
    ]);
    expect(reviews).toEqual([{ by: ledger.systemAccountId, body: expect.stringMatching(/reviewed with it/) }]);
  });

  it('run once and do not count as changes by hand', async () => {
    const at = await head();
    await runCorrections(desk, silent);
    expect(await head()).toBe(at);
    const set = await ledger.fieldsSetByHand(desk.desk, new Set([lasting.fact, plain.lasts.fact, changed.fact]));
    expect(set).toEqual(new Map([[changed.fact, new Set(['validity'])]]));
    expect(await ledger.factsTouchedByHand(desk.desk, new Set([lasting.fact, changed.fact]))).toEqual(
      new Set([changed.fact]),
    );
  });

  it('are not repeated when an editor changes or reverts them', async () => {
    const { rows } = await desk.owner.query<{ number: number }>(
      "SELECT number FROM ledger.revision WHERE title LIKE 'Corrections of Formal%'",
    );
    await publish(people, [update(lasting.fact, { validity: spell('1996/') }, { validity: spell('1996/..') })]);
    const reverted = await ledger.revert(desk.desk, rows[0]?.number ?? 0, {
      by: people[0].id,
      reason: 'To see it brought back.',
    });
    if (reverted.outcome !== 'opened') throw new Error(`not reverted: ${reverted.outcome}`);
    const submitted = await people[0].submits(reverted.changeset);
    if (submitted.outcome !== 'submitted') throw new Error(`not submitted: ${JSON.stringify(submitted)}`);
    await people[1].approves(submitted.changeset);
    expect((await people[1].merges(submitted.changeset)).outcome).toBe('merged');
    const at = await head();
    await runCorrections(desk, silent);
    expect(await head()).toBe(at);
    expect(await spellOf(lasting.fact)).toMatchObject({ edtf: '1996/..' });
    expect(await isInRegister(plain.agreement.fact)).toBe(true);
    expect(await spellOf(plain.lasts.fact)).toMatchObject({ edtf: '2000/..', agreement: plain.agreement.fact });
  });
});

describe('an interrupted correction', () => {
  const states = Array.from({ length: 3 }, (_, nth) => createWaived('State', { name: `State of ${nth}` }));
  const correction = (batches: Iterable<readonly Operation[]>) => ({
    ...{ id: 'cs_0000000000000000000000000x', title: 'Three states', reason: () => 'They were missing.' },
    batches,
  });
  beforeEach(async () => {
    await desk.close();
    desk = await openDesk();
  }, 60_000);

  function* untilKilled() {
    yield states.slice(0, 1);
    throw new Error('killed');
  }

  it('resumes from the drafted, submitted or approved state, and is merged once', async () => {
    await expect(mergeAsSystem(desk, correction(untilKilled()), silent)).rejects.toThrow('killed');
    const by = ledger.systemAccountId;
    const { id } = correction([]);
    for (const step of ['submit', 'review'] as const) {
      await ledger.append(desk.desk, id, states, { by });
      const submitted = await ledger.submit(desk.writer, id, { by, reason: 'They were missing.' });
      if (submitted.outcome !== 'submitted') throw new Error(`not submitted: ${JSON.stringify(submitted)}`);
      if (step === 'review') {
        const version = submitted.changeset.sealedVersion ?? 0;
        const verdict = { id: 'rv_1', by, version, verdict: 'APPROVE', body: 'Killed after it.' } as const;
        expect((await ledger.review(desk.writer, id, verdict)).outcome).toBe('reviewed');
      }
    }
    expect(await mergeAsSystem(desk, correction([states]), silent)).toMatchObject({ outcome: 'merged', operations: 3 });
    expect(await mergeAsSystem(desk, correction([states]), silent)).toMatchObject({ outcome: 'settled', revision: 1 });
    expect(await head()).toBe(1);
  });

  it('leaves out and reports facts to which it no longer applies, and is settled if nothing is left', async () => {
    const [ana, ben] = [await desk.createUser('Ana'), await desk.createUser('Ben')];
    await publish([ana, ben], states);
    const rename = (at: number, from: string) =>
      update(states[at]?.fact ?? '', { name: from }, { name: `Republic of ${at}` });
    const lines: string[] = [];
    const report = (line: string) => lines.push(line);
    const first = { ...correction([[rename(0, 'State of 0'), rename(1, 'Kingdom of 1')]]), nameOf: () => 'the second' };
    expect(await mergeAsSystem(desk, first, report)).toMatchObject({ outcome: 'merged', operations: 1 });
    expect(lines).toContainEqual(expect.stringMatching(/the second is left out: it has been changed in this register/));
    const nothing = { ...correction([[rename(2, 'Kingdom of 2')]]), id: 'cs_0000000000000000000000000y' };
    expect(await mergeAsSystem(desk, nothing, report)).toEqual({ outcome: 'left-out' });
    expect(await mergeAsSystem(desk, nothing, report)).toMatchObject({ outcome: 'settled' });
    expect(await head()).toBe(2);
  });
});

describe('the system account', () => {
  it('approves its own work, which no other account can', async () => {
    const ana = await desk.createUser('Ana Own');
    const draft = await ana.drafts([create('State', { name: 'Own' }, { waivers: { '*': 'made up for a test' } })]);
    const submitted = await ana.submits(draft);
    if (submitted.outcome !== 'submitted') throw new Error(`not submitted: ${JSON.stringify(submitted)}`);
    expect((await ana.approves(submitted.changeset)).outcome).toBe('own-work');
    await expect(
      desk.owner.query(`UPDATE desk."user" SET role = 'SYSTEM' WHERE id = $1`, [ana.id]),
    ).rejects.toMatchObject({ constraint: 'user_system' });
  });
});
