import { type Endpoint, isDay, pagingArgumentsSdl, registerSdl } from '@chancery/codebook';
import {
  buildSchema,
  GraphQLError,
  type GraphQLSchema,
  isScalarType,
  Kind,
  printSchema,
  type ValueNode,
} from 'graphql';
import { computedFields, computedTypesSdl } from './computed/index.ts';
import { rootFields, rootTypesSdl } from './roots/index.ts';

/** Returns the SDL of the register for an endpoint: codebook types, computed fields and root fields. */
export function buildRegisterSdl(endpoint: Endpoint): string {
  const roots = [...rootFields.values()];
  return [
    registerSdl(endpoint, computedFields),
    ...computedTypesSdl,
    ...rootTypesSdl,
    `"""The register at the latest revision."""\ntype Query {\n${roots.map(({ sdl }) => sdl).join('\n')}\n}`,
    `"""The register at a past revision. Fields work as in Query; \`on\` is by default the day of the revision."""\ntype Register {\n${roots
      .filter(({ past }) => past)
      .map(({ sdl }) => sdl)
      .join('\n')}\n}`,
  ]
    .join('\n')
    .replaceAll('@paging', pagingArgumentsSdl);
}

/** Builds the schema of the register for an endpoint. `more` is SDL that the endpoint adds, such as its mutations. */
export function buildRegisterSchema(endpoint: Endpoint, more = ''): GraphQLSchema {
  const schema = buildSchema(`${buildRegisterSdl(endpoint)}\n${more}`);
  for (const [name, read] of Object.entries({ Date: readDate, DateTime: readMoment })) {
    const scalar = schema.getType(name);
    if (!isScalarType(scalar)) throw new Error(`${name} is not a scalar`);
    scalar.parseValue = (value) => read(value);
    scalar.parseLiteral = (node) => read(node.kind === Kind.STRING ? node.value : undefined, node);
  }
  return schema;
}

/** Prints a schema as SDL, in the format of the committed schema files. */
export function printSdl(schema: GraphQLSchema): string {
  return `${printSchema(schema)}\n`;
}

/** Returns the location of a literal as an option of an error; empty for the value of a variable. */
const locationOf = (node: ValueNode | undefined) => (node ? { nodes: [node] } : {});

function readDate(value: unknown, node?: ValueNode): string {
  if (typeof value === 'string' && isDay(value)) return value;
  throw new GraphQLError(
    'A Date must be a calendar day in the format YYYY-MM-DD, such as 2019-09-02.',
    locationOf(node),
  );
}

function readMoment(value: unknown, node?: ValueNode): string {
  if (
    typeof value === 'string' &&
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/.test(value)
  ) {
    // JavaScript reads 30 February as 2 March. Postgres has no year 0, and the format has four digits for the year.
    const date = new Date(value);
    const iso = Number.isNaN(date.getTime()) || !isDay(value.slice(0, 10)) ? '' : date.toISOString();
    if (/^(?!0000)\d{4}-/.test(iso)) return iso;
  }
  throw new GraphQLError(
    'A DateTime must be an ISO 8601 time with a time zone, such as 2019-09-02T12:00:00Z.',
    locationOf(node),
  );
}
