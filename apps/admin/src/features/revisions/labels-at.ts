import type { View } from '../../addresses/view.ts';
import { queryRegister } from '../../endpoints/query-register.ts';
import { TypedDocumentString } from '../../generated/register/graphql.ts';

const idsPerQuery = 20;

type LabelledNodes = Readonly<Record<string, { readonly id: string; readonly label?: string } | null>>;

/**
 * Loads the labels of facts in a view, by id. Retired facts have the label of their tombstone. Leaves out facts whose
 * label could not be loaded.
 */
export async function labelsAt(ids: readonly string[], view: View): Promise<ReadonlyMap<string, string>> {
  const distinct = [...new Set(ids)];
  const chunks = Array.from({ length: Math.ceil(distinct.length / idsPerQuery) }, (_, at) =>
    distinct.slice(at * idsPerQuery, (at + 1) * idsPerQuery),
  );
  const answers = await Promise.all(
    chunks.map((chunk) => queryRegister(labelsQuery(chunk.length), variablesOf(chunk), view)),
  );
  const nodes = answers.flatMap((answer) => (answer.ok ? Object.values(answer.data) : []));
  return new Map(nodes.flatMap((node) => (node?.label ? [[node.id, node.label] as const] : [])));
}

const variablesOf = (ids: readonly string[]) => Object.fromEntries(ids.map((id, at) => [`id${at}`, id]));

/** Returns a query with one `node` field for each id, because no root field takes a list of ids of different types. */
function labelsQuery(count: number): TypedDocumentString<LabelledNodes, Record<string, string>> {
  const indexes = Array.from({ length: count }, (_, at) => at);
  const fields = indexes.map(
    (at) => `n${at}: node(id: $id${at}) { id ... on Fact { label } ... on Tombstone { label } }`,
  );
  return new TypedDocumentString(
    `query Labels(${indexes.map((at) => `$id${at}: ID!`).join(', ')}) { ${fields.join(' ')} }`,
  );
}
