import type { Ask } from '../../src/support/api.ts';

/** An operation that a polite client asks. */
export interface OrdinaryOperation {
  readonly name: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

interface Examples {
  readonly state: string;
  readonly other: string;
  readonly organization: string;
  readonly agreement: string;
  readonly exercise: string;
}

/**
 * Returns twelve operations that researchers and pages ask often, about facts of the register behind `ask`.
 * @throws Error if the register has no state, organization, agreement or exercise
 */
export async function ordinaryOperations(ask: Ask): Promise<readonly OrdinaryOperation[]> {
  const { state, other, organization, agreement, exercise } = await examples(ask);
  return [
    {
      name: 'a state by its code',
      query: `{ state(code: "${state}", scheme: COW) { id name officialName validity { edtf } } }`,
    },
    {
      name: 'a state with its memberships',
      query: `{ state(code: "${state}", scheme: COW) { name memberships(first: 25) { totalCount nodes { organization { id name } validity { edtf } } } } }`,
    },
    {
      name: 'alliances of a state',
      query: `{ state(code: "${state}", scheme: COW) { obligationsOwed(first: 25) { nodes { id label validity { words } } } } }`,
    },
    {
      name: 'a list of agreements',
      query: '{ agreements(first: 25, orderBy: SIGNED_DESC) { nodes { id title instrumentType signed { edtf } } } }',
    },
    {
      name: 'an agreement with its obligations',
      query:
        'query ($id: ID!) { agreement(id: $id) { title status obligations(first: 25) { nodes { id label } } citations(first: 5) { nodes { id } } } }',
      variables: { id: agreement },
    },
    {
      name: 'exercises of a state',
      query: `{ state(code: "${state}", scheme: COW) { participations(first: 25) { nodes { exercise { id name start { edtf } } } } } }`,
    },
    {
      name: 'an exercise with its participants',
      query:
        'query ($id: ID!) { exercise(id: $id) { name status participations(first: 25) { nodes { actor { id label } } } } }',
      variables: { id: exercise },
    },
    {
      name: 'two states',
      query: `{ dyad(a: { code: "${state}", scheme: COW }, b: { code: "${other}", scheme: COW }) { a { id label } b { id label }
        agreements(first: 10, orderBy: SIGNED_DESC) { nodes { id title } } sharedOrganizations(first: 10) { nodes { id name } } } }`,
    },
    {
      name: 'members of an organization',
      query:
        'query ($id: ID!) { organization(id: $id) { name members(first: 50) { totalCount nodes { member { id label } validity { edtf } } } } }',
      variables: { id: organization },
    },
    { name: 'a search', query: '{ search(text: "united", first: 10) { nodes { __typename } } }' },
    { name: 'a list of states', query: '{ states(first: 50, orderBy: NAME_ASC) { nodes { id name } } }' },
    { name: 'the revision', query: '{ revision { number at } }' },
  ];
}

async function examples(ask: Ask): Promise<Examples> {
  const { data, text } = await ask(
    `{ organizations(first: 1) { nodes { id } } agreements(first: 1) { nodes { id } } exercises(first: 1) { nodes { id } } }`,
  );
  const idOf = (list: string) => {
    const { nodes } = (data as Readonly<Record<string, { nodes: { id: string }[] }>>)[list] ?? { nodes: [] };
    const [first] = nodes;
    if (!first) throw new Error(`the register has no ${list}: ${text}`);
    return first.id;
  };
  return {
    ...{ state: '2', other: '200' },
    ...{ organization: idOf('organizations'), agreement: idOf('agreements'), exercise: idOf('exercises') },
  };
}
