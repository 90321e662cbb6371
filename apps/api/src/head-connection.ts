import pg from 'pg';
import type { Logger } from 'pino';

/** The latest revision of a database, and the revision that last changed which facts are withheld; 0 if none are. */
export interface Head {
  readonly number: number;
  readonly withheld: number;
}

/**
 * A connection that reads the latest revision of one server and reconnects when it is lost. On a primary it also
 * listens for notifications of new revisions; a streaming replica refuses to listen.
 */
export class HeadConnection {
  readonly #url: string;
  readonly #log: Logger;
  readonly #onRevision: (number: number) => void;
  #client: pg.Client | undefined;
  #isReplica = false;
  #version = '';

  constructor(url: string, log: Logger, onRevision: (number: number) => void) {
    this.#url = url;
    this.#log = log;
    this.#onRevision = onRevision;
  }

  /** Whether the server is a streaming replica. False before the first connection. */
  get isReplica(): boolean {
    return this.#isReplica;
  }

  /** The version of Postgres, such as `18.4`; empty before the first connection. */
  get version(): string {
    return this.#version;
  }

  /**
   * Reads the head, on a new connection if there is none.
   * @throws Error if the server does not answer within four seconds or the login cannot read the register
   */
  async read(): Promise<Head> {
    try {
      this.#client ??= await this.#connect();
      const { rows } = await this.#client.query<Head>(
        'SELECT number, CASE WHEN shows_withheld THEN 0 ELSE withheld END AS withheld FROM ledger.head',
      );
      return rows[0] ?? { number: 0, withheld: 0 };
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    const lost = this.#client;
    this.#client = undefined;
    await lost?.end().catch((cause: unknown) => this.#log.debug({ err: cause }, 'could not close a lost connection'));
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.#url,
      connectionTimeoutMillis: 2_000,
      query_timeout: 2_000,
      keepAlive: true,
    });
    client.on('error', (error) => {
      this.#log.warn({ err: error }, 'lost the connection that watches for new revisions');
      if (this.#client === client) this.#client = undefined;
    });
    client.on('notification', ({ payload }) => this.#onRevision(Number(payload)));
    await client.connect();
    try {
      const { rows } = await client.query<{ isReplica: boolean; version: string }>(
        `SELECT pg_is_in_recovery() AS "isReplica", current_setting('server_version') AS version`,
      );
      this.#isReplica = rows[0]?.isReplica === true;
      this.#version = rows[0]?.version ?? '';
      if (!this.#isReplica) await client.query('LISTEN chancery_revision');
    } catch (error) {
      await client.end();
      throw error;
    }
    return client;
  }
}
