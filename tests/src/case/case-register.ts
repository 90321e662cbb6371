import { type LoadedFile, loadDemo } from '@chancery/api/demo';
import { type Asking, asking } from '../support/ask.ts';
import { type Desk, openDesk } from '../support/desk.ts';

/** The demo register, loaded, with somebody to ask it as readers do. */
export interface CaseRegister {
  readonly desk: Desk;
  readonly loaded: readonly LoadedFile[];
  /** The revision of the worked case, which is alone in it. */
  readonly w: number;
  /** Asks the public schema about the register as it stood when the case was merged. */
  readonly atW: <Result>(selection: string, variables?: Record<string, unknown>) => Promise<Result>;
  /** Asks the public schema about the register as it stands. */
  readonly atHead: <Result>(selection: string) => Promise<Result>;
  readonly close: () => Promise<void>;
}

/** The file of the worked case. */
export const caseFile = '02-worked-case.json';

/** Hires the two editors of the demo register. */
export async function demoEditors(desk: Desk): Promise<{ author: string; reviewer: string }> {
  const [author, reviewer] = [await desk.hire('Ana'), await desk.hire('Ben')];
  return { author: author.id, reviewer: reviewer.id };
}

/** Loads the demo register into a database of its own. */
export async function openCaseRegister(): Promise<CaseRegister> {
  const desk = await openDesk();
  const loaded = await loadDemo(desk, await demoEditors(desk), () => undefined);
  const w = loaded.find(({ file }) => file === caseFile)?.revision;
  if (w === undefined) throw new Error('the worked case was not merged');
  const ask = asking(desk.reader);
  return { desk, loaded, w, ...questions(ask, w), close: desk.close };
}

function questions(ask: Asking, w: number): Pick<CaseRegister, 'atW' | 'atHead'> {
  return {
    atW: async <Result>(selection: string) => {
      const { at } = await ask.data(`{ at(revision: ${w}) { ${selection} } }`);
      // What a test selects is what it says it gets: the answer is JSON.
      return at as unknown as Result;
    },
    atHead: async <Result>(selection: string) => (await ask.data(`{ ${selection} }`)) as unknown as Result,
  };
}
