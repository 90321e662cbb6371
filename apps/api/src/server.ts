import { deskClient } from '@chancery/prisma/desk';
import { createMeasureData } from '@chancery/reader';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { makeAuth } from './auth/auth.ts';
import { authRoutes } from './auth/auth-routes.ts';
import { type People, peopleOf } from './auth/people.ts';
import { cookieSecret } from './auth/secret.ts';
import { setUpRoute } from './auth/set-up.ts';
import { signInThrottle } from './auth/sign-in-throttle.ts';
import type { DeskServices } from './endpoints/desk-context.ts';
import { deskEndpoint } from './endpoints/desk-endpoint.ts';
import { publicEndpoint } from './endpoints/public-endpoint.ts';
import type { Settings } from './env.ts';
import { watchHead } from './head-watch.ts';
import { errorHandler } from './http/error-handler.ts';
import { graphiql } from './http/graphiql/graphiql.ts';
import { serveHealthAndMetrics } from './http/health.ts';
import { requestIds } from './http/request-ids.ts';
import { requestLog } from './http/request-log.ts';
import { sameOrigin } from './http/same-origin.ts';
import { requestTimeoutOptions, slowBodyReader } from './http/send-timeouts.ts';
import { errorsRoute } from './imports/errors-route.ts';
import { uploadRoute } from './imports/upload-route.ts';
import { doJobs } from './jobs/do-jobs.ts';
import { jobQueue } from './jobs/job-queue.ts';
import type { RunningJobs } from './jobs/run-jobs.ts';
import { limits } from './limits/limits.ts';
import { measuresRoute } from './measures/measures-route.ts';
import { poolOf } from './pools.ts';
import { responseCache } from './response-cache.ts';
import { today as todayInUtc } from './today.ts';

/** The API, ready to listen. */
export interface ChanceryServer {
  readonly app: FastifyInstance;
  readonly services: DeskServices;
  readonly people: People;
  /** Closes the server, waits for running requests and jobs, and closes all connections. */
  readonly close: () => Promise<void>;
}

/** Server options. */
export interface ServerOptions {
  /** The size of the response cache in bytes; 0 turns it off. */
  readonly cacheBytes?: number;
  /** Today's date in UTC. */
  readonly today?: () => string;
  /** The time in milliseconds within which a request, or the next chunk of an uploaded file, must arrive. */
  readonly sendTimeout?: number;
  /** Starts the processing of queued jobs; by default it runs in this process. */
  readonly jobs?: (settings: Settings, log: Logger) => Promise<RunningJobs>;
}

/**
 * Builds the API with its pools, sessions, both endpoints and health checks. Connects to the database and starts the
 * processing of queued jobs, but does not listen yet.
 */
export async function makeServer(
  settings: Settings,
  log: Logger,
  {
    cacheBytes = 64 * 1024 * 1024,
    today = todayInUtc,
    sendTimeout = limits.secondsToSend * 1_000,
    jobs: startJobs = doJobs,
  }: ServerOptions = {},
): Promise<ChanceryServer> {
  const pools = {
    reader: poolOf('reader', settings.urls, log),
    desk: poolOf('desk', settings.urls, log),
    writer: poolOf('writer', settings.urls, log),
  };
  const head = await watchHead(settings.urls.reader, log);
  const client = deskClient(pools.desk);
  const auth = makeAuth({
    desk: client,
    secret: cookieSecret(settings.home, settings.secret),
    origin: settings.adminOrigin,
    log,
  });
  const people = peopleOf(auth, client);
  const jobs = await jobQueue({
    owner: settings.urls.owner,
    desk: pools.desk,
    log,
    onMerged: (number) => head.observe({ number, at: '' }),
  });
  const runningJobs = await startJobs(settings, log);
  const services: DeskServices = { pools, client, people, jobs, head };
  const cache = responseCache(cacheBytes);
  const measures = createMeasureData({ pool: pools.reader });

  const fastifyLog: FastifyBaseLogger = log.child({}, { level: 'warn' });
  const app: FastifyInstance = Fastify({
    loggerInstance: fastifyLog,
    // The admin forwards requests from this machine. Forwarded headers from any other address are ignored.
    trustProxy: 'loopback',
    bodyLimit: limits.body.small,
    ...requestTimeoutOptions(sendTimeout),
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    genReqId: requestIds(),
    // Request loggers are not used, so don't create one per request.
    childLoggerFactory: (logger) => logger,
    routerOptions: { maxParamLength: 200 },
  });
  let isClosing = false;
  // A keep-alive connection would stop the server from closing.
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (isClosing) void reply.header('connection', 'close');
    done();
  });
  errorHandler(app, log);
  sameOrigin(app, settings.adminOrigin);
  requestLog(app, log, serveHealthAndMetrics(app, { head, pools, cache }));
  graphiql(app);
  await publicEndpoint(app, { pool: pools.reader, head, cache, measures, log, today });
  await measuresRoute(app, { measures, head, cache });
  await deskEndpoint(app, { services, auth, reader: pools.reader, measures, log, today });
  await authRoutes(app, auth, signInThrottle(client));
  await uploadRoute(app, { auth, services, readBody: slowBodyReader(app, sendTimeout) });
  errorsRoute(app, { auth, services });
  setUpRoute(app, client, people);
  return {
    app,
    services,
    people,
    close: async () => {
      isClosing = true;
      await app.close();
      await runningJobs.stop();
      await jobs.stop();
      await head.stop();
      await client.$disconnect();
      await Promise.all(Object.values(pools).map((pool) => pool.end()));
    },
  };
}
