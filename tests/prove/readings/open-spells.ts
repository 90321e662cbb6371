// Spells of which no source states an end, as the tables hold them: what the readings of every door are held to.
import type { Desk } from '../../src/support/desk.ts';

/** A spell whose end no source states. */
export interface OpenSpell {
  readonly id: string;
  readonly type: 'Membership' | 'Obligation';
  /** Between whom: the member and the organization, or who owes and to whom. */
  readonly ends: readonly [string, string];
  /** The last day on which it may have begun; undefined where that is not bounded. */
  readonly begun: string | undefined;
  /** The last day on which a source attests it. */
  readonly attested: string | undefined;
}

const tables = {
  Membership: { table: 'membership', ends: ['member_id', 'organization_id'] },
  Obligation: { table: 'obligation', ends: ['from_id', 'to_id'] },
} as const;

/** Every spell of a type whose period is written with an unknown end (EDTF: nothing behind the slash). */
export async function openSpells(owner: Desk['owner'], type: OpenSpell['type']): Promise<OpenSpell[]> {
  const { table, ends } = tables[type];
  const { rows } = await owner.query<{
    id: string;
    a: string;
    b: string;
    begun: string | null;
    attested: string | null;
  }>(
    `SELECT id, ${ends[0]} AS a, ${ends[1]} AS b, validity_start_latest::text AS begun, validity_attested_until::text AS attested
     FROM register.${table} WHERE validity_edtf LIKE '%/' ORDER BY id`,
  );
  return rows.map(({ id, a, b, begun, attested }) => ({
    ...{ id, type, ends: [a, b] as const },
    begun: begun ?? undefined,
    attested: attested ?? undefined,
  }));
}
