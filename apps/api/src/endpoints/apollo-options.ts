import type { ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Logger } from 'pino';
import { documentLimits } from '../limits/document-limits.ts';
import { limits } from '../limits/limits.ts';
import { errorFormatter } from '../masking.ts';
import type { DocumentStore } from './document-store.ts';
import { stringifyResult } from './read-plugin.ts';

/** Returns the Apollo options that both endpoints share: the same limits, error formatting and serialization. */
export function apolloOptions(log: Logger, documentStore: DocumentStore) {
  return {
    documentStore,
    introspection: true,
    persistedQueries: false as const,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    // The caller of makeServer stops the whole server.
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: documentLimits,
    formatError: errorFormatter(log),
    stringifyResult: stringifyResult as (value: unknown) => string,
    logger: log,
  };
}

/** Returns the plugins that turn off Apollo's defaults: landing pages, cache hints and usage reports. */
export function disabledPlugins(): ApolloServerPlugin[] {
  return [
    ApolloServerPluginLandingPageDisabled(),
    ApolloServerPluginCacheControlDisabled(),
    ApolloServerPluginUsageReportingDisabled(),
  ];
}
