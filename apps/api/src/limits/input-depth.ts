import {
  type ASTVisitor,
  Kind,
  type ListValueNode,
  type ObjectValueNode,
  type ValidationContext,
  type ValueNode,
} from 'graphql';
import { apiError } from '../errors.ts';
import { limits } from './limits.ts';

/** The validation rule that rejects values of a document that are nested too deep. */
export function literalDepthLimit(context: ValidationContext): ASTVisitor {
  let depth = 0;
  let isReported = false;
  const nested = {
    enter(node: ObjectValueNode | ListValueNode) {
      depth += 1;
      if (depth <= limits.inputDepth || isReported) return;
      isReported = true;
      const asked = depth - 1 + depthOfLiteral(node);
      context.reportError(
        apiError('DEPTH_LIMIT', tooDeep('A value of the document', asked), {
          nodes: [node],
          limit: { limit: limits.inputDepth, asked },
        }),
      );
    },
    leave() {
      depth -= 1;
    },
  };
  return { ObjectValue: nested, ListValue: nested };
}

/**
 * Checks that no variable is nested too deep, before code that calls itself for each level reads it, and that the variables
 * of a query do not have too many objects, before each of them is checked against its type: that takes far longer than to
 * refuse them.
 * @throws GraphQLError DEPTH_LIMIT or FILTER_LIMIT, with the name of the variable as path.
 */
export function checkVariableSize(
  variables: Readonly<Record<string, unknown>>,
  { isQuery }: { isQuery: boolean },
): void {
  let objects = 0;
  for (const [name, value] of Object.entries(variables)) {
    const size = sizeOf(value);
    objects += size.objects;
    const path = [`$${name.slice(0, 60)}`];
    if (size.depth > limits.inputDepth)
      throw apiError('DEPTH_LIMIT', tooDeep(`The variable ${path[0]}`, size.depth), {
        path,
        limit: { limit: limits.inputDepth, asked: size.depth },
      });
    if (isQuery && objects > limits.inputObjects)
      throw apiError(
        'FILTER_LIMIT',
        `The variables of this operation have ${objects} objects; those of one query may have at most ${limits.inputObjects}. Use lists (in) instead of many conditions, or split the operation.`,
        { path, limit: { limit: limits.inputObjects, asked: objects } },
      );
  }
}

function tooDeep(what: string, asked: number): string {
  return `${what} is nested ${asked} levels deep; at most ${limits.inputDepth} levels of objects and lists are allowed. Write it flatter: and, or and not can hold several conditions side by side.`;
}

type Nested = Readonly<Record<string, unknown>> | readonly unknown[];

/**
 * Returns how many levels of objects and lists a value has, 0 for a scalar, and the number of its objects. Does not call
 * itself, because values may be nested deeper than calls.
 */
function sizeOf(value: unknown): { depth: number; objects: number } {
  let [depth, objects] = [0, 0];
  for (let level = isNested(value) ? [value] : []; level.length > 0; depth += 1) {
    const next: Nested[] = [];
    for (const item of level) {
      if (Array.isArray(item)) {
        for (const inner of item) if (isNested(inner)) next.push(inner);
        continue;
      }
      objects += 1;
      // Half as slow as over Object.values, which matters for the largest of variables. They come from JSON.
      for (const key in item) {
        const inner = (item as Readonly<Record<string, unknown>>)[key];
        if (isNested(inner)) next.push(inner);
      }
    }
    level = next;
  }
  return { depth, objects };
}

function isNested(value: unknown): value is Nested {
  return typeof value === 'object' && value !== null;
}

/** Returns how many levels of objects and lists a literal has; 0 for a scalar. Does not call itself. */
function depthOfLiteral(literal: ValueNode): number {
  let depth = 0;
  let level: readonly ValueNode[] = [literal];
  for (;;) {
    const nested = level.filter((node) => node.kind === Kind.OBJECT || node.kind === Kind.LIST);
    if (nested.length === 0) return depth;
    depth += 1;
    level = nested.flatMap((node) => (node.kind === Kind.LIST ? node.values : node.fields.map(({ value }) => value)));
  }
}
