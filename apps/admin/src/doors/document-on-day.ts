import { Kind, type OperationDefinitionNode, parse, print, visit } from 'graphql';

/** The fields whose answer depends on a day in the world, and that take it as the argument `on`. */
const dailyFields: ReadonlySet<string> = new Set(['reading', 'inForce']);

/** A type whose reading is that of the day of its dyad. Its fields stand in fragments of their own. */
const ofDyad = 'DyadObligation';

const rewritten = new Map<string, string>();

/**
 * The same document, whose fields that depend on a day take it from the variable `$dayOfView`, unless they name another.
 * The documents that are printed from the codebook know nothing of the day of a page.
 */
export function documentOnDay(text: string): string {
  const made = rewritten.get(text) ?? rewrite(text);
  rewritten.set(text, made);
  return made;
}

const template = parse('query ($dayOfView: Date) { reading(on: $dayOfView) }').definitions[0];

function rewrite(text: string): string {
  if (template?.kind !== Kind.OPERATION_DEFINITION) throw new Error('the template is an operation');
  const [reading] = template.selectionSet.selections;
  if (reading?.kind !== Kind.FIELD) throw new Error('the template has one field');
  let isDaily = false;
  const withDay = visit(parse(text), {
    FragmentDefinition: ({ typeCondition }) => (typeCondition.name.value === ofDyad ? false : undefined),
    Field: (field) => {
      if (!dailyFields.has(field.name.value) || (field.arguments ?? []).length > 0) return undefined;
      isDaily = true;
      return { ...field, arguments: reading.arguments };
    },
  });
  if (!isDaily) return text;
  const declares = (operation: OperationDefinitionNode) => ({
    ...operation,
    variableDefinitions: [...(operation.variableDefinitions ?? []), ...(template.variableDefinitions ?? [])],
  });
  return print(visit(withDay, { OperationDefinition: declares }));
}
