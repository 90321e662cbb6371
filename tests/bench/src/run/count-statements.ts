import { withClient } from '@chancery/prisma';
import type { RegisterDatabase } from '../database/register-database.ts';
import type { Parameters, Shape } from '../shapes/shape.ts';
import { compare } from './compare.ts';
import type { Contestant } from './contestants.ts';

/** How many statements Postgres ran for each question that Chancery was asked, as Postgres itself counts them. */
export async function statementsPerRead(
  { urls }: RegisterDatabase,
  chancery: Contestant,
  shape: Shape,
  questions: readonly Parameters[],
): Promise<number> {
  return withClient(urls.owner, async (client) => {
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements WITH SCHEMA public');
    await track(client, 'top');
    await client.query('SELECT public.pg_stat_statements_reset()');
    await compare([chancery], shape, questions);
    // The watch on the head asks each second, whoever reads: it alone asks the head for nothing but itself.
    const { rows } = await client.query<{ calls: string }>(
      `SELECT coalesce(sum(s.calls), 0) AS calls FROM public.pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid
       WHERE r.rolname = 'chancery_reader' AND s.dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
         AND s.query !~ '^SELECT number, .* FROM ledger[.]head$'`,
    );
    await track(client, 'none');
    return Number(rows[0]?.calls) / questions.length;
  });
}

async function track(client: { query: (sql: string) => Promise<unknown> }, what: 'top' | 'none'): Promise<void> {
  await client.query(`ALTER SYSTEM SET pg_stat_statements.track = '${what}'`);
  await client.query('SELECT pg_reload_conf()');
  // Sessions take the setting up with their next statement, once the server has told them.
  await new Promise((resolve) => setTimeout(resolve, 300));
}
