import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withClient } from '@chancery/prisma';
import type { Workload } from './measure.ts';

const folder = join(import.meta.dirname, '..', '..', 'sql');

/**
 * Writes the EXPLAIN output of the hand-written statement of each workload to a file beside the statement. Uses the
 * first of the varied parameters.
 */
export async function writeExplains(url: string, workloads: readonly Workload[]): Promise<void> {
  await withClient(url, async (client) => {
    for (const { shape, varied } of workloads) {
      const name = shape.name.toLowerCase();
      const [parameters] = varied;
      const text = readFileSync(join(folder, `${name}.sql`), 'utf8');
      const values = Object.values(parameters ?? {});
      const explain = () => client.query<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE, BUFFERS) ${text}`, values);
      // The first run fills the buffers and the catalog caches.
      await explain();
      const { rows } = await explain();
      const lines = rows.map((row) => row['QUERY PLAN']).join('\n');
      writeFileSync(join(folder, `${name}.explain.txt`), `-- ${JSON.stringify(parameters)}\n${lines}\n`);
    }
  });
}
