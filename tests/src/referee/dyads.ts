// Dyads: everything that relates two actors.
import type { TypeName } from '@chancery/codebook';
import { type ListArguments, pageOfNodes } from './connections.ts';
import { ladderOf } from './ladder.ts';
import type { RegisterNode, RegisterState } from './register-state.ts';
import { pageOf } from './sorted-pages.ts';
import { readingOn } from './spells.ts';
import { fieldValue, storedDate } from './values.ts';

const takingPart = ['HOST', 'LEAD', 'CO_ORGANIZER', 'PARTICIPANT'];

/** Returns the `Dyad` that the API should return for two actors on a day. */
export function dyadOf(state: RegisterState, a: RegisterNode, b: RegisterNode, on: string): unknown {
  const both = [a.row.id, b.row.id];
  const share = (type: TypeName, fits: (node: RegisterNode) => boolean) => (args: ListArguments) =>
    pageOfNodes(type, state.all(type).filter(fits), args);
  const linksBoth = (
    link: TypeName,
    end: string,
    actor: string,
    fits: (row: RegisterNode['row']) => boolean = () => true,
  ) => {
    const rows = state.all(link).filter(({ row }) => fits(row));
    return ({ row: { id } }: RegisterNode) =>
      both.every((actorId) => rows.some(({ row }) => row[end] === id && row[actor] === actorId));
  };
  const shared = (readings: readonly string[] | null | undefined) =>
    linksBoth('Membership', 'organization_id', 'member_id', (row) => isFull(row, on, readings));
  const events = state.all('Event').filter((event) => isBetween(event, a.row.id, b.row.id));
  const isDirect = ({ row }: RegisterNode) =>
    (row.subject_id === a.row.id && row.object_id === b.row.id) ||
    (row.subject_id === b.row.id && row.object_id === a.row.id);
  const factIds = new Set([...state.all('Claim').filter(isDirect), ...events].map(({ row }) => row.id));
  const past = events.filter(({ row }) => (storedDate(row, 'date')?.earliest ?? '-infinity') <= on);
  const disputes = state.all('Dispute');
  const isDisputed = ({ row: { id } }: RegisterNode) =>
    disputes.some(
      ({ row }) => (row.one_id === id && factIds.has(row.other_id)) || (row.other_id === id && factIds.has(row.one_id)),
    );
  return {
    __typename: 'Dyad',
    a,
    b,
    on,
    sharedOrganizations: ({ readings, ...args }: Readings) => share('Organization', shared(readings))(args),
    sharedMemberships: ({ readings, ...args }: Readings) =>
      share('Membership', ({ row }) => {
        const organization = state.one('Organization', row.organization_id);
        const isOfBoth = organization !== null && shared(readings)(organization);
        return both.includes(row.member_id) && isFull(row, on, readings) && isOfBoth;
      })(args),
    obligations: (args: Readings) => obligationsOf(state, a, b, on, args),
    agreements: ({ later, ...args }: Later) => {
      const acted = linksBoth('PartyAction', 'agreement_id', 'actor_id');
      const obligations = state
        .all('Obligation')
        .filter(({ row }) => both.includes(row.from_id) && both.includes(row.to_id));
      const hasObligation = ({ row }: RegisterNode) =>
        obligations.some(
          (obligation) => obligation.row.agreement_id === row.id && obligation.row.from_id !== obligation.row.to_id,
        );
      const fits = (agreement: RegisterNode) => acted(agreement) || hasObligation(agreement);
      return share('Agreement', (agreement) => fits(agreement) && (later === true || isDatedBy(agreement, on)))(args);
    },
    exercises: ({ later, ...args }: Later) => {
      const takePart = linksBoth('Participation', 'exercise_id', 'actor_id', ({ role }) =>
        takingPart.includes(String(role)),
      );
      const isLater = ({ row }: RegisterNode) =>
        ['HELD', 'UNDER_WAY'].includes(String(row.status)) && (storedDate(row, 'start')?.earliest ?? '') > on;
      return share('Exercise', (exercise) => takePart(exercise) && (later === true || !isLater(exercise)))(args);
    },
    events: (args: ListArguments) => pageOfNodes('Event', past, args),
    claims: share('Claim', (claim) => isDirect(claim) || isDisputed(claim)),
    disputes: share('Dispute', ({ row }) => factIds.has(row.one_id) || factIds.has(row.other_id)),
    ladder: () => ladderOf(past),
  };
}

type Readings = ListArguments & { readonly readings?: readonly string[] | null };
type Later = ListArguments & { readonly later?: boolean | null };

function isFull(row: RegisterNode['row'], on: string, readings?: readonly string[] | null): boolean {
  const wanted = readings ?? ['CERTAIN', 'PRESUMED'];
  return row.status === 'FULL' && wanted.includes(readingOn('Membership', 'validity', row, on));
}

/** True when a date of an agreement or its party actions may be on or before the day, or no date is known. */
function isDatedBy({ row, state }: RegisterNode, on: string): boolean {
  const acts = state.all('PartyAction').filter((act) => act.row.agreement_id === row.id);
  const days = [
    ...['adopted', 'signed', 'entryIntoForce'].map((name) => storedDate(row, name)?.earliest),
    ...acts.flatMap((act) => ['dateOfAct', 'dateOfEffect'].map((name) => storedDate(act.row, name)?.earliest)),
  ].filter((day) => typeof day === 'string');
  return days.length === 0 || days.some((day) => day <= on);
}

/**
 * Returns a page of the obligations between two actors, grouped by direction, type and period: those with one of the
 * readings, by default all but `NO`.
 */
function obligationsOf(
  state: RegisterState,
  a: RegisterNode,
  b: RegisterNode,
  on: string,
  { readings, ...page }: Readings,
): unknown {
  const groups = new Map<string, RegisterNode[]>();
  for (const obligation of state.all('Obligation')) {
    const {
      from_id: from,
      to_id: to,
      obligation_type: kind,
      validity_edtf: period,
      validity_start_latest: since,
    } = obligation.row;
    if (!(from === a.row.id && to === b.row.id) && !(from === b.row.id && to === a.row.id)) continue;
    const key = JSON.stringify([from, to, kind, period, since]);
    groups.set(key, [...(groups.get(key) ?? []), obligation]);
  }
  const rows = [...groups.values()].map((group) => {
    const sorted = group.toSorted((one, other) => (String(one.row.id) < String(other.row.id) ? -1 : 1));
    const best = (name: string, pick: (one: string, other: string) => boolean) =>
      group
        .map(({ row }) => row[name] as string | null)
        .filter((value) => value !== null)
        .reduce<string | null>((found, value) => (found === null || pick(value, found) ? value : found), null);
    const less = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other)) < 0;
    const row: RegisterNode['row'] = {
      ...sorted[0]?.row,
      validity_basis: best('validity_basis', less),
      validity_note: best('validity_note', less),
      validity_attested_until: best('validity_attested_until', (one, other) => one > other),
    };
    return { group: sorted, node: { ...(sorted[0] as RegisterNode), row } };
  });
  const readingOf = ({ node }: { node: RegisterNode }) => readingOn('Obligation', 'validity', node.row, on);
  return pageOf(
    {
      rows: rows.filter((one) => (readings ? readings.includes(readingOf(one)) : readingOf(one) !== 'NO')),
      order: 'START_ASC',
      descending: false,
      keys: ({ node }) => [storedDate(node.row, 'validity')?.earliest ?? null, String(node.row.id)],
      node: ({ node, group }) => {
        const ids = group.map(({ row }) => row.id);
        const of = (type: TypeName, fits: (node: RegisterNode) => boolean) => (args: ListArguments) =>
          pageOfNodes(type, state.all(type).filter(fits), args);
        return {
          __typename: 'DyadObligation',
          from: state.fact(node.row.from_id),
          to: state.fact(node.row.to_id),
          obligationType: node.row.obligation_type,
          validity: fieldValue(node, 'validity'),
          reading: readingOf({ node }),
          statements: of('Obligation', ({ row }) => ids.includes(row.id)),
          agreements: of('Agreement', ({ row }) => group.some((one) => one.row.agreement_id === row.id)),
          sources: of('Source', ({ row }) =>
            group.some((one) => {
              const batch = one.fact.batch_id ? state.one('ImportBatch', one.fact.batch_id) : null;
              const cited = state.all('Citation').filter((citation) => citation.row.fact_id === one.row.id);
              return [...cited, ...(batch ? [batch] : [])].some(
                (from) => from.row.source_id === row.id && from.row.stance === 'SUPPORTS',
              );
            }),
          ),
        };
      },
    },
    page,
  );
}

/** True when one actor acts on the other, or both act and the event has no recipient. */
function isBetween({ row: { id }, state }: RegisterNode, a: unknown, b: unknown): boolean {
  const sides = state.all('EventActor').filter(({ row }) => row.event_id === id);
  const is = (agent: unknown, role: string) => sides.some(({ row }) => row.agent_id === agent && row.role === role);
  const hasNoRecipient = sides.every(({ row }) => row.role !== 'RECIPIENT');
  return (
    (is(a, 'ACTOR') && is(b, 'RECIPIENT')) ||
    (is(b, 'ACTOR') && is(a, 'RECIPIENT')) ||
    (is(a, 'ACTOR') && is(b, 'ACTOR') && hasNoRecipient)
  );
}
