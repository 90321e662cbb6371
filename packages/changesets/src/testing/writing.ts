import { type FieldValue, isId, newId } from '@chancery/codebook';
import fc from 'fast-check';
import { type Operation, operationKinds } from '../operation.ts';
import { adopt, cite, create, dispute, restore, retire, uncite, update } from './operations.ts';
import { apply, emptyRegister, stateOf, type ToyRegister } from './toy-register.ts';

/** A register, and operations that an editor writes one after the other, each valid when it is written. */
export interface Writing {
  readonly register: ToyRegister;
  readonly operations: readonly Operation[];
}

// Few facts, fields and values, so that operations often meet.
const move = fc.record({
  kind: fc.constantFrom(...operationKinds),
  which: fc.nat(20),
  field: fc.constantFrom('name', 'territoryStatus', 'note'),
  choice: fc.nat(2),
});
type Move = typeof move extends fc.Arbitrary<infer Made> ? Made : never;

const choices: Readonly<Record<string, readonly [FieldValue, FieldValue, FieldValue]>> = {
  name: ['Gibraltar', 'Mount Tarek', 'Calpe'],
  territoryStatus: ['DISPUTED', null, { absent: 'UNKNOWN' }],
  note: ['To be confirmed.', null, 'Confirmed.'],
};

const moves = (most: number) => fc.array(move, { maxLength: most });

/** Any register and any writing on it. */
export const anyWriting: fc.Arbitrary<Writing> = fc.tuple(moves(15), moves(20)).map(([before, now]) => {
  const { register: made, operations } = written(before, emptyRegister);
  const register = apply(made, operations);
  return written(now, register);
});

function written(steps: readonly Move[], register: ToyRegister): Writing {
  const operations: Operation[] = [];
  let draft = register;
  for (const step of steps) {
    const operation = operationOf(step, draft, register);
    if (!operation) continue;
    operations.push(operation);
    draft = apply(draft, [operation]);
  }
  return { register, operations };
}

function operationOf(
  { kind, which, choice, ...step }: Move,
  draft: ToyRegister,
  register: ToyRegister,
): Operation | undefined {
  const [fact, state] = nth([...draft.facts], which) ?? [];
  const [citation, cited] = nth([...draft.citations], which) ?? [];
  if (kind === 'create')
    return create('Place', { name: 'Gibraltar', placeType: 'REGION' }, { waivers: { '*': 'known to all' } });
  if (kind === 'restore') return restored(which, draft, register);
  if (kind === 'uncite') return citation && cited ? uncite(`${cited.fact}`, citation, cited) : undefined;
  if (!fact || !state) return undefined;
  switch (kind) {
    case 'dispute':
      return dispute({ one: fact, other: newId('State'), note: 'They differ.' });
    case 'cite':
      return citedAgain(fact, choice, draft, register) ?? cite(fact, { credibility: choice + 1 });
    case 'retire':
      return retire(fact, choice === 0 ? { redirectTo: newId('Place') } : {});
    default: {
      const field = isId(fact, 'Dispute') ? 'note' : step.field;
      const [base, set] = [{ [field]: state.values[field] ?? null }, { [field]: choices[field]?.[choice] ?? null }];
      return kind === 'adopt' ? adopt(fact, base, set, { [field]: newId('Claim') }) : update(fact, base, set);
    }
  }
}

// What a changeset retires it may bring back as it stood in the register; what it brought and retired is gone.
function restored(which: number, draft: ToyRegister, register: ToyRegister): Operation | undefined {
  const known = [...draft.tombstones.keys()].filter((id) => register.facts.has(id) || register.tombstones.has(id));
  const fact = nth(known, which);
  if (!fact) return undefined;
  const state = register.facts.has(fact) ? stateOf(register, fact) : register.tombstones.get(fact)?.was;
  return state && restore(fact, state);
}

function citedAgain(fact: string, choice: number, draft: ToyRegister, register: ToyRegister): Operation | undefined {
  const gone = [...register.citations].find(([id, values]) => values.fact === fact && !draft.citations.has(id));
  return gone && choice === 0 ? cite(fact, gone[1], gone[0]) : undefined;
}

function nth<Item>(items: readonly Item[], which: number): Item | undefined {
  return items[which % Math.max(1, items.length)];
}
