import { maxCommentLength, maxTitleLength } from '@chancery/changesets';
import { newDeskId } from '@chancery/codebook';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import pg from 'pg';
import { type Api, deskSchema, type GraphqlResponse, isRegisterRoot, openApi } from '../support/api.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
}, 300_000);
afterAll(() => api.close());

/** Returns a valid value of a type. */
function valueOfType(type: GraphQLInputType): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return [valueOfType(bare.ofType)];
  if (isEnumType(bare)) return bare.getValues()[0]?.name;
  if (isInputObjectType(bare))
    return Object.fromEntries(
      Object.values(bare.getFields())
        .filter((field) => isNonNullType(field.type))
        .map((field) => [field.name, valueOfType(field.type)]),
    );
  return { Int: 1, Float: 1, Boolean: true, Values: {}, Value: {} }[String(bare)] ?? 'x';
}

/** Returns the values of a type in which one of its texts, at any place, is replaced by `text`; none without texts. */
function withText(type: GraphQLInputType, text: string): unknown[] {
  const bare = getNullableType(type);
  if (isListType(bare)) return withText(bare.ofType, text).map((value) => [value]);
  if (isInputObjectType(bare))
    return Object.values(bare.getFields()).flatMap((field) =>
      withText(field.type, text).map((value) => ({ ...(valueOfType(bare) as object), [field.name]: value })),
    );
  if (String(bare) === 'Value' || String(bare) === 'Values') return [{ name: text }, { [text]: 'x' }, { a: [text] }];
  return ['ID', 'String', 'DateTime', 'Date'].includes(String(bare)) ? [text] : [];
}

interface Given {
  readonly operation: string;
  readonly argument: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Returns a request for each text in the arguments of each operation of the desk, with `text` in its place. */
function requestsWith(text: string): Given[] {
  const schema = deskSchema();
  const fieldsOf = (kind: 'query' | 'mutation'): [string, GraphQLField<unknown, unknown>][] =>
    Object.values((kind === 'query' ? schema.getQueryType() : schema.getMutationType())?.getFields() ?? {})
      .filter(({ name }) => kind === 'mutation' || !isRegisterRoot(name))
      .map((field) => [kind, field]);
  return [...fieldsOf('query'), ...fieldsOf('mutation')].flatMap(([kind, field]) =>
    field.args.flatMap((argument) =>
      withText(argument.type, text).map((value) => toRequest(kind, field, argument, value)),
    ),
  );
}

function toRequest(
  kind: string,
  { name, args, type }: GraphQLField<unknown, unknown>,
  argument: GraphQLArgument,
  value: unknown,
): Given {
  const given = args.filter((other) => other === argument || isNonNullType(other.type));
  const named = getNamedType(type);
  const selection = isObjectType(named) || isUnionType(named) ? '{ __typename }' : '';
  return {
    operation: name,
    argument: argument.name,
    query: `${kind} (${given.map((one) => `$${one.name}: ${one.type}`).join(', ')}) { ${name}(${given.map((one) => `${one.name}: $${one.name}`).join(', ')}) ${selection} }`,
    variables: Object.fromEntries(given.map((one) => [one.name, one === argument ? value : valueOfType(one.type)])),
  };
}

const codesOf = ({ errors }: GraphqlResponse) => errors.map(({ extensions }) => extensions.code);

describe('no text in an argument of the desk causes an internal error', () => {
  it.each([
    ['NUL', 'a\u0000b'],
    ['an unpaired surrogate', '\ud800'],
    ['100,000 characters', 'x'.repeat(100_000)],
  ])('%s', async (_name, text) => {
    const requests = requestsWith(text);
    expect(requests.length).toBeGreaterThan(60);
    const wrong: string[] = [];
    for (const { operation, argument, query, variables } of requests) {
      const answer = await api.as('ADMIN')(query, variables);
      if (answer.status >= 500 || codesOf(answer).includes('INTERNAL'))
        wrong.push(`${operation}(${argument}): ${answer.status} ${answer.text.slice(0, 200)}`);
    }
    expect(wrong).toEqual([]);
  });

  it('and a NUL in a name, an id or a query of a route gets an error of the client', async () => {
    const { cookie } = api.people.EDITOR;
    const upload = (search: string) =>
      fetch(`${api.url}/desk/imports/files?${search}`, { method: 'POST', headers: { cookie }, body: 'ccode\n2\n' });
    const answers = await Promise.all([
      upload('name=a%00b.csv'),
      upload('name=a.csv&import=im_%00'),
      fetch(`${api.url}/desk/imports/im_%00/errors.csv`, { headers: { cookie } }),
      fetch(`${api.url}/measures/votes-kappa?from=1990&to=1991&a=%00&b=x%00`),
      fetch(`${api.url}/desk/set-up`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: api.settings.adminOrigin },
        body: JSON.stringify({ token: '\u0000', name: 'A\u0000', email: 'a@example.org', password: 'x'.repeat(20) }),
      }),
      api.signIn('a\u0000@example.org', 'a password\u0000'),
    ]);
    // The set-up says that its token is invalid; the others, what is wrong with the value.
    const statuses = answers.map(({ status }) => status);
    expect(statuses).toEqual([400, 400, 400, 400, 403, 400]);
  });
});

describe('texts that the desk stores have a maximum length', () => {
  const tooLong = (length: number, max: number) => ({
    status: 400,
    errors: [{ extensions: { code: 'BAD_USER_INPUT', limit: max, asked: length } }],
  });

  it('the title of a changeset, its reason, and the body of a review', async () => {
    const ask = api.as('EDITOR');
    const id = newDeskId('changeset');
    expect(await ask(`mutation { openChangeset(id: "${id}", title: "One") { id } }`)).toMatchObject({ status: 200 });
    const describe =
      'mutation ($id: ID!, $t: String, $r: String) { describeChangeset(changeset: $id, title: $t, reason: $r) { ... on Described { changeset { title reason } } } }';
    const longest = 't'.repeat(maxTitleLength);
    const described = await ask(describe, { id, t: longest, r: 'r'.repeat(maxCommentLength) });
    expect(described).toMatchObject({ data: { describeChangeset: { changeset: { title: longest } } } });
    for (const length of [maxTitleLength + 1, 3_000_000]) {
      const answer = await ask(describe, { id, t: 't'.repeat(length) });
      expect(answer).toMatchObject(tooLong(length, length > maxCommentLength ? maxCommentLength : maxTitleLength));
      expect(answer.errors[0]?.path).toEqual(['describeChangeset', 'title']);
    }
    const submit =
      'mutation ($id: ID!, $t: String) { submitChangeset(changeset: $id, version: 1, title: $t) { __typename } }';
    const long = maxTitleLength + 1;
    expect(await ask(submit, { id, t: 't'.repeat(long) })).toMatchObject(tooLong(long, maxTitleLength));
    const more = maxCommentLength + 1;
    expect(await ask(describe, { id, r: 'r'.repeat(more) })).toMatchObject(tooLong(more, maxCommentLength));
    const review =
      'mutation ($id: ID!, $c: ID!, $b: String!) { reviewChangeset(id: $id, changeset: $c, version: 1, verdict: COMMENT, body: $b) { __typename } }';
    expect(await ask(review, { id: newDeskId('review'), c: id, b: 'b'.repeat(more) })).toMatchObject(
      tooLong(more, maxCommentLength),
    );
    const stored = await ask('query ($id: ID!) { changeset(id: $id) { title } }', { id });
    expect(stored).toMatchObject({ data: { changeset: { title: longest } } });
  });
});

it('a full disk gets STORAGE_FULL at the desk, through SQL and through Prisma', async () => {
  const { owner } = api.desk;
  // The real error of Postgres, raised where a full disk would raise it.
  await owner.query(`CREATE FUNCTION public.full_disk() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$`);
  try {
    for (const table of ['changeset', 'setting'])
      await owner.query(
        `CREATE TRIGGER full_disk BEFORE INSERT OR UPDATE ON desk.${table} EXECUTE FUNCTION public.full_disk()`,
      );
    for (const mutation of ['openChangeset(title: "One") { id }', 'setSolo(solo: true) { solo }']) {
      const answer = await api.as('ADMIN')(`mutation { ${mutation} }`);
      expect({ mutation, status: answer.status, codes: codesOf(answer) }).toEqual({
        ...{ mutation, status: 507, codes: ['STORAGE_FULL'] },
      });
    }
  } finally {
    await owner.query('DROP FUNCTION public.full_disk() CASCADE');
  }
});

it('a database that cannot be reached gets RETRYABLE with Retry-After at both endpoints', async () => {
  const elsewhere = new URL(api.desk.database.urls.owner);
  const name = elsewhere.pathname.slice(1);
  elsewhere.pathname = '/postgres';
  const owner = new pg.Client({ connectionString: String(elsewhere) });
  await owner.connect();
  try {
    await owner.query(`ALTER DATABASE "${name}" CONNECTION LIMIT 0`);
    await owner.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND usename LIKE $2', [
      ...[name, 'chancery_%'],
    ]);
    for (const [ask, query] of [
      [api.ask, '{ states(first: 7) { nodes { id } } }'],
      [api.as('EDITOR'), '{ states(first: 7) { nodes { id } } }'],
      [api.as('EDITOR'), '{ me { id } }'],
      [api.as('EDITOR'), '{ changesets { nodes { id } } }'],
      [api.as('EDITOR'), 'mutation { openChangeset(title: "One") { id } }'],
    ] as const) {
      const answer = await ask(query);
      expect({ query, status: answer.status, codes: codesOf(answer) }).toEqual({
        ...{ query, status: 503, codes: ['RETRYABLE'] },
      });
      expect(answer.headers.get('retry-after')).toBe('1');
    }
    const upload = await fetch(`${api.url}/desk/imports/files?name=a.csv`, {
      method: 'POST',
      headers: { cookie: api.people.EDITOR.cookie },
      body: 'ccode\n2\n',
    });
    expect(upload.status).toBe(503);
    expect(upload.headers.get('retry-after')).toBe('1');
  } finally {
    await owner.query(`ALTER DATABASE "${name}" CONNECTION LIMIT -1`);
    await owner.end();
  }
  for (;;) if ((await api.as('EDITOR')('{ me { id } }')).status === 200) break;
});
