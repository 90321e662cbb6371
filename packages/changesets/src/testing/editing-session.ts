import { type FieldValue, isId, newId } from '@chancery/codebook';
import fc from 'fast-check';
import { type Operation, operationKinds } from '../operation.ts';
import { adopt, cite, create, dispute, restore, retire, uncite, update } from './operations.ts';
import { apply, emptyRegister, stateOf, type ToyRegister } from './toy-register.ts';

/** A register, and operations that are valid when they are applied to it one after the other. */
export interface EditingSession {
  readonly register: ToyRegister;
  readonly operations: readonly Operation[];
}

// Few facts, fields and values, so that operations often affect the same ones.
const move = fc.record({
  kind: fc.constantFrom(...operationKinds),
  which: fc.nat(20),
  field: fc.constantFrom('name', 'territoryStatus', 'note'),
  choice: fc.nat(2),
});
type Move = typeof move extends fc.Arbitrary<infer Value> ? Value : never;

const choices: Readonly<Record<string, readonly [FieldValue, FieldValue, FieldValue]>> = {
  name: ['Gibraltar', 'Mount Tarek', 'Calpe'],
  territoryStatus: ['DISPUTED', null, { absent: 'UNKNOWN' }],
  note: ['To be confirmed.', null, 'Confirmed.'],
};

const moves = (maxLength: number) => fc.array(move, { maxLength });

/** Generates registers, each with a list of operations that are valid one after the other. */
export const anyEditingSession: fc.Arbitrary<EditingSession> = fc.tuple(moves(15), moves(20)).map(([before, now]) => {
  const { operations } = editingSession(before, emptyRegister);
  const register = apply(emptyRegister, operations);
  return editingSession(now, register);
});

function editingSession(steps: readonly Move[], register: ToyRegister): EditingSession {
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
  if (kind === 'restore') return restorationOf(which, draft, register);
  if (kind === 'uncite') return citation && cited ? uncite(`${cited.fact}`, citation, cited) : undefined;
  if (!fact || !state) return undefined;
  switch (kind) {
    case 'dispute':
      return dispute({ one: fact, other: newId('State'), note: 'They differ.' });
    case 'cite':
      return recitationOf(fact, choice, draft, register) ?? cite(fact, { credibility: choice + 1 });
    case 'retire':
      return retire(fact, choice === 0 ? { redirectTo: newId('Place') } : {});
    default: {
      const field = isId(fact, 'Dispute') ? 'note' : step.field;
      const [base, set] = [{ [field]: state.values[field] ?? null }, { [field]: choices[field]?.[choice] ?? null }];
      return kind === 'adopt' ? adopt(fact, base, set, { [field]: newId('Claim') }) : update(fact, base, set);
    }
  }
}

// A changeset may restore what it retires, with the state from the register; what it both added and retired is gone.
function restorationOf(which: number, draft: ToyRegister, register: ToyRegister): Operation | undefined {
  const restorable = [...draft.tombstones.keys()].filter((id) => register.facts.has(id) || register.tombstones.has(id));
  const fact = nth(restorable, which);
  if (!fact) return undefined;
  const state = register.facts.has(fact) ? stateOf(register, fact) : register.tombstones.get(fact)?.was;
  return state && restore(fact, state);
}

function recitationOf(fact: string, choice: number, draft: ToyRegister, register: ToyRegister): Operation | undefined {
  const removed = [...register.citations].find(([id, values]) => values.fact === fact && !draft.citations.has(id));
  return removed && choice === 0 ? cite(fact, removed[1], removed[0]) : undefined;
}

function nth<Item>(items: readonly Item[], which: number): Item | undefined {
  return items[which % Math.max(1, items.length)];
}
