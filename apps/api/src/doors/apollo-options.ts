import type { ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Logger } from 'pino';
import { documentLimits } from '../limits/document-limits.ts';
import { limits } from '../limits/limits.ts';
import { masking } from '../masking.ts';
import { stringifyResult } from './read-plugin.ts';

/** How Apollo is set up behind both doors: the same limits, the same masking, the same way of writing answers. */
export function apolloOptions(log: Logger) {
  return {
    introspection: true,
    persistedQueries: false as const,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    // The server is stopped as a whole, by whoever made it.
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: documentLimits,
    formatError: masking(log),
    stringifyResult: stringifyResult as (value: unknown) => string,
    logger: log,
  };
}

/** What Apollo brings unless it is told not to, and no door has: pages of its own, cache hints, reports to elsewhere. */
export function disabledPlugins(): ApolloServerPlugin[] {
  return [
    ApolloServerPluginLandingPageDisabled(),
    ApolloServerPluginCacheControlDisabled(),
    ApolloServerPluginUsageReportingDisabled(),
  ];
}
