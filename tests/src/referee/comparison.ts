import { createRandomRegister, type RandomRegister, type RegisterSize } from '../support/random-register.ts';
import { createReaderClient, type ReaderClient } from '../support/reader-client.ts';
import { createReferee, type Referee } from './referee.ts';

/**
 * A random register, a client of the reader, and a referee on the register as it was when the comparison was opened.
 */
export interface Comparison {
  readonly register: RandomRegister;
  readonly ask: ReaderClient;
  readonly referee: Referee;
  readonly close: () => Promise<void>;
}

/** Creates a random register in a new database, with a reader and a referee on it. */
export async function openComparison(size: RegisterSize = {}): Promise<Comparison> {
  const register = await createRandomRegister(size);
  return {
    register,
    ask: createReaderClient(register.desk.reader),
    referee: await createReferee(register.desk.desk),
    close: register.desk.close,
  };
}
