import type { FastifyInstance, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Ends the request unless its body is there in time; whoever takes long bodies refreshes it with each piece. */
    bodyTimer?: NodeJS.Timeout;
  }
}

/** Within how many milliseconds the head of a request must be there, then its body, or, where that is a file, its next piece. */
export const timeToSend = 10_000;

const answer = 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';

/** Ends requests that would hold a connection by sending slowly. What Node offers knows one time for all requests alike. */
export function slowBodies(app: FastifyInstance, within: number): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const { headers, raw } = request;
    if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return done();
    const timer = setTimeout(() => end(request), within);
    request.bodyTimer = timer;
    const clear = () => clearTimeout(timer);
    raw.once('end', clear).once('close', clear);
    done();
  });
}

function end({ raw: { socket } }: FastifyRequest): void {
  socket.write(answer);
  socket.destroy();
}
