import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withClient } from '@chancery/prisma';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { isAlive, type Launching, prepareLaunch, until, untilItPrints, untilReady } from '../fixtures/launched.ts';

// Ctrl-C before Chancery is ready.
let launching: Launching;

beforeEach(async () => {
  launching = await prepareLaunch();
});
afterEach(() => launching.end());

test('SIGINT is obeyed while the launcher waits for Postgres', async () => {
  const first = launching.start();
  await untilReady(first);
  first.process.kill('SIGTERM');
  await first.ended;
  // Looks like a server of this cluster that is starting and never gets ready. SIGINT ends it, as it ends Postgres.
  const data = join(launching.home, 'postgres', 'data');
  const endless = 'trap "exit 0" INT; while :; do sleep 0.05; done';
  const postgres = spawn('sh', ['-c', endless, 'sh', '-D', data], { argv0: 'postgres', stdio: 'ignore' });
  const pid = postgres.pid ?? 0;
  try {
    writeFileSync(join(data, 'postmaster.pid'), `${pid}\n${data}\n0\n1\n\n127.0.0.1\n\nstarting\n`);
    const launcher = launching.start();
    await untilItPrints(launcher, 'Waiting for Postgres: it is starting or stopping');
    launcher.process.kill('SIGINT');
    expect(await launcher.ended).toBe(0);
    expect(isAlive(pid)).toBe(false);
  } finally {
    postgres.kill('SIGKILL');
  }
});

test('SIGTERM is obeyed while the database is migrated', async () => {
  const { owner } = launching.database.urls;
  await withClient(owner, async (client) => {
    // The lock of the migrations.
    await client.query('select pg_advisory_lock(72707369)');
    const launcher = launching.start(launching.existingDatabase);
    await until(async () => {
      const { rows } = await client.query(
        `select from pg_locks join pg_stat_activity using (pid)
         where locktype = 'advisory' and not granted and datname = current_database()`,
      );
      return rows.length > 0;
    });
    launcher.process.kill('SIGTERM');
    expect(await launcher.ended).toBe(0);
  });
});

test('SIGTERM is obeyed during the build, and ends its processes', async () => {
  mkdirSync(launching.home, { recursive: true });
  const file = join(launching.home, 'build.pid');
  const launcher = launching.start({ ...launching.existingDatabase, FAKE_BUILD: file });
  const pid = () => Number(readFileSync(file, 'utf8'));
  await until(() => {
    try {
      return pid() > 0;
    } catch {
      // Not written yet.
      return false;
    }
  });
  launcher.process.kill('SIGTERM');
  expect(await launcher.ended).toBe(0);
  expect(isAlive(pid())).toBe(false);
});
