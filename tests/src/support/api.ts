import './production-mode.ts';
import { Writable } from 'node:stream';
import { type ChanceryServer, makeLog, makeServer, type Role, type Settings } from '@chancery/api';
import { adminKeyHeader } from '@chancery/edge';
import { testHome } from '@chancery/prisma/testing';
import { type Desk, type Editor, editorOf, openDesk } from './desk.ts';

// Tests import the server from here, so that production-mode.ts is loaded before it.
export {
  type ChanceryServer,
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
  publicSchema,
  type Role,
  readSettings,
} from '@chancery/api';

/** A GraphQL response over HTTP. */
export interface GraphqlResponse {
  readonly status: number;
  readonly headers: Headers;
  /** The unparsed body. */
  readonly text: string;
  readonly data: Readonly<Record<string, never>>;
  readonly errors: readonly GraphqlResponseError[];
  readonly extensions: Readonly<Record<string, never>>;
}

/** An error in a GraphQL response. */
export interface GraphqlResponseError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string };
}

/** Sends an operation to an endpoint. */
export type Ask = (
  query: string,
  variables?: Readonly<Record<string, unknown>>,
  headers?: Readonly<Record<string, string>>,
) => Promise<GraphqlResponse>;

/** A signed-in user. `ask` sends operations to the desk; the methods of `Editor` call the ledger directly. */
export interface SignedInUser extends Editor {
  readonly email: string;
  readonly password: string;
  readonly role: Role;
  /** The cookie of the session. */
  readonly cookie: string;
  readonly ask: Ask;
}

/** A listening server with a new database and a signed-in user of each role. */
export interface Api {
  readonly desk: Desk;
  readonly server: ChanceryServer;
  readonly settings: Settings;
  /** The base URL. */
  readonly url: string;
  /** The parsed log lines so far. */
  readonly log: readonly Readonly<Record<string, unknown>>[];
  readonly people: Readonly<Record<Role, SignedInUser>>;
  /** Sends an operation to the public endpoint by POST. */
  readonly ask: Ask;
  /** Sends an operation to the public endpoint by GET. */
  readonly get: Ask;
  /** Returns a function that sends operations to the desk as the user of a role. */
  readonly as: (role: Role) => Ask;
  /** Sends an operation to the desk without a session. */
  readonly asNobody: Ask;
  readonly createUser: (name: string, role: Role) => Promise<SignedInUser>;
  readonly signIn: (email: string, password: string) => Promise<Response>;
  readonly close: () => Promise<void>;
}

/** The options of `makeServer`. */
export type ApiOptions = Parameters<typeof makeServer>[2];

/**
 * Starts a server on an empty register, with a contributor, an editor and an administrator.
 */
export async function openApi(options: ApiOptions = {}, overrides: Partial<Settings> = {}): Promise<Api> {
  const desk = await openDesk();
  const { home, remove } = testHome();
  const settings = { ...settingsFor(desk.database.urls, home), ...overrides };
  const log: Record<string, unknown>[] = [];
  const server = await makeServer(settings, makeLog('info', logTo(log)), options);
  const url = await server.app.listen({ port: 0, host: '127.0.0.1' });
  const context = { desk, server, url, origin: settings.adminOrigin };
  const signIn = (email: string, password: string) => postSignIn(context, { email, password });
  const createUser = (name: string, role: Role) => createSignedInUser(context, name, role);
  const people = {
    CONTRIBUTOR: await createUser('Cyrus', 'CONTRIBUTOR'),
    EDITOR: await createUser('Ana', 'EDITOR'),
    ADMIN: await createUser('Dana', 'ADMIN'),
  };
  return {
    ...{ desk, server, settings, url, log, people, createUser, signIn },
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

/** Starts a server on an empty register without users. */
export async function openEmptyApi(
  overrides: Partial<Settings> = {},
): Promise<Pick<Api, 'desk' | 'server' | 'settings' | 'url' | 'close'>> {
  const desk = await openDesk();
  const { home, remove } = testHome();
  const settings = { ...settingsFor(desk.database.urls, home), ...overrides };
  const server = await makeServer(settings, makeLog('fatal'));
  const url = await server.app.listen({ port: 0, host: '127.0.0.1' });
  const close = async () => {
    await server.close();
    await desk.close();
    remove();
  };
  return { desk, server, settings, url, close };
}

/** The key of the admin in tests. */
export const testAdminKey = 'a key that only tests use, long enough';

/** Returns the headers with which the admin forwards a request of the client at `address`. */
export function forwardedFrom(address: string): Record<string, string> {
  return { 'x-forwarded-for': address, [adminKeyHeader]: testAdminKey };
}

/** Returns server settings for the database at `urls`, with `home` as the folder of the server. */
export function settingsFor(urls: Settings['urls'], home: string): Settings {
  return {
    ...{ port: 0, home, urls, demo: false, production: true, isRestart: false, logLevel: 'info' },
    host: '127.0.0.1',
    adminOrigin: 'http://localhost:3000',
    senders: { trustedProxies: [], adminKey: testAdminKey },
    // Tests send as much as they can from one address.
    rates: { requests: 0, points: 0, concurrent: 0 },
    mail: undefined,
    secret: 'a secret that only tests sign with, long enough',
  };
}

/**
 * Creates users with the role EDITOR through a second server on the same database.
 * @throws Error if an e-mail address is taken
 */
export async function createUsers(
  settings: Settings,
  people: readonly { readonly name: string; readonly email: string; readonly password: string }[],
): Promise<void> {
  const server = await makeServer(settings, makeLog('fatal'));
  try {
    for (const person of people)
      if (!(await server.people.create({ ...person, role: 'EDITOR' })))
        throw new Error(`the e-mail address ${person.email} is taken`);
  } finally {
    await server.close();
  }
}

/** Returns a function that posts operations to an endpoint, always with the given headers. */
export function askAt(address: string, fixedHeaders: Readonly<Record<string, string>> = {}): Ask {
  return async (query, variables = {}, headers = {}) =>
    readResponse(
      await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json', ...fixedHeaders, ...headers },
        body: JSON.stringify({ query, variables }),
      }),
    );
}

/** Returns a function that sends operations to an endpoint by GET. */
export function getAt(address: string): Ask {
  return async (query, variables = {}, headers = {}) => {
    const search = new URLSearchParams({ query, variables: JSON.stringify(variables) });
    return readResponse(await fetch(`${address}?${search}`, { headers: { accept: 'application/json', ...headers } }));
  };
}

/** Reads a response. If its body is not a JSON object, `data`, `errors` and `extensions` are empty. */
export async function readResponse(response: Response): Promise<GraphqlResponse> {
  const text = await response.text();
  const { data = {}, errors = [], extensions = {} } = text.startsWith('{') ? JSON.parse(text) : {};
  return { status: response.status, headers: response.headers, text, data: data ?? {}, errors, extensions };
}

/** Returns the value of the `Cookie` header for the cookies that a response sets, or for those with a name in `only`. */
export function cookiesOf({ headers }: { headers: Headers }, only = /./): string {
  return headers
    .getSetCookie()
    .flatMap((cookie) => cookie.split(';')[0] ?? [])
    .filter((cookie) => only.test(cookie.split('=')[0] ?? ''))
    .join('; ');
}

interface ServerContext {
  readonly desk: Desk;
  readonly server: ChanceryServer;
  readonly url: string;
  readonly origin: string;
}

function postSignIn({ url, origin }: ServerContext, body: unknown): Promise<Response> {
  return fetch(`${url}/desk/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify(body),
  });
}

async function createSignedInUser(context: ServerContext, name: string, role: Role): Promise<SignedInUser> {
  const email = `${name.toLowerCase()}@example.org`;
  const password = `${name} has a long password`;
  const person = await context.server.people.create({ name, email, role, password });
  if (!person) throw new Error(`the e-mail address ${email} is taken`);
  const response = await postSignIn(context, { email, password });
  if (!response.ok) throw new Error(`${name} could not sign in: ${await response.text()}`);
  const cookie = cookiesOf(response, /session/);
  const ask = askAt(`${context.url}/desk/graphql`, { cookie });
  return { ...editorOf(context.desk, person.id, name), email, password, role, cookie, ask };
}

function logTo(lines: Record<string, unknown>[]): Writable {
  return new Writable({
    write(chunk, _encoding, done) {
      for (const line of String(chunk).trim().split('\n')) lines.push(JSON.parse(line));
      done();
    },
  });
}
