// Spells without a stated end, from the database.
import type { Desk } from '../../src/support/desk.ts';

/** A spell whose end no source states. */
export interface OpenSpell {
  readonly id: string;
  readonly type: 'Membership' | 'Obligation';
  /** The ids of member and organization, or of the two actors of the obligation. */
  readonly ends: readonly [string, string];
  /** The last day on which it may have started; `undefined` if there is no bound. */
  readonly startLatest: string | undefined;
  /** The last attested day. */
  readonly attestedUntil: string | undefined;
}

const tables = {
  Membership: { table: 'membership', ends: ['member_id', 'organization_id'] },
  Obligation: { table: 'obligation', ends: ['from_id', 'to_id'] },
} as const;

/** Returns every spell of a type with an unknown end (in EDTF, nothing after the slash). */
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
