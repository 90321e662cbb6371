import { Kind, type OperationDefinitionNode, parse, print, visit } from 'graphql';

const known = new Map<string, string>();

/**
 * The same question, asked of the register as it stood at revision `$atRevision`: its root fields are those of `Register`
 * within `at`. The answer comes under `past`, null where there was no such revision.
 */
export function documentAtRevision(text: string): string {
  const made = known.get(text) ?? print(visit(parse(text), { OperationDefinition: within }));
  known.set(text, made);
  return made;
}

const template = parse('query ($atRevision: Int!) { past: at(revision: $atRevision) { id } }').definitions[0];

function within(operation: OperationDefinitionNode): OperationDefinitionNode {
  if (template?.kind !== Kind.OPERATION_DEFINITION) throw new Error('the template is an operation');
  const [at] = template.selectionSet.selections;
  if (at?.kind !== Kind.FIELD) throw new Error('the template has one field');
  return {
    ...operation,
    variableDefinitions: [...(operation.variableDefinitions ?? []), ...(template.variableDefinitions ?? [])],
    selectionSet: { kind: Kind.SELECTION_SET, selections: [{ ...at, selectionSet: operation.selectionSet }] },
  };
}
