import { isTypeName, type TypeName, typeNames, typeOf, upperSnake } from '@chancery/codebook';
import { createReader } from '@chancery/reader';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getNamedType, isEnumType, isInputObjectType } from 'graphql';
import type pg from 'pg';
import { type Comparison, openComparison } from '../referee/comparison.ts';
import { connectionsOf } from '../referee/page-walk.ts';
import { prepareRequest } from '../referee/prepare-request.ts';
import { publicSchema } from '../support/reader-client.ts';

let court: Comparison;
beforeAll(async () => {
  court = await openComparison({ seed: 8, revisions: 2 });
  await court.register.desk.owner.query('ANALYZE');
}, 300_000);
afterAll(() => court?.close());

/** A reader whose every way to the database is counted, and what it sent there. */
function watched() {
  const sent: { text: string; values: unknown[] }[] = [];
  const pool = court.register.desk.reader;
  const query = (config: { text: string; values: unknown[] }) => {
    sent.push(config);
    return pool.query(config as never);
  };
  return { reader: createReader({ schema: publicSchema, pool: { query } as unknown as pg.Pool }), sent };
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly Schema?: string;
  readonly Plans?: readonly PlanNode[];
}

/** How Postgres would run a read if it could help it: by indexes, without sorting. */
async function planOf(source: string, variables = {}): Promise<PlanNode> {
  const { reader } = watched();
  const { plan, run } = prepareRequest(reader, { source, variables });
  const client = await court.register.desk.reader.connect();
  try {
    // A table of a few rows is read whole whatever indexes it has. What is left when that is dear has no index.
    await client.query(
      'BEGIN; SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off; SET LOCAL plan_cache_mode = force_generic_plan',
    );
    const values = plan.binds.map((bind) => bind(run));
    const { rows } = await client.query({ text: `EXPLAIN (FORMAT JSON, VERBOSE) ${plan.text}`, values } as never);
    return (rows as unknown as { 'QUERY PLAN': [{ Plan: PlanNode }] }[])[0]?.['QUERY PLAN'][0].Plan as PlanNode;
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

function nodesOf(plan: PlanNode): PlanNode[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

const scanned = (plan: PlanNode) =>
  nodesOf(plan)
    .filter((node) => node['Node Type'] === 'Seq Scan' && ['register', 'history'].includes(node.Schema ?? ''))
    .map((node) => `${node.Schema}.${node['Relation Name']}`);

/** Sorts by which rows of a table are chosen: the few that were chosen from either branch may be put in order again. */
const sortedBelowLimits = (plan: PlanNode) =>
  nodesOf(plan)
    .filter(
      (node) =>
        node['Node Type'] === 'Limit' &&
        !nodesOf(node)
          .slice(1)
          .some((one) => one['Node Type'] === 'Limit'),
    )
    .flatMap(nodesOf)
    .filter((node) => /Sort/.test(node['Node Type']))
    .map((node) => node['Node Type']);

const orders = (type: TypeName): string[] => {
  const found = publicSchema.getType(`${type}Order`);
  return isEnumType(found) ? found.getValues().map(({ name }) => name) : [];
};

/** Whether an order is by a date that links carry for the fact at one of their ends. */
const isCarried = (type: TypeName, order: string) =>
  Object.keys(typeOf(type).carries).some((name) => order.startsWith(`${upperSnake(name)}_`));

describe('a read', () => {
  it('is one statement, whatever it asks for and however deep', async () => {
    const { reader, sent } = watched();
    const sources = connectionsOf(court).map(
      ({ within, field, given, node }) =>
        `{ ${within(`here: ${field}(first: 2 ${given}) { totalCount edges { cursor node { ${node} } } pageInfo { hasNextPage } }`)} }`,
    );
    for (const source of sources) await prepareRequest(reader, { source, variables: {} }).answer();
    expect(sent).toHaveLength(sources.length);
    let deep = 'label';
    for (let level = 0; level < 6; level += 1)
      deep = `label ... on Actor { memberships(first: 1) { nodes { organization { ${deep} } } } partyActions(first: 1) { nodes { agreement { title participants(first: 1) { nodes { actor { label } status } } } } } } citations(first: 1) { nodes { source { name fields { citations(first: 1) { nodes { grade } } } } } }`;
    await prepareRequest(reader, { source: `{ states(first: 1) { nodes { ${deep} } } }`, variables: {} }).answer();
    expect(sent).toHaveLength(sources.length + 1);
  });

  it('counts rows only where the count is asked for', async () => {
    const { reader } = watched();
    const text = (asked: string) =>
      prepareRequest(reader, { source: `{ states(first: 2) { ${asked} } }`, variables: {} }).plan.text;
    expect(text('nodes { id } pageInfo { hasNextPage }')).not.toContain('count(');
    expect(text('totalCount')).toContain('count(*)');
    expect(text('totalCount')).not.toContain('json_agg');
  });

  it('fetches one row more than the page only where somebody asks whether others follow', async () => {
    const { reader } = watched();
    const values = (asked: string) => {
      const { plan, run } = prepareRequest(reader, { source: `{ states(first: 7) { ${asked} } }`, variables: {} });
      return plan.binds.map((bind) => bind(run));
    };
    expect(values('nodes { id }')).toEqual([7]);
    expect(values('nodes { id } pageInfo { hasPreviousPage }')).toEqual([7]);
    expect(values('nodes { id } pageInfo { hasNextPage }')).toEqual([8]);
  });
});

describe('an index answers', () => {
  it('every order of every list, from either end and after a cursor, without sorting', async () => {
    const wrong: string[] = [];
    for (const type of typeNames) {
      for (const order of orders(type).filter((one) => !isCarried(type, one))) {
        const { many } = typeOf(type);
        const cursor = JSON.parse(
          court.referee.text(`{ here: ${many}(first: 1, orderBy: ${order}) { pageInfo { endCursor } } }`),
        ).data.here.pageInfo.endCursor;
        for (const page of ['first: 5', 'last: 5', `first: 5, after: "${cursor}"`]) {
          const plan = await planOf(`{ ${many}(${page}, orderBy: ${order}) { nodes { id } } }`);
          const faults = [...scanned(plan), ...sortedBelowLimits(plan)];
          if (faults.length > 0) wrong.push(`${many} ${page.slice(0, 16)} ${order}: ${faults}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('an order by a date carried over from elsewhere, of the links of one fact, without sorting', async () => {
    const wrong: string[] = [];
    let asked = 0;
    for (const { name, within, field, orders: all, type, node } of connectionsOf(court)) {
      // What is asked for first by something else than the fact at one end has no one index to walk.
      if (/^(Query|Register|Dyad|AgreementParticipant)\./.test(name) || !isTypeName(type)) continue;
      for (const order of all.filter((one) => one !== undefined && isCarried(type, one))) {
        asked += 1;
        const plan = await planOf(`{ ${within(`here: ${field}(first: 5, orderBy: ${order}) { nodes { ${node} } }`)} }`);
        const faults = [...scanned(plan), ...sortedBelowLimits(plan)];
        if (faults.length > 0) wrong.push(`${name} ${order}: ${faults}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(10);
  });

  it('every way from a fact to those that point at it', async () => {
    const wrong: string[] = [];
    for (const { name, within, field, given, node } of connectionsOf(court)) {
      if (name.startsWith('Query.') || name.startsWith('Register.')) continue;
      const faults = scanned(await planOf(`{ ${within(`here: ${field}(first: 5 ${given}) { nodes { ${node} } }`)} }`));
      if (faults.length > 0) wrong.push(`${name}: ${faults}`);
    }
    expect(wrong).toEqual([]);
  });

  it('every filter for a value, and for a word in a text', async () => {
    const wrong: string[] = [];
    for (const type of typeNames) {
      const filter = publicSchema.getType(`${type}Filter`);
      if (!isInputObjectType(filter)) throw new Error(`${type} has no filter`);
      for (const { name, type: of } of Object.values(filter.getFields())) {
        const operators = getNamedType(of);
        if (['and', 'or', 'not'].includes(name) || !isInputObjectType(operators)) continue;
        const { eq, contains } = operators.getFields();
        if (!eq && !contains) continue;
        const value = { Int: 1, Float: 1, Boolean: true }[String(eq?.type)] ?? 'nothing';
        const enumeration = eq && getNamedType(eq.type);
        const wanted = isEnumType(enumeration) ? enumeration.getValues()[0]?.name : value;
        const source = `query ($f: ${type}Filter) { ${typeOf(type).many}(filter: $f, first: 5) { totalCount } }`;
        for (const operator of [...(eq ? ['eq'] : []), ...(contains ? ['contains'] : [])]) {
          const plan = await planOf(source, { f: { [name]: { [operator]: wanted } } });
          const faults = scanned(plan);
          if (faults.length > 0) wrong.push(`${type}.${name} ${operator}: ${faults}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
