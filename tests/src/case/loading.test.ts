import { demoRegister, loadDemo, parseSeedFile, readSeed } from '@chancery/api/demo';
import * as ledger from '@chancery/ledger';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Desk, openDesk } from '../support/desk.ts';
import { createDemoEditors } from './case-register.ts';

let complete: Desk;
let interrupted: Desk;
let completeEditors: Awaited<ReturnType<typeof createDemoEditors>>;
let interruptedEditors: Awaited<ReturnType<typeof createDemoEditors>>;
beforeAll(async () => {
  [complete, interrupted] = await Promise.all([openDesk(), openDesk()]);
  completeEditors = await createDemoEditors(complete);
  await loadDemo(complete, completeEditors, () => undefined);
  interruptedEditors = await createDemoEditors(interrupted);
}, 300_000);
afterAll(() => Promise.all([complete.close(), interrupted.close()]));

/** Returns a digest of each table of the register. */
async function digests({ owner }: Desk): Promise<Record<string, string>> {
  const tables = await owner.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'register' AND table_type = 'BASE TABLE' ORDER BY 1",
  );
  const digest = async (name: string) => {
    const { rows } = await owner.query<{ digest: string }>(
      `SELECT coalesce(md5(string_agg(t::text, E'\\n' ORDER BY t.id)), 'empty') AS digest FROM register."${name}" t`,
    );
    return [name, rows[0]?.digest ?? ''] as const;
  };
  return Object.fromEntries(await Promise.all(tables.rows.map(({ name }) => digest(name))));
}

describe('loading the demo register', () => {
  it('resumes after an interruption and results in the same register', async () => {
    const { changesets, keys } = demoRegister();
    const [, , third, fourth] = changesets;
    if (!third || !fourth) throw new Error('this test needs at least four files in the demo register');
    const throwAt = (file: string) => (line: string) => {
      if (line.includes(file)) throw new Error('killed');
    };
    // Killed between files.
    await expect(loadDemo(interrupted, interruptedEditors, throwAt('02-'))).rejects.toThrow('killed');
    // Killed with part of a file appended.
    const { id, title, reason, operations } = third;
    await ledger.openChangeset(interrupted.desk, { id, title, reason, authorId: interruptedEditors.author });
    await ledger.append(interrupted.desk, id, operations.slice(0, 100), { by: interruptedEditors.author });
    await expect(loadDemo(interrupted, interruptedEditors, throwAt('03-'))).rejects.toThrow('killed');
    // Killed between submission and review.
    await ledger.openChangeset(interrupted.desk, { ...fourth, authorId: interruptedEditors.author });
    await ledger.append(interrupted.desk, fourth.id, fourth.operations, { by: interruptedEditors.author });
    expect((await ledger.submit(interrupted.writer, fourth.id, { by: interruptedEditors.author })).outcome).toBe(
      'submitted',
    );
    const loaded = await loadDemo(interrupted, interruptedEditors, () => undefined, { changesets, keys });
    expect(loaded.map(({ revision }) => revision)).toEqual(changesets.map((_changeset, at) => at + 1));
    expect(await digests(interrupted)).toEqual(await digests(complete));
  }, 300_000);

  it('changes nothing when repeated', async () => {
    const before = await digests(complete);
    const lines: string[] = [];
    const loaded = await loadDemo(complete, completeEditors, (line) => lines.push(line));
    expect(lines).toEqual([]);
    expect(loaded).toHaveLength(demoRegister().changesets.length);
    expect(await digests(complete)).toEqual(before);
    expect(await ledger.headNumber(complete.reader)).toBe(loaded.length);
  });

  it('reports the file and the fact that the ledger refuses in one line', async () => {
    const text = JSON.stringify({
      title: 'A state without evidence',
      reason: 'To see it refused.',
      facts: [{ key: 'st:UTOPIA', type: 'State', values: { name: 'Utopia', validity: '1516/..' } }],
    });
    const seed = readSeed([{ name: '99-utopia.json', text }]);
    await expect(loadDemo(complete, completeEditors, () => undefined, seed)).rejects.toThrow(
      /^prisma\/seed\/99-utopia\.json: could not be submitted: st:UTOPIA: Validity has no evidence/,
    );
    expect(() => parseSeedFile('99-utopia.json', '{')).toThrow(/^prisma\/seed\/99-utopia\.json: /);
  });
});
