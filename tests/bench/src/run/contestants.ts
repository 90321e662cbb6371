import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { apiFlags } from '@chancery/launch/api-flags';
import type { Storage } from '@chancery/prisma';
import type { Parameters, Shape } from '../shapes/shape.ts';
import { stopChild, waitForNextMessage } from './child.ts';

/** The servers that the benchmark compares. */
export const contestantNames = ['hand-written', 'postgraphile', 'chancery'] as const;
/** The name of a contestant. Chancery takes part twice under one name, with and without its response cache. */
export type ContestantName = (typeof contestantNames)[number];

/** A running server, and how to send requests to it. */
export interface Contestant {
  readonly name: ContestantName;
  /** True if the contestant answers repeated requests from a response cache. */
  readonly cached: boolean;
  readonly port: number;
  readonly path: (shape: Shape) => string;
  readonly body: (shape: Shape, parameters: Parameters) => string;
  /** Converts the body of a response to the form in which the responses of all contestants are compared. */
  readonly data: (shape: Shape, answer: { data?: unknown }) => unknown;
  /** Returns the resident memory of the process of the contestant, in bytes. */
  readonly rss: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

const folder = join(import.meta.dirname, '..', 'contestants');

/**
 * Starts the contestants on one database, each in its own process with the current Node.js: hand-written SQL,
 * PostGraphile, and Chancery without and with its response cache.
 * @throws Error when Node.js is too old for PostGraphile.
 */
export async function startContestants(urls: Storage['urls'], home: string): Promise<Contestant[]> {
  const { arch, platform, versions } = process;
  if (Number(versions.node.split('.')[0]) < 22)
    throw new Error(
      `PostGraphile needs Node.js 22 or later, but the benchmark runs on Node.js ${versions.node} (${platform} ${arch}). Install Node.js 22 or later.`,
    );
  const handWritten = await serve('hand-written.mjs', { BENCH_DATABASE: urls.reader });
  const postgraphile = await serve('postgraphile.mjs', { BENCH_DATABASE: urls.reader });
  const settings = chancerySettings(urls, home);
  const uncached = await startChancery(urls, home);
  const cached = await serve('chancery.mjs', settings, { execArgv: apiFlags });
  return [
    {
      ...handWritten,
      name: 'hand-written',
      cached: false,
      path: ({ name }) => `/${name.toLowerCase()}`,
      body: (_shape, parameters) => JSON.stringify(Object.values(parameters)),
      data: (_shape, answer) => answer.data,
    },
    {
      ...postgraphile,
      name: 'postgraphile',
      cached: false,
      path: () => '/graphql',
      body: ({ postgraphile: { query, variables } }, parameters) =>
        JSON.stringify({ query, variables: variables(parameters) }),
      data: (shape, answer) => shape.postgraphile.translate((answer.data ?? {}) as Record<string, unknown>),
    },
    uncached,
    { ...cached, ...chancery, cached: true },
  ];
}

const chancery: Pick<Contestant, 'name' | 'path' | 'body' | 'data'> = {
  name: 'chancery',
  path: () => '/graphql',
  body: ({ chancery: { query, variables } }, parameters) => JSON.stringify({ query, variables: variables(parameters) }),
  data: (_shape, answer) => answer.data,
};

/** Starts Chancery without a response cache, in its own process. */
export async function startChancery(urls: Storage['urls'], home: string): Promise<Contestant> {
  const settings = { ...chancerySettings(urls, home), BENCH_CACHE: '0' };
  return { ...(await serve('chancery.mjs', settings, { execArgv: apiFlags })), ...chancery, cached: false };
}

function chancerySettings(urls: Storage['urls'], home: string): NodeJS.ProcessEnv {
  return {
    CHANCERY_HOME: home,
    CHANCERY_DEMO: '0',
    API_PORT: '0',
    // The load comes from one address.
    CHANCERY_RATE_REQUESTS: '0',
    CHANCERY_RATE_POINTS: '0',
    CHANCERY_RATE_CONCURRENT: '0',
    CHANCERY_URL_OWNER: urls.owner,
    CHANCERY_URL_READER: urls.reader,
    CHANCERY_URL_DESK: urls.desk,
    CHANCERY_URL_WRITER: urls.writer,
  };
}

type RunningServer = Pick<Contestant, 'port' | 'rss' | 'stop'>;

async function serve(
  module: string,
  env: NodeJS.ProcessEnv,
  { execArgv = [] }: { execArgv?: readonly string[] } = {},
): Promise<RunningServer> {
  const child: ChildProcess = fork(join(folder, module), {
    execArgv: [...execArgv],
    env: { ...process.env, NODE_ENV: 'production', GRAPHILE_ENV: 'production', ...env },
  });
  const { port } = (await waitForNextMessage(child)) as { port: number };
  return {
    port,
    rss: async () => {
      child.send('rss');
      return ((await waitForNextMessage(child)) as { rss: number }).rss;
    },
    stop: () => stopChild(child),
  };
}
