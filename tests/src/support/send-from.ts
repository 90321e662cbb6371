import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { text } from 'node:stream/consumers';

/** A request that is sent from one of the loopback addresses of this machine. */
export interface SentFrom {
  /** The loopback address that the server sees, such as 127.0.0.2. */
  readonly from: string;
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string;
  /** The path exactly as it is sent; by default that of the URL. */
  readonly path?: string;
}

/** Sends a request from a loopback address and returns the response with its body as text. */
export function sendFrom(
  url: string,
  { from, method = 'GET', headers = {}, body, path }: SentFrom,
): Promise<{ status: number; headers: IncomingHttpHeaders; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method, headers, localAddress: from, agent: false, ...(path === undefined ? {} : { path }) },
      (response) => {
        text(response).then(
          (received) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: received }),
          reject,
        );
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
}
