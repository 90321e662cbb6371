import type { FastifyReply } from 'fastify';

/** Returns a function that returns a signal, which is aborted when the client disconnects before it has the response. */
export function disconnectSignal({ raw }: FastifyReply): () => AbortSignal {
  let controller: AbortController | undefined;
  return () => {
    if (controller) return controller.signal;
    const created = new AbortController();
    controller = created;
    if (raw.closed) created.abort();
    else
      raw.once('close', () => {
        if (!raw.writableFinished) created.abort();
      });
    return created.signal;
  };
}
