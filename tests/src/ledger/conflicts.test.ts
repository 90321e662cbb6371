// The ledger has two implementations of conflicts: SQL for all operations at once under the lock, and a pure function.
import { conflictsOf, type UpdateOperation } from '@chancery/changesets';
import { type FieldValue, fieldsOf, isSameValue, type Values } from '@chancery/codebook';
import { lookUpFacts } from '@chancery/ledger';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
// Internal to the ledger, so the package does not export it.
import { movedFields } from '../../../packages/ledger/src/merge/conflicts.ts';
import { createStage, indexStage, stage } from '../../../packages/ledger/src/merge/stage.ts';
import { update } from '../support/operations.ts';
import { Random } from '../support/random.ts';
import type { ModelFact } from '../support/random-model.ts';
import { createRandomRegister, type RandomRegister } from '../support/random-register.ts';
import { sampleValue } from '../support/sample-values.ts';

let register: RandomRegister;
beforeAll(async () => {
  register = await createRandomRegister({ seed: 5, records: 5, links: 5, citations: 20, revisions: 2 });
}, 300_000);
afterAll(() => register?.desk.close());

/** Returns an update of up to five fields, whose base and new values often equal the current value. */
function randomUpdate(random: Random, { id, type, values }: ModelFact): UpdateOperation {
  const base: Record<string, FieldValue> = {};
  const set: Record<string, FieldValue> = {};
  for (const [name, field] of random.sample(Object.entries(fieldsOf(type)), 5)) {
    const anyValue = (): FieldValue => {
      const chance = random.float();
      if (chance < 0.45) return values[name] ?? null;
      if (chance < 0.55) return field.required ? (values[name] ?? null) : null;
      if (chance < 0.65 && !field.required) return { absent: random.pick(['UNKNOWN', 'NONE'] as const) };
      return field.kind === 'link' ? (values[name] ?? null) : sampleValue(random, field);
    };
    base[name] = anyValue();
    set[name] = anyValue();
  }
  return update(id, base as Values, set as Values);
}

it('SQL and the pure function find the same conflicts in 1,000 random updates', async () => {
  const random = new Random(77);
  const existing = [...register.model.facts.values()];
  const client = await register.desk.writer.connect();
  let [inConflict, agreeing] = [0, 0];
  try {
    for (let round = 0; round < 10; round += 1) {
      const operations = random.sample(existing, 100).map((fact) => randomUpdate(random, fact));
      await client.query('BEGIN');
      await createStage(client);
      await stage(
        client,
        operations.map((operation, ordinal) => ({ ordinal, operation })),
      );
      await indexStage(client);
      const fromSql = await movedFields(client);
      const current = await lookUpFacts(client, new Set(operations.map(({ fact }) => fact)));
      await client.query('ROLLBACK');
      const now = (fact: string) => current.get(fact)?.values ?? {};
      const moved = operations.flatMap(({ fact, set, base }) =>
        Object.keys(set).flatMap((field) =>
          isSameValue(now(fact)[field], base[field])
            ? []
            : [{ fact, field, conflict: !isSameValue(now(fact)[field], set[field]) }],
        ),
      );
      const fromFunction = operations.flatMap((operation) =>
        conflictsOf(operation, now(operation.fact)).map(({ fact, field }) => `${fact} ${field}`),
      );
      const sortedLines = (rows: readonly { fact: string; field: string; conflict: boolean }[]) =>
        rows.map(({ fact, field, conflict }) => `${fact} ${field} ${conflict}`).sort();
      expect(sortedLines(fromSql)).toEqual(sortedLines(moved));
      expect(fromFunction.sort()).toEqual(
        fromSql.flatMap(({ fact, field, conflict }) => (conflict ? [`${fact} ${field}`] : [])).sort(),
      );
      inConflict += fromFunction.length;
      agreeing += fromSql.length - fromFunction.length;
    }
  } finally {
    client.release();
  }
  expect(inConflict).toBeGreaterThan(500);
  expect(agreeing).toBeGreaterThan(50);
}, 300_000);
