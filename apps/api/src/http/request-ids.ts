import { randomBytes } from 'node:crypto';

/** Names requests: by the process, at random, and by their turn in it. A line of the log tells one from all others. */
export function requestIds(): () => string {
  const process = randomBytes(6).toString('hex');
  let turn = 0;
  return () => {
    turn += 1;
    return `${process}-${turn}`;
  };
}
