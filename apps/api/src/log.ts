import { type DestinationStream, type Logger, pino } from 'pino';

/**
 * Creates the server log: one line of JSON per message, written to stdout or to `destination`. An error under the key
 * `err` is reduced to its name, message, code, stack and cause, because database errors also carry their connection.
 */
export function makeLog(level: string, destination?: DestinationStream): Logger {
  const options = { level, base: null, serializers: { err: serializeError } };
  return destination ? pino(options, destination) : pino(options);
}

function serializeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  const code = 'code' in error ? { code: error.code } : {};
  return {
    name,
    message,
    ...code,
    stack,
    ...(error.cause === undefined ? {} : { cause: serializeError(error.cause) }),
  };
}
