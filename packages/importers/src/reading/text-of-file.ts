import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { UnpackLimitError, UnreadableFileError } from './problem.ts';

/** A file to import. */
export interface GivenFile {
  readonly name: string;
  /** Opens a new stream of the bytes of the file, from the beginning. */
  readonly open: () => Readable;
  /** How much text the file may have; without it, any amount. */
  readonly limits?: TextLimits;
}

/** Limits on the text of a file, which may be far longer than a file that is packed. */
export interface TextLimits {
  /** Maximum number of bytes of text. */
  readonly bytes: number;
  /** Maximum ratio of the bytes of text to those of the archive. */
  readonly ratio: number;
  /** The number of bytes of text up to which any ratio is accepted. */
  readonly ratioFrom: number;
}

const byteOrderMarks: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['UTF-32', [0xff, 0xfe, 0, 0]],
  ['UTF-16', [0xff, 0xfe]],
  ['UTF-16', [0xfe, 0xff]],
];

/**
 * Yields the text of a file in chunks, without a byte order mark. Unpacks a gzip archive, which is recognized by its
 * content, whatever the name of the file.
 * @throws UnreadableFileError if the archive is damaged or truncated, or if the text is not UTF-8 or contains NUL bytes
 * @throws UnpackLimitError if the text is longer than the limits of the file allow
 */
export async function* textOf({ name, open, limits }: GivenFile): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  let lines = 1;
  for await (const bytes of unpack(name, open(), limits)) {
    if (isFirst) refuseOtherEncodings(name, bytes);
    isFirst = false;
    const text = decodeOrRefuse(
      () => decoder.decode(bytes, { stream: true }),
      name,
      () => lines + linesBeforeInvalidByte(bytes),
    );
    refuseNulBytes(text, name, lines);
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
    yield text;
  }
  yield decodeOrRefuse(
    () => decoder.decode(),
    name,
    () => lines,
  );
}

async function* unpack(name: string, stream: Readable, limits: TextLimits | undefined): AsyncGenerator<Buffer> {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let first = Buffer.alloc(0);
  // A byte order mark has up to four bytes, and chunks may be smaller.
  while (first.length < 4) {
    const { done, value } = await chunks.next();
    if (done) break;
    first = Buffer.concat([first, value]);
  }
  const allBytes = (async function* () {
    if (first.length > 0) yield first;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  })();
  if (first[0] !== 0x1f || first[1] !== 0x8b) {
    yield* limitText(allBytes, name, limits, (bytes) => bytes);
    return;
  }
  const unzip = createGunzip();
  const source = Readable.from(allBytes);
  source.on('error', (error) => unzip.destroy(error));
  try {
    const unpacked = source.pipe(unzip) as AsyncIterable<Buffer>;
    // `bytesWritten` counts the bytes of the archive that are unpacked so far.
    yield* limitText(unpacked, name, limits, () => unzip.bytesWritten);
  } catch (error) {
    if (!codeOf(error).startsWith('Z_')) throw error;
    throw new UnreadableFileError({
      file: name,
      message: 'The gzip archive is damaged or truncated. Download the file again.',
    });
  }
}

/**
 * Yields chunks of text until they exceed the limits. `packedBytes` returns the bytes of the file that `bytes` of text
 * were unpacked from.
 * @throws UnpackLimitError when they do
 */
async function* limitText(
  chunks: AsyncIterable<Buffer>,
  name: string,
  limits: TextLimits | undefined,
  packedBytes: (bytes: number) => number,
): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (limits && bytes > limits.bytes)
      throw new UnpackLimitError(name, `it has more than ${megabytes(limits.bytes)} of text`);
    if (limits && bytes > limits.ratioFrom && bytes > limits.ratio * packedBytes(bytes))
      throw new UnpackLimitError(name, `its archive unpacks to more than ${limits.ratio} times its size`);
    yield chunk;
  }
}

const megabytes = (bytes: number) => `${bytes / 1024 / 1024} MB`;

function refuseOtherEncodings(name: string, bytes: Buffer): void {
  const mark = byteOrderMarks.find(([, start]) => start.every((byte, at) => bytes[at] === byte));
  // UTF-16 without a byte order mark has many NUL bytes.
  const start = bytes.subarray(0, 200);
  const isText = start.filter((byte) => byte === 0).length * 5 < start.length || start.length === 0;
  if (!mark && isText) return;
  const message = mark
    ? `The encoding of the file is ${mark[0]}. Save it as UTF-8.`
    : 'The file is encoded as UTF-16 or is not text. Save the table as comma-separated values in UTF-8.';
  throw new UnreadableFileError({ file: name, line: 1, message });
}

function refuseNulBytes(text: string, name: string, lines: number): void {
  const at = text.indexOf('\0');
  if (at < 0) return;
  const line = lines + text.slice(0, at).split('\n').length - 1;
  throw new UnreadableFileError({
    file: name,
    line,
    message: 'This line contains NUL bytes, so the file is probably damaged. Get the file again from its source.',
  });
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

// A lenient decoder turns invalid bytes into U+FFFD. Skip the bytes of a character that began in the previous chunk.
function linesBeforeInvalidByte(bytes: Buffer): number {
  let start = 0;
  while (start < 3 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start += 1;
  const [before = ''] = new TextDecoder().decode(bytes.subarray(start), { stream: true }).split('\uFFFD');
  return before.split('\n').length - 1;
}

function decodeOrRefuse(decode: () => string, name: string, line: () => number): string {
  try {
    return decode();
  } catch (error) {
    if (codeOf(error) !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
    throw new UnreadableFileError({
      file: name,
      line: line(),
      message: 'This line contains bytes that are not UTF-8. Save the file as UTF-8.',
    });
  }
}
