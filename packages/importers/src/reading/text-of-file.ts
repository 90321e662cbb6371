import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { UnreadableFile } from './problem.ts';

/** A file as it was handed over. */
export interface GivenFile {
  readonly name: string;
  /** Its bytes, from the beginning each time it is called. */
  readonly open: () => Readable;
}

const marks: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['UTF-32', [0xff, 0xfe, 0, 0]],
  ['UTF-16', [0xff, 0xfe]],
  ['UTF-16', [0xfe, 0xff]],
];

/**
 * The text of a file, piece by piece: unpacked where it is gzipped, whatever its name says, without a byte order mark.
 * @throws UnreadableFile where it is packed and broken off, or is not UTF-8
 */
export async function* textOf({ name, open }: GivenFile): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  let lines = 1;
  for await (const bytes of unpacked(name, open())) {
    if (isFirst) refuseOtherEncodings(name, bytes);
    isFirst = false;
    const text = decoded(
      () => decoder.decode(bytes, { stream: true }),
      name,
      () => lines + linesBeforeFault(bytes),
    );
    refuseZeroBytes(text, name, lines);
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
    yield text;
  }
  yield decoded(
    () => decoder.decode(),
    name,
    () => lines,
  );
}

async function* unpacked(name: string, stream: Readable): AsyncGenerator<Buffer> {
  const pieces = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let first = Buffer.alloc(0);
  // A mark is four bytes at most, and a stream may come in smaller pieces.
  while (first.length < 4) {
    const { done, value } = await pieces.next();
    if (done) break;
    first = Buffer.concat([first, value]);
  }
  const whole = (async function* () {
    if (first.length > 0) yield first;
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value;
  })();
  if (first[0] !== 0x1f || first[1] !== 0x8b) {
    yield* whole;
    return;
  }
  const unzip = createGunzip();
  const source = Readable.from(whole);
  source.on('error', (error) => unzip.destroy(error));
  try {
    for await (const bytes of source.pipe(unzip)) yield bytes as Buffer;
  } catch (error) {
    if (!codeOf(error).startsWith('Z_')) throw error;
    throw new UnreadableFile({
      file: name,
      message: 'The gzip archive is broken or cut off. Fetch the file again.',
    });
  }
}

function refuseOtherEncodings(name: string, bytes: Buffer): void {
  const mark = marks.find(([, start]) => start.every((byte, at) => bytes[at] === byte));
  // Without a mark UTF-16 shows by the zero bytes of its letters.
  const start = bytes.subarray(0, 200);
  const isText = start.filter((byte) => byte === 0).length * 5 < start.length || start.length === 0;
  const other = mark?.[0] ?? (isText ? undefined : 'UTF-16 or no text at all');
  if (other === undefined) return;
  throw new UnreadableFile({ file: name, line: 1, message: `The file is ${other}. Save it as UTF-8.` });
}

function refuseZeroBytes(text: string, name: string, lines: number): void {
  const at = text.indexOf('\0');
  if (at < 0) return;
  const line = lines + text.slice(0, at).split('\n').length - 1;
  throw new UnreadableFile({ file: name, line, message: 'There are zero bytes in this line. Fetch the file again.' });
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

// Bytes that are no UTF-8 are read as U+FFFD where that is allowed. A letter may have begun in the piece before.
function linesBeforeFault(bytes: Buffer): number {
  let start = 0;
  while (start < 3 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start += 1;
  const [before = ''] = new TextDecoder().decode(bytes.subarray(start), { stream: true }).split('\uFFFD');
  return before.split('\n').length - 1;
}

function decoded(decode: () => string, name: string, line: () => number): string {
  try {
    return decode();
  } catch (error) {
    if (codeOf(error) !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
    throw new UnreadableFile({
      file: name,
      line: line(),
      message: 'From here on there are bytes that are not UTF-8. Save the file as UTF-8.',
    });
  }
}
