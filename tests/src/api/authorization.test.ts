import { newDeskId } from '@chancery/codebook';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Api,
  type Ask,
  cookiesOf,
  type DeskModule,
  deskModules,
  deskSchema,
  isRegisterRoot,
  openApi,
  type SignedIn,
} from '../support/api.ts';
import { dumpOf } from '../support/dump.ts';
import { createWaived } from '../support/operations.ts';
import { type Asker, askers, matrix, type Row, roleOf, type Verdicts } from './desk-policies.ts';

let api: Api;
let someoneElse: SignedIn;
beforeAll(async () => {
  api = await openApi();
  someoneElse = await api.hire('Edda', 'CONTRIBUTOR');
}, 300_000);
afterAll(() => api.close());

/** Asks the desk in the name of an asker. */
const askAs = (asker: Asker): Ask => (asker === 'nobody' ? api.asNobody : api.people[roleOf[asker]].ask);

/** The document of a row, about a changeset. */
function documentOf({ operation, asked }: Row, changeset: string, imported = newDeskId('import')): string {
  const filled = asked
    .replace('$changeset', changeset)
    .replace('$newChangeset', newDeskId('changeset'))
    .replace('$review', newDeskId('review'))
    .replace('$comment', newDeskId('comment'))
    .replace('$import', imported)
    .replace('$someone', someoneElse.id);
  return `${operation.startsWith('Query') ? 'query' : 'mutation'} { ${filled} }`;
}

/** Uploads a file in somebody's name; returns the id of the import. */
async function startsImport({ cookie }: SignedIn): Promise<string> {
  const answer = await fetch(`${api.url}/desk/imports/files?name=states.csv`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/octet-stream' },
    body: 'ccode\n2\n',
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { import: string }).import;
}

/** What everybody is told of a row, over HTTP, each about a changeset of their own or of somebody else. */
async function told(row: Row, whose: 'own' | 'others'): Promise<Verdicts> {
  const verdicts: [Asker, Verdicts[Asker]][] = [];
  for (const asker of askers) {
    const author = whose === 'own' && asker !== 'nobody' ? api.people[roleOf[asker]] : someoneElse;
    const changeset = await author.drafts([createWaived('State', { name: 'Nowhere' })]);
    const imported = row.asked.includes('$import') ? await startsImport(author) : undefined;
    const { status, errors, data } = await askAs(asker)(documentOf(row, changeset.id, imported));
    const code = errors[0]?.extensions.code;
    if (code === undefined) verdicts.push([asker, 'allowed']);
    else {
      verdicts.push([asker, code as Verdicts[Asker]]);
      expect(errors).toHaveLength(1);
      expect(Object.values(data ?? {}).every((value) => value === null)).toBe(true);
      expect(status).toBe(code === 'UNAUTHENTICATED' ? 401 : 403);
    }
  }
  return Object.fromEntries(verdicts) as unknown as Verdicts;
}

describe('who may do what at the desk', () => {
  it('is said of every operation that there is, and of none that there is not', () => {
    const schema = deskSchema();
    const served = (['Query', 'Mutation'] as const).flatMap((type) =>
      Object.keys((type === 'Query' ? schema.getQueryType() : schema.getMutationType())?.getFields() ?? {})
        .filter((name) => type === 'Mutation' || !isRegisterRoot(name))
        .map((name) => `${type}.${name}`),
    );
    expect(matrix.map(({ operation }) => operation).sort()).toEqual(served.sort());
    expect(schema.getSubscriptionType()).toBe(undefined);
  });

  it.each(matrix)('$operation, where it is about nobody’s, or about what is somebody else’s', async (row) => {
    expect(await told(row, 'others')).toEqual(row.others);
  });

  it.each(matrix.filter(({ asked }) => /\$(changeset|import)\b/.test(asked)))(
    '$operation, where it is about what is one’s own',
    async (row) => {
      expect(await told(row, 'own')).toEqual(row.own ?? row.others);
    },
  );

  it('nobody reads the register by way of the desk, not even beside its schema', async () => {
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

  it('whatever is refused changes nothing', async () => {
    const changeset = await someoneElse.drafts([createWaived('State', { name: 'Elsewhere' })]);
    const imported = await startsImport(someoneElse);
    const tables = async () => {
      const { 'desk.session': _sessions, ...rest } = await dumpOf(api.desk.owner, ['register', 'ledger', 'desk']);
      return rest;
    };
    const before = await tables();
    for (const row of matrix.filter(({ operation }) => operation.startsWith('Mutation')))
      for (const asker of askers)
        if (row.others[asker] !== 'allowed') await askAs(asker)(documentOf(row, changeset.id, imported));
    expect(await tables()).toEqual(before);
  });

  it('a role, a suspension and a new password hold at once, in sessions that are open', async () => {
    const guest = await api.hire('Grete', 'ADMIN');
    const { ask } = api.people.ADMIN;
    const change = (what: string) =>
      ask(`mutation { changePerson(id: "${guest.id}", ${what}) { __typename } }`).then(({ data }) => data.changePerson);
    expect(await guest.ask('{ staff { id } }')).toMatchObject({ status: 200 });
    expect(await change('role: CONTRIBUTOR')).toEqual({ __typename: 'PersonChanged' });
    expect(await guest.ask('{ staff { id } }')).toMatchObject({ status: 403 });
    expect(await change('suspended: true')).toEqual({ __typename: 'PersonChanged' });
    expect(await guest.ask('{ me { id } }')).toMatchObject({ status: 401 });
    const again = cookiesOf(await api.signIn(guest.email, guest.password));
    expect(await api.asNobody('{ me { id } }', {}, { cookie: again })).toMatchObject({ status: 401 });
    expect(await change('suspended: false')).toEqual({ __typename: 'PersonChanged' });
    expect(await guest.ask('{ me { id } }')).toMatchObject({ status: 401 });
  });

  it('the last admin stays one', async () => {
    const { ask, id } = api.people.ADMIN;
    for (const { id: other } of (await api.server.people.all()).filter(
      (person) => person.role === 'ADMIN' && person.id !== id,
    ))
      await api.server.people.change(other, { role: 'CONTRIBUTOR' });
    for (const what of ['role: EDITOR', 'suspended: true']) {
      const { data } = await ask(`mutation { changePerson(id: "${id}", ${what}) { __typename } }`);
      expect(data.changePerson).toEqual({ __typename: 'LastAdmin' });
    }
    expect(await ask('{ staff { id } }')).toMatchObject({ status: 200 });
  });

  it('what an input does not know it does not take: no role, status or author is smuggled in', async () => {
    const { ask } = api.people.CONTRIBUTOR;
    for (const extra of ['authorId: "x"', 'status: APPROVED', 'by: "x"', 'version: 7', 'publishedAt: "x"']) {
      const answer = await ask(`mutation { openChangeset(title: "x", ${extra}) { id } }`);
      expect(answer).toMatchObject({ status: 400, errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
    }
  });
});

describe('an operation without a policy', () => {
  const without = (type: 'queries' | 'mutations', name: string): DeskModule[] =>
    deskModules.map((module) => {
      const operations = { ...module[type] };
      const declared = operations[name];
      // As somebody would leave it who forgot the line, in spite of what the compiler says.
      if (declared) operations[name] = { resolve: declared.resolve } as typeof declared;
      return { ...module, [type]: operations };
    });

  it.each(matrix.map(({ operation }) => operation))('keeps the server from starting: %s', (operation) => {
    const [type, name = ''] = operation.split('.');
    expect(() => deskSchema(without(type === 'Query' ? 'queries' : 'mutations', name))).toThrow(
      `these operations of the desk have no policy: ${operation}`,
    );
  });

  it('nor does it start with one that its module does not know', () => {
    const stranger: DeskModule = { sdl: 'extend type Mutation { strange: Boolean }' };
    expect(() => deskSchema([...deskModules, stranger])).toThrow('Mutation.strange');
  });
});
