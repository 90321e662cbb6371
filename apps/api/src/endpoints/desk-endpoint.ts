import { ApolloServer } from '@apollo/server';
import { type CacheSize, createReader, type StatementRunner } from '@chancery/reader';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Auth } from '../auth/auth.ts';
import type { Person } from '../auth/people.ts';
import { viewerOf } from '../auth/viewer.ts';
import { apiError } from '../errors.ts';
import { clientAddress } from '../http/client-address.ts';
import { disconnectSignal } from '../http/disconnect-signal.ts';
import { serveGraphql } from '../http/graphql-route.ts';
import { chargePoints } from '../limits/client-limits.ts';
import { limits } from '../limits/limits.ts';
import { errorFormatter } from '../masking.ts';
import type { Computations } from '../measures/computations/computations.ts';
import { measuredFields } from '../measures/prices.ts';
import { resolveMeasures } from '../measures/resolvers.ts';
import { apolloOptions, disabledPlugins } from './apollo-options.ts';
import type { DeskContext, DeskServices } from './desk-context.ts';
import { deskSchema } from './desk-schema.ts';
import { DocumentStore } from './document-store.ts';
import { readPlugin } from './read-plugin.ts';
import { isRegisterRoot } from './register-roots.ts';

/** Dependencies of the desk endpoint. */
export interface DeskEndpointOptions {
  readonly services: DeskServices;
  readonly auth: Auth;
  /** Runs statements that read the register, as the login of the desk. */
  readonly statements: StatementRunner;
  readonly computations: Computations;
  readonly log: Logger;
  readonly today: () => string;
}

/**
 * Serves `/desk/graphql`: the register and the desk for signed-in users. Responses are never cached. Returns a function
 * that returns the sizes of the endpoint's caches.
 */
export async function serveDeskEndpoint(
  app: FastifyInstance,
  { services, auth, statements, computations, log, today }: DeskEndpointOptions,
): Promise<() => CacheSize[]> {
  const schema = deskSchema();
  resolveMeasures(schema, computations, { withholds: false });
  const documents = new DocumentStore();
  const reader = createReader({
    ...{ schema, statements, resolved: measuredFields, limits: limits.read },
    includesRoot: isRegisterRoot,
  });
  const apollo = new ApolloServer<DeskContext>({
    schema,
    ...apolloOptions(log, documents),
    csrfPrevention: true,
    plugins: [
      {
        // Checked here as well as in the resolvers, because the read plugin answers register operations without resolvers.
        requestDidStart: async ({ contextValue }) => ({
          didResolveOperation: async ({ operation }) => {
            if (
              contextValue.viewer ||
              operation?.selectionSet.selections.every(
                (selection) => selection.kind === 'Field' && selection.name.value.startsWith('__'),
              )
            )
              return;
            throw apiError('UNAUTHENTICATED', 'Sign in first.');
          },
        }),
      },
      readPlugin<DeskContext>({ reader, head: services.head, today, mask: errorFormatter(log) }),
      ...disabledPlugins(),
    ],
  });
  await apollo.start();
  app.addHook('onClose', () => apollo.stop());
  await serveGraphql(app, {
    path: '/desk/graphql',
    apollo,
    bodyLimit: limits.body.desk,
    methods: ['POST'],
    context: async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      const viewer = await viewerOf(auth, request.headers);
      request.viewerRole = viewer?.role ?? 'nobody';
      if (viewer) request.viewerId = viewer.id;
      return {
        trace: { statements: 0 },
        charge: (points) => chargePoints(request, reply, points),
        disconnected: disconnectSignal(reply),
        viewer,
        services,
        address: clientAddress(request),
        person: personLoader(services),
      };
    },
  });
  return () => [documents.size(), reader.planCache()].map((size) => ({ ...size, name: `desk ${size.name}` }));
}

/**
 * Returns a function that looks up a user. All users that the resolvers of one level need are read with one statement.
 */
function personLoader({ people }: DeskServices): (id: string) => Promise<Person | undefined> {
  let pendingIds = new Set<string>();
  let batch: Promise<Map<string, Person>> | undefined;
  return async (id) => {
    pendingIds.add(id);
    batch ??= Promise.resolve().then(() => {
      const ids = [...pendingIds];
      pendingIds = new Set();
      batch = undefined;
      return people.byId(ids);
    });
    return (await batch).get(id);
  };
}
