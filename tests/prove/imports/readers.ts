import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ask } from '../../src/support/api.ts';
import { Random } from '../../src/support/random.ts';

/** The response times of the readers in one phase. */
export interface ResponseTimes {
  /** The number of responses. */
  readonly reads: number;
  /** The median in milliseconds; `NaN` without responses. */
  readonly p50: number;
  /** The 95th percentile in milliseconds; `NaN` without responses. */
  readonly p95: number;
}

const queries = [
  `query ($a: String!, $b: String!) { dyad(a: { code: $a }, b: { code: $b }) {
     agreements(first: 25, orderBy: SIGNED_DESC) { totalCount nodes { id title status } }
     sharedOrganizations(first: 25) { totalCount nodes { id name } }
     exercises(first: 25) { totalCount nodes { id name status } } } }`,
  `query ($a: String!, $b: String!) { one: state(code: $a) { id name codes(first: 20) { nodes { scheme value } } memberships(first: 50) {
     nodes { id status organization { id name } } } } other: state(code: $b) { id name } }`,
  'query ($a: String!) { agreements(first: 50, filter: { title: { contains: $a } }) { totalCount nodes { id title signed { edtf } } } }',
];

/**
 * Clients that send queries in a loop. Each client waits 50 ms after a response, and picks its next query and variables
 * at random, so that the response cache can rarely answer. Collects the response times by phase.
 */
export class Readers {
  readonly #ask: Ask;
  readonly #codes: readonly string[];
  readonly #times = new Map<string, number[]>();
  readonly #stopped: Promise<unknown>;
  #phase = 'before';
  #isStopping = false;

  /** Starts `readers` clients, which query the states with these ISO_A3 codes. */
  constructor(ask: Ask, codes: readonly string[], readers = 4) {
    this.#ask = ask;
    this.#codes = codes;
    this.#stopped = Promise.all(Array.from({ length: readers }, (_, at) => this.#read(new Random(at + 1))));
  }

  /** Starts a phase. The response times of later requests count for it. */
  enter(phase: string): void {
    this.#phase = phase;
  }

  /** Returns the response times of a phase so far. */
  responseTimes(phase: string): ResponseTimes {
    const sorted = (this.#times.get(phase) ?? []).toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
    return { reads: sorted.length, p50: at(0.5), p95: at(0.95) };
  }

  /**
   * Stops the clients, and waits for the responses to their current requests.
   * @throws Error if a query of a client failed
   */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#stopped;
  }

  async #read(random: Random): Promise<void> {
    while (!this.#isStopping) {
      const [phase, began] = [this.#phase, performance.now()];
      const variables = { a: random.pick(this.#codes), b: random.pick(this.#codes) };
      const { errors } = await this.#ask(random.pick(queries), variables);
      if (errors.length > 0) throw new Error(`a query failed: ${JSON.stringify(errors).slice(0, 500)}`);
      const times = this.#times.get(phase) ?? [];
      this.#times.set(phase, times);
      times.push(performance.now() - began);
      await sleep(50);
    }
  }
}
