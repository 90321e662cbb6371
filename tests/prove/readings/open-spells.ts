// Spells without a stated end, from the database.
import type { Desk } from '../../src/support/desk.ts';

/** A membership or obligation whose spell has an unknown end. */
export interface OpenSpell {
  readonly id: string;
  readonly type: 'Membership' | 'Obligation';
  /** The ids of member and organization, or of the two actors of the obligation. */
  readonly ends: readonly [string, string];
  /** The latest day on which it may have started; `undefined` if that is unknown. */
  readonly startLatest: string | undefined;
  /** The last day on which a source shows that it held; `undefined` if there is none. */
  readonly attestedUntil: string | undefined;
}

const tables = {
  Membership: { table: 'membership', ends: ['member_id', 'organization_id'] },
  Obligation: { table: 'obligation', ends: ['from_id', 'to_id'] },
} as const;

/** Returns all facts of a type whose spell has an unknown end (nothing after the slash in EDTF), sorted by id. */
export async function readOpenSpells(owner: Desk['owner'], type: OpenSpell['type']): Promise<OpenSpell[]> {
  const { table, ends } = tables[type];
  const { rows } = await owner.query<{
    id: string;
    a: string;
    b: string;
    startLatest: string | null;
    attestedUntil: string | null;
  }>(
    `SELECT id, ${ends[0]} AS a, ${ends[1]} AS b, validity_start_latest::text AS "startLatest", validity_attested_until::text AS "attestedUntil"
     FROM register.${table} WHERE validity_edtf LIKE '%/' ORDER BY id`,
  );
  return rows.map(({ id, a, b, startLatest, attestedUntil }) => ({
    ...{ id, type, ends: [a, b] as const },
    startLatest: startLatest ?? undefined,
    attestedUntil: attestedUntil ?? undefined,
  }));
}
