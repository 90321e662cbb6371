// The ledger looks for conflicts twice: in SQL under the lock, for all operations at once, and with the pure function.
import { conflictsOf, type UpdateOperation } from '@chancery/changesets';
import { type FieldValue, fieldsOf, sameValue, type Values } from '@chancery/codebook';
import { facts } from '@chancery/ledger';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
// The SQL is nobody's business but the ledger's, and has no door of its own.
import { movedFields } from '../../../packages/ledger/src/merge/conflicts.ts';
import { makeStage, stage, stageIsFull } from '../../../packages/ledger/src/merge/stage.ts';
import { update } from '../support/operations.ts';
import { Random } from '../support/random.ts';
import type { ModelFact } from '../support/random-model.ts';
import { type RandomRegister, randomRegister } from '../support/random-register.ts';
import { sampleValue } from '../support/sample-values.ts';

let register: RandomRegister;
beforeAll(async () => {
  register = await randomRegister({ seed: 5, records: 5, links: 5, citations: 20, revisions: 2 });
}, 300_000);
afterAll(() => register?.desk.close());

/** An update of some fields, each of which may have been seen as it stands, and may be wanted as it stands. */
function anUpdate(random: Random, { id, type, values }: ModelFact): UpdateOperation {
  const base: Record<string, FieldValue> = {};
  const set: Record<string, FieldValue> = {};
  for (const [name, field] of random.some(Object.entries(fieldsOf(type)), 5)) {
    const some = (): FieldValue => {
      const chance = random.float();
      if (chance < 0.45) return values[name] ?? null;
      if (chance < 0.55) return field.required ? (values[name] ?? null) : null;
      if (chance < 0.65 && !field.required) return { absent: random.pick(['UNKNOWN', 'NONE'] as const) };
      return field.kind === 'link' ? (values[name] ?? null) : sampleValue(random, field);
    };
    base[name] = some();
    set[name] = some();
  }
  return update(id, base as Values, set as Values);
}

it('what the database finds moved and in conflict is what the pure function finds, on 1,000 random updates', async () => {
  const random = new Random(77);
  const standing = [...register.model.facts.values()];
  const client = await register.desk.writer.connect();
  let [inConflict, agreeing] = [0, 0];
  try {
    for (let round = 0; round < 10; round += 1) {
      const operations = random.some(standing, 100).map((fact) => anUpdate(random, fact));
      await client.query('BEGIN');
      await makeStage(client);
      await stage(
        client,
        operations.map((operation, ordinal) => ({ ordinal, operation })),
      );
      await stageIsFull(client);
      const found = await movedFields(client);
      const known = await facts(client, new Set(operations.map(({ fact }) => fact)));
      await client.query('ROLLBACK');
      const now = (fact: string) => known.get(fact)?.values ?? {};
      const moved = operations.flatMap(({ fact, set, base }) =>
        Object.keys(set).flatMap((field) =>
          sameValue(now(fact)[field], base[field])
            ? []
            : [{ fact, field, conflict: !sameValue(now(fact)[field], set[field]) }],
        ),
      );
      const pure = operations.flatMap((operation) =>
        conflictsOf(operation, now(operation.fact)).map(({ fact, field }) => `${fact} ${field}`),
      );
      const inOrder = (rows: readonly { fact: string; field: string; conflict: boolean }[]) =>
        rows.map(({ fact, field, conflict }) => `${fact} ${field} ${conflict}`).sort();
      expect(inOrder(found)).toEqual(inOrder(moved));
      expect(pure.sort()).toEqual(
        found.flatMap(({ fact, field, conflict }) => (conflict ? [`${fact} ${field}`] : [])).sort(),
      );
      inConflict += pure.length;
      agreeing += found.length - pure.length;
    }
  } finally {
    client.release();
  }
  expect(inConflict).toBeGreaterThan(500);
  expect(agreeing).toBeGreaterThan(50);
}, 300_000);
