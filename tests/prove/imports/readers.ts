import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ask } from '../../src/support/api.ts';
import { Random } from '../../src/support/random.ts';

/** How long readers have waited in a phase, in milliseconds. */
export interface Waited {
  readonly reads: number;
  readonly p50: number;
  readonly p95: number;
}

const questions = [
  `query ($a: String!, $b: String!) { dyad(a: { code: $a }, b: { code: $b }) {
     agreements(first: 25, orderBy: SIGNED_DESC) { totalCount nodes { id title status } }
     sharedOrganizations(first: 25) { totalCount nodes { id name } }
     exercises(first: 25) { totalCount nodes { id name status } } } }`,
  `query ($a: String!, $b: String!) { one: state(code: $a) { id name codes(first: 20) { nodes { scheme value } } memberships(first: 50) {
     nodes { id status organization { id name } } } } other: state(code: $b) { id name } }`,
  'query ($a: String!) { agreements(first: 50, filter: { title: { contains: $a } }) { totalCount nodes { id title signed { edtf } } } }',
];

/**
 * Readers that ask again and again, each a moment after the last answer, with questions that vary too much to be kept.
 * They say how long they waited in each phase that was entered.
 */
export class Readers {
  readonly #ask: Ask;
  readonly #codes: readonly string[];
  readonly #waits = new Map<string, number[]>();
  readonly #stopped: Promise<unknown>;
  #phase = 'before';
  #stops = false;

  /** Begins to read. `codes` are ISO_A3 codes of states. */
  constructor(ask: Ask, codes: readonly string[], readers = 4) {
    this.#ask = ask;
    this.#codes = codes;
    this.#stopped = Promise.all(Array.from({ length: readers }, (_, at) => this.#read(new Random(at + 1))));
  }

  /** From now on what is waited for counts for this phase. */
  enter(phase: string): void {
    this.#phase = phase;
  }

  /** How long they have waited so far in a phase. */
  waited(phase: string): Waited {
    const sorted = (this.#waits.get(phase) ?? []).toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
    return { reads: sorted.length, p50: at(0.5), p95: at(0.95) };
  }

  /** Ends when the last answer has come. */
  async stop(): Promise<void> {
    this.#stops = true;
    await this.#stopped;
  }

  async #read(random: Random): Promise<void> {
    while (!this.#stops) {
      const [phase, began] = [this.#phase, performance.now()];
      const variables = { a: random.pick(this.#codes), b: random.pick(this.#codes) };
      const { errors } = await this.#ask(random.pick(questions), variables);
      if (errors.length > 0) throw new Error(`a reader was told ${JSON.stringify(errors).slice(0, 500)}`);
      const waits = this.#waits.get(phase) ?? [];
      this.#waits.set(phase, waits);
      waits.push(performance.now() - began);
      await sleep(50);
    }
  }
}
