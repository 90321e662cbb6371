import { headers } from 'next/headers';
import { edge, requestNumberHeader } from './edge.ts';

/**
 * Sets the HTTP status of the page that is being rendered. Next sets one only for errors that it renders in the browser,
 * so that such pages are empty without scripts. Call it while the page renders, before its first part is sent. Does
 * nothing if the client has gone.
 */
export async function setStatus(status: number): Promise<void> {
  const response = edge().openResponses.get((await headers()).get(requestNumberHeader) ?? '');
  if (response && !response.headersSent) response.statusCode = status;
}
