import type { Pool } from 'pg';
import { Gauge, type Registry } from 'prom-client';

/**
 * Registers the metrics of the background jobs of all processes. While the database does not answer,
 * the numbers are absent and the age is NaN.
 */
export function registerJobMetrics(registers: Registry[], desk: Pool): void {
  const oldest = new Gauge({
    name: 'chancery_jobs_waiting_seconds',
    help: 'How long the oldest background job that waits has waited; 0 if none waits.',
    registers,
  });
  new Gauge({
    name: 'chancery_jobs',
    help: 'Number of background jobs, by state.',
    labelNames: ['state'],
    registers,
    async collect() {
      this.reset();
      try {
        const { waiting, running, seconds } = await readJobs(desk);
        this.set({ state: 'waiting' }, waiting);
        this.set({ state: 'running' }, running);
        oldest.set(seconds);
      } catch {
        // /readyz says why the database does not answer. The other metrics must still be served.
        oldest.set(Number.NaN);
      }
    },
  });
}

async function readJobs(desk: Pool): Promise<{ waiting: number; running: number; seconds: number }> {
  const { rows } = await desk.query<{ waiting: number; running: number; seconds: number }>(
    `SELECT count(*) FILTER (WHERE status = 'WAITING')::int AS waiting, count(*) FILTER (WHERE status = 'RUNNING')::int AS running,
       coalesce(extract(epoch FROM now() - min(created_at) FILTER (WHERE status = 'WAITING')), 0)::float8 AS seconds
     FROM desk.job WHERE finished_at IS NULL`,
  );
  const [found] = rows;
  if (!found) throw new Error('an aggregate has one row');
  return found;
}
