import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuse } from './refuse.ts';

/**
 * Refuses bodies in a character set other than UTF-8 or with a content encoding: they would be read as something else.
 * This includes uploads, whose files may be compressed themselves.
 */
export function requirePlainBodies(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    const message = problemOf(request);
    if (message === undefined) return done();
    refuse(request, reply, { status: 415, code: 'BAD_USER_INPUT', message });
  });
}

function problemOf({ headers }: FastifyRequest): string | undefined {
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding.trim().toLowerCase() !== 'identity')
    return 'The body has a content encoding, which this address does not decode. Send it without the header Content-Encoding; a compressed file for an import is sent as it is.';
  // A parser would pick one of several parameters.
  const charsets = headers['content-type']?.matchAll(/charset[^=;]*=\s*"?([^;"\s]*)/gi) ?? [];
  for (const [, charset = ''] of charsets)
    if (!/^utf-?8$/i.test(charset))
      return `The body has the character set ${charset.slice(0, 40) || '""'}, which this address does not read. Send it in UTF-8.`;
  return undefined;
}
