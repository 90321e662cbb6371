import { type DestinationStream, type Logger, pino } from 'pino';

/**
 * The log of the server: a line of JSON for each event, to stdout or wherever it is told. Of an error it keeps what
 * helps, and nothing that a library hung on it: errors of the database carry their connection.
 */
export function makeLog(level: string, destination?: DestinationStream): Logger {
  const options = { level, base: null, serializers: { err: errorShown } };
  return destination ? pino(options, destination) : pino(options);
}

function errorShown(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  const code = 'code' in error ? { code: error.code } : {};
  return { name, message, ...code, stack, ...(error.cause === undefined ? {} : { cause: errorShown(error.cause) }) };
}
