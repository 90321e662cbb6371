import {
  bindingActions,
  leavingActions,
  partyActionType,
  partyStatus,
  returningActions,
  signingActions,
  sqlValues,
  type ValueOf,
} from '@chancery/codebook';
import type { Compiler } from '../compile/compiler.ts';
import { pagedConnection } from '../compile/connection.ts';
import { Handle } from '../compile/handle.ts';
import { constant, jsonColumn } from '../compile/object.ts';
import { onSql } from '../compile/on-argument.ts';
import type { Emit } from '../compile/run.ts';
import { asOfSql, type Scope, tableSql } from '../compile/scope.ts';
import { actorTypes, referenceSql } from './actor-ref.ts';
import { type ComputedContext, computedField } from './computed-field.ts';

const binding = sqlValues(partyActionType, ...bindingActions);
const signing = sqlValues(partyActionType, ...signingActions);
const leaving = sqlValues(partyActionType, ...leavingActions);
const returning = sqlValues(partyActionType, ...returningActions);
const provisional = sqlValues(partyActionType, 'PROVISIONAL_APPLICATION');
const status = (value: ValueOf<typeof partyStatus>) => sqlValues(partyStatus, value);

/**
 * Returns SQL for the status of an actor under an agreement on a day. An action counts from its earliest date; an
 * undated action counts on every day. Signature alone never makes a party. A binding action makes a party from its date
 * of effect or, if it has none, from the entry into force of the agreement. An actor that has left is a former party
 * unless a binding action, a signature or a cancellation of the withdrawal followed.
 */
function statusSql(compiler: Compiler, scope: Scope, agreement: string, actor: string, on: string): string {
  const [act, treaty] = [compiler.alias('p'), compiler.alias('t')];
  compiler.hasComputedValues = true;
  const actDate = `coalesce(${act}.date_of_act_earliest, ${act}.date_of_effect_earliest, '-infinity')`;
  const effectDate = `coalesce(${act}.date_of_effect_earliest, ${act}.date_of_act_earliest, '-infinity')`;
  const inForce = `(SELECT ${treaty}.entry_into_force_earliest <= ${on} FROM ${tableSql(scope, 'Agreement')} ${treaty} WHERE ${treaty}.id = ${agreement}${asOfSql(scope, treaty)})`;
  const last = (actions: string, date: string) =>
    `max(${date}) FILTER (WHERE ${act}.action IN (${actions}) AND ${date} <= ${on})`;
  // An undated departure counts as the latest action: the actor has left.
  const left = `max(coalesce(${act}.date_of_effect_earliest, ${act}.date_of_act_earliest, 'infinity')) FILTER (WHERE ${act}.action IN (${leaving}) AND ${effectDate} <= ${on})`;
  const back = `max(${actDate}) FILTER (WHERE ${act}.action IN (${binding}, ${signing}, ${returning}) AND ${actDate} <= ${on})`;
  return `(SELECT CASE
      WHEN ${left} >= coalesce(${back}, '-infinity') THEN ${status('FORMER')}
      WHEN bool_or(coalesce(${act}.date_of_effect_earliest <= ${on}, ${inForce})) FILTER (WHERE ${act}.action IN (${binding}) AND ${actDate} <= ${on}) THEN ${status('PARTY')}
      WHEN ${last(provisional, effectDate)} IS NOT NULL THEN ${status('PROVISIONAL')}
      WHEN ${last(binding, actDate)} IS NOT NULL THEN ${status('CONTRACTING')}
      WHEN ${last(signing, actDate)} IS NOT NULL THEN ${status('SIGNATORY')}
      ELSE ${status('NONE')} END
    FROM ${tableSql(scope, 'PartyAction')} ${act} WHERE ${act}.agreement_id = ${agreement} AND ${act}.actor_id = ${actor}${asOfSql(scope, act)})`;
}

function statusOf(compiler: Compiler, { handle, selected }: ComputedContext): Emit {
  const { values, number } = compiler.argumentsOf(selected);
  compiler.inputs.references.push({
    ...{ number, part: 'of', path: selected.path, node: selected.nodes[0], types: actorTypes },
  });
  if (typeof values.of !== 'object' || values.of === null) return constant(null);
  const bindPart = (name: string, cast: string) =>
    compiler.bind((run) => (run.args[number]?.of as Record<string, unknown> | undefined)?.[name] ?? null, cast);
  const on = onSql(compiler, handle.scope, selected);
  const actor = referenceSql(compiler, handle.scope, actorTypes, values.of as Record<string, unknown>, bindPart, on);
  const place = handle.row.add(
    `(SELECT CASE WHEN who.id IS NOT NULL THEN ${statusSql(compiler, handle.scope, handle.id, 'who.id', on)} END FROM (SELECT ${actor} AS id) who)`,
  );
  return jsonColumn(place);
}

function participants(compiler: Compiler, { handle, selected, sizes }: ComputedContext): Emit {
  const { scope } = handle;
  const on = onSql(compiler, scope, selected);
  return pagedConnection(
    compiler,
    {
      node: 'AgreementParticipant',
      from: (alias) =>
        `(SELECT DISTINCT p.actor_id AS id FROM ${tableSql(scope, 'PartyAction')} p WHERE p.agreement_id = ${handle.id}${asOfSql(scope, 'p')}) ${alias}`,
      where: () => [],
      order: {
        name: 'ID_ASC',
        descending: false,
        keys: [{ sql: (alias) => `${alias}.id`, kind: 'text', nullable: false }],
      },
      write: (row, alias, node, inner) =>
        compiler.object('AgreementParticipant', node, (field) => {
          const actor = `${alias}.id`;
          const actorHandle = new Handle(actor, { row, scope, alias: compiler.alias });
          if (field.name === 'actor') return compiler.linked('Actor', actor, actorHandle, field, inner);
          if (field.name === 'status') return jsonColumn(row.add(statusSql(compiler, scope, handle.id, actor, on)));
          return compiler.connection(
            'PartyAction',
            (act) => [`${act}.agreement_id = ${handle.id}`, `${act}.actor_id = ${actor}`],
            field,
            actorHandle,
            inner,
          );
        }),
    },
    selected,
    handle.row,
    sizes,
  );
}

export const partyStatusFields = [
  computedField(
    'Agreement',
    'partyStatus',
    'The status of an actor under the agreement on a day, computed from its party actions; null if the actor is not found. Undated actions count as done.',
    '("""The actor.""" of: ActorRef, """The day; by default the day of the enclosing dyad or past revision, else today.""" on: Date): PartyStatus',
    statusOf,
  ),
  computedField(
    'Agreement',
    'participants',
    'All actors with a party action on the agreement, each with its status on a day.',
    '(@paging, """The day; by default the day of the enclosing dyad or past revision, else today.""" on: Date): AgreementParticipantConnection!',
    participants,
  ),
];

export const participantSdl = `
"""An actor with a party action on an agreement."""
type AgreementParticipant {
  """The actor."""
  actor: Actor!
  """Its status under the agreement on the day."""
  status: PartyStatus!
  """Its party actions on the agreement."""
  actions(@paging, """Returns only the rows that match the filter.""" filter: PartyActionFilter, """The order of the rows; by default by id, which is the order of creation.""" orderBy: PartyActionOrder = ID_ASC): PartyActionConnection!
}`;
