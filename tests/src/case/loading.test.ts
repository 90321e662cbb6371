import { demoRegister, loadDemo, parseSeedFile, readSeed } from '@chancery/api/demo';
import * as ledger from '@chancery/ledger';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Desk, openDesk } from '../support/desk.ts';
import { demoEditors } from './case-register.ts';

let whole: Desk;
let broken: Desk;
let people: Awaited<ReturnType<typeof demoEditors>>;
let editors: Awaited<ReturnType<typeof demoEditors>>;
beforeAll(async () => {
  [whole, broken] = await Promise.all([openDesk(), openDesk()]);
  people = await demoEditors(whole);
  await loadDemo(whole, people, () => undefined);
  editors = await demoEditors(broken);
}, 300_000);
afterAll(() => Promise.all([whole.close(), broken.close()]));

/** A digest of every table of the register. */
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
  it('goes on where it was broken off, and gives the same register', async () => {
    const { changesets, keys } = demoRegister();
    const [, , third, fourth] = changesets;
    if (!third || !fourth) throw new Error('the demo register has become too small for this test');
    const until = (file: string) => (line: string) => {
      if (line.includes(file)) throw new Error('killed');
    };
    // Killed between files.
    await expect(loadDemo(broken, editors, until('02-'))).rejects.toThrow('killed');
    // Killed with half of a file appended.
    const { id, title, reason, operations } = third;
    await ledger.open(broken.desk, { id, title, reason, authorId: editors.author });
    await ledger.append(broken.desk, id, operations.slice(0, 100), { by: editors.author });
    await expect(loadDemo(broken, editors, until('03-'))).rejects.toThrow('killed');
    // Killed between submission and review.
    await ledger.open(broken.desk, { ...fourth, authorId: editors.author });
    await ledger.append(broken.desk, fourth.id, fourth.operations, { by: editors.author });
    expect((await ledger.submit(broken.writer, fourth.id, { by: editors.author })).outcome).toBe('submitted');
    const loaded = await loadDemo(broken, editors, () => undefined, { changesets, keys });
    expect(loaded.map(({ revision }) => revision)).toEqual(changesets.map((_changeset, at) => at + 1));
    expect(await digests(broken)).toEqual(await digests(whole));
  }, 300_000);

  it('does nothing the second time', async () => {
    const before = await digests(whole);
    const lines: string[] = [];
    const loaded = await loadDemo(whole, people, (line) => lines.push(line));
    expect(lines).toEqual([]);
    expect(loaded).toHaveLength(demoRegister().changesets.length);
    expect(await digests(whole)).toEqual(before);
    expect(await ledger.headNumber(whole.reader)).toBe(loaded.length);
  });

  it('says in one line which file and which fact the ledger refuses', async () => {
    const text = JSON.stringify({
      title: 'A state without evidence',
      reason: 'To see it refused.',
      facts: [{ key: 'st:UTOPIA', type: 'State', values: { name: 'Utopia', validity: '1516/..' } }],
    });
    const seed = readSeed([{ name: '99-utopia.json', text }]);
    await expect(loadDemo(whole, people, () => undefined, seed)).rejects.toThrow(
      /^prisma\/seed\/99-utopia\.json: not submitted: st:UTOPIA: Validity is set without evidence/,
    );
    expect(() => parseSeedFile('99-utopia.json', '{')).toThrow(/^prisma\/seed\/99-utopia\.json: /);
  });
});
