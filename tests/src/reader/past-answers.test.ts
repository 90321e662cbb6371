import { fieldsOf, typeNames, typeOf } from '@chancery/codebook';
import * as ledger from '@chancery/ledger';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { getNamedType, isLeafType, isObjectType } from 'graphql';
import type { GraphqlRequest } from '../referee/graphql-request.ts';
import { fullAnswer, prepareRequest } from '../referee/prepare-request.ts';
import { createReferee } from '../referee/referee.ts';
import type { Editor } from '../support/desk.ts';
import { randomOperation } from '../support/random-document.ts';
import { type RandomRegister, randomRegister } from '../support/random-register.ts';
import { publicSchema, readerClient } from '../support/reader-client.ts';
import { RegisterValues } from '../support/register-values.ts';

let register: RandomRegister;
let dana: Editor;
let ana: Editor;
beforeAll(async () => {
  register = await randomRegister({ seed: 5, records: 5, links: 8, citations: 120, revisions: 2 });
  dana = await register.desk.hire('Dana');
  ana = await register.desk.hire('Anahit');
}, 300_000);
afterAll(() => register?.desk.close());

/** All that is stored of every type at a revision, field by field. */
function everything(revision: number): GraphqlRequest[] {
  return typeNames.map((type) => {
    const found = publicSchema.getType(type);
    const own = isObjectType(found) ? Object.values(found.getFields()) : [];
    const plain = own.filter((field) => isLeafType(getNamedType(field.type)) && field.args.length === 0);
    const dates = Object.entries(fieldsOf(type)).flatMap(([name, { kind, deskOnly }]) =>
      kind === 'uncertainDate' && !deskOnly ? [`${name} { edtf earliest latest words note basis }`] : [],
    );
    const evidence = type === 'Citation' ? '' : 'fields { name state grade corroboration } changes { totalCount }';
    const fields = `${plain.map(({ name }) => name).join(' ')} ${dates.join(' ')} ${evidence}`;
    return {
      source: `{ at(revision: ${revision}) { revision { number at title } ${typeOf(type).many}(first: 100) { totalCount nodes { ${fields} } } } }`,
      variables: {},
    };
  });
}

it('an answer about the past is the same for ever, to the byte, whatever is merged and whatever day it is', async () => {
  const { desk, publishMore } = register;
  const { reader } = readerClient(desk.reader);
  const kept: { question: GraphqlRequest; answer: string }[] = [];
  const keep = async () => {
    const referee = await createReferee(desk.reader);
    const registerValues = new RegisterValues(referee);
    const random = Array.from({ length: 150 }, (_, at) =>
      randomOperation(publicSchema, registerValues, 1_000 * referee.stored.head.number + at),
    );
    for (const question of [...everything(referee.stored.head.number), ...random]) {
      const answer = await prepareRequest(reader, question).answer();
      // What the reader calls settled is kept by its revision for ever, by itself and by others.
      if (answer.past !== undefined) kept.push({ question, answer: fullAnswer(answer) });
    }
  };
  await keep();
  await publishMore();
  await keep();
  const last = await publishMore();
  await keep();
  const undo = await ledger.revert(desk.desk, last, { by: dana.id, reason: 'It was all wrong.' });
  if (undo.outcome !== 'opened') throw new Error(undo.outcome);
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
  const other = readerClient(desk.reader).reader;
  const changed: string[] = [];
  for (const { question, answer } of kept) {
    const now = fullAnswer(await prepareRequest(other, question, '2031-02-03').answer());
    if (now !== answer) changed.push(`${question.source}\n${answer}\n${now}`);
  }
  expect(changed.slice(0, 3).join('\n\n')).toBe('');
  expect(kept.length).toBeGreaterThan(3 * typeNames.length + 30);
}, 300_000);

it('an answer about the future, the head, or a moment that the head answers for is not called settled', async () => {
  const { reader } = readerClient(register.desk.reader);
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
