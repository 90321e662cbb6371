import { Kind, type OperationDefinitionNode, parse, print, visit } from 'graphql';

/** The fields that depend on a day, which they take as the argument `on`. */
const dailyFields: ReadonlySet<string> = new Set(['reading', 'inForce']);

/** A type whose reading takes the day of its dyad. Documents select its fields in separate fragments. */
const typeWithDayOfDyad = 'DyadObligation';

const rewrittenDocuments = new Map<string, string>();

/**
 * Returns the document with the argument `on: $dayOfView` added to every field that depends on a day and has no
 * arguments, except in fragments on `DyadObligation`. In this way documents that are generated from the codebook get
 * the day of the page.
 */
export function documentOnDay(text: string): string {
  const rewritten = rewrittenDocuments.get(text) ?? rewrite(text);
  rewrittenDocuments.set(text, rewritten);
  return rewritten;
}

const template = parse('query ($dayOfView: Date) { reading(on: $dayOfView) }').definitions[0];

function rewrite(text: string): string {
  if (template?.kind !== Kind.OPERATION_DEFINITION)
    throw new Error('The template of documentOnDay must be an operation.');
  const [reading] = template.selectionSet.selections;
  if (reading?.kind !== Kind.FIELD) throw new Error('The template of documentOnDay must have one field.');
  let isDaily = false;
  const withDay = visit(parse(text), {
    FragmentDefinition: ({ typeCondition }) => (typeCondition.name.value === typeWithDayOfDyad ? false : undefined),
    Field: (field) => {
      if (!dailyFields.has(field.name.value) || (field.arguments ?? []).length > 0) return undefined;
      isDaily = true;
      return { ...field, arguments: reading.arguments };
    },
  });
  if (!isDaily) return text;
  const declareDay = (operation: OperationDefinitionNode) => ({
    ...operation,
    variableDefinitions: [...(operation.variableDefinitions ?? []), ...(template.variableDefinitions ?? [])],
  });
  return print(visit(withDay, { OperationDefinition: declareDay }));
}
