// Party status of actors, participants of agreements, and whether agreements are in force.
import { type ListArguments, pageOfNodes } from './connections.ts';
import type { RegisterNode, RegisterState } from './register-state.ts';
import { pageOf } from './sorted-pages.ts';
import { readingOn } from './spells.ts';
import { storedDate } from './values.ts';

const binding = [
  ...['DEFINITIVE_SIGNATURE', 'RATIFICATION', 'ACCEPTANCE', 'APPROVAL', 'ACCESSION', 'FORMAL_CONFIRMATION'],
  ...['SUCCESSION', 'CONSENT_TO_BE_BOUND', 'EXCHANGE_OF_INSTRUMENTS'],
];
const signing = ['SIGNATURE', 'SIGNATURE_AD_REFERENDUM'];
const leaving = ['DENUNCIATION_OR_WITHDRAWAL', 'TERMINATION', 'UNSIGNING_NOTICE'];
const returning = ['CANCELLATION_OF_WITHDRAWAL'];

/** Returns the party status of an actor of an agreement on a day, such as `SIGNATORY`; `NONE` if no action up to the day signs, binds or leaves. */
export function partyStatus(agreement: RegisterNode, actor: RegisterNode, on: string): string {
  const acts = actsOf(agreement, actor).map(({ row }) => ({
    action: String(row.action),
    act: storedDate(row, 'dateOfAct')?.earliest ?? null,
    effect: storedDate(row, 'dateOfEffect')?.earliest ?? null,
  }));
  // A party action without a date counts at all times.
  const done = acts.filter(({ act, effect }) => (act ?? effect ?? '-infinity') <= on);
  const effective = acts.filter(({ act, effect }) => (effect ?? act ?? '-infinity') <= on);
  const departures = effective
    .filter(({ action }) => leaving.includes(action))
    .map(({ act, effect }) => effect ?? act ?? 'infinity');
  const returns = done
    .filter(({ action }) => [...binding, ...signing, ...returning].includes(action))
    .map(({ act, effect }) => act ?? effect ?? '-infinity');
  if (departures.some((left) => returns.every((back) => back <= left))) return 'FORMER';
  const bound = done.filter(({ action }) => binding.includes(action));
  const force = storedDate(agreement.row, 'entryIntoForce')?.earliest ?? null;
  const inForce = force !== null && force <= on;
  if (bound.some(({ effect }) => (effect === null ? inForce : effect <= on))) return 'PARTY';
  if (effective.some(({ action }) => action === 'PROVISIONAL_APPLICATION')) return 'PROVISIONAL';
  if (bound.length > 0) return 'CONTRACTING';
  return done.some(({ action }) => signing.includes(action)) ? 'SIGNATORY' : 'NONE';
}

function actsOf(agreement: RegisterNode, actor: RegisterNode): RegisterNode[] {
  return agreement.state
    .all('PartyAction')
    .filter(({ row }) => row.agreement_id === agreement.row.id && row.actor_id === actor.row.id);
}

/** Returns a page of the actors with party actions on an agreement, by id, each with its status on the day `on`. */
export function participants(
  agreement: RegisterNode,
  { on, ...page }: ListArguments & { on?: string | null },
): unknown {
  const { state } = agreement;
  const acted = state.all('PartyAction').filter(({ row }) => row.agreement_id === agreement.row.id);
  return pageOf(
    {
      rows: [...new Set(acted.map(({ row }) => String(row.actor_id)))],
      order: 'ID_ASC',
      descending: false,
      keys: (id) => [id],
      node: (id) => participant(agreement, actorOf(state, id), on ?? state.day),
    },
    page,
  );
}

function actorOf(state: RegisterState, id: string): RegisterNode {
  const actor = state.fact(id);
  if (!actor) throw new Error(`the actor ${id} of a party action does not exist`);
  return actor;
}

function participant(agreement: RegisterNode, actor: RegisterNode, on: string): unknown {
  return {
    __typename: 'AgreementParticipant',
    actor,
    status: () => partyStatus(agreement, actor, on),
    actions: (args: ListArguments) => pageOfNodes('PartyAction', actsOf(agreement, actor), args),
  };
}

/** Returns the reading on a day, such as `CERTAIN` or `NO`, that says whether an agreement is in force. */
export function inForceReading({ row, state }: RegisterNode, on: string): string {
  const [signed, entry, ended] = [
    storedDate(row, 'signed'),
    storedDate(row, 'entryIntoForce'),
    storedDate(row, 'ended'),
  ];
  const isLater = (day: string | null | undefined) => typeof day === 'string' && day > on;
  if (isLater(signed?.earliest) || isLater(entry?.earliest)) return 'NO';
  if (typeof ended?.latest === 'string' && ended.latest < on) return 'NO';
  if (!entry) {
    const obligations = state.all('Obligation').filter((obligation) => obligation.row.agreement_id === row.id);
    const readings = obligations.map((obligation) => readingOn('Obligation', 'validity', obligation.row, on));
    const best = ['CERTAIN', 'PRESUMED', 'LAST_RECORDED', 'POSSIBLE', 'NO'].find((reading) =>
      readings.includes(reading),
    );
    return best ?? 'UNSTATED';
  }
  const isOpen = !ended && ['IN_FORCE', 'PROVISIONALLY_APPLIED'].includes(String(row.status));
  const latest = isOpen ? 'infinity' : (ended?.latest ?? null);
  if (entry.earliest === null && latest === null && entry.latest === null) return 'UNSTATED';
  if (entry.latest === null || entry.latest > on) return 'POSSIBLE';
  if (latest === 'infinity') return 'PRESUMED';
  if (latest === null) return 'LAST_RECORDED';
  return ended?.earliest && on <= ended.earliest ? 'CERTAIN' : 'POSSIBLE';
}
