import { fieldsOf, typeNames, typeOf } from '@chancery/codebook';
import * as ledger from '@chancery/ledger';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { getNamedType, isLeafType, isObjectType } from 'graphql';
import type { GraphqlRequest } from '../referee/graphql-request.ts';
import { fullAnswer, prepareRequest } from '../referee/prepare-request.ts';
import { createReferee } from '../referee/referee.ts';
import type { Editor } from '../support/desk.ts';
import { randomOperation } from '../support/random-document.ts';
import { createRandomRegister, type RandomRegister } from '../support/random-register.ts';
import { createReaderClient, publicSchema } from '../support/reader-client.ts';
import { RegisterValues } from '../support/register-values.ts';

let register: RandomRegister;
let dana: Editor;
let ana: Editor;
beforeAll(async () => {
  register = await createRandomRegister({ seed: 5, records: 5, links: 8, citations: 120, revisions: 2 });
  dana = await register.desk.createUser('Dana');
  ana = await register.desk.createUser('Anahit');
}, 300_000);
afterAll(() => register?.desk.close());

/** Returns operations that read all stored fields of all types at a revision. */
function readsOfAllFields(revision: number): GraphqlRequest[] {
  return typeNames.map((type) => {
    const objectType = publicSchema.getType(type);
    const fieldDefinitions = isObjectType(objectType) ? Object.values(objectType.getFields()) : [];
    const leafFields = fieldDefinitions.filter(
      (field) => isLeafType(getNamedType(field.type)) && field.args.length === 0,
    );
    const dates = Object.entries(fieldsOf(type)).flatMap(([name, { kind, deskOnly }]) =>
      kind === 'uncertainDate' && !deskOnly ? [`${name} { edtf earliest latest words note basis }`] : [],
    );
    const evidence = type === 'Citation' ? '' : 'fields { name state grade corroboration } changes { totalCount }';
    const fields = `${leafFields.map(({ name }) => name).join(' ')} ${dates.join(' ')} ${evidence}`;
    return {
      source: `{ at(revision: ${revision}) { revision { number at title } ${typeOf(type).many}(first: 100) { totalCount nodes { ${fields} } } } }`,
      variables: {},
    };
  });
}

it('a response for a past revision never changes, whatever is merged later and on whatever day it is read', async () => {
  const { desk, publishMore } = register;
  const { reader } = createReaderClient(desk.reader);
  const recorded: { question: GraphqlRequest; answer: string }[] = [];
  const record = async () => {
    const referee = await createReferee(desk.desk);
    const registerValues = new RegisterValues(referee);
    const random = Array.from({ length: 150 }, (_, at) =>
      randomOperation(publicSchema, registerValues, 1_000 * referee.stored.head.number + at),
    );
    for (const question of [...readsOfAllFields(referee.stored.head.number), ...random]) {
      const answer = await prepareRequest(reader, question).answer();
      // Responses with a past revision may be cached for ever, by the server and by clients.
      if (answer.past !== undefined) recorded.push({ question, answer: fullAnswer(answer) });
    }
  };
  await record();
  await publishMore();
  await record();
  const last = await publishMore();
  await record();
  const undo = await ledger.revert(desk.desk, last, { by: dana.id, reason: 'It was all wrong.' });
  if (undo.outcome !== 'opened') throw new Error(`not reverted: ${undo.outcome}`);
  await dana.submits(undo.changeset);
  await ana.approves(undo.changeset);
  expect(await ana.merges(undo.changeset)).toMatchObject({ outcome: 'merged' });
  const { rows } = await desk.reader.query<{ kind: string }>('SELECT DISTINCT kind FROM ledger.public_operation');
  expect(rows.map(({ kind }) => kind).sort()).toEqual([
    'adopt',
    'cite',
    'create',
    'dispute',
    'restore',
    'retire',
    'uncite',
    'update',
  ]);
  const freshReader = createReaderClient(desk.reader).reader;
  const changed: string[] = [];
  for (const { question, answer } of recorded) {
    const now = fullAnswer(await prepareRequest(freshReader, question, '2031-02-03').answer());
    if (now !== answer) changed.push(`${question.source}\n${answer}\n${now}`);
  }
  expect(changed.slice(0, 3).join('\n\n')).toBe('');
  expect(recorded.length).toBeGreaterThan(3 * typeNames.length + 30);
}, 300_000);

it('a response has no past revision if it reads the head, a revision that does not exist, or a time that selects neither', async () => {
  const { reader } = createReaderClient(register.desk.reader);
  const past = async (source: string) => (await prepareRequest(reader, { source, variables: {} }).answer()).past;
  const [head] = (await register.desk.reader.query<{ number: number }>('SELECT number FROM ledger.head')).rows;
  expect(await past('{ at(revision: 1) { states { totalCount } } }')).toBe(1);
  expect(await past(`{ at(revision: ${head?.number}) { states { totalCount } } }`)).toBe(head?.number);
  expect(await past(`{ at(revision: ${Number(head?.number) + 1}) { states { totalCount } } }`)).toBeUndefined();
  expect(await past('{ at(revision: 1) { states { totalCount } } states { totalCount } }')).toBeUndefined();
  expect(await past('{ states { totalCount } }')).toBeUndefined();
  expect(await past('{ at(time: "2999-01-01T00:00:00Z") { states { totalCount } } }')).toBeUndefined();
  expect(await past('{ at(time: "1999-01-01T00:00:00Z") { states { totalCount } } }')).toBeUndefined();
  expect(
    await past('{ a: at(revision: 1) { states { totalCount } } b: at(revision: 2) { states { totalCount } } }'),
  ).toBe(2);
});
