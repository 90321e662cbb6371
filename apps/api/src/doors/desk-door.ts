import { ApolloServer } from '@apollo/server';
import { createReader, type MeasureData } from '@chancery/reader';
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Auth } from '../auth/auth.ts';
import type { Person } from '../auth/people.ts';
import { viewerOf } from '../auth/viewer.ts';
import { apiError } from '../errors.ts';
import { graphqlRoute } from '../http/graphql-route.ts';
import { limits } from '../limits/limits.ts';
import { masking } from '../masking.ts';
import { resolveMeasures } from '../measures/resolvers.ts';
import { measuredFields } from '../measures/sdl.ts';
import { apolloOptions, disabledPlugins } from './apollo-options.ts';
import type { DeskContext, DeskServices } from './desk-context.ts';
import { deskSchema } from './desk-schema.ts';
import { readPlugin } from './read-plugin.ts';
import { isRegisterRoot } from './register-roots.ts';

/** What the desk's door needs. */
export interface DeskDoor {
  readonly services: DeskServices;
  readonly auth: Auth;
  /** Connections of the login that may only read the register. */
  readonly reader: Pool;
  readonly measures: MeasureData;
  readonly log: Logger;
  readonly today: () => string;
}

/** Serves `/desk/graphql`: the register and the desk, for people who are signed in; never cached, and not from other sites. */
export async function deskDoor(
  app: FastifyInstance,
  { services, auth, reader, measures, log, today }: DeskDoor,
): Promise<void> {
  const schema = deskSchema();
  resolveMeasures(schema, measures, { withholds: false });
  const apollo = new ApolloServer<DeskContext>({
    schema,
    ...apolloOptions(log),
    csrfPrevention: true,
    plugins: [
      {
        // Whoever is not signed in gets no answer from the register by way of this door, however the operation is answered.
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
      readPlugin<DeskContext>({
        plain: createReader({ schema, pool: reader, resolved: measuredFields }),
        typed: createReader({ schema, pool: reader, typed: true, takes: isRegisterRoot, resolved: measuredFields }),
        isRegister: isRegisterRoot,
        head: services.head,
        today,
        mask: masking(log),
      }),
      ...disabledPlugins(),
    ],
  });
  await apollo.start();
  app.addHook('onClose', () => apollo.stop());
  await graphqlRoute(app, {
    path: '/desk/graphql',
    apollo,
    bodyLimit: limits.body.desk,
    methods: ['POST'],
    context: async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      const viewer = await viewerOf(auth, request.headers);
      request.viewerRole = viewer?.role ?? 'nobody';
      return { trace: { statements: 0 }, viewer, services, person: personLoader(services) };
    },
  });
}

/** Looks people up together: those that the resolvers of one level ask for are found by one statement. */
function personLoader({ people }: DeskServices): (id: string) => Promise<Person | undefined> {
  let wanted = new Set<string>();
  let found: Promise<Map<string, Person>> | undefined;
  return async (id) => {
    wanted.add(id);
    found ??= Promise.resolve().then(() => {
      const ids = [...wanted];
      wanted = new Set();
      found = undefined;
      return people.byId(ids);
    });
    return (await found).get(id);
  };
}
