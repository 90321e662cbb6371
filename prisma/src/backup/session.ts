import { Socket } from 'node:net';
import pg from 'pg';

// Values are printed the same way on every server, so that equal rows have equal hashes.
const settings = `set search_path = ''; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set timezone = 'UTC';
  set extra_float_digits = 3; set bytea_output = 'hex'; set row_security = off; set work_mem = '64MB';
  set maintenance_work_mem = '256MB'; set statement_timeout = 0; set lock_timeout = 0;
  set idle_in_transaction_session_timeout = 0`;

/**
 * Runs `work` on a connection for COPY and returns its result. If `work` throws or the signal aborts, the connection is
 * cut at once: a server in the middle of a COPY would not read a request to end it.
 */
export async function withCopySession<T>(
  url: string,
  signal: AbortSignal | undefined,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const socket = new Socket();
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'chancery backup',
    keepAlive: true,
    stream: () => socket,
  });
  // Without a listener, a connection that is lost between two statements would end the process. The next statement
  // reports the error.
  client.on('error', () => undefined);
  const cut = () => void socket.destroy(new Error('It was interrupted'));
  signal?.addEventListener('abort', cut);
  try {
    signal?.throwIfAborted();
    await client.connect();
    await client.query(settings);
    const result = await work(client);
    await client.end();
    return result;
  } catch (error) {
    socket.destroy();
    throw error;
  } finally {
    signal?.removeEventListener('abort', cut);
  }
}
