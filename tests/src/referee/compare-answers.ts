// Runs a request on the reader and on the referee, and reports the difference with the smallest request that shows it.
import { parse } from 'graphql';
import type { Comparison } from './comparison.ts';
import type { GraphqlRequest } from './graphql-request.ts';
import { shrink } from './shrink.ts';

/**
 * Returns the responses of reader and referee. If the reader threw an error or did not run exactly one statement, its
 * response is a text that says so.
 */
export async function bothResponses(
  { ask, referee }: Comparison,
  { source, variables }: GraphqlRequest,
): Promise<[string, string]> {
  const document = parse(source);
  await referee.learnSpellings(document, variables);
  const before = ask.statements.length;
  const response = await ask.text(source, { ...variables }).catch((error: unknown) => `refused: ${error}`);
  const statements = ask.statements.length - before;
  return [
    statements === 1 || response.startsWith('refused') ? response : `${statements} statements were run`,
    referee.text(document, variables),
  ];
}

/**
 * Returns a text with the smallest request found on which reader and referee still disagree, and the differing parts of
 * their responses.
 */
export async function describeDifference(comparison: Comparison, request: GraphqlRequest): Promise<string> {
  const smallest = await shrink(request, async (smaller) => {
    const [reader, referee] = await bothResponses(comparison, smaller);
    return reader !== referee && !reader.startsWith('refused: Error');
  });
  const [reader, referee] = await bothResponses(comparison, smallest);
  return [
    smallest.source,
    `variables: ${JSON.stringify(smallest.variables)}`,
    `reader:  ${fromDifference(reader, referee)}`,
    `referee: ${fromDifference(referee, reader)}`,
  ].join('\n');
}

/** Returns up to 520 characters of a text, starting 120 characters before its first difference from another. */
function fromDifference(text: string, other: string): string {
  let at = 0;
  while (at < text.length && text[at] === other[at]) at += 1;
  return `…${text.slice(Math.max(0, at - 120), at + 400)}`;
}
