import {
  buildRegisterSchema,
  createReader,
  createStatementRunner,
  type PreparedRead,
  type Reader,
  type ReadRequest,
  type RowCache,
} from '@chancery/reader';
import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  parse,
  validate,
} from 'graphql';
import type pg from 'pg';

/** The public schema of the reader. It lacks the measures, which the API computes. */
export const publicSchema: GraphQLSchema = buildRegisterSchema('public');

/** Runs operations on the reader as the public endpoint does, without HTTP. */
export interface ReaderClient {
  readonly reader: Reader;
  /** The SQL statements run so far. */
  readonly statements: string[];
  /**
   * Returns the response as text: `{"data":…}` or `{"errors":…,"data":…}`, as graphql-js would write it. Rejects if the
   * document or the variables are invalid.
   */
  readonly text: (
    document: string | DocumentNode,
    variables?: Record<string, unknown>,
    operationName?: string,
  ) => Promise<string>;
  /** Returns the parsed data of the response. */
  readonly data: (document: string, variables?: Record<string, unknown>) => Promise<Record<string, never>>;
}

/**
 * Prepares an operation of the register.
 * @throws Error if it selects no root field of the register
 */
export function prepareRead(reader: Reader, request: ReadRequest): PreparedRead {
  const prepared = reader.prepare(request);
  if (!prepared) throw new Error('the operation selects no root field of the register');
  return prepared;
}

/** Creates a client on a pool. With a row cache, the reader joins states and organizations in memory. */
export function createReaderClient(pool: pg.Pool, today = '2026-11-23', rowCache?: RowCache): ReaderClient {
  const statements: string[] = [];
  const reader = createReader({
    schema: publicSchema,
    statements: createStatementRunner(pool),
    showsDeskFields: false,
    ...(rowCache ? { rowCache } : {}),
    onStatement: (statement) => statements.push(statement),
  });
  const text: ReaderClient['text'] = async (source, variables = {}, operationName) => {
    const document = typeof source === 'string' ? parse(source) : source;
    const errors = validate(publicSchema, document);
    if (errors.length > 0)
      throw new Error(`the document is not valid: ${errors.map(({ message }) => message).join('; ')}`);
    const operation = getOperationAST(document, operationName);
    if (!operation)
      throw new Error(`the document has no operation ${operationName ?? 'that can be run without a name'}`);
    const { coerced, errors: variableErrors } = getVariableValues(
      publicSchema,
      operation.variableDefinitions ?? [],
      variables,
    );
    if (!coerced) throw new Error(`invalid variables: ${variableErrors.map(({ message }) => message).join('; ')}`);
    const key = typeof source === 'string' ? source : JSON.stringify(source);
    const request = { key: `${key}/${operationName ?? ''}`, document, operation, variables: coerced, today };
    const answer = await prepareRead(reader, request).answer();
    return answer.errors.length > 0
      ? `{"errors":${JSON.stringify(answer.errors as GraphQLError[])},"data":${answer.text}}`
      : `{"data":${answer.text}}`;
  };
  return {
    reader,
    statements,
    text,
    data: async (document, variables) => JSON.parse(await text(document, variables)).data,
  };
}
