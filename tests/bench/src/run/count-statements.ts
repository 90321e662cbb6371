import { withClient } from '@chancery/prisma';
import type { RegisterDatabase } from '../database/register-database.ts';
import type { Parameters, Shape } from '../shapes/shape.ts';
import { compare } from './compare.ts';
import type { Contestant } from './contestants.ts';

/** Returns the average number of statements per request to Chancery, from pg_stat_statements. */
export async function countStatementsPerRead(
  { urls }: RegisterDatabase,
  chancery: Contestant,
  shape: Shape,
  parameterSets: readonly Parameters[],
): Promise<number> {
  return withClient(urls.owner, async (client) => {
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements WITH SCHEMA public');
    await track(client, 'top');
    await client.query('SELECT public.pg_stat_statements_reset()');
    await compare([chancery], shape, parameterSets);
    // Excludes the statement that polls the head each second, which is the only one that reads just the head.
    const { rows } = await client.query<{ calls: string }>(
      `SELECT coalesce(sum(s.calls), 0) AS calls FROM public.pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid
       WHERE r.rolname = 'chancery_reader' AND s.dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
         AND s.query !~ '^SELECT number, .* FROM ledger[.]head$'`,
    );
    await track(client, 'none');
    return Number(rows[0]?.calls) / parameterSets.length;
  });
}

async function track(client: { query: (sql: string) => Promise<unknown> }, what: 'top' | 'none'): Promise<void> {
  await client.query(`ALTER SYSTEM SET pg_stat_statements.track = '${what}'`);
  await client.query('SELECT pg_reload_conf()');
  // Sessions apply the setting at their next statement, after the server has signalled them.
  await new Promise((resolve) => setTimeout(resolve, 300));
}
