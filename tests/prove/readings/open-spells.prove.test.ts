// Spells without a stated end, on days after their last attestation: their reading must be LAST_RECORDED in the API and
// on all pages, and they must not be listed among spells that hold.
import { reservedPort } from '@chancery/prisma/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildAdmin } from '../../src/browser/support/admin-build.ts';
import { type AdminServer, startAdmin } from '../../src/browser/support/admin-server.ts';
import { type DataRegister, importSpellsOnDemo, openDataRegister } from '../measures/data-register.ts';
import { type OpenSpell, readOpenSpells } from './open-spells.ts';
import { readPage } from './page-readings.ts';

const day = '2026-11-30';
const say = (line: string) => process.stdout.write(`${line}\n`);

let register: DataRegister;
let admin: AdminServer;
let origin: string;
let spells: OpenSpell[];
// Takes as long as all imports together.
beforeAll(async () => {
  register = await openDataRegister(importSpellsOnDemo, say);
  const port = await reservedPort();
  await buildAdmin();
  admin = await startAdmin(port, register.url);
  origin = `http://127.0.0.1:${port}`;
  spells = [
    ...(await readOpenSpells(register.owner, 'Membership')),
    ...(await readOpenSpells(register.owner, 'Obligation')),
  ];
});
afterAll(async () => {
  await admin?.close();
  await register?.close();
});

const ofType = (type: OpenSpell['type']) => spells.filter((spell) => spell.type === type);
const listOf = { Membership: 'memberships', Obligation: 'obligations' } as const;
const types = ['Membership', 'Obligation'] as const;

/** Returns one error line, or none if the reading is LAST_RECORDED. */
function readingErrors(place: string, id: string, reading: string | null | undefined): string[] {
  return reading === 'LAST_RECORDED' ? [] : [`${place}: ${id} reads ${reading}`];
}

describe('in the API', () => {
  it.each(types)('each %s is LAST_RECORDED today and on the day after its last attestation', async (type) => {
    const mistakes: string[] = [];
    let [today, after] = [0, 0];
    const byDay = new Map<string | undefined, OpenSpell[]>();
    for (const spell of ofType(type)) {
      const next = dayAfter(spell);
      byDay.set(next, [...(byDay.get(next) ?? []), spell]);
    }
    for (const [next, group] of byDay) {
      for (let at = 0; at < group.length; at += 100) {
        const ids = group.slice(at, at + 100).map(({ id }) => id);
        const { data, errors } = await register.ask(
          `query ($ids: [ID!]!, $today: Date!, $next: Date!) { ${listOf[type]}(first: 100, filter: { id: { in: $ids } }) {
            nodes { id validity { today: reading(on: $today) next: reading(on: $next) } } } }`,
          { ids, today: day, next: next ?? day },
        );
        expect(errors).toEqual([]);
        const { nodes } = data[listOf[type]] as unknown as {
          nodes: { id: string; validity: { today: string; next: string } }[];
        };
        expect(nodes).toHaveLength(ids.length);
        for (const { id, validity } of nodes) {
          mistakes.push(
            ...readingErrors('today', id, validity.today),
            ...readingErrors(`on ${next}`, id, validity.next),
          );
          today += 1;
          after += next === undefined ? 0 : 1;
        }
      }
    }
    say(`${type}: ${today} LAST_RECORDED on ${day}, ${after} on the day after their last attestation`);
    expect(mistakes.slice(0, 20)).toEqual([]);
    expect(today).toBeGreaterThan(type === 'Membership' ? 12_000 : 27_000);
  });

  it.each(types)(
    'no %s is listed among those that hold, and each is listed among those last recorded',
    async (type) => {
      const expected = new Set(ofType(type).map(({ id }) => id));
      const idsWithReadings = async (...readings: string[]) => {
        const ids: string[] = [];
        let cursor: string | null = null;
        do {
          const { data, errors } = await register.ask(
            `query ($after: String, $on: Date!, $readings: [SpellReading!]!) { ${listOf[type]}(first: 100, after: $after,
            filter: { validity: { holds: { on: $on, readings: $readings } } }) { nodes { id } pageInfo { hasNextPage endCursor } } }`,
            { after: cursor, on: day, readings },
          );
          expect(errors).toEqual([]);
          const { nodes, pageInfo } = data[listOf[type]] as unknown as {
            nodes: { id: string }[];
            pageInfo: { hasNextPage: boolean; endCursor: string };
          };
          ids.push(...nodes.map(({ id }) => id));
          cursor = pageInfo.hasNextPage ? pageInfo.endCursor : null;
        } while (cursor !== null);
        return ids;
      };
      const holding = await idsWithReadings('CERTAIN', 'PRESUMED');
      expect(holding.filter((id) => expected.has(id))).toEqual([]);
      const recorded = new Set(await idsWithReadings('LAST_RECORDED'));
      expect([...expected].filter((id) => !recorded.has(id))).toEqual([]);
      say(`${type}: ${holding.length} hold on ${day}, none of the ${expected.size} open ones among them`);
    },
  );
});

describe('on the pages', () => {
  /**
   * Reads pages and, if they show a list, the following pages of the list, four at a time. `idOf` returns the id of the
   * spell that a page is about. Returns the ids of the spells that were found, and an error for each reading that is
   * not LAST_RECORDED or is not shown as “when last recorded”.
   */
  async function readPages(
    addresses: readonly string[],
    idOf?: (address: string) => string | undefined,
  ): Promise<{ foundIds: Set<string>; errors: string[] }> {
    // Stores the ids from the database: a substring of a page would keep the whole page in memory.
    const expected = new Map(spells.map(({ id }) => [id, id]));
    const foundIds = new Set<string>();
    const errors: string[] = [];
    const remaining = [...addresses];
    let pages = 0;
    const workers = Array.from({ length: 4 }, async () => {
      for (let address = remaining.pop(); address !== undefined; address = remaining.pop()) {
        const { byId, next } = await readPage(address, idOf?.(address));
        if (next !== undefined) remaining.push(next);
        pages += 1;
        if (pages % 1000 === 0)
          say(`${pages} pages read, ${remaining.length} to go, ${foundIds.size} spells seen, ${errors.length} errors`);
        for (const [id, readings] of byId) {
          const spell = expected.get(id);
          if (spell === undefined) continue;
          foundIds.add(spell);
          for (const { reading, words } of readings)
            errors.push(
              ...readingErrors(address, id, reading),
              ...(/when last recorded/.test(words) ? [] : [`${address}: ${id} says “${words}”`]),
            );
        }
      }
    });
    await Promise.all(workers);
    return { foundIds, errors };
  }

  it.each(types)('each %s is LAST_RECORDED in the lists', async (type) => {
    const { foundIds, errors } = await readPages([`${origin}/${listOf[type]}?on=${day}`]);
    say(`${type}: ${foundIds.size} seen in the list`);
    expect(errors.slice(0, 20)).toEqual([]);
    expect(foundIds.size).toBe(ofType(type).length);
  });

  it('memberships are LAST_RECORDED on the pages of their members and organizations', async () => {
    const pages = new Set(ofType('Membership').flatMap(({ ends }) => ends));
    const { foundIds, errors } = await readPages([...pages].map((id) => `${origin}/facts/${id}?on=${day}`));
    const memberships = ofType('Membership').filter(({ id }) => foundIds.has(id));
    // The page of a state also shows the first of its obligations.
    say(
      `Membership: ${memberships.length} seen on ${pages.size} pages of states and organizations and ${foundIds.size - memberships.length} obligations`,
    );
    expect(errors.slice(0, 20)).toEqual([]);
    // A page shows at most 400 memberships of a group, and the number of the others.
    expect(memberships.length).toBeGreaterThan(ofType('Membership').length * 0.99);
  });

  // Thousands of pages, each with all that the register knows of two states.
  const hours = 3 * 60 * 60_000;

  it(
    'obligations are LAST_RECORDED on the dyad pages of their actors',
    async () => {
      const pairs = new Set(ofType('Obligation').map(({ ends }) => [...ends].sort().join('/')));
      const { foundIds, errors } = await readPages([...pairs].map((pair) => `${origin}/dyad/${pair}?on=${day}`));
      say(`Obligation: ${foundIds.size} seen on ${pairs.size} dyad pages`);
      expect(errors.slice(0, 20)).toEqual([]);
      expect(foundIds.size).toBeGreaterThan(0);
    },
    hours,
  );

  it(
    'each spell is LAST_RECORDED on its own page',
    async () => {
      const { foundIds, errors } = await readPages(
        spells.map(({ id, type }) => `${origin}/${listOf[type]}/${id}?on=${day}`),
        (address) => /\/([a-z]+_\w+)\?/.exec(address)?.[1],
      );
      say(`${foundIds.size} seen on their own pages`);
      expect(errors.slice(0, 20)).toEqual([]);
      expect(foundIds.size).toBe(spells.length);
    },
    hours,
  );
});

/** Returns the day after a spell was last attested; `undefined` if it never was, or may have started after that day. */
function dayAfter({ startLatest, attestedUntil }: OpenSpell): string | undefined {
  if (attestedUntil === undefined) return undefined;
  const next = new Date(Date.parse(attestedUntil) + 86_400_000).toISOString().slice(0, 10);
  return startLatest !== undefined && startLatest > next ? undefined : next;
}
