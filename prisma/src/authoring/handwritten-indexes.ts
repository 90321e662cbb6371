import type pg from 'pg';

/**
 * Takes from Prisma's script the removal of indexes that are not Prisma's to remove: the codebook's, and those behind a
 * constraint that a migration made by hand (deferrable uniqueness, exclusion), which its schema cannot say.
 */
export async function keepHandwrittenIndexes(client: pg.Client, script: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select i.relname as name from pg_class i where i.relkind = 'i' and i.relname like '%\\_cix'
     union select i.relname from pg_constraint c join pg_class i on i.oid = c.conindid where c.contype in ('u', 'x')`,
  );
  const kept = new Set(rows.map(({ name }) => name));
  const steps = script.split(/^(?=-- [A-Z])/m);
  const isKept = (step: string) => kept.has(/^DROP INDEX "[^"]+"\."([^"]+)";$/m.exec(step)?.[1] ?? '');
  return steps
    .filter((step) => !isKept(step))
    .join('')
    .trim();
}
