// Two actors, and what there is between them.
import type { TypeName } from '@chancery/codebook';
import { type ListArguments, list } from './connections.ts';
import { ladderOf } from './ladder.ts';
import type { RegisterState, Thing } from './register-state.ts';
import { storedDate } from './values.ts';

const takingPart = ['HOST', 'LEAD', 'CO_ORGANIZER', 'PARTICIPANT'];

/** The dyad of two actors on a day. */
export function dyadOf(state: RegisterState, a: Thing, b: Thing, on: string): unknown {
  const both = [a.row.id, b.row.id];
  const share = (type: TypeName, fits: (thing: Thing) => boolean) => (args: ListArguments) =>
    list(type, state.all(type).filter(fits), args);
  const haveBoth = (link: TypeName, end: string, actor: string, fits: (row: Thing['row']) => boolean = () => true) => {
    const rows = state.all(link).filter(({ row }) => fits(row));
    return ({ row: { id } }: Thing) =>
      both.every((one) => rows.some(({ row }) => row[end] === id && row[actor] === one));
  };
  const shared = haveBoth('Membership', 'organization_id', 'member_id', (row) => isFull(row, on));
  const events = state.all('Event').filter((event) => isBetween(event, a.row.id, b.row.id));
  const isDirect = ({ row }: Thing) =>
    (row.subject_id === a.row.id && row.object_id === b.row.id) ||
    (row.subject_id === b.row.id && row.object_id === a.row.id);
  const ofTheTwo = new Set([...state.all('Claim').filter(isDirect), ...events].map(({ row }) => row.id));
  const past = events.filter(({ row }) => (storedDate(row, 'date')?.earliest ?? '-infinity') <= on);
  const disputes = state.all('Dispute');
  const isDisputed = ({ row: { id } }: Thing) =>
    disputes.some(
      ({ row }) =>
        (row.one_id === id && ofTheTwo.has(row.other_id)) || (row.other_id === id && ofTheTwo.has(row.one_id)),
    );
  return {
    __typename: 'Dyad',
    a,
    b,
    on,
    sharedOrganizations: share('Organization', shared),
    sharedMemberships: share('Membership', ({ row }) => {
      const organization = state.one('Organization', row.organization_id);
      return both.includes(row.member_id) && isFull(row, on) && organization !== null && shared(organization);
    }),
    agreements: share('Agreement', haveBoth('PartyAction', 'agreement_id', 'actor_id')),
    exercises: share(
      'Exercise',
      haveBoth('Participation', 'exercise_id', 'actor_id', ({ role }) => takingPart.includes(String(role))),
    ),
    events: (args: ListArguments) => list('Event', past, args),
    claims: share('Claim', (claim) => isDirect(claim) || isDisputed(claim)),
    disputes: share('Dispute', ({ row }) => ofTheTwo.has(row.one_id) || ofTheTwo.has(row.other_id)),
    ladder: () => ladderOf(past),
  };
}

function isFull(row: Thing['row'], on: string): boolean {
  const period = storedDate(row, 'validity');
  return row.status === 'FULL' && (period?.earliest ?? '-infinity') <= on && (period?.latest ?? 'infinity') >= on;
}

/** One acts on the other, or both act and nobody is acted upon. */
function isBetween({ row: { id }, state }: Thing, a: unknown, b: unknown): boolean {
  const sides = state.all('EventActor').filter(({ row }) => row.event_id === id);
  const is = (agent: unknown, role: string) => sides.some(({ row }) => row.agent_id === agent && row.role === role);
  const nobody = sides.every(({ row }) => row.role !== 'RECIPIENT');
  return (
    (is(a, 'ACTOR') && is(b, 'RECIPIENT')) ||
    (is(b, 'ACTOR') && is(a, 'RECIPIENT')) ||
    (is(a, 'ACTOR') && is(b, 'ACTOR') && nobody)
  );
}
