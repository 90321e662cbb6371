import { parse, validate } from 'graphql';
import { Random } from '../support/random.ts';
import { randomOperation } from '../support/random-document.ts';
import { publicSchema } from '../support/reader-client.ts';
import { RegisterValues } from '../support/register-values.ts';
import { answersOf, disagreement } from './compare-answers.ts';
import type { Comparison } from './comparison.ts';
import { otherVariables } from './random-variables.ts';
import { SchemaUsage } from './schema-usage.ts';

/** What came of random operations. */
export interface Verdict {
  /** What there is to say of those on which reader and referee disagree, each with its seed. */
  readonly wrong: readonly string[];
  readonly census: SchemaUsage;
}

const mostShown = 5;

/**
 * Puts the random operations of a range of seeds; those with variables twice, with others the second time, which the
 * plan that is kept by then must fit. `SEED=n` in the environment puts that one alone.
 */
export async function compareRandomOperations(court: Comparison, from: number, count: number): Promise<Verdict> {
  const registerValues = new RegisterValues(court.referee);
  const census = new SchemaUsage(publicSchema, court.referee.stored);
  const only = process.env.SEED === undefined ? undefined : Number(process.env.SEED);
  const wrong: string[] = [];
  let passedOver = 0;
  const to = only === undefined ? from + count : only + 1;
  for (let seed = only ?? from; seed < to && wrong.length < mostShown; seed += 1) {
    const operation = randomOperation(publicSchema, registerValues, seed);
    const again = otherVariables(operation, new Random(-seed));
    if (isGivenUp(operation.source)) {
      passedOver += 1;
      continue;
    }
    for (const question of again ? [operation, again] : [operation]) {
      const [given, right] = await answersOf(court, question);
      census.note(question, right);
      if (given !== right) wrong.push(`SEED=${seed}\n${await disagreement(court, question)}`);
    }
  }
  if (passedOver > count / 100)
    wrong.push(`${passedOver} of ${count} operations are too much for graphql-js to validate`);
  return { wrong, census };
}

/** Whether graphql-js gives up validating an operation, which nobody answers then: one of some thousands is so tangled. */
function isGivenUp(source: string): boolean {
  return validate(publicSchema, parse(source)).some(({ message }) => message === 'Validation aborted.');
}
