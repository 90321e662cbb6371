// Chancery as an operator runs it: npm starts the launcher, which runs Postgres, the built API and the built admin.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, openStorage } from '@chancery/prisma';
import { testHome } from '@chancery/prisma/testing';
import pg from 'pg';
import { askAt, cookiesOf } from '../../src/support/api.ts';
import { type Editor, editorOf } from '../../src/support/desk.ts';

const root = join(import.meta.dirname, '../../..');

/** The data of an installation. `home` is by default a new folder that is deleted at the end. */
export interface InstallationData {
  /** A data folder that exists and is kept. */
  readonly home?: string;
  /** Whether the demo register is loaded. By default true. */
  readonly demo?: boolean;
}

/** An installation of Chancery. It can be started and stopped many times. */
export class Installation {
  readonly #home: { readonly home: string; readonly remove: () => void };
  /** The folder of the package whose start script npm runs. */
  readonly #folder = mkdtempSync(join(tmpdir(), 'chancery-npm-'));
  readonly #env: NodeJS.ProcessEnv;
  readonly port: number;
  readonly apiPort: number;
  #npm: ChildProcess | undefined;
  #output = '';
  #pools: Readonly<Record<'desk' | 'writer', pg.Pool>> | undefined;
  #cookie = '';

  private constructor(port: number, apiPort: number, env: NodeJS.ProcessEnv, { home, demo = true }: InstallationData) {
    this.#home = home === undefined ? testHome() : { home, remove: () => undefined };
    this.port = port;
    this.apiPort = apiPort;
    this.#env = {
      ...process.env,
      PORT: String(port),
      API_PORT: String(apiPort),
      CHANCERY_HOME: this.#home.home,
      CHANCERY_DEMO: demo ? '1' : '0',
      ...env,
    };
    for (const name of Object.keys(this.#env)) if (/^(DATABASE_URL|npm_)/.test(name)) delete this.#env[name];
    const launcher = join(root, 'apps/launch/fixtures/launch-built.ts');
    const command = `cd "${root}" && exec "${process.execPath}" --conditions=source --import tsx "${launcher}"`;
    writeFileSync(join(this.#folder, 'package.json'), JSON.stringify({ private: true, scripts: { start: command } }));
  }

  static async create(env: NodeJS.ProcessEnv = {}, data: InstallationData = {}): Promise<Installation> {
    return new Installation(await freePort(), await freePort(), env, data);
  }

  /** Everything that npm and the launcher have printed since the start. */
  get output(): string {
    return this.#output;
  }

  /** Starts npm in a process group of its own and waits until Chancery is ready. */
  async start(): Promise<void> {
    this.#output = '';
    const npm = spawn('npm', ['start', '--silent', '--prefix', this.#folder], {
      env: this.#env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#npm = npm;
    for (const stream of [npm.stdout, npm.stderr])
      stream.on('data', (chunk: Buffer) => {
        this.#output += chunk.toString();
      });
    await this.untilItPrints('Chancery is ready');
    const { urls } = await openStorage({ home: this.#home.home });
    this.#pools = { desk: openPool(urls.desk), writer: openPool(urls.writer) };
  }

  async untilItPrints(text: string): Promise<void> {
    while (!this.#output.includes(text)) {
      if (this.#npm?.exitCode !== null) throw new Error(`Chancery ended before it printed “${text}”: ${this.#output}`);
      await sleep(10);
    }
  }

  /** Sends a signal to npm and the launcher, as Ctrl-C does. Returns npm's exit code. */
  async signalGroup(signal: NodeJS.Signals): Promise<number | null> {
    const npm = this.#npm;
    if (npm?.pid === undefined) throw new Error('Chancery is not running');
    const closed = once(npm, 'close');
    process.kill(-npm.pid, signal);
    const [code] = (await closed) as [number | null];
    await this.#endPools();
    this.#npm = undefined;
    return code;
  }

  /** The pid of the API, from the socket on which it listens. */
  get apiPid(): number {
    const launcher = childrenOf(this.#npm?.pid ?? 0).find((pid) => commandOf(pid).includes('launch-built'));
    const api = childrenOf(launcher ?? 0).find((pid) => commandOf(pid).includes('dist/main.js'));
    if (api === undefined) throw new Error('the API is not running');
    return api;
  }

  get postgresPid(): number {
    return Number(readFileSync(join(this.#home.home, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);
  }

  /** Returns an editor of the demo, who calls the ledger directly. */
  async editor(email: string): Promise<Editor> {
    const pools = this.#pools;
    if (!pools) throw new Error('Chancery is not running');
    const { rows } = await pools.desk.query<{ id: string }>('SELECT id FROM desk."user" WHERE email = $1', [email]);
    return editorOf(pools, rows[0]?.id ?? '', email);
  }

  /** Sends operations to the desk, through the admin, as the second editor of the demo. */
  async desk() {
    const origin = `http://localhost:${this.port}`;
    if (this.#cookie === '') {
      const line = readFileSync(join(this.#home.home, 'sign-in.txt'), 'utf8')
        .split('\n')
        .find((text) => text.includes('reviewer@'));
      const [, email = '', password = ''] = line?.split(' ') ?? [];
      this.#cookie = await this.signIn({ email, password });
    }
    return askAt(`${origin}/desk/graphql`, { cookie: this.#cookie, origin });
  }

  /**
   * Signs a user in through the admin and returns the cookie of the session.
   * @throws Error if the desk refuses it
   */
  async signIn({ email, password }: { readonly email: string; readonly password: string }): Promise<string> {
    const origin = `http://localhost:${this.port}`;
    const response = await fetch(`${origin}/desk/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify({ email, password }),
    });
    if (!response.ok) throw new Error(`could not sign in: ${await response.text()}`);
    return cookiesOf(response);
  }

  /** Stops Chancery if it runs and deletes its folder. */
  async close(): Promise<void> {
    if (this.#npm?.exitCode === null) await this.signalGroup('SIGTERM');
    this.#home.remove();
    rmSync(this.#folder, { recursive: true });
  }

  async #endPools(): Promise<void> {
    await Promise.all(Object.values(this.#pools ?? {}).map((pool) => pool.end()));
    this.#pools = undefined;
  }
}

function openPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 4 });
  // Postgres is stopped on purpose. Queries in progress reject on their own.
  pool.on('error', () => undefined);
  return pool;
}

function childrenOf(pid: number): number[] {
  const direct = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean)
    .map(Number);
  // npm may run the script in a shell.
  return direct.flatMap((child) => [child, ...(commandOf(child).startsWith('sh') ? childrenOf(child) : [])]);
}

function commandOf(pid: number): string {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
}
