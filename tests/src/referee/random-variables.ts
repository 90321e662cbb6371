// Other variables for the same operation, to test that a plan cached for a document fits any variables.
import { Kind, type OperationDefinitionNode, parse, type TypeNode } from 'graphql';
import type { Random } from '../support/random.ts';
import type { RandomOperation } from '../support/random-document.ts';

/** Returns the operation with randomly changed variables, or `undefined` if it has none that may change. */
export function changeVariables(operation: RandomOperation, random: Random): RandomOperation | undefined {
  const [definition] = parse(operation.source).definitions as readonly OperationDefinitionNode[];
  const free = (definition?.variableDefinitions ?? []).filter(
    ({ variable }) => !operation.fixed.has(variable.name.value),
  );
  if (free.length === 0) return undefined;
  const variables: Record<string, unknown> = { ...operation.variables };
  // `@skip` and `@include` refuse null.
  const switches = new Set([...operation.source.matchAll(/\(if: \$(\w+)\)/g)].map(([, name]) => name));
  for (const { variable, type, defaultValue } of free) {
    const name = variable.name.value;
    const chance = random.float();
    const isOptional = type.kind !== Kind.NON_NULL_TYPE || defaultValue !== undefined;
    if (chance < 0.25 && isOptional) delete variables[name];
    else if (chance < 0.45 && type.kind !== Kind.NON_NULL_TYPE && !switches.has(name)) variables[name] = null;
    else if (chance < 0.8) variables[name] = changeValue(variables[name], type, random);
    if (variables[name] === undefined) delete variables[name];
  }
  return { ...operation, variables };
}

/**
 * Returns a variation of a value: a boolean negated, some items of a list in random order, an object with some parts
 * varied. Other values stay as they are.
 */
function changeValue(value: unknown, type: TypeNode, random: Random): unknown {
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) return random.sample(value, random.below(value.length + 1));
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    return Object.fromEntries(
      entries.map(([name, part]) => [name, random.chance(0.3) ? changeValue(part, type, random) : part]),
    );
  }
  return value;
}
