import {
  connectionOf,
  type Endpoint,
  enumSdl,
  pagingArguments,
  partyStatus,
  quad,
  registerSdl,
} from '@chancery/codebook';
import {
  buildSchema,
  GraphQLError,
  type GraphQLSchema,
  isScalarType,
  Kind,
  printSchema,
  type ValueNode,
} from 'graphql';
import { changesSdl } from './computed/changes.ts';
import { ladderSdl } from './computed/event-ladder.ts';
import { evidenceSdl } from './computed/evidence.ts';
import { derivedFields } from './computed/index.ts';
import { participantSdl } from './computed/party-status.ts';
import { dyadSdl } from './roots/dyad.ts';
import { dyadObligationSdl } from './roots/dyad-obligations.ts';
import { rootFields } from './roots/index.ts';
import { nodeSdl } from './roots/node.ts';
import { revisionSdl } from './roots/revisions.ts';
import { searchSdl } from './roots/search.ts';

/** The SDL of the register for a door: types from the codebook, what the reader derives, and the root fields. */
export function registerTypeDefinitions(door: Endpoint): string {
  const roots = [...rootFields.values()];
  return [
    registerSdl(door, derivedFields),
    enumSdl(partyStatus),
    enumSdl(quad),
    evidenceSdl,
    participantSdl,
    connectionOf('AgreementParticipant', 'participants in an agreement'),
    changesSdl,
    connectionOf('Change', 'changes'),
    revisionSdl,
    connectionOf('Revision', 'revisions'),
    ladderSdl,
    dyadSdl,
    dyadObligationSdl,
    connectionOf('DyadObligation', 'obligations of a dyad'),
    nodeSdl,
    searchSdl,
    `"""The register as it stands."""\ntype Query {\n${roots.map(({ sdl }) => sdl).join('\n')}\n}`,
    `"""The register as it stood at a past revision. Everything reads as in Query; \`on\` is by default the day of the revision."""\ntype Register {\n${roots
      .filter(({ past }) => past)
      .map(({ sdl }) => sdl)
      .join('\n')}\n}`,
  ]
    .join('\n')
    .replaceAll('@paging', pagingArguments);
}

/** The executable schema of the register for a door, with whatever else the door has. */
export function registerSchema(door: Endpoint, more = ''): GraphQLSchema {
  const schema = buildSchema(`${registerTypeDefinitions(door)}\n${more}`);
  for (const [name, read] of Object.entries({ Date: readDate, DateTime: readMoment })) {
    const scalar = schema.getType(name);
    if (!isScalarType(scalar)) throw new Error(`${name} is no scalar`);
    scalar.parseValue = (value) => read(value);
    scalar.parseLiteral = (node) => read(node.kind === Kind.STRING ? node.value : undefined, node);
  }
  return schema;
}

/** The SDL of a schema as it is committed. */
export function printSdl(schema: GraphQLSchema): string {
  return `${printSchema(schema)}\n`;
}

/** Where a value stands in the document, if it stands there. */
const at = (node: ValueNode | undefined) => (node ? { nodes: [node] } : {});

function readDate(value: unknown, node?: ValueNode): string {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && isDay(value)) return value;
  throw new GraphQLError('A Date is a day of the calendar written YYYY-MM-DD, such as 2019-09-02.', at(node));
}

function isDay(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return value >= '0001-01-01' && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

function readMoment(value: unknown, node?: ValueNode): string {
  if (
    typeof value === 'string' &&
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/.test(value)
  ) {
    // JavaScript takes 30 February for 2 March; Postgres knows no year before 1 and JSON dates none after 9999.
    const date = new Date(value);
    const moment = Number.isNaN(date.getTime()) || !isDay(value.slice(0, 10)) ? '' : date.toISOString();
    if (/^(?!0000)\d{4}-/.test(moment)) return moment;
  }
  throw new GraphQLError(
    'A DateTime is a moment in ISO 8601 with a time zone, such as 2019-09-02T12:00:00Z.',
    at(node),
  );
}
