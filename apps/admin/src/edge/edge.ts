import type { ServerResponse } from 'node:http';
import { availableParallelism } from 'node:os';
import {
  type ClientAddresses,
  clientAddresses,
  type RateLimit,
  type RequestGate,
  rateLimit,
  requestGate,
} from '@chancery/edge';
import { readEnvironment, settings } from '@chancery/settings';

/** What this server knows of its clients. */
export interface Edge {
  readonly addresses: ClientAddresses;
  /** The quota of pages of each network address; `undefined` without a limit. */
  readonly pages: RateLimit | undefined;
  readonly gate: RequestGate;
  /** Limits how many pages are rendered at the same time for all addresses together. */
  readonly allPages: RequestGate;
  /** The responses that have not been sent, by the number in the `requestNumberHeader` of their request. */
  readonly openResponses: Map<string, ServerResponse>;
}

/** The header with which a request gets its number from this server. */
export const requestNumberHeader = 'x-chancery-request';

const edgeSettings = settings.pick({
  CHANCERY_TRUSTED_PROXIES: true,
  CHANCERY_RATE_PAGES: true,
  CHANCERY_RATE_CONCURRENT: true,
});

declare global {
  var chanceryEdge: Edge | undefined;
}

/**
 * Returns the state of this process. It is global because Next bundles instrumentation.ts and proxy.ts separately, so
 * that each would have a module of its own.
 * @throws Error naming the settings that are invalid.
 */
export function edge(): Edge {
  globalThis.chanceryEdge ??= createEdge(process.env);
  return globalThis.chanceryEdge;
}

/**
 * Creates the state of a server from its environment.
 * @throws Error naming the settings that are invalid.
 */
export function createEdge(env: NodeJS.ProcessEnv): Edge {
  const read = readEnvironment(edgeSettings, env);
  if ('errors' in read) throw new Error(read.errors.join('\n'));
  const { data } = read;
  return {
    addresses: clientAddresses({ trustedProxies: data.CHANCERY_TRUSTED_PROXIES ?? [] }),
    pages: rateLimit('pages', data.CHANCERY_RATE_PAGES),
    gate: requestGate(data.CHANCERY_RATE_CONCURRENT),
    allPages: requestGate(pagesAtOnce()),
    openResponses: new Map(),
  };
}

/** More pages at once would not be done sooner, but would keep this process from answering anything else. */
function pagesAtOnce(): number {
  return Math.max(4, 2 * availableParallelism());
}
