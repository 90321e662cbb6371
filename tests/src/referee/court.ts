import { type Asking, asking } from '../support/ask.ts';
import { type RandomRegister, type RegisterSize, randomRegister } from '../support/random-register.ts';
import { appointReferee, type Referee } from './referee.ts';

/** A register that chance has filled, the reader of it, and the referee, who saw it as it was when the court opened. */
export interface Court {
  readonly register: RandomRegister;
  readonly ask: Asking;
  readonly referee: Referee;
  readonly close: () => Promise<void>;
}

/** Opens a court over a register of one's own. */
export async function openCourt(size: RegisterSize = {}): Promise<Court> {
  const register = await randomRegister(size);
  const { reader } = register.desk;
  return { register, ask: asking(reader), referee: await appointReferee(reader), close: register.desk.close };
}
