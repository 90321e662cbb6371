import { Kind, type OperationDefinitionNode, parse, print, visit } from 'graphql';

const rewrittenDocuments = new Map<string, string>();

/**
 * Returns the document with its root fields moved into `past: at(revision: $atRevision)`. In the answer, `past` is null
 * if there is no such revision; otherwise `past.revisionOfView.at` is the moment of the revision.
 */
export function documentAtRevision(text: string): string {
  const rewritten =
    rewrittenDocuments.get(text) ?? print(visit(parse(text), { OperationDefinition: moveIntoRevision }));
  rewrittenDocuments.set(text, rewritten);
  return rewritten;
}

const template = parse(
  'query ($atRevision: Int!) { past: at(revision: $atRevision) { revisionOfView: revision { at } } }',
).definitions[0];

function moveIntoRevision(operation: OperationDefinitionNode): OperationDefinitionNode {
  if (template?.kind !== Kind.OPERATION_DEFINITION)
    throw new Error('The template of documentAtRevision must be an operation.');
  const [at] = template.selectionSet.selections;
  if (at?.kind !== Kind.FIELD || !at.selectionSet)
    throw new Error('The template of documentAtRevision must have one field with a selection.');
  const selections = [...at.selectionSet.selections, ...operation.selectionSet.selections];
  return {
    ...operation,
    variableDefinitions: [...(operation.variableDefinitions ?? []), ...(template.variableDefinitions ?? [])],
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: [{ ...at, selectionSet: { kind: Kind.SELECTION_SET, selections } }],
    },
  };
}
