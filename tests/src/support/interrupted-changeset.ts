// One large changeset, appended, checked and merged by a server whose API and Postgres are killed on the way.
import { setTimeout as sleep } from 'node:timers/promises';
import type { CreateOperation } from '@chancery/changesets';
import { type FactTypeName, idFromUuid, newDeskId, type Values } from '@chancery/codebook';
import { find, open } from '@chancery/ledger';
import { ApiProcess, type Colleague, requestMerge, submitAndWait } from './api-process.ts';
import { dumpOfRegister } from './dump.ts';
import { Random } from './random.ts';

/** What a changeset came to. */
export interface InterruptedRun {
  /** A digest of each table that tells what was merged: the register, its history, the operations of the ledger. */
  readonly dump: Readonly<Record<string, string>>;
  /** How long each part took when nothing was killed, in milliseconds. */
  readonly took: Readonly<Record<Part, number>>;
  /** How many kills came before the part that they were meant for had ended. */
  readonly amid: number;
  /** How often something of the changeset was in the register after a kill, without all of it. */
  readonly halves: number;
}

const parts = ['append', 'check', 'merge'] as const;
type Part = (typeof parts)[number];

const ballotsEach = 142;
const states = 150;
const batchSize = 4_000;

/**
 * Brings a data set of so many operations in, as one changeset of a new server. Each part is killed `kills` times at a
 * random moment of the time that it takes according to `took`, turn by turn the API and Postgres, and is asked for again.
 */
export async function runInterruptedChangeset({
  operations,
  kills = 0,
  seed = 1,
  took = { append: 0, check: 0, merge: 0 },
}: {
  operations: number;
  kills?: number;
  seed?: number;
  took?: InterruptedRun['took'];
}): Promise<InterruptedRun> {
  const server = new ApiProcess();
  try {
    await server.start();
    await server.hire('Ana', 'Ben');
    return await new Bearer(server, operations).carry(kills, new Random(seed), took);
  } finally {
    await server.close();
  }
}

class Bearer {
  readonly #server: ApiProcess;
  readonly #count: number;
  #id = '';
  #halves = 0;
  #amid = 0;
  #kills = 0;

  constructor(server: ApiProcess, count: number) {
    this.#server = server;
    this.#count = count;
  }

  async carry(kills: number, random: Random, usual: InterruptedRun['took']): Promise<InterruptedRun> {
    const { id: authorId } = await this.#server.as('Ana');
    const words = { title: 'Roll calls', reason: 'All of them.' };
    this.#id = (await open(this.#server.pools.desk, { ...words, authorId })).id;
    const took = { append: 0, check: 0, merge: 0 };
    for (const part of parts) {
      for (let kill = 0; kill < kills; kill += 1)
        await this.#killed(part, random.below(usual[part]), this.#kills % 2 === 0 ? 'api' : 'postgres');
      const began = performance.now();
      await this.#run(part);
      took[part] = performance.now() - began;
    }
    return {
      dump: await dumpOfRegister(this.#server.pools.owner),
      took,
      amid: this.#amid,
      halves: this.#halves,
    };
  }

  /** Begins a part and kills a process amid it. */
  async #killed(part: Part, after: number, victim: 'api' | 'postgres'): Promise<void> {
    let ended = false;
    // It fails for the kill, with whatever words come of that; what counts is what is found afterwards.
    const attempt = this.#run(part).then(
      () => {
        ended = true;
      },
      () => undefined,
    );
    await sleep(after);
    if (!ended) this.#amid += 1;
    this.#kills += 1;
    await (victim === 'api' ? this.#server.killApi() : this.#server.killPostgres());
    await attempt;
    await this.#server.start();
    await this.#countHalves();
  }

  async #run(part: Part): Promise<void> {
    const people = [await this.#server.as('Ana'), await this.#server.as('Ben')] as const;
    if (part === 'append') await this.#append(people[0]);
    else if (part === 'check') await this.#submit(people[0]);
    else await this.#merge(people[1]);
  }

  /** Appends all that is to be appended, from the beginning: what is there already is passed over. */
  async #append(ana: Colleague): Promise<void> {
    let { version } = await this.#standing();
    let batch: object[] = [];
    const send = async () => {
      const answer = await ana.ask(
        `mutation ($id: ID!, $version: Int!, $operations: [OperationInput!]!) {
          appendOperations(changeset: $id, version: $version, operations: $operations) {
            __typename ... on Appended { changeset { version } } ... on Refused { problems { message } } } }`,
        { id: this.#id, version, operations: batch },
      );
      const { appendOperations } = answer.data as { appendOperations?: { changeset?: { version: number } } };
      if (!appendOperations?.changeset) throw new Error(answer.text.slice(0, 1_000));
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
    const { version } = await this.#standing();
    const came = await submitAndWait(ana, this.#id, version);
    if (came !== 'submitted') throw new Error(String(came).slice(0, 1_000));
  }

  async #merge(ben: Colleague): Promise<void> {
    const changeset = await this.#standing();
    if (changeset.status === 'SUBMITTED') await ben.approves(changeset);
    for (;;) {
      const { __typename } = await requestMerge(ben, this.#id, changeset.version);
      if (__typename === 'Merged') return;
      if (__typename !== 'Merging') throw new Error(`the merge was answered ${__typename}`);
      await sleep(100);
    }
  }

  async #standing() {
    const changeset = await find(this.#server.pools.desk, this.#id);
    if (!changeset) throw new Error('the changeset is gone');
    return changeset;
  }

  async #countHalves(): Promise<void> {
    const { rows } = await this.#server.pools.owner.query<{ facts: number; kept: number; merged: number }>(
      `SELECT (SELECT count(*)::int FROM register.fact) AS facts, (SELECT count(*)::int FROM history.fact) AS kept,
         (SELECT count(*)::int FROM ledger.operation) AS merged`,
    );
    const counts = Object.values(rows[0] ?? {});
    if (!counts.every((count) => count === 0) && !counts.every((count) => count === this.#count)) this.#halves += 1;
  }
}

/** A data set of roll calls, the same each time: a source and its batch, states, an organization, resolutions, ballots. */
function* rollCalls(count: number): Generator<CreateOperation> {
  let made = 0;
  const create = (type: FactTypeName, values: Values, batch?: string): CreateOperation => {
    made += 1;
    const fact = idFromUuid(type, `00000000-0000-7000-8000-${made.toString(16).padStart(12, '0')}`);
    const id = `${newDeskId('operation').split('_')[0]}_${fact.split('_')[1]}`;
    const evidence = batch ? { batch: { id: batch, line: made } } : { waivers: { '*': 'made up for a test' } };
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
  while (made < count) {
    const date = { edtf: `${random.between(1946, 2020)}-${random.between(10, 12)}-${random.between(10, 28)}` };
    const resolution = create('Resolution', { title: `Resolution ${made}`, forum: forum.fact, date }, batch.fact);
    yield resolution;
    for (const state of voters.slice(0, Math.min(ballotsEach, count - made))) {
      const choice = random.pick(['YES', 'NO', 'ABSTAIN', 'ABSENT']);
      yield create('Ballot', { resolution: resolution.fact, state: state.fact, choice }, batch.fact);
    }
  }
}
