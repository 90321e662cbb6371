import type { View } from '../../addresses/view.ts';
import { queryRegister } from '../../doors/query-register.ts';
import { TypedDocumentString } from '../../generated/register/graphql.ts';

const factsOfQuestion = 20;

type Named = Readonly<Record<string, { readonly id: string; readonly label?: string } | null>>;

/** What facts are called within a view, by id; those that were retired by what they were called. */
export async function labelsAt(ids: readonly string[], view: View): Promise<ReadonlyMap<string, string>> {
  const distinct = [...new Set(ids)];
  const parts = Array.from({ length: Math.ceil(distinct.length / factsOfQuestion) }, (_, at) =>
    distinct.slice(at * factsOfQuestion, (at + 1) * factsOfQuestion),
  );
  const answers = await Promise.all(parts.map((part) => queryRegister(question(part.length), variablesOf(part), view)));
  const found = answers.flatMap((answer) => (answer.ok ? Object.values(answer.data) : []));
  return new Map(found.flatMap((node) => (node?.label ? [[node.id, node.label] as const] : [])));
}

const variablesOf = (ids: readonly string[]) => Object.fromEntries(ids.map((id, at) => [`id${at}`, id]));

/** Asks for a number of nodes at once: there is no root field that takes many ids of any type. */
function question(count: number): TypedDocumentString<Named, Record<string, string>> {
  const each = Array.from({ length: count }, (_, at) => at);
  const fields = each.map((at) => `n${at}: node(id: $id${at}) { id ... on Fact { label } ... on Tombstone { label } }`);
  return new TypedDocumentString(
    `query Labels(${each.map((at) => `$id${at}: ID!`).join(', ')}) { ${fields.join(' ')} }`,
  );
}
