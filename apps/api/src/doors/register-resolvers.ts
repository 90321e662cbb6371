import { type GraphQLSchema, isObjectType } from 'graphql';
import type { DoorContext } from './door-context.ts';
import { readAnswer } from './read-plugin.ts';
import { isRegisterRoot } from './register-roots.ts';

/**
 * Sets resolvers that return the reader's result, for operations that also select fields outside the register. The reader
 * writes every value under its response key, so the resolvers look values up by that key.
 */
export function resolveRegister(schema: GraphQLSchema, registerTypes: ReadonlySet<string>): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (type.name === 'Query' && isRegisterRoot(field.name)) {
        field.resolve = async (_source, _args, context: DoorContext, { path }) => {
          const { text } = await readAnswer(context);
          return (parseOnce(context, text) as Record<string, unknown>)[path.key];
        };
      } else if (registerTypes.has(type.name)) {
        field.resolve = (source: Record<string, unknown>, _args, _context, { path }) => source[path.key];
      }
    }
  }
}

const parsedAnswers = new WeakMap<DoorContext, unknown>();

function parseOnce(context: DoorContext, text: string): unknown {
  if (!parsedAnswers.has(context)) parsedAnswers.set(context, JSON.parse(text));
  return parsedAnswers.get(context);
}
