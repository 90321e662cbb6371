import { attestAllSpells, headNumber } from '@chancery/ledger';
import { correctDemo, demoChangesetIds } from '../demo/index.ts';
import { hasAttestedAllSpells, recordAllSpellsAttested } from './attested-setting.ts';
import { correctImports } from './correct-imports.ts';
import type { CorrectionPools, ProgressReporter } from './merge-as-system.ts';

/**
 * Runs the corrections that come with a release, before the server answers requests: corrects the demo register if the
 * register contains it, corrects facts that earlier releases imported, and computes `attestedUntil` for all spells.
 * Each correction is merged as a separate revision under the system account. Does nothing if the register is empty or
 * all corrections have been made.
 */
export async function runCorrections(pools: CorrectionPools, report: ProgressReporter): Promise<void> {
  const { desk, writer } = pools;
  if ((await headNumber(desk)) === 0) return;
  if (await isDemoBehind(pools)) await correctDemo(pools, report);
  await correctImports(pools, report);
  if (await hasAttestedAllSpells(desk)) return;
  await attestAllSpells(writer);
  await recordAllSpellsAttested(desk);
}

/** True when the register contains the demo and some changesets of the demo have been neither merged nor discarded. */
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
