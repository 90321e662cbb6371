import { type LoadedFile, loadDemo } from '@chancery/api/demo';
import { type Desk, openDesk } from '../support/desk.ts';
import { createReaderClient, type ReaderClient } from '../support/reader-client.ts';

/** The loaded demo register, with functions that query it through the public schema. */
export interface CaseRegister {
  readonly desk: Desk;
  readonly loaded: readonly LoadedFile[];
  /** The revision that merged the worked case. Before this revision the register holds only the states. */
  readonly caseRevision: number;
  /** Queries the public schema at the revision of the case. */
  readonly atCase: <Result>(selection: string, variables?: Record<string, unknown>) => Promise<Result>;
  /** Queries the public schema at the head. */
  readonly atHead: <Result>(selection: string) => Promise<Result>;
  readonly close: () => Promise<void>;
}

/** The file of the worked case. */
export const caseFile = '02-worked-case.json';

/** Creates the two users who load the demo register: an author and a reviewer. */
export async function createDemoEditors(desk: Desk): Promise<{ author: string; reviewer: string }> {
  const [author, reviewer] = [await desk.createUser('Ana'), await desk.createUser('Ben')];
  return { author: author.id, reviewer: reviewer.id };
}

/** Loads the demo register into a new database. */
export async function openCaseRegister(): Promise<CaseRegister> {
  const desk = await openDesk();
  const loaded = await loadDemo(desk, await createDemoEditors(desk), () => undefined);
  const caseRevision = loaded.find(({ file }) => file === caseFile)?.revision;
  if (caseRevision === undefined) throw new Error('the worked case was not merged');
  const ask = createReaderClient(desk.reader);
  return { desk, loaded, caseRevision, ...queries(ask, caseRevision), close: desk.close };
}

function queries(ask: ReaderClient, caseRevision: number): Pick<CaseRegister, 'atCase' | 'atHead'> {
  return {
    atCase: async <Result>(selection: string) => {
      const { at } = await ask.data(`{ at(revision: ${caseRevision}) { ${selection} } }`);
      // Trusts the caller's type: it describes the JSON that the selection returns.
      return at as unknown as Result;
    },
    atHead: async <Result>(selection: string) => (await ask.data(`{ ${selection} }`)) as unknown as Result,
  };
}
