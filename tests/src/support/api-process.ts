// A server as operators run it: separate API processes and a separate Postgres, each of which a test can kill.
import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { apiFlags } from '@chancery/launch/api-flags';
import { openStorage, type Storage, startEmbeddedPostgres } from '@chancery/prisma';
import { testHome } from '@chancery/prisma/testing';
import pg from 'pg';
import { type Ask, askAt, cookiesOf, createUsers, readResponse, settingsFor } from './api.ts';
import { type Editor, editorOf } from './desk.ts';
import { Relay } from './relay.ts';

const apiFolder = join(import.meta.dirname, '../../../apps/api');
const origin = 'http://localhost:3000';

/** A signed-in user whose session survives restarts of the server. */
export interface Colleague extends Editor {
  readonly ask: Ask;
  /** The cookie of the session. */
  readonly cookie: string;
}

/** Connection pools with which a test uses the database directly. */
export type Pools = Readonly<Record<'owner' | 'desk' | 'writer', pg.Pool>>;

interface RunningApi {
  readonly child: ChildProcess;
  readonly url: string;
}

// Tests send as much as they can from one address.
const unlimited = { CHANCERY_RATE_REQUESTS: '0', CHANCERY_RATE_POINTS: '0', CHANCERY_RATE_CONCURRENT: '0' };

/**
 * API processes and their Postgres in a new folder; by default one process, without limits of clients. `env` adds
 * settings. Users send each request to the next process.
 */
export class ApiProcess {
  readonly #home = testHome();
  #storage: Storage | undefined;
  readonly #count: number;
  readonly #env: NodeJS.ProcessEnv;
  #running: RunningApi[] = [];
  #requests = 0;
  #pools: Pools | undefined;
  readonly #cookies = new Map<string, string>();
  // Postgres listens on another port after a restart; the relay gives the API a fixed address.
  readonly #relay = new Relay();

  constructor(count = 1, env: NodeJS.ProcessEnv = {}) {
    this.#count = count;
    this.#env = env;
  }

  /**
   * Starts the API processes and Postgres unless they are running, and waits until all are ready.
   * @throws Error if an API has exited by itself, exits before it is ready, or was running and is not ready in 30
   * seconds
   */
  async start(): Promise<void> {
    if (!this.#storage?.isAlive()) {
      await this.#endPools();
      this.#storage = await openStorage({ home: this.#home.home, durable: true });
      const { urls } = this.#storage;
      const pool = (connectionString: string) => {
        const created = new pg.Pool({ connectionString, max: 4 });
        // Tests kill Postgres on purpose. Queries in progress reject on their own.
        created.on('error', () => undefined);
        return created;
      };
      this.#pools = { owner: pool(urls.owner), desk: pool(urls.desk), writer: pool(urls.writer) };
      await this.#relay.redirect(urls.owner);
    }
    for (const running of this.#running) await this.#waitUntilReady(running);
    while (this.#running.length < this.#count) this.#running.push(await this.#startApi(this.#storage.urls));
  }

  async #waitUntilReady({ url, child: { exitCode, signalCode } }: RunningApi): Promise<void> {
    if (exitCode !== null || signalCode !== null)
      throw new Error(`the API exited by itself: ${exitCode ?? signalCode}`);
    for (const end = Date.now() + 30_000; Date.now() < end; await sleep(50)) {
      const { ok } = await fetch(`${url}/readyz`);
      if (ok) return;
    }
    throw new Error('the API was not ready after 30 seconds');
  }

  /**
   * The connection pools. They are replaced when Postgres is restarted.
   * @throws Error if the server has not been started
   */
  get pools(): Pools {
    if (!this.#pools) throw new Error('the server has not been started; call start() first');
    return this.#pools;
  }

  /** The base URL of the API that is asked next, which changes with each start; empty before the first. */
  get url(): string {
    this.#requests += 1;
    return this.#running[this.#requests % this.#running.length]?.url ?? '';
  }

  /** The base URLs of all API processes. */
  get urls(): readonly string[] {
    return this.#running.map(({ url }) => url);
  }

  /**
   * The process id of the first API.
   * @throws Error if no API is running
   */
  get pid(): number {
    const pid = this.#running[0]?.child.pid;
    if (pid === undefined) throw new Error('the API is not running');
    return pid;
  }

  /**
   * Creates users with the role EDITOR and signs them in.
   * @throws Error if an e-mail address is taken or a sign-in fails
   */
  async createUsers(...names: readonly string[]): Promise<void> {
    const { urls } = this.#storageOrThrow();
    const people = names.map((name) => ({ name, email: `${name.toLowerCase()}@example.org`, password: randomUUID() }));
    await createUsers(settingsFor(urls, this.#home.home), people);
    for (const { name, email, password } of people) {
      const response = await fetch(`${this.url}/desk/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin },
        body: JSON.stringify({ email, password }),
      });
      if (!response.ok) throw new Error(`${name} could not sign in: ${(await readResponse(response)).text}`);
      this.#cookies.set(name, cookiesOf(response));
    }
  }

  /**
   * Returns a user by name, who sends each operation to the next process.
   * @throws Error if there is no such user
   */
  async as(name: string): Promise<Colleague> {
    const { rows } = await this.pools.owner.query<{ id: string }>('SELECT id FROM desk."user" WHERE name = $1', [name]);
    const [person] = rows;
    if (!person) throw new Error(`there is no user ${name}`);
    const cookie = this.#cookies.get(name) ?? '';
    const ask: Ask = (...request) => askAt(`${this.url}/desk/graphql`, { cookie })(...request);
    return { ...editorOf(this.pools, person.id, name), ask, cookie };
  }

  /** Kills the API process that would get the next request, with SIGKILL. */
  async killApi(): Promise<void> {
    const [victim] = this.#running.splice((this.#requests + 1) % this.#running.length, 1);
    await this.#kill(victim?.child);
  }

  /** Kills Postgres with SIGKILL. The API keeps running. */
  async killPostgres(): Promise<void> {
    const { pid } = await startEmbeddedPostgres({ home: this.#home.home });
    process.kill(pid, 'SIGKILL');
    // A start that still found it alive would not start it again.
    while (this.#storage?.isAlive()) await sleep(10);
  }

  /** Kills the API and stops Postgres. `start` starts them again with the same data. */
  async stop(): Promise<void> {
    while (this.#running.length > 0) await this.killApi();
    await this.#endPools();
    this.#pools = undefined;
    await this.#storage?.stop();
    this.#storage = undefined;
  }

  /**
   * Returns a copy of the server with its data, users and sessions, and `count` API processes. The server and its copy are
   * stopped afterwards.
   */
  async copy(count = this.#count): Promise<ApiProcess> {
    await this.stop();
    const copy = new ApiProcess(count, this.#env);
    // `cp -a`, because Node's copy does not preserve owners, and under root Postgres runs as another user.
    execFileSync('cp', ['-a', this.#home.home, copy.#home.home]);
    for (const [name, cookie] of this.#cookies) copy.#cookies.set(name, cookie);
    return copy;
  }

  /** Stops the server and deletes its folder. */
  async close(): Promise<void> {
    await this.stop();
    await this.#relay.close();
    this.#home.remove();
  }

  #storageOrThrow(): Storage {
    if (!this.#storage) throw new Error('the server has not been started; call start() first');
    return this.#storage;
  }

  async #startApi(urls: Storage['urls']): Promise<RunningApi> {
    const [owner, reader, desk, writer] = await Promise.all(
      [urls.owner, urls.reader, urls.desk, urls.writer].map((address) => this.#relay.redirect(address)),
    );
    const child = fork(join(apiFolder, 'src/main.ts'), {
      cwd: apiFolder,
      execArgv: [...apiFlags, '--conditions=source', '--import', 'tsx'],
      env: {
        ...process.env,
        ...{ API_PORT: '0', CHANCERY_HOME: this.#home.home, CHANCERY_DEMO: '0', CHANCERY_ADMIN_ORIGIN: origin },
        ...unlimited,
        CHANCERY_URL_OWNER: owner,
        CHANCERY_URL_READER: reader,
        CHANCERY_URL_DESK: desk,
        CHANCERY_URL_WRITER: writer,
        ...{ CHANCERY_SECRET: settingsFor(urls, '').secret, CHANCERY_LOG: 'fatal', NODE_ENV: 'production' },
        ...this.#env,
      },
    });
    const ready = await new Promise<{ port: number }>((resolve, reject) => {
      child.once('message', (message) => resolve(message as { port: number }));
      child.once('exit', (code) => reject(new Error(`the API exited with ${code} before it was ready`)));
    });
    return { child, url: `http://127.0.0.1:${ready.port}` };
  }

  async #kill(child: ChildProcess | undefined): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await exited;
  }

  async #endPools(): Promise<void> {
    await Promise.all(Object.values(this.#pools ?? {}).map((pool) => pool.end()));
  }
}

/** The outcome of `mergeChangeset`: `Merged` has a revision, `Merging` a job, and a refusal neither. */
export interface MergeRequestOutcome {
  readonly __typename: string;
  readonly revision?: number;
  readonly job?: { readonly id: string };
}

/** Requests the merge of a changeset from the desk, and returns its outcome without waiting for the end of a job. */
export async function requestMerge({ ask }: Colleague, id: string, version: number): Promise<MergeRequestOutcome> {
  const { data, text } = await ask(
    `mutation ($id: ID!, $version: Int!) { mergeChangeset(changeset: $id, version: $version) {
      __typename ... on Merged { revision } ... on Merging { job { id } } ... on Refused { problems { code message } } } }`,
    { id, version },
  );
  const { mergeChangeset } = data as { mergeChangeset?: MergeRequestOutcome };
  if (!mergeChangeset) throw new Error(`mergeChangeset failed: ${text}`);
  return mergeChangeset;
}

/**
 * Waits until a job has succeeded or failed, and returns its outcome. Calls `onPhase` with the phase at each poll.
 * @throws Error if the job does not exist
 */
export async function waitForJob(
  { ask }: Pick<Colleague, 'ask'>,
  id: string,
  onPhase: (phase: string) => void = () => undefined,
): Promise<Readonly<Record<string, unknown>>> {
  for (;;) {
    const { data, text } = await ask('query ($id: ID!) { changesetJob(id: $id) { status phase outcome } }', { id });
    const { changesetJob: job } = data as { changesetJob?: Job };
    if (!job) throw new Error(`there is no job ${id}: ${text}`);
    onPhase(job.phase);
    if (job.status === 'DONE' || job.status === 'FAILED') return job.outcome;
    await sleep(100);
  }
}

interface Job {
  readonly status: string;
  readonly phase: string;
  readonly outcome: Readonly<Record<string, unknown>>;
}

/**
 * Submits a changeset at the desk and, if a job does so, waits for its end. Returns `submitted` on success, the outcome
 * of the job if it fails, or the text of the response if the desk refuses the request.
 */
export async function submitAndWait(colleague: Pick<Colleague, 'ask'>, id: string, version: number): Promise<unknown> {
  const { data, text } = await colleague.ask(
    `mutation ($id: ID!, $version: Int!) { submitChangeset(changeset: $id, version: $version) {
      __typename ... on Submitting { job { id } } } }`,
    { id, version },
  );
  const { submitChangeset: answer } = data as { submitChangeset?: { __typename: string; job?: { id: string } } };
  if (answer?.__typename === 'Submitted') return 'submitted';
  if (!answer?.job) return text;
  return (await waitForJob(colleague, answer.job.id)).outcome;
}
