import { isTypeName, type TypeName, typeNames, typeOf, upperSnake } from '@chancery/codebook';
import { createReader, createStatementRunner, type StatementRunner } from '@chancery/reader';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getNamedType, isEnumType, isInputObjectType } from 'graphql';
import { type Comparison, openComparison } from '../referee/comparison.ts';
import { connectionsOf } from '../referee/page-walk.ts';
import { prepareRequest } from '../referee/prepare-request.ts';
import { publicSchema } from '../support/reader-client.ts';

let comparison: Comparison;
beforeAll(async () => {
  comparison = await openComparison({ seed: 8, revisions: 2 });
  await comparison.register.desk.owner.query('ANALYZE');
}, 300_000);
afterAll(() => comparison?.close());

/** Creates a reader that records the statements it sends. */
function recordingReader() {
  const sent: { text: string; values: unknown[] }[] = [];
  const runner = createStatementRunner(comparison.register.desk.reader);
  const statements: StatementRunner = {
    ...runner,
    run: (text, values) => {
      sent.push({ text, values: [...values] });
      return runner.run(text, values);
    },
  };
  return { reader: createReader({ schema: publicSchema, statements, showsDeskFields: false }), sent };
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Schema?: string;
  readonly Plans?: readonly PlanNode[];
}

/** Returns the plan of Postgres for an operation, with sequential scans and sorts discouraged. */
async function planOf(source: string, variables = {}): Promise<PlanNode> {
  const { reader } = recordingReader();
  const { plan, run } = prepareRequest(reader, { source, variables });
  const client = await comparison.register.desk.reader.connect();
  try {
    // Postgres scans small tables sequentially even if they have an index. With that made expensive, remaining scans
    // show a missing index.
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

const sequentialScans = (plan: PlanNode) =>
  nodesOf(plan)
    .filter((node) => node['Node Type'] === 'Seq Scan' && ['register', 'history'].includes(node.Schema ?? ''))
    .map((node) => `${node.Schema}.${node['Relation Name']}`);

/**
 * Returns the names of the sort nodes of a plan below its innermost LIMITs. Above a LIMIT, sorting is allowed, because
 * only the few rows of a page are left.
 */
const sortsBelowLimits = (plan: PlanNode) =>
  nodesOf(plan)
    .filter(
      (node) =>
        node['Node Type'] === 'Limit' &&
        !nodesOf(node)
          .slice(1)
          .some((inner) => inner['Node Type'] === 'Limit'),
    )
    .flatMap(nodesOf)
    .filter((node) => /Sort/.test(node['Node Type']))
    .map((node) => node['Node Type']);

const orders = (type: TypeName): string[] => {
  const enumType = publicSchema.getType(`${type}Order`);
  return isEnumType(enumType) ? enumType.getValues().map(({ name }) => name) : [];
};

/** True when an order is by a date that is copied from a linked fact. */
const isCarried = (type: TypeName, order: string) =>
  Object.keys(typeOf(type).carriedKeys).some((name) => order.startsWith(`${upperSnake(name)}_`));

describe('a read', () => {
  it('is one statement for any selection at any depth', async () => {
    const { reader, sent } = recordingReader();
    const sources = connectionsOf(comparison).map(
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

  it('counts rows only if the count is selected', async () => {
    const { reader } = recordingReader();
    const text = (selection: string) =>
      prepareRequest(reader, { source: `{ states(first: 2) { ${selection} } }`, variables: {} }).plan.text;
    expect(text('nodes { id } pageInfo { hasNextPage }')).not.toContain('count(');
    expect(text('totalCount')).toContain('count(*)');
    expect(text('totalCount')).not.toContain('json_agg');
  });

  it('fetches one row more than the page only if hasNextPage needs it', async () => {
    const { reader } = recordingReader();
    const values = (selection: string) => {
      const { plan, run } = prepareRequest(reader, { source: `{ states(first: 7) { ${selection} } }`, variables: {} });
      return plan.binds.map((bind) => bind(run));
    };
    expect(values('nodes { id }')).toEqual([7]);
    expect(values('nodes { id } pageInfo { hasPreviousPage }')).toEqual([7]);
    expect(values('nodes { id } pageInfo { hasNextPage }')).toEqual([8]);
  });
});

describe('an index serves', () => {
  it('every order of every list without sorting, from either end and after a cursor', async () => {
    const wrong: string[] = [];
    for (const type of typeNames) {
      for (const order of orders(type).filter((name) => !isCarried(type, name))) {
        const { many } = typeOf(type);
        const cursor = JSON.parse(
          comparison.referee.text(`{ here: ${many}(first: 1, orderBy: ${order}) { pageInfo { endCursor } } }`),
        ).data.here.pageInfo.endCursor;
        for (const page of ['first: 5', 'last: 5', `first: 5, after: "${cursor}"`]) {
          const plan = await planOf(`{ ${many}(${page}, orderBy: ${order}) { nodes { id } } }`);
          const problems = [...sequentialScans(plan), ...sortsBelowLimits(plan)];
          if (problems.length > 0) wrong.push(`${many} ${page.slice(0, 16)} ${order}: ${problems}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('every order by a date of the linked fact without sorting, for the links of one fact', async () => {
    const wrong: string[] = [];
    let checkedOrders = 0;
    for (const { name, within, field, orders: all, type, node } of connectionsOf(comparison)) {
      // No single index has this order for lists that are not limited to the links of one fact.
      if (/^(Query|Register|Dyad|AgreementParticipant)\./.test(name) || !isTypeName(type)) continue;
      for (const order of all.filter((value) => value !== undefined && isCarried(type, value))) {
        checkedOrders += 1;
        const plan = await planOf(`{ ${within(`here: ${field}(first: 5, orderBy: ${order}) { nodes { ${node} } }`)} }`);
        const problems = [...sequentialScans(plan), ...sortsBelowLimits(plan)];
        if (problems.length > 0) wrong.push(`${name} ${order}: ${problems}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(checkedOrders).toBeGreaterThan(10);
  });

  it('every list of the facts that point at a fact', async () => {
    const wrong: string[] = [];
    for (const { name, within, field, given, node } of connectionsOf(comparison)) {
      if (name.startsWith('Query.') || name.startsWith('Register.')) continue;
      const problems = sequentialScans(
        await planOf(`{ ${within(`here: ${field}(first: 5 ${given}) { nodes { ${node} } }`)} }`),
      );
      if (problems.length > 0) wrong.push(`${name}: ${problems}`);
    }
    expect(wrong).toEqual([]);
  });

  it('the changes of a fact, and their count', async () => {
    const wrong: string[] = [];
    let checkedScans = 0;
    for (const { name, within, field } of connectionsOf(comparison)) {
      if (!name.endsWith('.changes') || /^(Query|Register|Revision)\./.test(name)) continue;
      const plan = await planOf(`{ ${within(`here: ${field}(first: 5) { totalCount nodes { factId } }`)} }`);
      for (const node of nodesOf(plan).filter((node) => node['Relation Name'] === 'operation')) {
        checkedScans += 1;
        if (!node['Index Cond']?.includes('fact_id')) wrong.push(`${name}: ${node['Node Type']}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(checkedScans).toBeGreaterThan(10);
  });

  it('every way of search, now and in the past', async () => {
    const search = 'search(text: "russia and iran", types: [STATE]) { totalCount edges { matchedText node { id } } }';
    expect(sequentialScans(await planOf(`{ ${search} }`))).toEqual([]);
    const inThePast = await planOf(`{ at(revision: 1) { ${search} } }`);
    expect(sequentialScans(inThePast)).toEqual([]);
    const served = new Set(nodesOf(inThePast).map((node) => node['Index Name']));
    for (const way of ['words', 'start', 'terms']) expect(served).toContain(`fact_label_${way}_hx`);
  });

  it('every filter by value or by a part of a text', async () => {
    const wrong: string[] = [];
    for (const type of typeNames) {
      const filter = publicSchema.getType(`${type}Filter`);
      if (!isInputObjectType(filter)) throw new Error(`${type} has no filter`);
      for (const { name, type: filterType } of Object.values(filter.getFields())) {
        const operators = getNamedType(filterType);
        if (['and', 'or', 'not'].includes(name) || !isInputObjectType(operators)) continue;
        const { eq, contains } = operators.getFields();
        if (!eq && !contains) continue;
        const value = { Int: 1, Float: 1, Boolean: true }[String(eq?.type)] ?? 'nothing';
        const valueType = eq && getNamedType(eq.type);
        const operand = isEnumType(valueType) ? valueType.getValues()[0]?.name : value;
        const source = `query ($f: ${type}Filter) { ${typeOf(type).many}(filter: $f, first: 5) { totalCount } }`;
        for (const operator of [...(eq ? ['eq'] : []), ...(contains ? ['contains'] : [])]) {
          const plan = await planOf(source, { f: { [name]: { [operator]: operand } } });
          const problems = sequentialScans(plan);
          if (problems.length > 0) wrong.push(`${type}.${name} ${operator}: ${problems}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
