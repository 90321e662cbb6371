import type { Answer, PreparedRead, Reader } from '@chancery/reader';
import { getOperationAST, getVariableValues, parse, validate } from 'graphql';
import { publicSchema } from '../support/reader-client.ts';
import type { GraphqlRequest } from './graphql-request.ts';

/**
 * Makes a question ready, as a door does.
 * @throws ClientError for arguments that no page or revision can have.
 */
export function prepareRequest(
  reader: Reader,
  { source, variables }: GraphqlRequest,
  today = '2026-11-23',
): PreparedRead {
  const document = parse(source);
  const [fault] = validate(publicSchema, document);
  if (fault) throw fault;
  const operation = getOperationAST(document);
  if (!operation) throw new Error('there is no operation');
  const { coerced, errors } = getVariableValues(publicSchema, operation.variableDefinitions ?? [], variables);
  if (!coerced) throw new Error(`variables do not fit: ${errors.map(({ message }) => message).join('; ')}`);
  return reader.prepare({ key: source, document, operation, variables: coerced, today });
}

/** Everything of an answer that a reader may compare. */
export function fullAnswer({ text, errors, past }: Answer): string {
  return JSON.stringify({ text, errors, past });
}
