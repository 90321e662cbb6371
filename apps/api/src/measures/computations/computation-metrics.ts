import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Computations } from './computations.ts';

/** Registers the metrics of the computation of statistics: the queue, refusals and durations. */
export function registerComputationMetrics(registers: Registry[], computations: Computations): void {
  new Gauge({
    name: 'chancery_statistics',
    help: 'Number of computations of statistics, by state.',
    labelNames: ['state'],
    registers,
    collect() {
      const { waiting, running } = computations.load();
      this.set({ state: 'waiting' }, waiting);
      this.set({ state: 'running' }, running);
    },
  });
  const refused = new Counter({
    name: 'chancery_statistics_refused_total',
    help: 'Requests for statistics that were refused, by reason.',
    labelNames: ['reason'],
    registers,
  });
  const seconds = new Histogram({
    name: 'chancery_statistics_seconds',
    help: 'Duration of computations of statistics in seconds, by kind.',
    labelNames: ['kind'],
    buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30],
    registers,
  });
  for (const reason of ['full', 'waited', 'timeout'] as const) refused.inc({ reason }, 0);
  computations.observe({
    onRefused: (reason) => refused.inc({ reason }),
    onComputed: (kind, duration) => seconds.observe({ kind }, duration),
  });
}
