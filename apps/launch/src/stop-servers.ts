import type { Server } from './server.ts';
import { supervision } from './supervision/limits.ts';

/**
 * Stops servers one after the other, so that the admin can finish its pages with the API still serving. All together
 * have `timeToStop` to finish open requests, but each at least `leastTimeToStop`. When `hurry` resolves, kills those
 * that still run.
 */
export async function stopServers(servers: Server[], hurry: Promise<unknown>): Promise<void> {
  const end = performance.now() + supervision.timeToStop;
  const inTurn = async () => {
    for (const server of servers) await server.stop(Math.max(end - performance.now(), supervision.leastTimeToStop));
  };
  const isHurried = await Promise.race([inTurn().then(() => false), hurry.then(() => true)]);
  if (isHurried) await Promise.all(servers.map((server) => server.stop(0)));
}
