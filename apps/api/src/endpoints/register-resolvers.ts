import { type GraphQLSchema, isObjectType, Kind, parse } from 'graphql';
import type { EndpointContext } from './endpoint-context.ts';
import { readAnswer } from './read-plugin.ts';
import { isRegisterRoot } from './register-roots.ts';

/**
 * Sets resolvers that return the reader's result, for operations that also select fields outside the register. The
 * reader writes each value under its response key, so the resolvers look values up by that key. Object types that
 * `otherSdl` defines and root fields outside the register keep their resolvers.
 */
export function resolveRegister(schema: GraphQLSchema, otherSdl: string): void {
  const otherTypes = new Set(
    parse(otherSdl).definitions.flatMap((definition) =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION ? [definition.name.value] : [],
    ),
  );
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__') || otherTypes.has(type.name)) continue;
    for (const field of Object.values(type.getFields())) {
      if (type === schema.getQueryType()) {
        if (!isRegisterRoot(field.name)) continue;
        field.resolve = async (_source, _args, context: EndpointContext, { path }) => {
          const { text } = await readAnswer(context);
          return (parseOnce(context, text) as Record<string, unknown>)[path.key];
        };
      } else {
        field.resolve = (source: Record<string, unknown>, _args, _context, { path }) => source[path.key];
      }
    }
  }
}

const parsedAnswers = new WeakMap<EndpointContext, unknown>();

function parseOnce(context: EndpointContext, text: string): unknown {
  if (!parsedAnswers.has(context)) parsedAnswers.set(context, JSON.parse(text));
  return parsedAnswers.get(context);
}
