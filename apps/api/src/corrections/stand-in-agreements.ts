import { factsTouchedByHand, lookUpInboundLinks } from '@chancery/ledger';
import type pg from 'pg';
import { factsOfSource } from './lapsing-spells.ts';

/** The code scheme of stand-in agreements. */
const scheme = 'COW_ALLIANCE_DYAD';

/** The ids of a stand-in agreement, which only groups the obligations of two states, and of its code. */
export interface StandIn {
  readonly agreement: string;
  readonly code: string;
}

/**
 * Returns the stand-in agreements of a source. The file by dyad does not say to which alliance an obligation belongs,
 * and its importer used to create one agreement for each dyad. Stand-ins that an editor has changed, cited or linked to
 * are left out.
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
    factsTouchedByHand(desk, ids),
    lookUpInboundLinks(desk, ids),
    obligationsOf(desk, source),
  ]);
  const isUsed = (id: string) => (pointing.get(id) ?? []).some((by) => !ids.has(by.id) && !own.has(by.id));
  return rows.filter(({ agreement, code }) => ![agreement, code].some((id) => touched.has(id) || isUsed(id)));
}

/** Returns the ids of the obligations that were imported from a source under stand-in agreements. */
async function obligationsOf(desk: pg.Pool, source: string): Promise<Set<string>> {
  const own = new Set<string>();
  const isUnderStandIn = 't.agreement_id IN (SELECT x.of_id FROM register.external_code x WHERE x.scheme = $3)';
  for await (const page of factsOfSource(desk, source, 'Obligation', isUnderStandIn, [scheme]))
    for (const { id } of page) own.add(id);
  return own;
}
