// Appends, checks and merges one large changeset while the API and Postgres are killed at random moments.
import { setTimeout as sleep } from 'node:timers/promises';
import type { CreateOperation } from '@chancery/changesets';
import { type FactTypeName, idFromUuid, newDeskId, type Values } from '@chancery/codebook';
import { findChangeset, openChangeset } from '@chancery/ledger';
import { ApiProcess, type Colleague, requestMerge, submitAndWait } from './api-process.ts';
import { Random } from './random.ts';
import { registerDigests } from './table-digests.ts';

/** The result of `runInterruptedChangeset`. */
export interface InterruptedRun {
  /** Digests of the tables that merges write: register, history, operations of the ledger. */
  readonly digests: Readonly<Record<string, string>>;
  /** The milliseconds that each step took in the attempt without a kill. */
  readonly durations: Readonly<Record<Step, number>>;
  /** The number of kills that came before their step had ended. */
  readonly interruptions: number;
  /** How often the register contained only a part of the changeset after a kill. */
  readonly partialMerges: number;
}

const steps = ['append', 'check', 'merge'] as const;
type Step = (typeof steps)[number];

const ballotsPerResolution = 142;
const states = 150;
const batchSize = 4_000;

/**
 * Appends, checks and merges a data set of the given number of operations as one changeset on a new server. Interrupts
 * each step `kills` times: kills the API or, in turn, Postgres at a random moment within the step's time in
 * `durations`, restarts it, and repeats the step.
 */
export async function runInterruptedChangeset({
  operations,
  kills = 0,
  seed = 1,
  durations = { append: 0, check: 0, merge: 0 },
}: {
  operations: number;
  kills?: number;
  seed?: number;
  durations?: InterruptedRun['durations'];
}): Promise<InterruptedRun> {
  const server = new ApiProcess();
  try {
    await server.start();
    await server.createUsers('Ana', 'Ben');
    return await new ChangesetRun(server, operations).run(kills, new Random(seed), durations);
  } finally {
    await server.close();
  }
}

class ChangesetRun {
  readonly #server: ApiProcess;
  readonly #count: number;
  #id = '';
  #partialMerges = 0;
  #interruptions = 0;
  #kills = 0;

  constructor(server: ApiProcess, count: number) {
    this.#server = server;
    this.#count = count;
  }

  async run(kills: number, random: Random, expected: InterruptedRun['durations']): Promise<InterruptedRun> {
    const { id: authorId } = await this.#server.as('Ana');
    const words = { title: 'Roll calls', reason: 'All of them.' };
    this.#id = (await openChangeset(this.#server.pools.desk, { ...words, authorId })).id;
    const durations = { append: 0, check: 0, merge: 0 };
    for (const step of steps) {
      for (let kill = 0; kill < kills; kill += 1)
        await this.#killDuring(step, random.below(expected[step]), this.#kills % 2 === 0 ? 'api' : 'postgres');
      const began = performance.now();
      await this.#runStep(step);
      durations[step] = performance.now() - began;
    }
    return {
      digests: await registerDigests(this.#server.pools.owner),
      durations,
      interruptions: this.#interruptions,
      partialMerges: this.#partialMerges,
    };
  }

  /** Starts a step, kills a process after `after` milliseconds, restarts it, and checks for a partial merge. */
  async #killDuring(step: Step, after: number, victim: 'api' | 'postgres'): Promise<void> {
    let ended = false;
    // The step fails because of the kill, with an arbitrary error. The state afterwards is checked instead.
    const attempt = this.#runStep(step).then(
      () => {
        ended = true;
      },
      () => undefined,
    );
    await sleep(after);
    if (!ended) this.#interruptions += 1;
    this.#kills += 1;
    await (victim === 'api' ? this.#server.killApi() : this.#server.killPostgres());
    await attempt;
    await this.#server.start();
    await this.#countPartialMerges();
  }

  async #runStep(step: Step): Promise<void> {
    const people = [await this.#server.as('Ana'), await this.#server.as('Ben')] as const;
    if (step === 'append') await this.#append(people[0]);
    else if (step === 'check') await this.#submit(people[0]);
    else await this.#merge(people[1]);
  }

  /** Appends all operations from the start; the ledger skips those that it already has. */
  async #append(ana: Colleague): Promise<void> {
    let { version } = await this.#changeset();
    let batch: object[] = [];
    const send = async () => {
      const answer = await ana.ask(
        `mutation ($id: ID!, $version: Int!, $operations: [OperationInput!]!) {
          appendOperations(changeset: $id, version: $version, operations: $operations) {
            __typename ... on Appended { changeset { version } } ... on Refused { problems { message } } } }`,
        { id: this.#id, version, operations: batch },
      );
      const { appendOperations } = answer.data as { appendOperations?: { changeset?: { version: number } } };
      if (!appendOperations?.changeset) throw new Error(`not appended: ${answer.text.slice(0, 1_000)}`);
      ({ version } = appendOperations.changeset);
      batch = [];
    };
    for (const { id, fact, values, waivers, batch: line } of rollCalls(this.#count)) {
      const from = line ? { batch: line.id, batchLine: line.line } : { waivers };
      batch.push({ id, kind: 'CREATE', fact, values, ...from });
      if (batch.length === batchSize) await send();
    }
    if (batch.length > 0) await send();
  }

  async #submit(ana: Colleague): Promise<void> {
    const { version } = await this.#changeset();
    const result = await submitAndWait(ana, this.#id, version);
    if (result !== 'submitted') throw new Error(`not submitted: ${String(result).slice(0, 1_000)}`);
  }

  async #merge(ben: Colleague): Promise<void> {
    const changeset = await this.#changeset();
    if (changeset.status === 'SUBMITTED') await ben.approves(changeset);
    for (;;) {
      const { __typename } = await requestMerge(ben, this.#id, changeset.version);
      if (__typename === 'Merged') return;
      if (__typename !== 'Merging') throw new Error(`unexpected response to the merge: ${__typename}`);
      await sleep(100);
    }
  }

  async #changeset() {
    const changeset = await findChangeset(this.#server.pools.desk, this.#id);
    if (!changeset) throw new Error(`the changeset ${this.#id} does not exist`);
    return changeset;
  }

  async #countPartialMerges(): Promise<void> {
    const { rows } = await this.#server.pools.owner.query<{ facts: number; past: number; merged: number }>(
      `SELECT (SELECT count(*)::int FROM register.fact) AS facts, (SELECT count(*)::int FROM history.fact) AS past,
         (SELECT count(*)::int FROM ledger.operation) AS merged`,
    );
    const counts = Object.values(rows[0] ?? {});
    if (!counts.every((count) => count === 0) && !counts.every((count) => count === this.#count))
      this.#partialMerges += 1;
  }
}

/**
 * Yields a data set of roll calls, always the same: a source, a batch, states, an organization, resolutions and
 * ballots.
 */
function* rollCalls(count: number): Generator<CreateOperation> {
  let created = 0;
  const create = (type: FactTypeName, values: Values, batch?: string): CreateOperation => {
    created += 1;
    const fact = idFromUuid(type, `00000000-0000-7000-8000-${created.toString(16).padStart(12, '0')}`);
    const id = `${newDeskId('operation').split('_')[0]}_${fact.split('_')[1]}`;
    const evidence = batch ? { batch: { id: batch, line: created } } : { waivers: { '*': 'made up for a test' } };
    return { id, kind: 'create', type, fact, values, ...evidence };
  };
  const source = create('Source', {
    ...{ name: 'Roll calls', sourceType: 'ARTICLE_NEWSPAPER', reliability: 'B', independenceGroup: 'roll calls' },
  });
  const batch = create('ImportBatch', {
    ...{ title: 'Roll calls', source: source.fact, stance: 'SUPPORTS', modality: 'ASSERTED', credibility: 2 },
  });
  const forum = create('Organization', { name: 'General Assembly', organizationType: 'IGO_FORMAL' });
  const voters = Array.from({ length: states }, (_, at) => create('State', { name: `State ${at}` }));
  yield* [source, batch, forum, ...voters];
  const random = new Random(7);
  while (created < count) {
    const date = { edtf: `${random.between(1946, 2020)}-${random.between(10, 12)}-${random.between(10, 28)}` };
    const resolution = create('Resolution', { title: `Resolution ${created}`, forum: forum.fact, date }, batch.fact);
    yield resolution;
    for (const state of voters.slice(0, Math.min(ballotsPerResolution, count - created))) {
      const choice = random.pick(['YES', 'NO', 'ABSTAIN', 'ABSENT']);
      yield create('Ballot', { resolution: resolution.fact, state: state.fact, choice }, batch.fact);
    }
  }
}
