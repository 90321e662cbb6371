import { describe, expect, it } from '@jest/globals';
import { createReadGate } from './costly-reads.ts';

const connected = () => new AbortController().signal;

/** Returns a read that ends when it is told to, and whether it has begun. */
function heldRead() {
  let resolve: (value: string) => void = () => undefined;
  const promise = new Promise<string>((done) => {
    resolve = done;
  });
  const held = { isBegun: false, end: () => resolve('done') };
  return {
    held,
    read: () => {
      held.isBegun = true;
      return promise;
    },
  };
}
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('the gate before costly operations', () => {
  const limits = { points: 100, atOnce: 2, waiting: 1, secondsToWait: 5 };

  it('runs as many at once as it allows, the next when one ends, and ordinary operations always', async () => {
    const gate = createReadGate(limits);
    const reads = [heldRead(), heldRead(), heldRead()];
    const answers = reads.map(({ read }) => gate(101, read, connected));
    await settle();
    expect(reads.map(({ held }) => held.isBegun)).toEqual([true, true, false]);
    await expect(gate(100, async () => 'ordinary', connected)).resolves.toBe('ordinary');
    await expect(gate(101, async () => 'too many', connected)).rejects.toMatchObject({
      extensions: { code: 'RETRYABLE' },
    });
    reads[0]?.held.end();
    await settle();
    expect(reads[2]?.held.isBegun).toBe(true);
    for (const { held } of reads) held.end();
    await expect(Promise.all(answers)).resolves.toEqual(['done', 'done', 'done']);
  });

  it('makes room after one that fails, and does not run one whose client has disconnected', async () => {
    const gate = createReadGate({ ...limits, atOnce: 1 });
    await expect(gate(500, () => Promise.reject(new Error('the database is gone')), connected)).rejects.toThrow('gone');
    const client = new AbortController();
    const first = heldRead();
    const running = gate(500, first.read, connected);
    const waiting = heldRead();
    const abandoned = gate(500, waiting.read, () => client.signal);
    client.abort();
    first.held.end();
    await expect(running).resolves.toBe('done');
    await expect(abandoned).rejects.toMatchObject({ extensions: { code: 'RETRYABLE' } });
    expect(waiting.held.isBegun).toBe(false);
    await expect(gate(500, async () => 'next', connected)).resolves.toBe('next');
  });
});
