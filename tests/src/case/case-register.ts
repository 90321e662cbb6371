import { type LoadedFile, loadDemo } from '@chancery/api/demo';
import { type Desk, openDesk } from '../support/desk.ts';
import { type ReaderClient, readerClient } from '../support/reader-client.ts';

/** The loaded demo register and queries against the public schema. */
export interface CaseRegister {
  readonly desk: Desk;
  readonly loaded: readonly LoadedFile[];
  /** The revision that merged the worked case. Before it the register holds only the states. */
  readonly w: number;
  /** Queries the public schema at the revision of the case. */
  readonly atW: <Result>(selection: string, variables?: Record<string, unknown>) => Promise<Result>;
  /** Queries the public schema at the head. */
  readonly atHead: <Result>(selection: string) => Promise<Result>;
  readonly close: () => Promise<void>;
}

/** The file of the worked case. */
export const caseFile = '02-worked-case.json';

/** Creates the two users who load the demo register: an author and a reviewer. */
export async function demoEditors(desk: Desk): Promise<{ author: string; reviewer: string }> {
  const [author, reviewer] = [await desk.createUser('Ana'), await desk.createUser('Ben')];
  return { author: author.id, reviewer: reviewer.id };
}

/** Loads the demo register into a new database. */
export async function openCaseRegister(): Promise<CaseRegister> {
  const desk = await openDesk();
  const loaded = await loadDemo(desk, await demoEditors(desk), () => undefined);
  const w = loaded.find(({ file }) => file === caseFile)?.revision;
  if (w === undefined) throw new Error('the worked case was not merged');
  const ask = readerClient(desk.reader);
  return { desk, loaded, w, ...queries(ask, w), close: desk.close };
}

function queries(ask: ReaderClient, w: number): Pick<CaseRegister, 'atW' | 'atHead'> {
  return {
    atW: async <Result>(selection: string) => {
      const { at } = await ask.data(`{ at(revision: ${w}) { ${selection} } }`);
      // Trusts the caller's type: it describes the JSON that the selection returns.
      return at as unknown as Result;
    },
    atHead: async <Result>(selection: string) => (await ask.data(`{ ${selection} }`)) as unknown as Result,
  };
}
