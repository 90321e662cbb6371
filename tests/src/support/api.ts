import './production-mode.ts';
import { Writable } from 'node:stream';
import { type ChanceryServer, makeLog, makeServer, type Role, type Settings } from '@chancery/api';
import { testHome } from '@chancery/prisma/testing';
import { type Desk, type Editor, editorOf, openDesk } from './desk.ts';

// What tests look at of the server comes by way of here, so that it is loaded as in production.
export {
  attemptsAllowed,
  type DeskModule,
  deskModules,
  deskSchema,
  errorStatus,
  isRegisterRoot,
  limits,
  makeLog,
  makeServer,
  makeSetUpToken,
  measuresSdl,
  networkOf,
  publicSchema,
  type Role,
  readSettings,
} from '@chancery/api';

/** An answer as it came over HTTP. */
export interface GraphqlResponse {
  readonly status: number;
  readonly headers: Headers;
  /** The body as it was sent. */
  readonly text: string;
  readonly data: Readonly<Record<string, never>>;
  readonly errors: readonly GraphqlResponseError[];
  readonly extensions: Readonly<Record<string, never>>;
}

/** An error of an answer. */
export interface GraphqlResponseError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string };
}

/** Asks one door in somebody's name. */
export type Ask = (
  query: string,
  variables?: Readonly<Record<string, unknown>>,
  headers?: Readonly<Record<string, string>>,
) => Promise<GraphqlResponse>;

/** Somebody with a session: asks the desk, and works at it as the stories tell. */
export interface SignedIn extends Editor {
  readonly email: string;
  readonly password: string;
  readonly role: Role;
  /** The cookie of the session. */
  readonly cookie: string;
  readonly ask: Ask;
}

/** A server of one's own, listening, with a database and somebody of each role signed in. */
export interface Api {
  readonly desk: Desk;
  readonly server: ChanceryServer;
  readonly settings: Settings;
  /** Where it listens. */
  readonly url: string;
  /** Lines that it has logged. */
  readonly log: readonly Readonly<Record<string, unknown>>[];
  readonly people: Readonly<Record<Role, SignedIn>>;
  /** Asks the public door. */
  readonly ask: Ask;
  /** Asks the public door by GET. */
  readonly get: Ask;
  /** Asks the desk as somebody of a role. */
  readonly as: (role: Role) => Ask;
  /** Asks the desk without a session. */
  readonly asNobody: Ask;
  readonly hire: (name: string, role: Role) => Promise<SignedIn>;
  readonly signIn: (email: string, password: string) => Promise<Response>;
  readonly close: () => Promise<void>;
}

/** How a server is set up, where a test needs it otherwise. */
export type ApiOptions = Parameters<typeof makeServer>[2];

/**
 * Opens a server on an empty register, with a contributor, an editor and an admin. Where browsers come by way of an
 * admin, `adminOrigin` is where they see it.
 */
export async function openApi(options: ApiOptions = {}, adminOrigin?: string): Promise<Api> {
  const desk = await openDesk();
  const { home, remove } = testHome();
  const settings = { ...settingsFor(desk.database.urls, home), ...(adminOrigin ? { adminOrigin } : {}) };
  const log: Record<string, unknown>[] = [];
  const server = await makeServer(settings, makeLog('info', linesInto(log)), options);
  const url = await server.app.listen({ port: 0, host: '127.0.0.1' });
  const reach = { desk, server, url, origin: settings.adminOrigin };
  const signIn = (email: string, password: string) => postSignIn(reach, { email, password });
  const hire = (name: string, role: Role) => hired(reach, name, role);
  const people = {
    CONTRIBUTOR: await hire('Cyrus', 'CONTRIBUTOR'),
    EDITOR: await hire('Ana', 'EDITOR'),
    ADMIN: await hire('Dana', 'ADMIN'),
  };
  return {
    ...{ desk, server, settings, url, log, people, hire, signIn },
    ask: askAt(`${url}/graphql`),
    get: getAt(`${url}/graphql`),
    as: (role) => people[role].ask,
    asNobody: askAt(`${url}/desk/graphql`),
    close: async () => {
      await server.close();
      await desk.close();
      remove();
    },
  };
}

/** Opens a server on an empty register where nobody works yet. */
export async function openEmptyApi(
  change: Partial<Settings> = {},
): Promise<Pick<Api, 'desk' | 'server' | 'settings' | 'url' | 'close'>> {
  const desk = await openDesk();
  const { home, remove } = testHome();
  const settings = { ...settingsFor(desk.database.urls, home), ...change };
  const server = await makeServer(settings, makeLog('fatal'));
  const url = await server.app.listen({ port: 0, host: '127.0.0.1' });
  const close = async () => {
    await server.close();
    await desk.close();
    remove();
  };
  return { desk, server, settings, url, close };
}

/** The settings of a server on a database. */
export function settingsFor(urls: Settings['urls'], home: string): Settings {
  return {
    ...{ port: 0, home, urls, demo: false, production: true, logLevel: 'info' },
    adminOrigin: 'http://localhost:3000',
    secret: 'a secret that only tests sign with, long enough',
  };
}

/** Hires people past a server that runs on the same database. */
export async function createUsers(
  settings: Settings,
  people: readonly { readonly name: string; readonly email: string; readonly password: string }[],
): Promise<void> {
  const server = await makeServer(settings, makeLog('fatal'));
  try {
    for (const person of people)
      if (!(await server.people.create({ ...person, role: 'EDITOR' }))) throw new Error(`${person.email} is taken`);
  } finally {
    await server.close();
  }
}

/** Posts operations to a door. */
export function askAt(address: string, always: Readonly<Record<string, string>> = {}): Ask {
  return async (query, variables = {}, headers = {}) =>
    readResponse(
      await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json', ...always, ...headers },
        body: JSON.stringify({ query, variables }),
      }),
    );
}

/** Asks a door by GET. */
export function getAt(address: string): Ask {
  return async (query, variables = {}, headers = {}) => {
    const search = new URLSearchParams({ query, variables: JSON.stringify(variables) });
    return readResponse(await fetch(`${address}?${search}`, { headers: { accept: 'application/json', ...headers } }));
  };
}

/** Reads an answer. */
export async function readResponse(response: Response): Promise<GraphqlResponse> {
  const text = await response.text();
  const { data = {}, errors = [], extensions = {} } = text.startsWith('{') ? JSON.parse(text) : {};
  return { status: response.status, headers: response.headers, text, data: data ?? {}, errors, extensions };
}

/** The cookies that an answer sets, as a request sends them back. */
export function cookiesOf({ headers }: { headers: Headers }): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

interface Reach {
  readonly desk: Desk;
  readonly server: ChanceryServer;
  readonly url: string;
  readonly origin: string;
}

function postSignIn({ url, origin }: Reach, body: unknown): Promise<Response> {
  return fetch(`${url}/desk/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify(body),
  });
}

async function hired(reach: Reach, name: string, role: Role): Promise<SignedIn> {
  const email = `${name.toLowerCase()}@example.org`;
  const password = `${name} has a long password`;
  const person = await reach.server.people.create({ name, email, role, password });
  if (!person) throw new Error(`${email} is taken`);
  const response = await postSignIn(reach, { email, password });
  if (!response.ok) throw new Error(`${name} could not sign in: ${await response.text()}`);
  const cookie = cookiesOf(response);
  const ask = askAt(`${reach.url}/desk/graphql`, { cookie });
  return { ...editorOf(reach.desk, person.id, name), email, password, role, cookie, ask };
}

function linesInto(lines: Record<string, unknown>[]): Writable {
  return new Writable({
    write(chunk, _encoding, done) {
      for (const line of String(chunk).trim().split('\n')) lines.push(JSON.parse(line));
      done();
    },
  });
}
