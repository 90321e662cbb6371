import { newDeskId } from '@chancery/codebook';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Api,
  type Ask,
  type DeskModule,
  deskModules,
  deskSchema,
  isRegisterRoot,
  openApi,
  type SignedInUser,
} from '../support/api.ts';
import { createWaived } from '../support/operations.ts';
import { tableDigests } from '../support/table-digests.ts';
import { type PolicyCase, policyMatrix, type Requester, requesters, roleOf, type Verdicts } from './desk-policies.ts';

let api: Api;
let someoneElse: SignedInUser;
beforeAll(async () => {
  api = await openApi();
  someoneElse = await api.createUser('Edda', 'CONTRIBUTOR');
}, 300_000);
afterAll(() => api.close());

/** Returns a function that sends desk operations as a requester. */
const askerOf = (requester: Requester): Ask =>
  requester === 'nobody' ? api.asNobody : api.people[roleOf[requester]].ask;

/** Returns the GraphQL document of a case, with ids in place of the placeholders. */
function documentOf({ operation, field }: PolicyCase, changeset: string, imported = newDeskId('import')): string {
  const filled = field
    .replace('$changeset', changeset)
    .replace('$newChangeset', newDeskId('changeset'))
    .replace('$review', newDeskId('review'))
    .replace('$comment', newDeskId('comment'))
    .replace('$import', imported)
    .replace('$someone', someoneElse.id);
  return `${operation.startsWith('Query') ? 'query' : 'mutation'} { ${filled} }`;
}

/** Uploads a file as a user; returns the id of the import. */
async function startImport({ cookie }: SignedInUser): Promise<string> {
  const answer = await fetch(`${api.url}/desk/imports/files?name=states.csv`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/octet-stream' },
    body: 'ccode\n2\n',
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { import: string }).import;
}

/**
 * Runs a case over HTTP as every requester and returns the verdicts. A requester acts on their own changeset and import
 * or on those of another user; `nobody` always acts on those of another user.
 */
async function verdictsOf(row: PolicyCase, whose: 'own' | 'others'): Promise<Verdicts> {
  const verdicts: [Requester, Verdicts[Requester]][] = [];
  for (const requester of requesters) {
    const author = whose === 'own' && requester !== 'nobody' ? api.people[roleOf[requester]] : someoneElse;
    const changeset = await author.drafts([createWaived('State', { name: 'Nowhere' })]);
    const imported = row.field.includes('$import') ? await startImport(author) : undefined;
    const { status, errors, data } = await askerOf(requester)(documentOf(row, changeset.id, imported));
    const code = errors[0]?.extensions.code;
    if (code === undefined) verdicts.push([requester, 'allowed']);
    else {
      verdicts.push([requester, code as Verdicts[Requester]]);
      expect(errors).toHaveLength(1);
      expect(Object.values(data ?? {}).every((value) => value === null)).toBe(true);
      expect(status).toBe(code === 'UNAUTHENTICATED' ? 401 : 403);
    }
  }
  return Object.fromEntries(verdicts) as unknown as Verdicts;
}

describe('desk policies', () => {
  it('the matrix of this test covers exactly the operations of the schema', () => {
    const schema = deskSchema();
    const served = (['Query', 'Mutation'] as const).flatMap((type) =>
      Object.keys((type === 'Query' ? schema.getQueryType() : schema.getMutationType())?.getFields() ?? {})
        .filter((name) => type === 'Mutation' || !isRegisterRoot(name))
        .map((name) => `${type}.${name}`),
    );
    expect(policyMatrix.map(({ operation }) => operation).sort()).toEqual(served.sort());
    expect(schema.getSubscriptionType()).toBe(undefined);
  });

  it.each(policyMatrix)(
    '$operation has the expected verdicts on a changeset or import of another user, or on neither',
    async (row) => {
      expect(await verdictsOf(row, 'others')).toEqual(row.others);
    },
  );

  it.each(policyMatrix.filter(({ field }) => /\$(changeset|import)\b/.test(field)))(
    '$operation has the expected verdicts on the requester’s own changeset or import',
    async (row) => {
      expect(await verdictsOf(row, 'own')).toEqual(row.own ?? row.others);
    },
  );

  it('a user who is not signed in cannot read the register at the desk endpoint, not even together with the schema', async () => {
    for (const query of [
      '{ states { nodes { id } } }',
      '{ revision { number } __schema { queryType { name } } }',
      '{ ...A } fragment A on Query { __typename search(text: "a") { totalCount } }',
      '{ ... @include(if: true) { node(id: "st_1") { id } } }',
    ]) {
      const answer = await api.asNobody(query);
      expect(answer).toMatchObject({ status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
      expect(answer.text).not.toContain('"data"');
    }
  });

  it('refused operations change nothing', async () => {
    const changeset = await someoneElse.drafts([createWaived('State', { name: 'Elsewhere' })]);
    const imported = await startImport(someoneElse);
    const tables = async () => {
      const { 'desk.session': _sessions, ...rest } = await tableDigests(api.desk.owner, ['register', 'ledger', 'desk']);
      return rest;
    };
    const before = await tables();
    for (const row of policyMatrix.filter(({ operation }) => operation.startsWith('Mutation')))
      for (const requester of requesters)
        if (row.others[requester] !== 'allowed') await askerOf(requester)(documentOf(row, changeset.id, imported));
    expect(await tables()).toEqual(before);
  });

  it('a new role and a suspension take effect at once in open sessions', async () => {
    const guest = await api.createUser('Grete', 'ADMIN');
    const { ask } = api.people.ADMIN;
    const change = (argument: string) =>
      ask(`mutation { changePerson(id: "${guest.id}", ${argument}) { __typename } }`).then(
        ({ data }) => data.changePerson,
      );
    expect(await guest.ask('{ staff { id } }')).toMatchObject({ status: 200 });
    expect(await change('role: CONTRIBUTOR')).toEqual({ __typename: 'PersonChanged' });
    expect(await guest.ask('{ staff { id } }')).toMatchObject({ status: 403 });
    expect(await change('suspended: true')).toEqual({ __typename: 'PersonChanged' });
    expect(await guest.ask('{ me { id } }')).toMatchObject({ status: 401 });
    expect((await api.signIn(guest.email, guest.password)).status).toBe(403);
    expect(await change('suspended: false')).toEqual({ __typename: 'PersonChanged' });
    expect(await guest.ask('{ me { id } }')).toMatchObject({ status: 401 });
  });

  it('the last admin can be neither demoted nor suspended', async () => {
    const { ask, id } = api.people.ADMIN;
    for (const { id: other } of (await api.server.people.all()).filter(
      (person) => person.role === 'ADMIN' && person.id !== id,
    ))
      await api.server.people.change(other, { role: 'CONTRIBUTOR' });
    for (const argument of ['role: EDITOR', 'suspended: true']) {
      const { data } = await ask(`mutation { changePerson(id: "${id}", ${argument}) { __typename } }`);
      expect(data.changePerson).toEqual({ __typename: 'LastAdmin' });
    }
    expect(await ask('{ staff { id } }')).toMatchObject({ status: 200 });
  });

  it('unknown arguments are refused, so that no role, status or author can be injected', async () => {
    const { ask } = api.people.CONTRIBUTOR;
    for (const extra of ['authorId: "x"', 'status: APPROVED', 'by: "x"', 'version: 7', 'publishedAt: "x"']) {
      const answer = await ask(`mutation { openChangeset(title: "x", ${extra}) { id } }`);
      expect(answer).toMatchObject({ status: 400, errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
    }
  });
});

describe('incomplete operations', () => {
  const without = (type: 'queries' | 'mutations', name: string): DeskModule[] =>
    deskModules.map((module) => {
      const operations = Object.entries(module[type] ?? {}).map(([key, operation]) => [
        key,
        // As if the policy had been forgotten, which the compiler would report.
        key === name ? { ...operation, policy: undefined } : operation,
      ]);
      return { ...module, [type]: Object.fromEntries(operations) };
    });

  it.each(policyMatrix.map(({ operation }) => operation))(
    'without a policy, %s stops the server from starting',
    (operation) => {
      const [type, name = ''] = operation.split('.');
      expect(() => deskSchema(without(type === 'Query' ? 'queries' : 'mutations', name))).toThrow(
        `these desk operations have no policy: ${operation}`,
      );
    },
  );

  it('without an audit rule, a mutation stops the server from starting', () => {
    const unaudited = deskModules.map((module) => ({
      ...module,
      mutations: Object.fromEntries(
        Object.entries(module.mutations ?? {}).map(([key, operation]) => [
          key,
          // As if the rule had been forgotten, which the compiler would report.
          key === 'hirePerson' ? { policy: operation.policy, resolve: operation.resolve } : operation,
        ]),
      ),
    })) as DeskModule[];
    expect(() => deskSchema(unaudited)).toThrow('these desk mutations have no audit rule: hirePerson');
  });

  it('an operation in the SDL without a resolver stops the server from starting', () => {
    const stranger: DeskModule = { sdl: 'extend type Mutation { strange: Boolean }' };
    expect(() => deskSchema([...deskModules, stranger])).toThrow('Mutation.strange');
  });
});
