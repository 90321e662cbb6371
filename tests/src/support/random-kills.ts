// KillResults of the API and of Postgres at random moments of merges, and what is found once they are up again.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Operation } from '@chancery/changesets';
import { newDeskId, newId } from '@chancery/codebook';
import type { Changeset } from '@chancery/ledger';
import { ApiProcess, type Colleague, requestMerge } from './api-process.ts';
import { createWaived } from './operations.ts';
import { Random } from './random.ts';

/** What the kills came to. */
export interface KillResults {
  readonly api: number;
  readonly postgres: number;
  /** KillResults while the merge was seen in its transaction, which then never committed. */
  readonly insideTransaction: number;
  /** KillResults after which the merge was found committed. */
  readonly committed: number;
  /** Merges that ran on the queue. */
  readonly inBackground: number;
  /** Operations that the server had said it had taken, all of which were looked for. */
  readonly acknowledged: number;
  readonly halfMerges: number;
  readonly lost: number;
  readonly twice: number;
  /** From a kill until the server served again, in milliseconds. */
  readonly slowestRecovery: number;
}

const small = 400;
/** Merged on the queue for its size. */
const large = 5_100;

/** KillResults the API and Postgres so often each, every tenth time and the last at a merge in the background. */
export async function killDuringMerges({
  api,
  postgres,
  seed,
}: {
  api: number;
  postgres: number;
  seed: number;
}): Promise<KillResults> {
  const server = new ApiProcess();
  try {
    await server.start();
    await server.hire('Ana', 'Ben');
    const tally = new Tally(server, new Random(seed));
    const victims = [...Array<'api'>(api).fill('api'), ...Array<'postgres'>(postgres).fill('postgres')];
    for (const [at, victim] of victims.entries()) await tally.kill(victim, at % 10 === 9 || at === victims.length - 1);
    return { api, postgres, ...tally.figures };
  } finally {
    await server.close();
  }
}

class Tally {
  readonly figures = {
    ...{ insideTransaction: 0, committed: 0, inBackground: 0, acknowledged: 0 },
    ...{ halfMerges: 0, lost: 0, twice: 0, slowestRecovery: 0 },
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
    const size = background ? large : small;
    const operations = states(size);
    const changeset = await this.#approved(operations);
    const [ana, ben] = [await this.#server.as('Ana'), await this.#server.as('Ben')];
    const scratch = await ana.drafts([]);
    const appending = this.#appendUntilDead(ana, scratch);
    // The answer never comes, or comes just before the kill.
    const asked = requestMerge(ben, changeset.id, changeset.version).catch(() => undefined);
    const inside = this.#random.chance(0.75) ? await this.#amidTransaction() : await this.#anyMoment();
    await (victim === 'api' ? this.#server.killApi() : this.#server.killPostgres());
    const answer = await asked;
    await appending;
    const began = Date.now();
    await this.#recover();
    this.figures.slowestRecovery = Math.max(this.figures.slowestRecovery, Date.now() - began);

    const revision = await this.#lookFor(changeset, operations);
    if (answer?.__typename === 'Merged' && revision === null) this.figures.lost += 1;
    if (revision !== null) this.figures.committed += 1;
    else if (inside) this.figures.insideTransaction += 1;
    await this.#mergeAgain(changeset);
    this.#merges += 1;
    if ((await this.#lookFor(changeset, operations)) === null) throw new Error('a merge was reported and not found');
    await this.#countOnce();
  }

  /** When Postgres is gone the API is still there, and must be. */
  async #recover(): Promise<void> {
    await this.#server.start();
  }

  async #approved(operations: readonly Operation[]): Promise<Changeset> {
    const [ana, ben] = [await this.#server.as('Ana'), await this.#server.as('Ben')];
    const submitted = await ana.submits(await ana.drafts(operations));
    if (submitted.outcome !== 'submitted') throw new Error(JSON.stringify(submitted).slice(0, 500));
    const reviewed = await ben.approves(submitted.changeset);
    if (reviewed.outcome !== 'reviewed') throw new Error(JSON.stringify(reviewed));
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
      this.figures.acknowledged += 1;
      ({ version } = appendOperations.changeset);
    }
  }

  /** Waits until a merge is in its transaction, then for a random while; whether it is there still. */
  async #amidTransaction(): Promise<boolean> {
    for (const end = Date.now() + 20_000; Date.now() < end; await sleep(2)) {
      if (!(await this.#isMerging())) continue;
      await sleep(this.#random.below(this.#random.chance(0.5) ? 150 : 600));
      return this.#isMerging();
    }
    return false;
  }

  async #anyMoment(): Promise<boolean> {
    await sleep(this.#random.below(1_500));
    return this.#isMerging();
  }

  /** Whether a session of the ledger's login is between BEGIN and COMMIT, with a stage laid out. */
  async #isMerging(): Promise<boolean> {
    const { rowCount } = await this.#server.pools.owner.query(
      `SELECT FROM pg_stat_activity WHERE usename = 'chancery_writer' AND application_name = 'chancery'
         AND state IN ('active', 'idle in transaction') AND xact_start < clock_timestamp() AND query NOT ILIKE '%advisory%'`,
    );
    return rowCount !== 0;
  }

  /** Looks what is there of a changeset: all of it under one revision, or nothing. */
  async #lookFor({ id }: Changeset, operations: readonly Operation[]): Promise<number | null> {
    const { rows } = await this.#server.pools.owner.query<
      Record<'facts' | 'states' | 'kept' | 'merged' | 'revisions', number> & { revision: number | null }
    >(
      `SELECT c.revision,
         (SELECT count(*)::int FROM register.fact WHERE id = ANY ($2)) AS facts,
         (SELECT count(*)::int FROM register.state WHERE id = ANY ($2)) AS states,
         (SELECT count(*)::int FROM history.fact WHERE id = ANY ($2)) AS kept,
         (SELECT count(*)::int FROM ledger.operation WHERE fact_id = ANY ($2)) AS merged,
         (SELECT count(*)::int FROM ledger.revision WHERE changeset_id = $1) AS revisions
       FROM desk.changeset c WHERE c.id = $1`,
      [id, operations.map(({ fact }) => fact)],
    );
    const [found] = rows;
    if (!found) throw new Error('the changeset is gone');
    const { revision, revisions, ...counts } = found;
    const expected = revision === null ? 0 : operations.length;
    if (Object.values(counts).some((count) => count < expected || (expected === 0 && count > 0)))
      this.figures.halfMerges += 1;
    if (Object.values(counts).some((count) => count > operations.length) || revisions > 1) this.figures.twice += 1;
    if (revisions !== (revision === null ? 0 : 1)) this.figures.halfMerges += 1;
    return revision;
  }

  /** Asks again until it is merged. */
  async #mergeAgain({ id, version }: Changeset): Promise<void> {
    const ben = await this.#server.as('Ben');
    let inBackground = false;
    for (const end = Date.now() + 60_000; Date.now() < end; await sleep(100)) {
      const answer = await requestMerge(ben, id, version);
      if (answer.__typename === 'Merged') {
        if (inBackground) this.figures.inBackground += 1;
        return;
      }
      if (answer.__typename !== 'Merging') throw new Error(JSON.stringify(answer));
      inBackground = true;
    }
    throw new Error('a merge did not end within a minute of being asked for again');
  }

  async #countOnce(): Promise<void> {
    const { owner } = this.#server.pools;
    const { rows } = await owner.query<{ head: number; revisions: number; kept: number }>(
      `SELECT (SELECT number FROM ledger.head) AS head, (SELECT count(*)::int FROM ledger.revision) AS revisions,
         (SELECT count(*)::int FROM desk.operation WHERE id = ANY ($1)) AS kept`,
      [[...this.#acknowledged]],
    );
    const [found] = rows;
    if (found?.head !== this.#merges || found.revisions !== this.#merges) this.figures.twice += 1;
    this.figures.lost += this.#acknowledged.size - (found?.kept ?? 0);
    this.#acknowledged.clear();
  }
}

function states(count: number): Operation[] {
  return Array.from({ length: count }, (_, at) => createWaived('State', { name: `State ${at}` }));
}
