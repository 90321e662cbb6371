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
 * Checks that no variable is nested too deep, before code that calls itself for each level reads it.
 * @throws GraphQLError DEPTH_LIMIT, with the name of the variable as path.
 */
export function checkVariableDepth(variables: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(variables)) {
    const asked = depthOf(value);
    if (asked > limits.inputDepth)
      throw apiError('DEPTH_LIMIT', tooDeep(`The variable $${name.slice(0, 60)}`, asked), {
        path: [`$${name.slice(0, 60)}`],
        limit: { limit: limits.inputDepth, asked },
      });
  }
}

/**
 * Checks that the variables of a query do not have too many objects, before each of them is checked against its type: that
 * takes far longer than to refuse them.
 * @throws GraphQLError FILTER_LIMIT, with the name of the variable as path.
 */
export function checkVariableSize(variables: Readonly<Record<string, unknown>>): void {
  let objects = 0;
  for (const [name, value] of Object.entries(variables)) {
    objects += countObjects(value);
    if (objects > limits.inputObjects)
      throw apiError(
        'FILTER_LIMIT',
        `The variables of this operation have ${objects} objects; those of one query may have at most ${limits.inputObjects}. Use lists (in) instead of many conditions, or split the operation.`,
        { path: [`$${name.slice(0, 60)}`], limit: { limit: limits.inputObjects, asked: objects } },
      );
  }
}

/** Returns the number of objects in a value, which has at most `limits.inputDepth` levels. */
function countObjects(value: unknown): number {
  if (!isNested(value)) return 0;
  const inner = Object.values(value).reduce<number>((sum, item) => sum + countObjects(item), 0);
  return Array.isArray(value) ? inner : inner + 1;
}

function tooDeep(what: string, asked: number): string {
  return `${what} is nested ${asked} levels deep; at most ${limits.inputDepth} levels of objects and lists are allowed. Write it flatter: and, or and not can hold several conditions side by side.`;
}

type Nested = Readonly<Record<string, unknown>> | readonly unknown[];

/** Returns how many levels of objects and lists a value has; 0 for a scalar. Does not call itself. */
function depthOf(value: unknown): number {
  let depth = 0;
  for (let level = [value].filter(isNested); level.length > 0; depth += 1)
    level = level.flatMap((item) => Object.values(item).filter(isNested));
  return depth;
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
