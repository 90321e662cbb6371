import type { Compiler } from '../compile/compiler.ts';
import { pages } from '../compile/connection.ts';
import { onSql } from '../compile/day-asked.ts';
import { Handle } from '../compile/handle.ts';
import { constant, scalar } from '../compile/object.ts';
import type { Emit } from '../compile/run.ts';
import { type Scope, stood, tableIn } from '../compile/scope.ts';
import { referenceSql } from './actor-ref.ts';
import { type DerivedContext, derived } from './derived-field.ts';

const list = (actions: readonly string[]) => actions.map((action) => `'${action}'`).join(', ');

/** Acts by which an actor consents to be bound (VCLT arts 11-16; acceptance, approval and accession have the effect of ratification). */
const binding = list([
  'DEFINITIVE_SIGNATURE',
  'RATIFICATION',
  'ACCEPTANCE',
  'APPROVAL',
  'ACCESSION',
  'FORMAL_CONFIRMATION',
  'SUCCESSION',
  'CONSENT_TO_BE_BOUND',
  'EXCHANGE_OF_INSTRUMENTS',
]);
const signing = list(['SIGNATURE', 'SIGNATURE_AD_REFERENDUM']);
const leaving = list(['DENUNCIATION_OR_WITHDRAWAL', 'TERMINATION', 'UNSIGNING_NOTICE']);
const returning = list(['CANCELLATION_OF_WITHDRAWAL']);

/**
 * SQL for the status of an actor to an agreement on a day. An act counts from its earliest date, or where it has none
 * from always: an undated act is on record, and there is no day to hold against it. Signature alone never makes a party;
 * an act that binds does from its own date of effect, or where it states none once the agreement is in force.
 * Whoever has left is a former party unless an act that binds, signs or takes the withdrawal back came after.
 */
function statusSql(compiler: Compiler, scope: Scope, agreement: string, actor: string, on: string): string {
  const [act, treaty] = [compiler.alias('p'), compiler.alias('t')];
  compiler.derives = true;
  const done = `coalesce(${act}.date_of_act_earliest, ${act}.date_of_effect_earliest, '-infinity')`;
  const effective = `coalesce(${act}.date_of_effect_earliest, ${act}.date_of_act_earliest, '-infinity')`;
  const inForce = `(SELECT ${treaty}.entry_into_force_earliest <= ${on} FROM ${tableIn(scope, 'Agreement')} ${treaty} WHERE ${treaty}.id = ${agreement}${stood(scope, treaty)})`;
  const last = (actions: string, date: string) =>
    `max(${date}) FILTER (WHERE ${act}.action IN (${actions}) AND ${date} <= ${on})`;
  // Without a date a departure cannot be placed; whoever is said to have left has left.
  const left = `max(coalesce(${act}.date_of_effect_earliest, ${act}.date_of_act_earliest, 'infinity')) FILTER (WHERE ${act}.action IN (${leaving}) AND ${effective} <= ${on})`;
  const back = `max(${done}) FILTER (WHERE ${act}.action IN (${binding}, ${signing}, ${returning}) AND ${done} <= ${on})`;
  return `(SELECT CASE
      WHEN ${left} >= coalesce(${back}, '-infinity') THEN 'FORMER'
      WHEN bool_or(coalesce(${act}.date_of_effect_earliest <= ${on}, ${inForce})) FILTER (WHERE ${act}.action IN (${binding}) AND ${done} <= ${on}) THEN 'PARTY'
      WHEN ${last("'PROVISIONAL_APPLICATION'", effective)} IS NOT NULL THEN 'PROVISIONAL'
      WHEN ${last(binding, done)} IS NOT NULL THEN 'CONTRACTING'
      WHEN ${last(signing, done)} IS NOT NULL THEN 'SIGNATORY'
      ELSE 'NONE' END
    FROM ${tableIn(scope, 'PartyAction')} ${act} WHERE ${act}.agreement_id = ${agreement} AND ${act}.actor_id = ${actor}${stood(scope, act)})`;
}

function statusOf(compiler: Compiler, { handle, selected }: DerivedContext): Emit {
  const { values, number } = compiler.argumentsOf(selected);
  if (typeof values.of !== 'object' || values.of === null) return constant(null);
  const bindPart = (name: string, cast: string) =>
    compiler.bind((run) => (run.args[number]?.of as Record<string, unknown> | undefined)?.[name] ?? null, cast);
  const on = onSql(compiler, handle.scope, selected);
  const actor = referenceSql(
    compiler,
    handle.scope,
    ['st', 'org'],
    values.of as Record<string, unknown>,
    bindPart,
    on,
    'ISO_A3',
  );
  const place = handle.row.add(
    `(SELECT CASE WHEN who.id IS NOT NULL THEN ${statusSql(compiler, handle.scope, handle.id, 'who.id', on)} END FROM (SELECT ${actor} AS id) who)`,
  );
  return scalar(place);
}

function participants(compiler: Compiler, { handle, selected, sizes }: DerivedContext): Emit {
  const { scope } = handle;
  const on = onSql(compiler, scope, selected);
  return pages(
    compiler,
    {
      node: 'AgreementParticipant',
      from: (alias) =>
        `(SELECT DISTINCT p.actor_id AS id FROM ${tableIn(scope, 'PartyAction')} p WHERE p.agreement_id = ${handle.id}${stood(scope, 'p')}) ${alias}`,
      where: () => [],
      order: {
        name: 'ID_ASC',
        descending: false,
        keys: [{ sql: (alias) => `${alias}.id`, kind: 'text', nullable: false }],
      },
      write: (row, alias, node, inner) =>
        compiler.object('AgreementParticipant', node, (field) => {
          const actor = `${alias}.id`;
          const own = new Handle(actor, { row, scope, alias: compiler.alias });
          if (field.name === 'actor') return compiler.linked('Actor', actor, own, field, inner);
          if (field.name === 'status') return scalar(row.add(statusSql(compiler, scope, handle.id, actor, on)));
          return compiler.connection(
            'PartyAction',
            (act) => [`${act}.agreement_id = ${handle.id}`, `${act}.actor_id = ${actor}`],
            field,
            own,
            inner,
          );
        }),
    },
    selected,
    handle.row,
    sizes,
  );
}

export const partyStatuses = [
  derived(
    'Agreement',
    'partyStatus',
    'How an actor stands to the agreement on a day, derived from its acts. Acts without a date count as done.',
    '("""Who.""" of: ActorRef, """On which day; by default today, or the day of the revision.""" on: Date): PartyStatus',
    statusOf,
  ),
  derived(
    'Agreement',
    'participants',
    'Everybody who has acted on the agreement, each with its status on a day.',
    '(@paging, """On which day; by default today, or the day of the revision.""" on: Date): AgreementParticipantConnection!',
    participants,
  ),
];

export const participantSdl = `
"""An actor that has acted on an agreement."""
type AgreementParticipant {
  """Who."""
  actor: Actor!
  """How it stands to the agreement on the day."""
  status: PartyStatus!
  """Its acts on the agreement."""
  actions(@paging, """Which rows.""" filter: PartyActionFilter, """In which order.""" orderBy: PartyActionOrder = ID_ASC): PartyActionConnection!
}`;
