import { type GraphQLSchema, isObjectType } from 'graphql';
import type { DoorContext } from './door-context.ts';
import { readAnswer } from './read-plugin.ts';
import { isRegisterRoot } from './register-roots.ts';

/**
 * Lets graphql-js walk what the reader answered, in operations that ask for more than the register. The reader has
 * written every value under its response key, so that is where each field is found.
 */
export function resolveRegister(schema: GraphQLSchema, registerTypes: ReadonlySet<string>): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (type.name === 'Query' && isRegisterRoot(field.name)) {
        field.resolve = async (_source, _args, context: DoorContext, { path }) => {
          const { text } = await readAnswer(context);
          return (parsed(context, text) as Record<string, unknown>)[path.key];
        };
      } else if (registerTypes.has(type.name)) {
        field.resolve = (source: Record<string, unknown>, _args, _context, { path }) => source[path.key];
      }
    }
  }
}

const parsedAnswers = new WeakMap<DoorContext, unknown>();

function parsed(context: DoorContext, text: string): unknown {
  if (!parsedAnswers.has(context)) parsedAnswers.set(context, JSON.parse(text));
  return parsedAnswers.get(context);
}
