import { type LoadedFile, loadDemo } from '@chancery/api/demo';
import { type Desk, openDesk } from '../support/desk.ts';
import { createReaderClient, type ReaderClient } from '../support/reader-client.ts';

/** The loaded demo register, with functions that query it through the public schema. */
export interface CaseRegister {
  readonly desk: Desk;
  readonly loaded: readonly LoadedFile[];
  /**
   * The revision that merged the worked case. Before it, the register holds only the states, with their names, codes and
   * sources.
   */
  readonly caseRevision: number;
  /**
   * Returns the data of a selection of root fields at the revision of the case. Does not check that it is a `Result`.
   */
  readonly atCase: <Result>(selection: string) => Promise<Result>;
  /** Returns the data of a selection of root fields at the head. Does not check that it is a `Result`. */
  readonly atHead: <Result>(selection: string) => Promise<Result>;
  readonly close: () => Promise<void>;
}

/** The name of the demo register's file that contains the worked case. */
export const caseFile = '02-worked-case.json';

/** Creates two editors to load the demo register with, and returns their ids. */
export async function createDemoEditors(desk: Desk): Promise<{ author: string; reviewer: string }> {
  const [author, reviewer] = [await desk.createUser('Ana'), await desk.createUser('Ben')];
  return { author: author.id, reviewer: reviewer.id };
}

/**
 * Loads the demo register into a new database.
 * @throws Error if the demo register has no worked case
 */
export async function openCaseRegister(): Promise<CaseRegister> {
  const desk = await openDesk();
  const loaded = await loadDemo(desk, await createDemoEditors(desk), () => undefined);
  const caseRevision = loaded.find(({ file }) => file === caseFile)?.revision;
  if (caseRevision === undefined) throw new Error(`the demo register has no file ${caseFile}`);
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
