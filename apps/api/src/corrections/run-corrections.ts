import { attestStanding, headNumber } from '@chancery/ledger';
import { correctDemo } from '../demo/index.ts';
import { isAttested, noteAttested } from './attested.ts';
import { correctImports } from './correct-imports.ts';
import type { CorrectionPools, Say } from './merge-as-system.ts';

/**
 * Brings a register up to what the release knows to be true, before anybody reads it: corrections of the demo register where
 * the register holds it, of what earlier releases imported, and until when spells are attested. Each correction is a
 * revision of its own under the system account. Does nothing the second time.
 */
export async function runCorrections(pools: CorrectionPools, say: Say): Promise<void> {
  const { desk, writer } = pools;
  if ((await headNumber(desk)) === 0) return;
  if (await holdsDemo(pools)) await correctDemo(pools, say);
  await correctImports(pools, say);
  if (await isAttested(desk)) return;
  await attestStanding(writer);
  await noteAttested(desk);
}

async function holdsDemo({ desk }: CorrectionPools): Promise<boolean> {
  const { rows } = await desk.query<{ value: unknown }>("SELECT value FROM desk.setting WHERE name = 'demo'");
  return rows[0]?.value === 'loaded';
}
