import { attestAllSpells, headNumber } from '@chancery/ledger';
import { correctDemo, demoChangesetIds } from '../demo/index.ts';
import { isAttested, noteAttested } from './attested-setting.ts';
import { correctImports } from './correct-imports.ts';
import type { CorrectionPools, Report } from './merge-as-system.ts';

/**
 * Brings a register up to what the release knows to be true, before anybody reads it: corrections of the demo register where
 * the register holds it, of what earlier releases imported, and until when spells are attested. Each correction is a
 * revision of its own under the system account. Does nothing the second time.
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

/** Whether the register holds the demo and there are corrections of it that have neither been merged nor given up. */
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
