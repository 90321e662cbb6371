import { loadDemo } from '@chancery/api/demo';
import { testHome } from '@chancery/prisma/testing';
import { importersOf, importSources, throwIfRefused } from '../../data/import-sources.ts';
import { type Ask, askAt, makeLog, makeServer, settingsFor } from '../../src/support/api.ts';
import { type Desk, openDesk, publish } from '../../src/support/desk.ts';
import { createWaived } from '../../src/support/operations.ts';
import { loadData } from './load-data.ts';

/** A register filled with published data, and its public endpoint. */
export interface DataRegister {
  readonly ask: Ask;
  readonly url: string;
  /** A pool of the read-only login. */
  readonly reader: Desk['reader'];
  /** A pool of the login that owns the tables. */
  readonly owner: Desk['owner'];
  readonly close: () => Promise<void>;
}

type Fill = (desk: Desk, say: (line: string) => void) => Promise<void>;

/**
 * Returns a function that inserts the General Assembly and the sources with these keys directly into the tables, which
 * is faster than importing them. For tests of speed.
 */
export const insertSources =
  (...sources: readonly string[]): Fill =>
  async (desk, say) => {
    const client = await desk.owner.connect();
    try {
      const skipped = await loadData(client, sources, say);
      say(`skipped: ${JSON.stringify([...skipped])}`);
    } finally {
      client.release();
    }
  };

/**
 * Imports all sources as editors do, each as a changeset that one user writes and another merges, into a register that
 * contains only the organization General Assembly, which no source creates. The demo register is not loaded, because
 * statistics would also count its facts.
 */
export const importAll: Fill = async (desk, say) => {
  const [ana, ben] = [await desk.createUser('Ana'), await desk.createUser('Ben')];
  const assembly = createWaived('Organization', { name: 'United Nations General Assembly', organizationType: 'ORGAN' });
  const code = createWaived('ExternalCode', { of: assembly.fact, scheme: 'ABBREVIATION', value: 'UNGA' });
  await publish([ana, ben], [assembly, code]);
  await importSources(
    { ...desk, people: { author: ana.id, reviewer: ben.id } },
    importersOf([]),
    (importer, loaded) => {
      throwIfRefused(importer, loaded);
      for (const line of loaded.lines) say(line);
      for (const { outcome, type, row } of loaded.notImported) say(`         ${outcome} ${type}: ${row}`);
    },
  );
};

/**
 * Loads the demo register, as most registers do, and then imports all sources. Statistics count the facts of the demo
 * register in addition to those of the sources.
 */
export const importAllOnDemo: Fill = (desk, say) => importOnDemo(desk, say, importersOf([]));

/** Like `importAllOnDemo`, but without the General Assembly data set, which has no spells. For tests of spells. */
export const importSpellsOnDemo: Fill = (desk, say) =>
  importOnDemo(
    desk,
    say,
    importersOf([]).filter(({ manifest }) => manifest.key !== 'unga'),
  );

async function importOnDemo(desk: Desk, say: (line: string) => void, sources: Parameters<typeof importSources>[1]) {
  const [ana, ben] = [await desk.createUser('Ana'), await desk.createUser('Ben')];
  const people = { author: ana.id, reviewer: ben.id };
  await loadDemo(desk, people, say);
  await importSources({ ...desk, people }, sources, (importer, loaded) => {
    throwIfRefused(importer, loaded);
    for (const line of loaded.lines) say(line);
  });
}

/** Creates a register, fills it with `fill`, and starts a server on it. Reports progress with `say`. */
export async function openDataRegister(fill: Fill, say: (line: string) => void): Promise<DataRegister> {
  const { home, remove } = testHome();
  const desk = await openDesk();
  const began = Date.now();
  await fill(desk, say);
  say(`filled in ${Math.round((Date.now() - began) / 1_000)} s`);
  const server = await makeServer(settingsFor(desk.database.urls, home), makeLog('warn'));
  const url = await server.app.listen({ port: 0, host: '127.0.0.1' });
  return {
    url,
    reader: desk.reader,
    owner: desk.owner,
    ask: askAt(`${url}/graphql`),
    close: async () => {
      await server.close();
      await desk.close();
      remove();
    },
  };
}
