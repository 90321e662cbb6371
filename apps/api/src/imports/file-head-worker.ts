// The entry point of the thread that reads the first rows of uploaded files.
import { Readable } from 'node:stream';
import { UnpackLimitError, UnreadableFileError } from '@chancery/importers';
import { limits } from '../limits/limits.ts';
import { type FileHead, readFileHead } from './file-head.ts';

/** The start of a file whose head is to be read. */
export interface FileStart {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** True if these are all bytes of the file. */
  readonly isWhole: boolean;
}

const { fileBytes, textBytes } = limits.fileHead;

/** Reads the head of a file from its start. A head that is not within the limits is a problem of the file. */
export async function readHeadOfStart({ name, bytes, isWhole }: FileStart): Promise<FileHead> {
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
  return readFileHead(file, (error) => (error instanceof UnpackLimitError ? tooFar : error));
}
