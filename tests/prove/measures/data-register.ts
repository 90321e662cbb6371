import { testHome } from '@chancery/prisma/testing';
import pg from 'pg';
import { type Ask, askAt, makeLog, makeServer, settingsFor } from '../../src/support/api.ts';
import { openDesk } from '../../src/support/desk.ts';
import { loadData } from './load-data.ts';

/** A register that holds published data, and its public door. */
export interface DataRegister {
  readonly ask: Ask;
  readonly url: string;
  /** Connections of the login that may only read. */
  readonly reader: pg.Pool;
  readonly close: () => Promise<void>;
}

/**
 * Opens the register that CHANCERY_PROOF_DATABASE names, as imports have filled it; or fills one of its own with the
 * published files.
 */
export async function openDataRegister(
  log: (line: string) => void,
  sources: readonly string[] = ['cow-states', 'unga', 'cow-igo', 'mme'],
): Promise<DataRegister> {
  const given = process.env.CHANCERY_PROOF_DATABASE;
  const { home, remove } = testHome();
  const desk = given ? undefined : await openDesk();
  if (desk) {
    const client = await desk.owner.connect();
    const began = Date.now();
    const leftOut = await loadData(client, sources, log);
    client.release();
    log(`loaded in ${Math.round((Date.now() - began) / 1_000)} s; left out: ${JSON.stringify([...leftOut])}`);
  }
  const urls = desk?.database.urls ?? {
    owner: String(given),
    reader: String(given),
    desk: String(given),
    writer: String(given),
  };
  const server = await makeServer(settingsFor(urls, home), makeLog('warn'));
  const reader = new pg.Pool({ connectionString: urls.reader, max: 2 });
  const url = await server.app.listen({ port: 0, host: '127.0.0.1' });
  return {
    url,
    reader,
    ask: askAt(`${url}/graphql`),
    close: async () => {
      await reader.end();
      await server.close();
      await desk?.close();
      remove();
    },
  };
}
