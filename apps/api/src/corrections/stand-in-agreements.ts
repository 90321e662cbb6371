import { inbound, touchedByHand } from '@chancery/ledger';
import type pg from 'pg';
import { factsOfSource } from './lapsing-spells.ts';

/** The scheme of the codes by which agreements are known that only gathered what two states owe one another. */
const scheme = 'COW_ALLIANCE_DYAD';

/** An agreement that was made to hold together what two states owe one another, and its code. */
export interface StandIn {
  readonly agreement: string;
  readonly code: string;
}

/**
 * The agreements of a source that are no agreements: the file by dyad does not report under which alliance something is owed,
 * and its importer used to make one agreement for each two states. Those that somebody has changed, cited or linked are
 * left out.
 */
export async function standInsOf(desk: pg.Pool, source: string): Promise<StandIn[]> {
  const { rows } = await desk.query<StandIn>(
    `SELECT x.of_id AS agreement, x.id AS code
     FROM register.external_code x
       JOIN register.fact xf ON xf.id = x.id JOIN register.import_batch xb ON xb.id = xf.batch_id
       JOIN register.fact f ON f.id = x.of_id JOIN register.import_batch b ON b.id = f.batch_id
     WHERE x.scheme = $2 AND xb.source_id = $1 AND b.source_id = $1 AND f.type = 'Agreement' ORDER BY x.of_id`,
    [source, scheme],
  );
  const ids = new Set(rows.flatMap(({ agreement, code }) => [agreement, code]));
  const [touched, pointing, own] = await Promise.all([
    touchedByHand(desk, ids),
    inbound(desk, ids),
    obligationsOf(desk, source),
  ]);
  const isUsed = (id: string) => (pointing.get(id) ?? []).some((by) => !ids.has(by.id) && !own.has(by.id));
  return rows.filter(({ agreement, code }) => ![agreement, code].some((id) => touched.has(id) || isUsed(id)));
}

/** The obligations that a source brought in under such agreements. */
async function obligationsOf(desk: pg.Pool, source: string): Promise<Set<string>> {
  const own = new Set<string>();
  const underOne = 't.agreement_id IN (SELECT x.of_id FROM register.external_code x WHERE x.scheme = $3)';
  for await (const page of factsOfSource(desk, source, 'Obligation', underOne, [scheme]))
    for (const { id } of page) own.add(id);
  return own;
}
