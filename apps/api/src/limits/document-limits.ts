import {
  type ASTVisitor,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  visit,
} from 'graphql';
import { fault } from '../faults.ts';
import { limits } from './limits.ts';

// Levels that paging adds are not the client's depth.
const uncounted = new Set(['edges', 'node', 'nodes', 'pageInfo', 'at']);

/** Validation rules that hold documents to the limits before anything is run. */
export const documentLimits = [operationsThere, depthLimit, aliasLimit, directiveLimit];

// graphql-js says so only when it executes, as a fault of ours.
function operationsThere(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      if (context.getSchema().getRootType(operation.operation)) return;
      const message = `This door has no ${operation.operation}s.`;
      context.reportError(fault('GRAPHQL_VALIDATION_FAILED', message, { nodes: [operation] }));
    },
  };
}

interface Deepest {
  readonly depth: number;
  readonly path: readonly string[];
}

const deeper = (a: Deepest, b: Deepest) => (b.depth > a.depth ? b : a);

function depthLimit(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      const walk = new DepthWalk((name) => context.getFragment(name) ?? undefined);
      for (const [introspection, most] of [
        [false, limits.depth],
        [true, limits.introspectionDepth],
      ] as const) {
        const { depth, path } = walk.deepest(operation, introspection);
        if (depth > most) {
          context.reportError(
            fault(
              'DEPTH_LIMIT',
              `The selection is ${depth} levels deep at ${path.join('.')}, and ${most} are allowed.`,
              { path, limit: { limit: most, asked: depth } },
            ),
          );
        }
      }
    },
  };
}

class DepthWalk {
  readonly #fragment: (name: string) => FragmentDefinitionNode | undefined;
  readonly #known = new Map<string, Deepest>();

  constructor(fragment: (name: string) => FragmentDefinitionNode | undefined) {
    this.#fragment = fragment;
  }

  /** The deepest field of an operation, of introspection or of all else. */
  deepest(operation: OperationDefinitionNode, introspection: boolean): Deepest {
    const selections = operation.selectionSet.selections.filter(
      (selection) => (selection.kind === Kind.FIELD && selection.name.value.startsWith('__')) === introspection,
    );
    return this.#of({ kind: Kind.SELECTION_SET, selections }, []);
  }

  #of(set: SelectionSetNode, within: readonly string[]): Deepest {
    let found: Deepest = { depth: 0, path: [] };
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) found = deeper(found, this.#field(selection, within));
      else if (selection.kind === Kind.INLINE_FRAGMENT) found = deeper(found, this.#of(selection.selectionSet, within));
      else found = deeper(found, this.#spread(selection.name.value, within));
    }
    return found;
  }

  #field(field: FieldNode, within: readonly string[]): Deepest {
    const name = field.name.value;
    const below: Deepest = field.selectionSet ? this.#of(field.selectionSet, within) : { depth: 0, path: [] };
    return { depth: below.depth + (uncounted.has(name) ? 0 : 1), path: [field.alias?.value ?? name, ...below.path] };
  }

  #spread(name: string, within: readonly string[]): Deepest {
    const known = this.#known.get(name);
    if (known) return known;
    const fragment = this.#fragment(name);
    // A ring of fragments has a rule of its own; here it only must not be walked for ever.
    if (!fragment || within.includes(name)) return { depth: 0, path: [] };
    const found = this.#of(fragment.selectionSet, [...within, name]);
    this.#known.set(name, found);
    return found;
  }
}

function aliasLimit(context: ValidationContext): ASTVisitor {
  return {
    Document(document) {
      let aliases = 0;
      let roots = 0;
      visit(document, {
        Field(field) {
          if (field.alias) aliases += 1;
        },
        OperationDefinition(operation) {
          roots += operation.selectionSet.selections.length;
        },
      });
      if (aliases + roots <= limits.aliases) return;
      context.reportError(
        fault(
          'ALIAS_LIMIT',
          `The document has ${aliases} aliases and ${roots} root fields, and ${limits.aliases} of both together are allowed.`,
          { limit: { limit: limits.aliases, asked: aliases + roots } },
        ),
      );
    },
  };
}

function directiveLimit(context: ValidationContext): ASTVisitor {
  return {
    Document(document) {
      let directives = 0;
      visit(document, {
        Directive() {
          directives += 1;
        },
      });
      if (directives <= limits.directives) return;
      context.reportError(
        fault('DIRECTIVE_LIMIT', `The document has ${directives} directives, and ${limits.directives} are allowed.`, {
          limit: { limit: limits.directives, asked: directives },
        }),
      );
    },
  };
}
