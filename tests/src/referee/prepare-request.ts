import type { Answer, PreparedRead, Reader } from '@chancery/reader';
import { getOperationAST, getVariableValues, parse, validate } from 'graphql';
import { prepareRead, publicSchema } from '../support/reader-client.ts';
import type { GraphqlRequest } from './graphql-request.ts';

/**
 * Validates a request and prepares it, as an endpoint does.
 * @throws GraphQLError for an invalid document, Error for invalid variables, and ClientError for an invalid page size,
 * cursor or revision
 */
export function prepareRequest(
  reader: Reader,
  { source, variables }: GraphqlRequest,
  today = '2026-11-23',
): PreparedRead {
  const document = parse(source);
  const [error] = validate(publicSchema, document);
  if (error) throw error;
  const operation = getOperationAST(document);
  if (!operation) throw new Error('the document has no operation');
  const { coerced, errors } = getVariableValues(publicSchema, operation.variableDefinitions ?? [], variables);
  if (!coerced) throw new Error(`invalid variables: ${errors.map(({ message }) => message).join('; ')}`);
  return prepareRead(reader, { key: source, document, operation, variables: coerced, today });
}

/** Returns the text, errors and past revision of an answer as JSON, for comparison. */
export function fullAnswer({ text, errors, past }: Answer): string {
  return JSON.stringify({ text, errors, past });
}
