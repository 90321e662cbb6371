import {
  clientLimits,
  networkOf,
  type QuotaUse,
  type RateLimit,
  rateLimitItem,
  rateLimitPolicy,
  requestGate,
  type Ticket,
} from '@chancery/edge';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { apiError, errorStatus } from '../errors.ts';
import { clientAddress } from '../http/client-address.ts';
import { type Refusal, refuse } from '../http/refuse.ts';
import type { ClientQuotas } from './client-quotas.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True for routes that do not count as requests of their client. */
    readonly isUnlimited?: boolean;
    /** False for routes whose requests may last long, so that they do not occupy a place of their client. */
    readonly isGated?: boolean;
    /** What a request to this route costs, in points, besides what its handler charges. */
    readonly points?: number;
  }
  interface FastifyRequest {
    /** The network of the client and its limits; absent if the route is unlimited. */
    client?: LimitedClient;
  }
}

interface LimitedClient {
  readonly network: string;
  readonly points: RateLimit | undefined;
  /** The item of the quota of requests in the RateLimit header; absent without that quota. */
  readonly header: string | undefined;
  readonly ticket: Ticket | undefined;
}

/**
 * Limits each network address: an IPv4 address, or the /64 of an IPv6 address. Runs before the body is read, and after
 * the headers of CORS are set, so that pages of other sites can read refusals. `concurrent` is the number of requests
 * of one address in progress at the same time; 0 for no limit.
 */
export function limitClients(app: FastifyInstance, quotas: ClientQuotas, concurrent: number): void {
  const policy = rateLimitPolicy([quotas.requests, quotas.points].filter((quota) => quota !== undefined));
  const gate = requestGate(concurrent);
  app.decorateRequest('client');

  app.addHook('preParsing', async (request, reply) => {
    const { isUnlimited = false, isGated = true, points: price = 0 } = request.routeOptions.config;
    if (isUnlimited) return;
    const network = networkOf(clientAddress(request));
    if (policy !== '') void reply.header('ratelimit-policy', policy);
    let header: string | undefined;
    if (quotas.requests) {
      const use = await quotas.requests.use(network, 1);
      header = rateLimitItem(quotas.requests, use);
      void reply.header('ratelimit', header);
      if (!use.isAllowed) {
        void reply.header('retry-after', String(use.secondsLeft));
        refuse(request, reply, quotaRefusal(quotas.requests, use));
        return;
      }
    }
    const ticket = isGated ? gate.enter(network) : undefined;
    request.client = { network, points: quotas.points, header, ticket };
    if (ticket) {
      // Also closes if the client gives up while the request waits or runs.
      reply.raw.once('close', ticket.leave);
      if (ticket.mayStart !== true && !(await ticket.mayStart)) {
        void reply.header('retry-after', '1');
        refuse(request, reply, gateRefusal(concurrent));
        return;
      }
    }
    const refusal = await charge(request, reply, price);
    if (refusal) refuse(request, reply, refusal);
  });

  // The work is over; sending the rest to a slow client occupies no place. A stream is still being produced.
  app.addHook('onSend', (request, _reply, payload, done) => {
    if (typeof payload === 'string' || Buffer.isBuffer(payload)) request.client?.ticket?.leave();
    done();
  });
}

/**
 * Charges points to the client of a request, before they are spent. Does nothing without a limit.
 * @throws GraphQLError RATE_LIMITED if the client has too few points left in this window; the reply then says when to
 * try again.
 */
export async function chargePoints(request: FastifyRequest, reply: FastifyReply, points: number): Promise<void> {
  const refusal = await charge(request, reply, points);
  if (refusal) throw apiError(refusal.code, refusal.message, { limit: refusal.details });
}

async function charge(request: FastifyRequest, reply: FastifyReply, points: number): Promise<Refusal | undefined> {
  const { client } = request;
  if (!client?.points || points === 0) return undefined;
  const use = await client.points.use(client.network, points);
  const items = [client.header, rateLimitItem(client.points, use)].filter((item) => item !== undefined);
  void reply.header('ratelimit', items.join(', '));
  if (use.isAllowed) return undefined;
  void reply.header('retry-after', String(use.secondsLeft));
  return quotaRefusal(client.points, use);
}

function quotaRefusal({ name, quota }: RateLimit, { secondsLeft }: QuotaUse): Refusal {
  const wait = secondsLeft === 1 ? '1 second' : `${secondsLeft} seconds`;
  return {
    status: errorStatus.RATE_LIMITED,
    code: 'RATE_LIMITED',
    message: `Your network address has used its ${quota} ${name} of ${clientLimits.windowSeconds} seconds. Try again in ${wait}.`,
    details: { limit: quota, retryAfter: secondsLeft },
  };
}

function gateRefusal(concurrent: number): Refusal {
  return {
    status: errorStatus.RATE_LIMITED,
    code: 'RATE_LIMITED',
    message: `Too many requests of your network address are waiting: ${concurrent} may be in progress at the same time. Send fewer at once.`,
    details: { limit: concurrent, retryAfter: 1 },
  };
}
