import type { Ask } from '../../src/support/api.ts';

/** An operation that a polite client asks. Each of its variables takes any of the given values. */
export interface OrdinaryOperation {
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, readonly string[]>>;
}

/** Returns the variables of an operation, with the values that `pick` returns of those that are possible. */
export function variablesOf(
  { variables }: OrdinaryOperation,
  pick: (values: readonly string[]) => string | undefined,
): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(variables).map(([name, values]) => [name, pick(values)]));
}

/**
 * Returns twelve operations that researchers and pages ask often, about facts of the register behind `ask`.
 * @throws Error if the register has no states, organizations, agreements or exercises
 */
export async function ordinaryOperations(ask: Ask): Promise<readonly OrdinaryOperation[]> {
  const [states, organizations, agreements, exercises] = [
    await idsOf(ask, 'states'),
    await idsOf(ask, 'organizations'),
    await idsOf(ask, 'agreements'),
    await idsOf(ask, 'exercises'),
  ];
  const codes = ['2', '20', '70', '140', '200', '220', '255', '325', '365', '640', '710', '732', '740', '750', '900'];
  return [
    {
      name: 'a state by its code',
      query: 'query ($code: String!) { state(code: $code, scheme: COW) { id name officialName validity { edtf } } }',
      variables: { code: codes },
    },
    {
      name: 'a state with its memberships',
      query:
        'query ($id: ID!) { state(id: $id) { name memberships(first: 25) { totalCount nodes { organization { id name } validity { edtf } } } } }',
      variables: { id: states },
    },
    {
      name: 'alliances of a state',
      query:
        'query ($id: ID!) { state(id: $id) { obligationsOwed(first: 25) { nodes { id label validity { words } } } } }',
      variables: { id: states },
    },
    {
      name: 'a list of agreements',
      query:
        'query ($after: ID!) { agreements(first: 25, orderBy: SIGNED_DESC, filter: { not: { id: { eq: $after } } }) { nodes { id title instrumentType signed { edtf } } } }',
      variables: { after: agreements },
    },
    {
      name: 'an agreement with its obligations',
      query:
        'query ($id: ID!) { agreement(id: $id) { title status obligations(first: 25) { nodes { id label } } citations(first: 5) { nodes { id } } } }',
      variables: { id: agreements },
    },
    {
      name: 'exercises of a state',
      query:
        'query ($id: ID!) { state(id: $id) { participations(first: 25) { nodes { exercise { id name start { edtf } } } } } }',
      variables: { id: states },
    },
    {
      name: 'an exercise with its participants',
      query:
        'query ($id: ID!) { exercise(id: $id) { name status participations(first: 25) { nodes { actor { id label } } } } }',
      variables: { id: exercises },
    },
    {
      name: 'two states',
      query: `query ($a: ID!, $b: ID!) { dyad(a: { id: $a }, b: { id: $b }) { a { id label } b { id label }
        agreements(first: 10, orderBy: SIGNED_DESC) { nodes { id title } } sharedOrganizations(first: 10) { nodes { id name } } } }`,
      variables: { a: states.slice(0, 50), b: states.slice(50) },
    },
    {
      name: 'members of an organization',
      query:
        'query ($id: ID!) { organization(id: $id) { name members(first: 50) { totalCount nodes { member { id label } validity { edtf } } } } }',
      variables: { id: organizations },
    },
    {
      name: 'a search',
      query: 'query ($text: String!) { search(text: $text, first: 10) { nodes { __typename } } }',
      variables: { text: ['united', 'union', 'council', 'defence', 'republic', 'treaty', 'joint', 'africa'] },
    },
    {
      name: 'a list of states',
      query:
        'query ($id: ID!) { states(first: 50, orderBy: NAME_ASC, filter: { not: { id: { eq: $id } } }) { nodes { id name } } }',
      variables: { id: states },
    },
    { name: 'the revision', query: '{ revision { number at } }', variables: {} },
  ];
}

async function idsOf(ask: Ask, list: string): Promise<readonly string[]> {
  const { data, text } = await ask(`{ ${list}(first: 100) { nodes { id } } }`);
  const { nodes } = (data as Readonly<Record<string, { nodes: { id: string }[] }>>)[list] ?? { nodes: [] };
  if (nodes.length < 2) throw new Error(`the register has too few ${list}: ${text}`);
  return nodes.map(({ id }) => id);
}
