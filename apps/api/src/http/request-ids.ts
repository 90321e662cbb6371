import { randomBytes } from 'node:crypto';

/**
 * Creates a generator of request ids. An id is a random part for the process and a counter, so it is unique across
 * logs.
 */
export function requestIds(): () => string {
  const process = randomBytes(6).toString('hex');
  let count = 0;
  return () => {
    count += 1;
    return `${process}-${count}`;
  };
}
