import { Kind, type OperationDefinitionNode, parse, print, visit } from 'graphql';

/** The fields of generated documents that depend on a day. They take the day as the argument `on`. */
const dailyFields: ReadonlySet<string> = new Set(['reading', 'inForce']);

/**
 * A type whose `reading` has no argument, because it is read on the day of the dyad. Documents must select the fields
 * of this type in fragments of their own.
 */
const typeWithDayOfDyad = 'DyadObligation';

const rewrittenDocuments = new Map<string, string>();

/**
 * Makes a generated document read spells on the day of the page: adds the argument `on: $dayOfView` to every `reading` and
 * `inForce` without arguments, and declares the variable `$dayOfView`, which the caller must send. Fragments on
 * `DyadObligation` are left as they are, because its `reading` takes no argument. Returns the text unchanged if there is no
 * field to change.
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
