// Reduces an operation while a condition on it remains true.
import {
  type ASTNode,
  BREAK,
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  visit,
} from 'graphql';
import type { GraphqlRequest } from './graphql-request.ts';

const maxAttempts = 400;

/**
 * Removes parts of an operation one at a time, in at most 400 attempts, keeping each removal for which the condition
 * still holds. Returns the remaining operation.
 */
export async function shrink(
  request: GraphqlRequest,
  holds: (smaller: GraphqlRequest) => Promise<boolean>,
): Promise<GraphqlRequest> {
  let smallest = request;
  let attempts = 0;
  for (let at = 0; attempts < maxAttempts; attempts += 1) {
    const smaller = withoutPart(smallest, at);
    if (!smaller) break;
    if (await holds(smaller)) smallest = smaller;
    else at += 1;
  }
  return smallest;
}

/** Returns the operation without its nth removable part, or `undefined` if it has fewer. */
function withoutPart({ source, variables }: GraphqlRequest, nth: number): GraphqlRequest | undefined {
  let index = -1;
  let document = visit(parse(source), {
    enter(node, _key, parent) {
      if (index === nth) return undefined;
      if (!isRemovable(node, parent)) return undefined;
      index += 1;
      return index === nth ? null : undefined;
    },
  });
  if (index < nth) return undefined;
  document = removeUnused(document);
  const [operation] = document.definitions as readonly OperationDefinitionNode[];
  const remaining = new Set((operation?.variableDefinitions ?? []).map(({ variable }) => variable.name.value));
  return {
    source: print(document),
    variables: Object.fromEntries(Object.entries(variables).filter(([name]) => remaining.has(name))),
  };
}

function isRemovable(node: ASTNode, parent: ASTNode | readonly ASTNode[] | undefined): boolean {
  switch (node.kind) {
    case Kind.FIELD:
    case Kind.INLINE_FRAGMENT:
    case Kind.FRAGMENT_SPREAD:
      return Array.isArray(parent) && parent.length > 1;
    case Kind.ARGUMENT:
    case Kind.DIRECTIVE:
    case Kind.OBJECT_FIELD:
      return true;
    default:
      return false;
  }
}

/** Removes unused fragments and variables from a document. */
function removeUnused(document: DocumentNode): DocumentNode {
  for (;;) {
    const used = (name: string, kind: Kind.FRAGMENT_SPREAD | Kind.VARIABLE) => {
      let found = false;
      visit(document, {
        VariableDefinition: () => false,
        [kind](node: { name: { value: string } }) {
          if (node.name.value !== name) return undefined;
          found = true;
          return BREAK;
        },
      });
      return found;
    };
    const size = print(document).length;
    document = visit(document, {
      FragmentDefinition: ({ name }) => (used(name.value, Kind.FRAGMENT_SPREAD) ? undefined : null),
      VariableDefinition: ({ variable }) => (used(variable.name.value, Kind.VARIABLE) ? false : null),
    });
    if (print(document).length === size) return document;
  }
}
