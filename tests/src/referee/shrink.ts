// Makes an operation smaller for as long as something about it stays true.
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

const mostTries = 400;

/** The smallest operation that chance and patience find. */
export async function shrunk(
  question: GraphqlRequest,
  holds: (smaller: GraphqlRequest) => Promise<boolean>,
): Promise<GraphqlRequest> {
  let least = question;
  let tries = 0;
  for (let at = 0; tries < mostTries; tries += 1) {
    const smaller = without(least, at);
    if (!smaller) break;
    if (await holds(smaller)) least = smaller;
    else at += 1;
  }
  return least;
}

/** The operation without its nth part that can be left out, or nothing where it has fewer. */
function without({ source, variables }: GraphqlRequest, nth: number): GraphqlRequest | undefined {
  let seen = -1;
  let document = visit(parse(source), {
    enter(node, _key, parent) {
      if (seen === nth) return undefined;
      if (!canGo(node, parent)) return undefined;
      seen += 1;
      return seen === nth ? null : undefined;
    },
  });
  if (seen < nth) return undefined;
  document = tidied(document);
  const [operation] = document.definitions as readonly OperationDefinitionNode[];
  const left = new Set((operation?.variableDefinitions ?? []).map(({ variable }) => variable.name.value));
  return {
    source: print(document),
    variables: Object.fromEntries(Object.entries(variables).filter(([name]) => left.has(name))),
  };
}

function canGo(node: ASTNode, parent: ASTNode | readonly ASTNode[] | undefined): boolean {
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

/** A document without fragments and variables that nothing uses any more. */
function tidied(document: DocumentNode): DocumentNode {
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
