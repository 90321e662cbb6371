import { type ApolloServerPlugin, type GraphQLResponse, HeaderMap } from '@apollo/server';
import { readingVersion } from '@chancery/codebook';
import type { Answer, Reader } from '@chancery/reader';
import { type ExecutionResult, GraphQLError, type GraphQLFormattedError, getVariableValues } from 'graphql';
import { errorStatus, isErrorCode, retryAfter } from '../errors.ts';
import type { HeadWatch } from '../head-watch.ts';
import { checkCost } from '../limits/cost-limits.ts';
import { checkVariableSize } from '../limits/input-depth.ts';
import type { errorFormatter } from '../masking.ts';
import type { EndpointContext } from './endpoint-context.ts';
import { refusalOf, translateClientErrors } from './refused-read.ts';

/** Response data that is already serialized JSON and is written to the response unchanged. */
export class RawData {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Serializes a GraphQL result as JSON. Data in a `RawData` are written unchanged. */
export function stringifyResult(value: {
  data?: unknown;
  errors?: readonly GraphQLFormattedError[];
  extensions?: unknown;
}): string {
  if (!(value.data instanceof RawData)) return JSON.stringify(value);
  const errors = value.errors ? `"errors":${JSON.stringify(value.errors)},` : '';
  const extensions = value.extensions ? `,"extensions":${JSON.stringify(value.extensions)}` : '';
  return `{${errors}"data":${value.data.text}${extensions}}`;
}

/** Options of the read plugin. `today` returns today's date in UTC. */
export interface ReadPluginOptions {
  readonly reader: Reader;
  readonly head: HeadWatch;
  readonly today: () => string;
  /** Formats errors for clients. */
  readonly mask: ReturnType<typeof errorFormatter>;
}

/**
 * Reads the register fields of an operation with one SQL statement. If the operation selects nothing else, the reader's
 * text is the data of the response, and graphql-js does not execute it. Operations that also select other fields (the
 * schema, the desk, measures) are executed by graphql-js, whose resolvers find the reader's result in the context. The
 * cost is checked after the variables are coerced and before anything runs.
 */
export function readPlugin<Context extends EndpointContext>({
  reader,
  head,
  today,
  mask,
}: ReadPluginOptions): ApolloServerPlugin<Context> {
  return {
    async requestDidStart({ contextValue }) {
      const { trace } = contextValue;
      return {
        async didResolveOperation({ document, operation, operationName, queryHash, request, schema }) {
          checkVariableSize(request.variables ?? {}, { isQuery: operation?.operation === 'query' });
          if (operationName) trace.operationName = operationName;
          trace.operationHash = queryHash.slice(0, 12);
          if (operation?.operation !== 'query') return;
          const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {}, {
            maxErrors: 50,
          });
          // graphql-js reports invalid variables.
          if (!coerced) return;
          const prepared = translateClientErrors(() =>
            reader.prepare({
              key: `${queryHash}/${operationName ?? ''}`,
              document,
              operation,
              variables: coerced,
              today: today(),
            }),
          );
          if (!prepared) return;
          contextValue.prepared = prepared;
          trace.cost = prepared.cost.points;
          checkCost(prepared);
          translateClientErrors(prepared.checkInputs);
          await contextValue.charge(prepared.cost.points);
        },
        async responseForOperation() {
          const { prepared } = contextValue;
          if (!prepared) return null;
          contextValue.answer = read({ ...contextValue, prepared }, head);
          let answer: Answer;
          try {
            answer = await contextValue.answer;
          } catch (error) {
            // Resolvers report an error of the database at each of their fields.
            if (!prepared.isWholeResponse && !(error instanceof GraphQLError)) return null;
            // If this were rethrown, Apollo would replace it with a generic error.
            return singleResponse({ errors: [mask(formattedOf(error), error)] as never });
          }
          if (!prepared.isWholeResponse) return null;
          head.observe(answer.head);
          if (answer.errors.length === 0)
            trace.cacheable = { revision: answer.head.number, withheld: answer.withheld, past: answer.past };
          const errors = answer.errors.map(
            ({ message, locations, path }): GraphQLFormattedError => ({
              message,
              ...(locations ? { locations } : {}),
              ...(path ? { path } : {}),
              extensions: { code: 'BAD_USER_INPUT' },
            }),
          );
          return singleResponse({
            data: new RawData(answer.text) as never,
            ...(errors.length > 0 ? { errors: errors as never } : {}),
            extensions: labelOf(answer, contextValue),
          });
        },
        async willSendResponse({ response, errors }) {
          // Apollo answers with 200 here.
          if (errors?.[0]?.extensions.code === 'PERSISTED_QUERY_NOT_SUPPORTED') response.http.status = 400;
          if (response.body.kind !== 'single') return;
          const { singleResult } = response.body;
          const code = singleResult.errors?.[0]?.extensions?.code;
          trace.outcome = singleResult.errors?.length ? String(code ?? 'ERROR') : 'ok';
          // A response without data gets the status of its first error.
          if (!singleResult.data && isErrorCode(code)) response.http.status ??= errorStatus[code];
          if (singleResult.errors?.some(isTemporary)) response.http.headers.set('retry-after', retryAfter);
          const answer = await contextValue.answer?.catch(() => undefined);
          singleResult.extensions ??= labelOf(answer, contextValue, head);
          if (answer && !singleResult.errors?.length && !trace.readsOtherFacts)
            trace.cacheable ??= { revision: answer.head.number, withheld: answer.withheld, past: answer.past };
        },
      };
    },
  };
}

/** True for an error after which the same request may succeed. */
function isTemporary({ extensions }: GraphQLFormattedError): boolean {
  return isErrorCode(extensions?.code) && errorStatus[extensions.code] === 503;
}

/**
 * Returns the result of the register fields of an operation, which the read plugin has begun to read.
 * @throws Error for an operation without register fields.
 */
export function readAnswer({ answer }: EndpointContext): Promise<Answer> {
  if (!answer) throw new Error('readAnswer was called for an operation without register fields');
  return answer;
}

/**
 * Reads the register fields of an operation.
 * @throws GraphQLError if its arguments contradict the register.
 */
function read({ prepared, trace, gate, disconnected }: ReadingContext, head: HeadWatch): Promise<Answer> {
  trace.statements += 1;
  const answerOrRefuse = async () => {
    const answer = await prepared.answer();
    const contradiction = await prepared.contradictionIn(answer);
    if (contradiction) throw await refusalOf(contradiction, head);
    return answer;
  };
  return gate ? gate(prepared.cost.points, answerOrRefuse, disconnected) : answerOrRefuse();
}

type ReadingContext = EndpointContext & Required<Pick<EndpointContext, 'prepared'>>;

/** Returns an error of the API as a client would receive it; an empty one for any other error. */
function formattedOf(error: unknown): GraphQLFormattedError {
  return error instanceof GraphQLError ? error.toJSON() : { message: '' };
}

function singleResponse(singleResult: ExecutionResult): GraphQLResponse {
  return { http: { headers: new HeaderMap(), status: undefined }, body: { kind: 'single', singleResult } };
}

function labelOf(answer: Answer | undefined, { prepared }: EndpointContext, head?: HeadWatch): Record<string, unknown> {
  const cost = {
    cost: prepared ? { points: prepared.cost.points, rows: prepared.cost.rows } : { points: 0, rows: 0 },
    // Only computed fields can change between releases.
    ...(prepared?.plan.hasComputedValues ? { readingVersion } : {}),
  };
  // A response that reads only a past revision never changes, so its label is that revision.
  if (answer?.past !== undefined) return { revision: { number: answer.past }, ...cost };
  return { revision: answer ? answer.head : { number: head?.number() ?? 0 }, ...cost };
}
