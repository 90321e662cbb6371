import { parse, validate } from 'graphql';
import { Random } from '../support/random.ts';
import { randomOperation } from '../support/random-document.ts';
import { publicSchema } from '../support/reader-client.ts';
import { RegisterValues } from '../support/register-values.ts';
import { bothResponses, describeDifference } from './compare-answers.ts';
import type { Comparison } from './comparison.ts';
import { changeVariables } from './random-variables.ts';
import { SchemaUsage } from './schema-usage.ts';

/** The result of `compareRandomOperations`. */
export interface ComparisonResult {
  /** Descriptions of the differences, each with its seed. */
  readonly differences: readonly string[];
  /** The parts of the schema that the operations used. */
  readonly usage: SchemaUsage;
}

const maxDifferences = 5;

/**
 * Compares reader and referee on the random operations of the `count` seeds that start at `from`, or only of the seed n
 * if the environment has `SEED=n`. Operations with variables run again with other values, to test the cached plan.
 * Skips operations that are too complex for graphql-js to validate. Stops after five differences.
 */
export async function compareRandomOperations(
  comparison: Comparison,
  from: number,
  count: number,
): Promise<ComparisonResult> {
  const registerValues = new RegisterValues(comparison.referee);
  const usage = new SchemaUsage(publicSchema, comparison.referee.stored);
  const only = process.env.SEED === undefined ? undefined : Number(process.env.SEED);
  const differences: string[] = [];
  let skipped = 0;
  const to = only === undefined ? from + count : only + 1;
  for (let seed = only ?? from; seed < to && differences.length < maxDifferences; seed += 1) {
    const operation = randomOperation(publicSchema, registerValues, seed);
    const withOtherVariables = changeVariables(operation, new Random(-seed));
    if (isValidationAborted(operation.source)) {
      skipped += 1;
      continue;
    }
    for (const request of withOtherVariables ? [operation, withOtherVariables] : [operation]) {
      const [actual, expected] = await bothResponses(comparison, request);
      usage.note(request, expected);
      if (actual !== expected) differences.push(`SEED=${seed}\n${await describeDifference(comparison, request)}`);
    }
  }
  if (skipped > count / 100)
    differences.push(`${skipped} of ${count} operations were too complex for graphql-js to validate`);
  return { differences, usage };
}

/** True when graphql-js aborts the validation of an operation, as it does for about one in several thousand. */
function isValidationAborted(source: string): boolean {
  return validate(publicSchema, parse(source)).some(({ message }) => message === 'Validation aborted.');
}
