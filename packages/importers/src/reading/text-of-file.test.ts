import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { UnpackLimitError } from './problem.ts';
import { type TextLimits, textOf } from './text-of-file.ts';

const limits: TextLimits = { bytes: 400_000, ratio: 20, ratioFrom: 50_000 };

/** Reads a whole file within the limits; returns the length of its text. */
async function lengthOf(bytes: Buffer, limitsOfFile: TextLimits = limits): Promise<number> {
  let length = 0;
  const open = () => Readable.from([bytes]);
  for await (const text of textOf({ name: 'file.csv', open, limits: limitsOfFile })) length += text.length;
  return length;
}

/** Text that gzip packs to about a seventh. */
const numbers = (lines: number) => Array.from({ length: lines }, (_, at) => `${at * 7919},${at}\n`).join('');
const newlines = (count: number) => '\n'.repeat(count);

describe('limits of the text of a file', () => {
  it('accept a text within all limits, packed or not', async () => {
    const text = numbers(20_000);
    expect(await lengthOf(Buffer.from(text))).toBe(text.length);
    expect(await lengthOf(gzipSync(text))).toBe(text.length);
  });

  it('refuse a text that is too long, packed or not', async () => {
    const text = numbers(40_000);
    expect(text.length).toBeGreaterThan(limits.bytes);
    for (const bytes of [Buffer.from(text), gzipSync(text)])
      await expect(lengthOf(bytes)).rejects.toThrow(UnpackLimitError);
  });

  it('refuse an archive that unpacks to many times its size, unless its text is short', async () => {
    expect(await lengthOf(gzipSync(newlines(limits.ratioFrom)))).toBe(limits.ratioFrom);
    const message = 'file.csv: The file is too large: its archive unpacks to more than 20 times its size.';
    await expect(lengthOf(gzipSync(newlines(300_000)))).rejects.toThrow(message);
  });

  it('count all members of an archive', async () => {
    const members = Buffer.concat(Array.from({ length: 10 }, () => gzipSync(newlines(30_000))));
    await expect(lengthOf(members)).rejects.toThrow(UnpackLimitError);
  });

  it('do not unpack an archive within an archive', async () => {
    await expect(lengthOf(gzipSync(gzipSync(newlines(300_000))))).rejects.toThrow('file.csv, line 1:');
  });
});
