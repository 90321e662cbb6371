// The entry point of the thread that reads the first rows and the values of uploaded files.
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { UnpackLimitError, UnreadableFileError } from '@chancery/importers';
import { limits } from '../limits/limits.ts';
import { type FileValues, readColumnValues } from './column-values.ts';
import { type FileHead, readFileHead } from './file-head.ts';

/** The start of a file whose head is to be read. */
export interface FileStart {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** True if these are all bytes of the file. */
  readonly isWhole: boolean;
}

const { fileBytes, textBytes } = limits.fileHead;

/** The head of a file, and the texts in its columns. */
export interface FileHeadAndValues extends FileHead {
  readonly values: FileValues;
}

/**
 * Reads the head and the values of a file from its start. A head that is not within the limits is a problem of the file;
 * values beyond them are not counted.
 */
export async function readHeadOfStart({ name, bytes, isWhole }: FileStart): Promise<FileHeadAndValues> {
  const tooFar = new UnreadableFileError({
    file: name,
    message: `Its header and first five rows are not within its first ${Math.min(fileBytes, textBytes) / 1024 / 1024} MB. Remove empty lines at its start.`,
  });
  async function* start() {
    yield Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (!isWhole) throw tooFar;
  }
  const file = {
    name,
    open: () => Readable.from(start()),
    limits: { bytes: textBytes, ratio: Number.POSITIVE_INFINITY, ratioFrom: 0 },
  };
  const head = await readFileHead(file, (error) => (error instanceof UnpackLimitError ? tooFar : error));
  return { ...head, values: await readValuesOfStart({ name, bytes, isWhole }) };
}

/** Reads the values of a file from its start, up to the last complete line within the limits. */
async function readValuesOfStart({ name, bytes, isWhole }: FileStart): Promise<FileValues> {
  const start = await startOfText(bytes);
  const isCut = start.isCut || !isWhole;
  const text = isCut ? start.text.subarray(0, start.text.lastIndexOf('\n') + 1) : start.text;
  // In slices, because the parser loses what it has not passed on when it finds an error.
  function* slices() {
    for (let at = 0; at < text.length; at += sliceBytes) yield text.subarray(at, at + sliceBytes);
  }
  const values = await readColumnValues({ name, open: () => Readable.from(slices()) });
  return { ...values, isWhole: values.isWhole && !isCut };
}

const sliceBytes = 64 * 1024;

/** Returns the start of a text, unpacked if it is a gzip archive. `isCut` is true if there is or may be more text. */
async function startOfText(packed: Uint8Array): Promise<{ readonly text: Buffer; readonly isCut: boolean }> {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return { text: bytes, isCut: false };
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of Readable.from([bytes]).pipe(createGunzip()) as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > textBytes) return { text: Buffer.concat(chunks), isCut: true };
    }
  } catch (error) {
    // A cut or damaged archive: its head names the problem, and what was unpacked is counted.
    if (!(error as NodeJS.ErrnoException).code?.startsWith('Z_')) throw error;
    return { text: Buffer.concat(chunks), isCut: true };
  }
  return { text: Buffer.concat(chunks), isCut: false };
}
