import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  getNullableType,
  isInputObjectType,
  isListType,
} from 'graphql';

/**
 * Returns the arguments without those that are null, also within input objects: the desk treats null as not given, so
 * that the default applies. JSON scalars and list items keep their nulls.
 */
export function givenArguments(
  args: Readonly<Record<string, unknown>>,
  definitions: readonly (GraphQLArgument | GraphQLInputField)[],
): Record<string, unknown> {
  return Object.fromEntries(
    definitions.flatMap(({ name, type, defaultValue }) => {
      const given = args[name] ?? defaultValue;
      return given === undefined || given === null ? [] : [[name, givenValue(given, type)]];
    }),
  );
}

function givenValue(value: unknown, type: GraphQLInputType): unknown {
  const nullableType = getNullableType(type);
  if (isListType(nullableType) && Array.isArray(value))
    return value.map((item) => givenValue(item, nullableType.ofType));
  return isInputObjectType(nullableType) && typeof value === 'object' && value !== null
    ? givenArguments({ ...value }, Object.values(nullableType.getFields()))
    : value;
}
