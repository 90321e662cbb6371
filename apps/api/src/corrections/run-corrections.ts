import { attestAllSpells, headNumber } from '@chancery/ledger';
import { correctDemo, demoChangesetIds } from '../demo/index.ts';
import { isAttested, noteAttested } from './attested-setting.ts';
import { correctImports } from './correct-imports.ts';
import type { CorrectionPools, Report } from './merge-as-system.ts';

/**
 * Runs the corrections of a release before the server answers requests: corrections of the demo register (if the
 * register contains it), corrections of facts that earlier releases imported, and computing `attestedUntil` for all
 * spells. Each correction is a separate revision under the system account. Does nothing if the register is empty or all
 * corrections have been made.
 */
export async function runCorrections(pools: CorrectionPools, report: Report): Promise<void> {
  const { desk, writer } = pools;
  if ((await headNumber(desk)) === 0) return;
  if (await isDemoBehind(pools)) await correctDemo(pools, report);
  await correctImports(pools, report);
  if (await isAttested(desk)) return;
  await attestAllSpells(writer);
  await noteAttested(desk);
}

/** True when the register contains the demo and some of its changesets have been neither merged nor discarded. */
async function isDemoBehind({ desk }: CorrectionPools): Promise<boolean> {
  const ids = demoChangesetIds();
  const { rows } = await desk.query<{ settled: number }>(
    `SELECT count(c.id)::int AS settled FROM desk.setting s
       LEFT JOIN desk.changeset c ON c.id = ANY ($1) AND c.status IN ('MERGED', 'DISCARDED')
     WHERE s.name = 'demo' AND s.value = '"loaded"' HAVING count(s.name) > 0`,
    [ids],
  );
  const [demo] = rows;
  return demo !== undefined && demo.settled < ids.length;
}
