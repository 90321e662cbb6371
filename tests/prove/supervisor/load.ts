/** What became of the requests of a client, until it was refused because Chancery stops. */
export interface Tally {
  answered: number;
  refused: number;
  /** Requests that were cut, or answered with an error that is no refusal, with what happened. */
  readonly failed: string[];
}

/**
 * Sends requests one after the other until Chancery refuses one: with 503, or because it no longer listens. Adds them to
 * the tally.
 */
export async function requestUntilRefused(
  send: () => Promise<{ status: number; text: string }>,
  tally: Tally,
): Promise<void> {
  for (;;) {
    try {
      const { status, text } = await send();
      if (status === 503) {
        tally.refused += 1;
        return;
      }
      if (status === 200) tally.answered += 1;
      else tally.failed.push(`${status}: ${text.slice(0, 200)}`);
    } catch (error) {
      if (!isRefused(error)) tally.failed.push(`${error}: ${propertyOf(error, 'cause')} ${codeOf(error)}`);
      return;
    }
  }
}

/** True when no connection could be opened: nothing was sent. */
function isRefused(error: unknown): boolean {
  const syscall = propertyOf(propertyOf(error, 'cause'), 'syscall');
  return codeOf(error) === 'ECONNREFUSED' || (codeOf(error) === 'ECONNRESET' && syscall === 'connect');
}

function codeOf(error: unknown): unknown {
  return propertyOf(propertyOf(error, 'cause'), 'code');
}

// Errors of fetch come from outside of Jest's realm, where `instanceof Error` does not hold.
function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
