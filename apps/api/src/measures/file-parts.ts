import type { RegisterView } from '@chancery/reader';
import { limits } from '../limits/limits.ts';
import type { Computations } from './computations/computations.ts';
import { fileFormats } from './file-lines.ts';
import type { FileRequest } from './file-request.ts';

/** How a measure file is computed. */
export interface ComputeFileOptions {
  readonly view: RegisterView;
  /** Aborted when the client has disconnected. */
  readonly signal: AbortSignal;
  /** Called with the complete file, if it is below the size limit of cached files and may be cached. */
  readonly onComplete: (body: Buffer) => void;
}

/** The size of the largest file that is cached, in bytes. */
const maxCachedBytes = 4 * 1024 * 1024;

/**
 * Computes a measure file. A file of one year or of two states is returned complete; of others, each year is computed
 * when the caller asks for its part, so that many years need no more memory than one, and no thread waits for the
 * client.
 * @throws GraphQLError before the first part, for invalid input and as `Computations.compute` does.
 */
export async function computeFile(
  computations: Computations,
  file: FileRequest,
  { view, signal, onComplete }: ComputeFileOptions,
): Promise<Uint8Array[] | AsyncIterable<Uint8Array>> {
  const end = Buffer.from(fileFormats[file.format].end);
  const isOnePart = file.pair !== undefined || file.from === file.to;
  let isCacheable = true;
  let isBeforeLines = true;
  const computePart = async (from: number, to: number): Promise<Uint8Array> => {
    const isStart = from === file.from;
    const request = { file, view, from, to, isStart, isBeforeLines };
    const wait = { lane: 'files', signal } as const;
    const part = await computations.compute(
      { kind: 'filePart', request },
      isStart ? wait : { ...wait, secondsToWait: limits.statistics.secondsToWaitForNextPart },
    );
    isCacheable &&= part.isCacheable;
    isBeforeLines &&= part.result.lines === 0;
    return part.result.bytes;
  };
  const keep = (parts: readonly Uint8Array[]) => {
    if (isCacheable) onComplete(Buffer.concat(parts));
  };
  // Errors occur here, while the status can still be set.
  const first = await computePart(file.from, isOnePart ? file.to : file.from);
  if (isOnePart) {
    if (first.byteLength <= maxCachedBytes) keep([first, end]);
    return [first, end];
  }
  return (async function* () {
    yield first;
    let parts: Uint8Array[] | undefined = [first];
    let bytes = first.byteLength;
    for (let year = file.from + 1; year <= file.to; year += 1) {
      const part = await computePart(year, year);
      bytes += part.byteLength;
      if (bytes > maxCachedBytes) parts = undefined;
      parts?.push(part);
      yield part;
    }
    if (end.byteLength > 0) yield end;
    if (parts) keep([...parts, end]);
  })();
}
