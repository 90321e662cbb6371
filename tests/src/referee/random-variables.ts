// Other variables for the same operation: a plan is kept for a document, and must fit whatever is asked with it next.
import { Kind, type OperationDefinitionNode, parse, type TypeNode } from 'graphql';
import type { Random } from '../support/random.ts';
import type { RandomOperation } from '../support/random-document.ts';

/** The same operation with other variables; nothing where it has none that could be others. */
export function otherVariables(operation: RandomOperation, random: Random): RandomOperation | undefined {
  const [definition] = parse(operation.source).definitions as readonly OperationDefinitionNode[];
  const free = (definition?.variableDefinitions ?? []).filter(
    ({ variable }) => !operation.fixed.has(variable.name.value),
  );
  if (free.length === 0) return undefined;
  const variables: Record<string, unknown> = { ...operation.variables };
  // What is skipped or included by nothing is refused.
  const switches = new Set([...operation.source.matchAll(/\(if: \$(\w+)\)/g)].map(([, name]) => name));
  for (const { variable, type, defaultValue } of free) {
    const name = variable.name.value;
    const chance = random.float();
    const mayGo = type.kind !== Kind.NON_NULL_TYPE || defaultValue !== undefined;
    if (chance < 0.25 && mayGo) delete variables[name];
    else if (chance < 0.45 && type.kind !== Kind.NON_NULL_TYPE && !switches.has(name)) variables[name] = null;
    else if (chance < 0.8) variables[name] = other(variables[name], type, random);
    if (variables[name] === undefined) delete variables[name];
  }
  return { ...operation, variables };
}

/** A value of the same type, of another shape where it can have one. */
function other(value: unknown, type: TypeNode, random: Random): unknown {
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) return random.some(value, random.below(value.length + 1));
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    return Object.fromEntries(
      entries.map(([name, part]) => [name, random.chance(0.3) ? other(part, type, random) : part]),
    );
  }
  return value;
}
