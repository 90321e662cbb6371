// Puts an operation to the reader and to the referee, and says where they disagree, as shortly as it can.
import { parse } from 'graphql';
import type { Comparison } from './comparison.ts';
import type { GraphqlRequest } from './graphql-request.ts';
import { shrunk } from './shrink.ts';

/** Both answers. The reader's is that of its one statement; where it ran none or several, that is said instead. */
export async function answersOf(
  { ask, referee }: Comparison,
  { source, variables }: GraphqlRequest,
): Promise<[string, string]> {
  const document = parse(source);
  await referee.study(document, variables);
  const before = ask.statements.length;
  const given = await ask.text(source, { ...variables }).catch((error: unknown) => `refused: ${error}`);
  const statements = ask.statements.length - before;
  return [
    statements === 1 || given.startsWith('refused') ? given : `${statements} statements were run`,
    referee.text(document, variables),
  ];
}

/** What there is to say of a question on which the two disagree. */
export async function disagreement(court: Comparison, question: GraphqlRequest): Promise<string> {
  const least = await shrunk(question, async (smaller) => {
    const [one, other] = await answersOf(court, smaller);
    return one !== other && !one.startsWith('refused: Error');
  });
  const [one, other] = await answersOf(court, least);
  return [
    least.source,
    `variables: ${JSON.stringify(least.variables)}`,
    `reader:  ${around(one, other)}`,
    `referee: ${around(other, one)}`,
  ].join('\n');
}

/** A text from a little before the place where it parts from another. */
function around(text: string, other: string): string {
  let at = 0;
  while (at < text.length && text[at] === other[at]) at += 1;
  return `…${text.slice(Math.max(0, at - 120), at + 400)}`;
}
