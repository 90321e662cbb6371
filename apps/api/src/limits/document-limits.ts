import { pluralize } from '@chancery/codebook';
import {
  type ASTVisitor,
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
  visit,
} from 'graphql';
import { apiError } from '../errors.ts';
import { literalDepthLimit } from './input-depth.ts';
import { limits } from './limits.ts';

// Don't count the levels that paging adds.
const uncounted = new Set(['edges', 'node', 'nodes', 'pageInfo', 'at']);

/** The validation rules that reject unsupported kinds of operations and documents beyond the limits. */
export const documentLimits = [supportedOperations, depthLimit, aliasLimit, directiveLimit, literalDepthLimit];

// graphql-js reports this only on execution, and as an internal error.
function supportedOperations(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      if (context.getSchema().getRootType(operation.operation)) return;
      const message = `This endpoint has no ${operation.operation}s. Send a query instead.`;
      context.reportError(apiError('GRAPHQL_VALIDATION_FAILED', message, { nodes: [operation] }));
    },
  };
}

interface Deepest {
  readonly depth: number;
  readonly path: readonly string[];
  readonly node?: FieldNode;
}

const deeper = (a: Deepest, b: Deepest) => (b.depth > a.depth ? b : a);

function depthLimit(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      const walk = new DepthWalk((name) => context.getFragment(name) ?? undefined);
      for (const [introspection, maxDepth] of [
        [false, limits.depth],
        [true, limits.introspectionDepth],
      ] as const) {
        const { depth, path, node } = walk.deepest(operation, introspection);
        if (depth > maxDepth) {
          context.reportError(
            apiError(
              'DEPTH_LIMIT',
              `The selection is ${depth} levels deep at ${path.join('.')}; at most ${maxDepth} levels are allowed. Request the deeper fields in a separate operation.`,
              { path, ...(node ? { nodes: [node] } : {}), limit: { limit: maxDepth, asked: depth } },
            ),
          );
        }
      }
    },
  };
}

class DepthWalk {
  readonly #fragment: (name: string) => FragmentDefinitionNode | undefined;
  readonly #byFragment = new Map<string, Deepest>();

  constructor(fragment: (name: string) => FragmentDefinitionNode | undefined) {
    this.#fragment = fragment;
  }

  /** Returns the deepest field of an operation, either among introspection fields or among all other fields. */
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
    const depth = below.depth + (uncounted.has(name) ? 0 : 1);
    return { depth, path: [field.alias?.value ?? name, ...below.path], node: below.node ?? field };
  }

  #spread(name: string, within: readonly string[]): Deepest {
    const cached = this.#byFragment.get(name);
    if (cached) return cached;
    const fragment = this.#fragment(name);
    // Another rule reports fragment cycles; here they only must not cause infinite recursion.
    if (!fragment || within.includes(name)) return { depth: 0, path: [] };
    const found = this.#of(fragment.selectionSet, [...within, name]);
    this.#byFragment.set(name, found);
    return found;
  }
}

function aliasLimit(context: ValidationContext): ASTVisitor {
  return {
    Document(document) {
      const aliased: FieldNode[] = [];
      const roots: SelectionNode[] = [];
      visit(document, {
        Field(field) {
          if (field.alias) aliased.push(field);
        },
        OperationDefinition(operation) {
          roots.push(...operation.selectionSet.selections);
        },
      });
      const asked = aliased.length + roots.length;
      if (asked <= limits.aliases) return;
      const firstExcess = [...roots, ...aliased][limits.aliases];
      context.reportError(
        apiError(
          'ALIAS_LIMIT',
          `The document has ${pluralize(aliased.length, 'alias', 'aliases')} and ${pluralize(roots.length, 'root field')}; at most ${limits.aliases} of both together are allowed. Split the document.`,
          { ...(firstExcess ? { nodes: [firstExcess] } : {}), limit: { limit: limits.aliases, asked } },
        ),
      );
    },
  };
}

function directiveLimit(context: ValidationContext): ASTVisitor {
  return {
    Document(document) {
      const directives: DirectiveNode[] = [];
      visit(document, {
        Directive(directive) {
          directives.push(directive);
        },
      });
      const firstExcess = directives[limits.directives];
      if (!firstExcess) return;
      const asked = directives.length;
      context.reportError(
        apiError(
          'DIRECTIVE_LIMIT',
          `The document has ${asked} directives; at most ${limits.directives} are allowed. Split the document.`,
          {
            nodes: [firstExcess],
            limit: { limit: limits.directives, asked },
          },
        ),
      );
    },
  };
}
