// A server as operators run it: an API process of its own on a Postgres of its own, either of which can be killed.
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

/** Somebody with a session that outlives the process. */
export interface Colleague extends Editor {
  readonly ask: Ask;
  /** The cookie of the session. */
  readonly cookie: string;
}

/** The pools by which a test looks past the server. */
export type Pools = Readonly<Record<'owner' | 'desk' | 'writer', pg.Pool>>;

/** An API process and its Postgres in a folder of their own. */
export class ApiProcess {
  readonly #home = testHome();
  #storage: Storage | undefined;
  #child: ChildProcess | undefined;
  #pools: Pools | undefined;
  #url = '';
  readonly #cookies = new Map<string, string>();
  // A Postgres that is started again listens elsewhere; the API knows one address.
  readonly #relay = new Relay();

  /**
   * Starts whatever of the two does not run, and waits until it serves.
   * @throws Error when the API has ended without having been killed.
   */
  async start(): Promise<void> {
    if (!this.#storage?.isAlive()) {
      await this.#endPools();
      this.#storage = await openStorage({ home: this.#home.home, durable: true });
      const { urls } = this.#storage;
      const pool = (connectionString: string) => {
        const made = new pg.Pool({ connectionString, max: 4 });
        // Its Postgres is killed on purpose; what was asked at the time fails by itself.
        made.on('error', () => undefined);
        return made;
      };
      this.#pools = { owner: pool(urls.owner), desk: pool(urls.desk), writer: pool(urls.writer) };
      await this.#relay.instead(urls.owner);
    }
    if (this.#child) await this.#isReady(this.#child);
    else await this.#startApi(this.#storage.urls);
  }

  async #isReady({ exitCode, signalCode }: ChildProcess): Promise<void> {
    if (exitCode !== null || signalCode !== null) throw new Error(`the API ended by itself: ${exitCode ?? signalCode}`);
    for (const end = Date.now() + 30_000; Date.now() < end; await sleep(50)) {
      const { ok } = await fetch(`${this.#url}/readyz`);
      if (ok) return;
    }
    throw new Error('the API has not come back within half a minute');
  }

  get pools(): Pools {
    if (!this.#pools) throw new Error('the server has not been started');
    return this.#pools;
  }

  /** Where it listens. */
  get url(): string {
    return this.#url;
  }

  /** The process id of the API. */
  get pid(): number {
    const pid = this.#child?.pid;
    if (pid === undefined) throw new Error('the API does not run');
    return pid;
  }

  /** Hires people and signs them in. */
  async hire(...names: readonly string[]): Promise<void> {
    const { urls } = this.#started();
    const people = names.map((name) => ({ name, email: `${name.toLowerCase()}@example.org`, password: randomUUID() }));
    await createUsers(settingsFor(urls, this.#home.home), people);
    for (const { name, email, password } of people) {
      const response = await fetch(`${this.#url}/desk/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin },
        body: JSON.stringify({ email, password }),
      });
      if (!response.ok) throw new Error(`${name} could not sign in: ${(await readResponse(response)).text}`);
      this.#cookies.set(name, cookiesOf(response));
    }
  }

  /** Somebody who was hired, at the server as it runs now. */
  async as(name: string): Promise<Colleague> {
    const { rows } = await this.pools.owner.query<{ id: string }>('SELECT id FROM desk."user" WHERE name = $1', [name]);
    const [person] = rows;
    if (!person) throw new Error(`${name} was not hired`);
    const cookie = this.#cookies.get(name) ?? '';
    const ask = askAt(`${this.#url}/desk/graphql`, { cookie });
    return { ...editorOf(this.pools, person.id, name), ask, cookie };
  }

  /** KillResults the API as a power cut would. */
  async killApi(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    await this.#kill(child);
  }

  /** KillResults Postgres as a power cut would; the API is left without. */
  async killPostgres(): Promise<void> {
    const { pid } = await startEmbeddedPostgres({ home: this.#home.home });
    process.kill(pid, 'SIGKILL');
  }

  /** Ends both in order; `start` brings them back as they were. */
  async rest(): Promise<void> {
    await this.killApi();
    await this.#endPools();
    this.#pools = undefined;
    await this.#storage?.stop();
    this.#storage = undefined;
  }

  /** Another server with all that this one holds, people and their sessions too. Both rest. */
  async copy(): Promise<ApiProcess> {
    await this.rest();
    const twin = new ApiProcess();
    // Not by Node, which does not keep whose the files are: run by root, Postgres is another user.
    execFileSync('cp', ['-a', this.#home.home, twin.#home.home]);
    for (const [name, cookie] of this.#cookies) twin.#cookies.set(name, cookie);
    return twin;
  }

  async close(): Promise<void> {
    await this.rest();
    await this.#relay.close();
    this.#home.remove();
  }

  #started(): Storage {
    if (!this.#storage) throw new Error('the server has not been started');
    return this.#storage;
  }

  async #startApi(urls: Storage['urls']): Promise<void> {
    const [owner, reader, desk, writer] = await Promise.all(
      [urls.owner, urls.reader, urls.desk, urls.writer].map((address) => this.#relay.instead(address)),
    );
    const child = fork(join(apiFolder, 'src/main.ts'), {
      cwd: apiFolder,
      execArgv: [...apiFlags, '--conditions=source', '--import', 'tsx'],
      env: {
        ...process.env,
        ...{ API_PORT: '0', CHANCERY_HOME: this.#home.home, CHANCERY_DEMO: '0', CHANCERY_ADMIN_ORIGIN: origin },
        CHANCERY_URL_OWNER: owner,
        CHANCERY_URL_READER: reader,
        CHANCERY_URL_DESK: desk,
        CHANCERY_URL_WRITER: writer,
        ...{ CHANCERY_SECRET: settingsFor(urls, '').secret, CHANCERY_LOG: 'fatal', NODE_ENV: 'production' },
      },
    });
    const ready = await new Promise<{ port: number }>((resolve, reject) => {
      child.once('message', (message) => resolve(message as { port: number }));
      child.once('exit', (code) => reject(new Error(`the API ended with ${code} before it was ready`)));
    });
    this.#child = child;
    this.#url = `http://127.0.0.1:${ready.port}`;
  }

  async #kill(child: ChildProcess | undefined): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  async #endPools(): Promise<void> {
    await Promise.all(Object.values(this.#pools ?? {}).map((pool) => pool.end()));
  }
}

/** What a request to merge came to. */
export interface MergeAnswer {
  readonly __typename: string;
  readonly revision?: number;
  readonly job?: { readonly id: string };
}

/** Asks the desk to merge a changeset. */
export async function requestMerge({ ask }: Colleague, id: string, version: number): Promise<MergeAnswer> {
  const { data, text } = await ask(
    `mutation ($id: ID!, $version: Int!) { mergeChangeset(changeset: $id, version: $version) {
      __typename ... on Merged { revision } ... on Merging { job { id } } ... on Refused { problems { code message } } } }`,
    { id, version },
  );
  const { mergeChangeset } = data as { mergeChangeset?: MergeAnswer };
  if (!mergeChangeset) throw new Error(text);
  return mergeChangeset;
}

/** How a job ended, once it has. `seen` hears of each phase that was seen on the way. */
export async function waitForJob(
  { ask }: Pick<Colleague, 'ask'>,
  id: string,
  seen: (phase: string) => void = () => undefined,
): Promise<Readonly<Record<string, unknown>>> {
  for (;;) {
    const { data, text } = await ask('query ($id: ID!) { changesetJob(id: $id) { status phase outcome } }', { id });
    const { changesetJob: job } = data as { changesetJob?: Job };
    if (!job) throw new Error(text);
    seen(job.phase);
    if (job.status === 'DONE' || job.status === 'FAILED') return job.outcome;
    await sleep(100);
  }
}

interface Job {
  readonly status: string;
  readonly phase: string;
  readonly outcome: Readonly<Record<string, unknown>>;
}

/** Asks the desk to submit a changeset, and waits for the end of it: `submitted`, or what came of it instead. */
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
