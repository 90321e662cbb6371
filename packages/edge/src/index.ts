export { adminKeyHeader, type ClientAddresses, clientAddresses, type TrustedSenders } from './client-address.ts';
export { clientLimits } from './limits.ts';
export { networkOf } from './network-of.ts';
export { type QuotaUse, type RateLimit, rateLimit, rateLimitItem, rateLimitPolicy } from './rate-limit.ts';
export { type RequestGate, requestGate, type Ticket } from './request-gate.ts';
export { securityHeaders } from './security-headers.ts';
