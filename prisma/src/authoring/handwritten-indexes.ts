import type pg from 'pg';

/**
 * Returns Prisma's script without the steps that drop indexes which the Prisma schema cannot express: those of the
 * codebook, those of constraints that were written by hand (deferrable unique, exclusion), and partial indexes.
 */
export async function keepHandwrittenIndexes(client: pg.Client, script: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select i.relname as name from pg_class i where i.relkind = 'i' and i.relname like '%\\_cix'
     union select i.relname from pg_constraint c join pg_class i on i.oid = c.conindid where c.contype in ('u', 'x')
     union select i.relname from pg_index x join pg_class i on i.oid = x.indexrelid where x.indpred is not null`,
  );
  const handwritten = new Set(rows.map(({ name }) => name));
  const steps = script.split(/^(?=-- [A-Z])/m);
  const dropsHandwritten = (step: string) => handwritten.has(/^DROP INDEX "[^"]+"\."([^"]+)";$/m.exec(step)?.[1] ?? '');
  return steps
    .filter((step) => !dropsHandwritten(step))
    .join('')
    .trim();
}
