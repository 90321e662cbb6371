// Kills the API and Postgres at random moments during merges, and checks the state after the restart.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Operation } from '@chancery/changesets';
import { newDeskId, newId } from '@chancery/codebook';
import type { Changeset } from '@chancery/ledger';
import { ApiProcess, type Colleague, requestMerge } from './api-process.ts';
import { createWaived } from './operations.ts';
import { Random } from './random.ts';

/** The results of a run: counts of kills, merges and errors, and the slowest recovery. */
export interface KillResults {
  readonly api: number;
  readonly postgres: number;
  /** Kills inside the transaction of a merge, which then did not commit. */
  readonly insideTransaction: number;
  /** Kills after which the merge had committed. */
  readonly committed: number;
  /** Merges that ran as jobs. */
  readonly inBackground: number;
  /** Operations whose appending the server acknowledged; each is looked up after the kill. */
  readonly acknowledged: number;
  /** Changesets of which the register has only a part, counted after each kill and each repeated merge. */
  readonly partialMerges: number;
  /** Merges that the server reported, and operations that it acknowledged, which are missing after the restart. */
  readonly lost: number;
  /**
   * Changesets whose facts or revisions occur more than once, and kills after which revisions and merges differ in
   * number.
   */
  readonly doubleMerges: number;
  /** The longest time from a kill until the server was ready again, in milliseconds. */
  readonly slowestRecovery: number;
}

const smallMerge = 400;
/** Large enough to be merged as a job. */
const largeMerge = 5_100;

/**
 * Kills the API `api` times and Postgres `postgres` times during merges. The merges at every tenth kill and at the last
 * one run as jobs.
 * @throws Error if the API exits by itself, or a merge cannot be repeated after a kill
 */
export async function killDuringMerges({
  api,
  postgres,
  seed,
  processes = 1,
}: {
  api: number;
  postgres: number;
  seed: number;
  /** The number of API processes. A kill of the API kills one of them. */
  processes?: number;
}): Promise<KillResults> {
  const server = new ApiProcess(processes);
  try {
    await server.start();
    await server.createUsers('Ana', 'Ben');
    const run = new KillRun(server, new Random(seed));
    const victims = [...Array<'api'>(api).fill('api'), ...Array<'postgres'>(postgres).fill('postgres')];
    for (const [at, victim] of victims.entries()) await run.kill(victim, at % 10 === 9 || at === victims.length - 1);
    return { api, postgres, ...run.counts };
  } finally {
    await server.close();
  }
}

class KillRun {
  readonly counts = {
    ...{ insideTransaction: 0, committed: 0, inBackground: 0, acknowledged: 0 },
    ...{ partialMerges: 0, lost: 0, doubleMerges: 0, slowestRecovery: 0 },
  };
  readonly #server: ApiProcess;
  readonly #random: Random;
  #merges = 0;
  readonly #acknowledged = new Set<string>();

  constructor(server: ApiProcess, random: Random) {
    this.#server = server;
    this.#random = random;
  }

  async kill(victim: 'api' | 'postgres', background: boolean): Promise<void> {
    const size = background ? largeMerge : smallMerge;
    const operations = states(size);
    const changeset = await this.#approved(operations);
    const [ana, ben] = [await this.#server.as('Ana'), await this.#server.as('Ben')];
    const scratch = await ana.drafts([]);
    const appending = this.#appendUntilDead(ana, scratch);
    // The response never arrives, or arrives just before the kill.
    const request = requestMerge(ben, changeset.id, changeset.version).catch(() => undefined);
    const isInside = this.#random.chance(0.75) ? await this.#waitInsideTransaction() : await this.#waitRandomly();
    await (victim === 'api' ? this.#server.killApi() : this.#server.killPostgres());
    const answer = await request;
    await appending;
    const began = Date.now();
    await this.#recover();
    this.counts.slowestRecovery = Math.max(this.counts.slowestRecovery, Date.now() - began);

    const revision = await this.#findRevision(changeset, operations);
    if (answer?.__typename === 'Merged' && revision === null) this.counts.lost += 1;
    if (revision !== null) this.counts.committed += 1;
    else if (isInside) this.counts.insideTransaction += 1;
    await this.#mergeAgain(changeset);
    this.#merges += 1;
    if ((await this.#findRevision(changeset, operations)) === null)
      throw new Error('a merge was reported, but its changeset has no revision');
    await this.#countLostAndRepeated();
  }

  /** Restarts the process that was killed. Throws if the API has exited by itself after a kill of Postgres. */
  async #recover(): Promise<void> {
    await this.#server.start();
  }

  async #approved(operations: readonly Operation[]): Promise<Changeset> {
    const [ana, ben] = [await this.#server.as('Ana'), await this.#server.as('Ben')];
    const submitted = await ana.submits(await ana.drafts(operations));
    if (submitted.outcome !== 'submitted') throw new Error(`not submitted: ${JSON.stringify(submitted).slice(0, 500)}`);
    const reviewed = await ben.approves(submitted.changeset);
    if (reviewed.outcome !== 'reviewed') throw new Error(`not approved: ${JSON.stringify(reviewed)}`);
    return reviewed.changeset;
  }

  async #appendUntilDead({ ask }: Colleague, draft: Changeset): Promise<void> {
    let { version } = draft;
    for (;;) {
      const id = newDeskId('operation');
      const operation = { id, kind: 'CREATE', fact: newId('State'), values: { name: 'Lydia' } };
      const answer = await ask(
        `mutation ($id: ID!, $version: Int!, $operations: [OperationInput!]!) {
          appendOperations(changeset: $id, version: $version, operations: $operations) {
            __typename ... on Appended { changeset { version } } } }`,
        { id: draft.id, version, operations: [operation] },
      ).catch(() => undefined);
      const { appendOperations } = (answer?.data ?? {}) as {
        appendOperations?: { __typename: string; changeset?: { version: number } };
      };
      if (!appendOperations?.changeset) return;
      this.#acknowledged.add(id);
      this.counts.acknowledged += 1;
      ({ version } = appendOperations.changeset);
    }
  }

  /**
   * Waits until a merge is in its transaction, then for a random time. Returns whether the merge is still in its
   * transaction; false if no merge was seen within 20 seconds.
   */
  async #waitInsideTransaction(): Promise<boolean> {
    for (const end = Date.now() + 20_000; Date.now() < end; await sleep(2)) {
      if (!(await this.#isMerging())) continue;
      await sleep(this.#random.below(this.#random.chance(0.5) ? 150 : 600));
      return this.#isMerging();
    }
    return false;
  }

  async #waitRandomly(): Promise<boolean> {
    await sleep(this.#random.below(1_500));
    return this.#isMerging();
  }

  /** True when a session of the ledger's login is in a transaction and does not wait for an advisory lock. */
  async #isMerging(): Promise<boolean> {
    const { rowCount } = await this.#server.pools.owner.query(
      `SELECT FROM pg_stat_activity WHERE usename = 'chancery_writer' AND application_name = 'chancery'
         AND state IN ('active', 'idle in transaction') AND xact_start < clock_timestamp() AND query NOT ILIKE '%advisory%'`,
    );
    return rowCount !== 0;
  }

  /**
   * Returns the revision of a changeset, or null if it was not merged. Counts a partial merge if a merged changeset
   * lacks facts or its revision, or if an unmerged one has any. Counts a double merge if facts or revisions occur more
   * than once.
   */
  async #findRevision({ id }: Changeset, operations: readonly Operation[]): Promise<number | null> {
    const { rows } = await this.#server.pools.owner.query<
      Record<'facts' | 'states' | 'past' | 'merged' | 'revisions', number> & { revision: number | null }
    >(
      `SELECT c.revision,
         (SELECT count(*)::int FROM register.fact WHERE id = ANY ($2)) AS facts,
         (SELECT count(*)::int FROM register.state WHERE id = ANY ($2)) AS states,
         (SELECT count(*)::int FROM history.fact WHERE id = ANY ($2)) AS past,
         (SELECT count(*)::int FROM ledger.operation WHERE fact_id = ANY ($2)) AS merged,
         (SELECT count(*)::int FROM ledger.revision WHERE changeset_id = $1) AS revisions
       FROM desk.changeset c WHERE c.id = $1`,
      [id, operations.map(({ fact }) => fact)],
    );
    const [found] = rows;
    if (!found) throw new Error(`the changeset ${id} does not exist`);
    const { revision, revisions, ...counts } = found;
    const expected = revision === null ? 0 : operations.length;
    if (Object.values(counts).some((count) => count < expected || (expected === 0 && count > 0)))
      this.counts.partialMerges += 1;
    if (Object.values(counts).some((count) => count > operations.length) || revisions > 1)
      this.counts.doubleMerges += 1;
    if (revisions !== (revision === null ? 0 : 1)) this.counts.partialMerges += 1;
    return revision;
  }

  /** Repeats the request until the changeset is merged. Throws after a minute, or when the ledger refuses the merge. */
  async #mergeAgain({ id, version }: Changeset): Promise<void> {
    const ben = await this.#server.as('Ben');
    let inBackground = false;
    for (const end = Date.now() + 60_000; Date.now() < end; await sleep(100)) {
      const answer = await requestMerge(ben, id, version);
      if (answer.__typename === 'Merged') {
        if (inBackground) this.counts.inBackground += 1;
        return;
      }
      if (answer.__typename !== 'Merging')
        throw new Error(`unexpected response to the merge: ${JSON.stringify(answer)}`);
      inBackground = true;
    }
    throw new Error(`the repeated merge of ${id} did not end within a minute`);
  }

  async #countLostAndRepeated(): Promise<void> {
    const { owner } = this.#server.pools;
    const { rows } = await owner.query<{ head: number; revisions: number; stored: number }>(
      `SELECT (SELECT number FROM ledger.head) AS head, (SELECT count(*)::int FROM ledger.revision) AS revisions,
         (SELECT count(*)::int FROM desk.operation WHERE id = ANY ($1)) AS stored`,
      [[...this.#acknowledged]],
    );
    const [found] = rows;
    if (found?.head !== this.#merges || found.revisions !== this.#merges) this.counts.doubleMerges += 1;
    this.counts.lost += this.#acknowledged.size - (found?.stored ?? 0);
    this.#acknowledged.clear();
  }
}

function states(count: number): Operation[] {
  return Array.from({ length: count }, (_, at) => createWaived('State', { name: `State ${at}` }));
}
