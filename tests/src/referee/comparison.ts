import { type RandomRegister, type RegisterSize, randomRegister } from '../support/random-register.ts';
import { type ReaderClient, readerClient } from '../support/reader-client.ts';
import { createReferee, type Referee } from './referee.ts';

/** A register that chance has filled, the reader of it, and the referee, who saw it as it was when the court opened. */
export interface Comparison {
  readonly register: RandomRegister;
  readonly ask: ReaderClient;
  readonly referee: Referee;
  readonly close: () => Promise<void>;
}

/** Opens a court over a register of one's own. */
export async function openComparison(size: RegisterSize = {}): Promise<Comparison> {
  const register = await randomRegister(size);
  const { reader } = register.desk;
  return { register, ask: readerClient(reader), referee: await createReferee(reader), close: register.desk.close };
}
