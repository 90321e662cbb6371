import { deskClient } from '@chancery/prisma/desk';
import { type CacheSize, createStatementRunner, dateWordsSize } from '@chancery/reader';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { auditTrail } from './audit/audit-trail.ts';
import { makeAuth } from './auth/auth.ts';
import { serveAuth } from './auth/auth-routes.ts';
import { deviceCookies } from './auth/device-cookie.ts';
import { type People, peopleOf } from './auth/people.ts';
import { cookieSecret } from './auth/secret.ts';
import { serveSetUp } from './auth/set-up.ts';
import { signInThrottle } from './auth/sign-in-throttle.ts';
import type { DeskServices } from './endpoints/desk-context.ts';
import { serveDeskEndpoint } from './endpoints/desk-endpoint.ts';
import { servePublicEndpoint } from './endpoints/public-endpoint.ts';
import type { Settings } from './env.ts';
import { watchHead } from './head-watch.ts';
import { requirePlainBodies } from './http/body-encoding.ts';
import { readClientAddresses } from './http/client-address.ts';
import { drainable } from './http/drain.ts';
import { installErrorHandler } from './http/error-handler.ts';
import { serveGraphiql } from './http/graphiql/graphiql.ts';
import { serveHealthAndMetrics } from './http/health.ts';
import { requestIds } from './http/request-ids.ts';
import { logRequests } from './http/request-log.ts';
import { requireSameOrigin } from './http/same-origin.ts';
import { setSecurityHeaders } from './http/security-headers.ts';
import { requestTimeoutOptions, slowBodyReader } from './http/send-timeouts.ts';
import { serveImportErrors } from './imports/errors-route.ts';
import { createFileHeads } from './imports/file-heads.ts';
import { serveUploads } from './imports/upload-route.ts';
import { jobQueue } from './jobs/job-queue.ts';
import type { JobProcessor } from './jobs/run-jobs.ts';
import { startJobProcessor } from './jobs/start-job-processor.ts';
import { limitClients } from './limits/client-limits.ts';
import { clientQuotas } from './limits/client-quotas.ts';
import { limits } from './limits/limits.ts';
import { shareUse } from './limits/share-use.ts';
import { watchLogins } from './login-watch.ts';
import { mailerOf } from './mail/mailer.ts';
import { type ComputationLimits, createComputations } from './measures/computations/computations.ts';
import { serveMeasureFiles } from './measures/measures-route.ts';
import { createSendingFiles, type SendingLimits } from './measures/sending-files.ts';
import { poolOf } from './pools.ts';
import { publicReads, readerOnPrimary } from './read-pool.ts';
import { responseCache } from './response-cache.ts';
import { today as todayInUtc } from './today.ts';

/** The API, ready to listen. */
export interface ChanceryServer {
  readonly app: FastifyInstance;
  readonly services: DeskServices;
  readonly people: People;
  /**
   * Closes the server: refuses new requests, waits for running ones, stops the jobs and closes all connections.
   */
  readonly close: () => Promise<void>;
}

/** Options of `makeServer`. The defaults are those of production, except for `jobs`. */
export interface ServerOptions {
  /** The size of the response cache in bytes, by default that of `limits`; 0 turns it off. */
  readonly cacheBytes?: number;
  /** Returns today's date in UTC, as YYYY-MM-DD. */
  readonly today?: () => string;
  /** The time within which a request, or the next chunk of an uploaded file, must arrive, in milliseconds. */
  readonly sendTimeout?: number;
  /** Limits of the computation of statistics and of the sending of measure files. */
  readonly statistics?: ComputationLimits;
  readonly sendingLimits?: SendingLimits;
  /** The time within which an uploaded file must arrive, in milliseconds. */
  readonly uploadTimeout?: number;
  /** Starts the processing of queued jobs, by default in this process. In production a child process does it. */
  readonly jobs?: (settings: Settings, log: Logger) => Promise<JobProcessor>;
}

/**
 * Builds the API with its pools, sessions, both endpoints and health checks. Connects to the database and starts the
 * processing of queued jobs, but does not listen yet.
 */
export async function makeServer(
  settings: Settings,
  log: Logger,
  {
    cacheBytes = limits.cacheBytes.responses,
    today = todayInUtc,
    sendTimeout = limits.secondsToSend * 1_000,
    statistics,
    sendingLimits,
    uploadTimeout = limits.uploads.seconds * 1_000,
    jobs: startJobs = startJobProcessor,
  }: ServerOptions = {},
): Promise<ChanceryServer> {
  const pools = {
    reader: poolOf('reader', settings.urls, log),
    deskReader: poolOf('deskReader', settings.urls, log),
    desk: poolOf('desk', settings.urls, log),
    writer: poolOf('writer', settings.urls, log),
  };
  const primary = readerOnPrimary(settings.urls);
  const head = await watchHead({ reader: settings.urls.reader, primary }, log);
  const logins = await watchLogins({ ...settings.urls, reader: primary ?? settings.urls.reader }, log);
  const client = deskClient(pools.desk);
  const secret = cookieSecret(settings.home, settings.secret);
  const auth = makeAuth({ desk: client, secret, origin: settings.adminOrigin, log });
  const audit = auditTrail(client, log);
  const people = peopleOf(auth, client);
  const jobs = await jobQueue({
    owner: settings.urls.owner,
    desk: pools.desk,
    log,
    onMerged: (number) => head.observe({ number, at: '' }),
  });
  const runningJobs = await startJobs(settings, log);
  const fileHeads = createFileHeads(pools.desk, log);
  const services: DeskServices = {
    ...{ pools, client, people, audit, jobs, head, fileHeads, log },
    origin: settings.adminOrigin,
    mailer: settings.mail && mailerOf(settings.mail),
  };
  const quotas = clientQuotas(settings.rates);
  const sharing = await shareUse(settings.urls.desk, quotas, log);
  const cache = responseCache(cacheBytes);
  const primaryReader =
    primary === undefined ? undefined : poolOf('reader', { ...settings.urls, reader: primary }, log);
  const reads = publicReads(pools.reader, primaryReader, head);
  const computations = createComputations({ reader: settings.urls.reader, primary, head }, log, statistics);
  const deskStatements = createStatementRunner(pools.deskReader);
  // Filled when the endpoints exist, before the server listens.
  const caches: (() => readonly CacheSize[])[] = [
    () => [cache.size(), ...computations.cacheSizes(), reads.statements.size(), dateWordsSize()],
    () => [deskSize(deskStatements)],
  ];

  const fastifyLog: FastifyBaseLogger = log.child({}, { level: 'warn' });
  const app: FastifyInstance = Fastify({
    loggerInstance: fastifyLog,
    bodyLimit: limits.body.small,
    ...requestTimeoutOptions(sendTimeout),
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    genReqId: requestIds(),
    // Request loggers are not used, so don't create one per request.
    childLoggerFactory: (logger) => logger,
    routerOptions: { maxParamLength: 200 },
  });
  const drain = drainable(app);
  installErrorHandler(app, log);
  setSecurityHeaders(app, settings.adminOrigin);
  readClientAddresses(app, settings.senders);
  requirePlainBodies(app);
  limitClients(app, quotas, settings.rates.concurrent);
  requireSameOrigin(app, settings.adminOrigin);
  const metrics = serveHealthAndMetrics(app, {
    ...{ head, logins, pools, computations },
    caches: () => caches.flatMap((sizes) => sizes()),
    backupFolder: settings.backupFolder,
  });
  logRequests(app, log, metrics);
  serveGraphiql(app);
  caches.push(await servePublicEndpoint(app, { ...reads, head, cache, computations, log, today }));
  await serveMeasureFiles(app, { computations, sending: createSendingFiles(sendingLimits), head, cache });
  caches.push(await serveDeskEndpoint(app, { services, auth, statements: deskStatements, computations, log, today }));
  await serveAuth(app, {
    ...{ auth, client, people, audit },
    throttle: signInThrottle(client),
    devices: deviceCookies(secret, settings.adminOrigin),
  });
  await serveUploads(app, { auth, services, readBody: slowBodyReader(app, sendTimeout, uploadTimeout) });
  serveImportErrors(app, { auth, services });
  serveSetUp(app, { desk: client, people, audit });
  return {
    app,
    services,
    people,
    close: async () => {
      await Promise.all([drain().then(() => app.close()), runningJobs.stop()]);
      await computations.stop();
      await fileHeads.stop();
      await jobs.stop();
      await sharing.stop();
      await logins.stop();
      await head.stop();
      await client.$disconnect();
      await Promise.all(Object.values(pools).map((pool) => pool.end()));
      await primaryReader?.end();
    },
  };
}

function deskSize({ size }: { readonly size: () => CacheSize }): CacheSize {
  const { name, ...rest } = size();
  return { name: `desk ${name}`, ...rest };
}
