import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { limits } from '../limits/limits.ts';

/** The files that are being sent. Ends clients that do not read what they asked for. */
export interface SendingFiles {
  /**
   * Returns a stream that sends the parts of a file as the client reads them, or `undefined` if too many files are being
   * sent. Takes the next part only after the client has read the one before.
   */
  readonly send: (reply: FastifyReply, parts: AsyncIterable<Uint8Array>) => Readable | undefined;
  /** The number of files that are being sent. */
  readonly size: () => number;
}

/** The limits that a test may change; by default those of `limits.sending`. */
export interface SendingLimits {
  readonly files?: number;
  readonly secondsToMakeRoom?: number;
  readonly secondsToRead?: number;
}

interface SendingFile {
  /** When the stream began to wait for the client, by `performance.now`; null while it waits for the next part. */
  waitingSince: number | null;
  readonly cutOff: () => void;
}

/** Small enough that a slow client makes progress within the time limit. */
const sliceBytes = 64 * 1024;

/** Creates the set of files that are being sent, which is empty. */
export function createSendingFiles({
  files = limits.sending.files,
  secondsToMakeRoom = limits.sending.secondsToMakeRoom,
  secondsToRead = limits.sending.secondsToRead,
}: SendingLimits = {}): SendingFiles {
  const sending = new Set<SendingFile>();
  const makeRoom = (): boolean => {
    if (sending.size < files) return true;
    const waiting = [...sending].filter(({ waitingSince }) => waitingSince !== null);
    const [slowest] = waiting.sort((a, b) => (a.waitingSince ?? 0) - (b.waitingSince ?? 0));
    if (!slowest || performance.now() - (slowest.waitingSince ?? 0) < secondsToMakeRoom * 1_000) return false;
    sending.delete(slowest);
    slowest.cutOff();
    return true;
  };
  return {
    send: ({ raw }, parts) => {
      if (!makeRoom()) return undefined;
      const file: SendingFile = { waitingSince: null, cutOff: () => raw.destroy() };
      sending.add(file);
      const timer = setTimeout(() => {
        if (file.waitingSince === null) timer.refresh();
        else file.cutOff();
      }, secondsToRead * 1_000);
      const leave = () => {
        clearTimeout(timer);
        sending.delete(file);
      };
      // A client that has already disconnected closes nothing more.
      if (raw.closed || raw.destroyed) leave();
      else raw.once('close', leave);
      const waitForClient = () => {
        file.waitingSince = performance.now();
        timer.refresh();
      };
      const slices = async function* () {
        for await (const part of parts) {
          for (let at = 0; at < part.byteLength; at += sliceBytes) {
            waitForClient();
            yield part.subarray(at, at + sliceBytes);
            file.waitingSince = null;
          }
        }
        // The client has yet to read what the sockets buffer.
        waitForClient();
      };
      return Readable.from(slices(), { objectMode: false, highWaterMark: sliceBytes });
    },
    size: () => sending.size,
  };
}
