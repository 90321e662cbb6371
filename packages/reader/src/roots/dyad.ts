import {
  eventRole,
  exerciseStatus,
  fieldsOf,
  membershipStatus,
  participationRole,
  rolesTakingPart,
  sqlValues,
  startedExerciseStatuses,
  type TypeName,
  type ValueOf,
} from '@chancery/codebook';
import type { Compiler } from '../compile/compiler.ts';
import { Handle } from '../compile/handle.ts';
import { constant, scalar } from '../compile/object.ts';
import { onSql } from '../compile/on-argument.ts';
import { ResultRow } from '../compile/row.ts';
import type { Emit } from '../compile/run.ts';
import { asOf, type Scope, tableIn } from '../compile/scope.ts';
import type { SelectedField } from '../compile/selection.ts';
import { holdsSql, readingSql, spellColumns } from '../compile/spell-sql.ts';
import { actorTypes, defaultSchemeOf, referenceSql } from '../computed/actor-ref.ts';
import { eventLadder } from '../computed/event-ladder.ts';
import { dyadObligations } from './dyad-obligations.ts';
import { type RootContext, rootField } from './root-field.ts';
import type { Sides } from './sides.ts';

export const dyadRoot = rootField(
  'dyad',
  'Two actors and their relations; null if one of them is not found. All fields are as of the day: statuses and readings are those of that day, and events are those up to it. Facts dated later are left out unless requested.',
  '("""One actor.""" a: ActorRef!, """The other.""" b: ActorRef!, """The day; by default today, or the day of the revision.""" on: Date): Dyad',
  compileDyad,
);

function compileDyad(compiler: Compiler, { row, scope, selected }: RootContext): Emit {
  compiler.recordPrice({ path: selected.path, sizes: [], kind: 'dyad' });
  const { values, number } = compiler.argumentsOf(selected);
  const on = onSql(compiler, scope, selected);
  const side = (name: 'a' | 'b') =>
    referenceSql(
      compiler,
      scope,
      actorTypes,
      values[name] as Record<string, unknown>,
      (part, cast) =>
        compiler.bind((run) => (run.args[number]?.[name] as Record<string, unknown> | undefined)?.[part] ?? null, cast),
      on,
    );
  const inner = new ResultRow();
  const alias = compiler.alias('d');
  const sides: Sides = { a: `${alias}.a`, b: `${alias}.b`, on: `${alias}.day` };
  const onDay: Scope = { ...scope, name: `${scope.name} ${alias}`, on: sides.on };
  const write = compiler.object('Dyad', selected, (field) => dyadField(compiler, inner, onDay, sides, field));
  inner.add('1');
  // OFFSET 0 keeps Postgres from inlining the sub-select, so that the two actors are looked up once.
  const place = row.add(
    `(SELECT ${inner.sql} FROM (SELECT ${side('a')} AS a, ${side('b')} AS b, ${on} AS day OFFSET 0) ${alias}${inner.joins} WHERE ${alias}.a IS NOT NULL AND ${alias}.b IS NOT NULL)`,
  );
  return inner.writeNested(place, write);
}

function dyadField(compiler: Compiler, row: ResultRow, scope: Scope, sides: Sides, selected: SelectedField): Emit {
  const resolved = compiler.resolvedField('Dyad', selected, { row, scope, on: sides.on }, [sides.a, sides.b]);
  if (resolved) return resolved;
  const from = new Handle(sides.a, { row, scope, alias: compiler.alias });
  const connection = (type: TypeName, where: (alias: string) => readonly string[], of?: { ids: string }) =>
    compiler.connection(type, where, selected, { row, scope }, [], of);
  switch (selected.name) {
    case 'a':
    case 'b':
      return compiler.linked('Actor', sides[selected.name], from, selected, []);
    case 'on':
      return scalar(row.add(sides.on));
    case 'sharedOrganizations': {
      const ids = arrayOnce(
        compiler,
        row,
        sharedOrganizations(scope, sides, membershipHolds(compiler, sides, selected)),
      );
      return connection('Organization', (alias) => [`${alias}.id = ANY (${ids})`], { ids });
    }
    case 'sharedMemberships': {
      const holds = membershipHolds(compiler, sides, selected);
      const ids = arrayOnce(compiler, row, sharedOrganizations(scope, sides, holds));
      return connection('Membership', (alias) => [
        `${alias}.member_id IN (${sides.a}, ${sides.b})`,
        holds(alias),
        `${alias}.organization_id = ANY (${ids})`,
      ]);
    }
    case 'obligations':
      return dyadObligations(compiler, row, scope, sides, selected);
    case 'agreements': {
      const ids = arrayOnce(compiler, row, sharedAgreements(compiler, scope, sides, selected));
      return connection('Agreement', (alias) => [`${alias}.id = ANY (${ids})`], { ids });
    }
    case 'exercises': {
      const ids = arrayOnce(compiler, row, sharedExercises(compiler, scope, sides, selected));
      return connection('Exercise', (alias) => [`${alias}.id = ANY (${ids})`], { ids });
    }
    case 'events':
      return connection('Event', (alias) => [isEventBetween(scope, sides, alias), upTo(alias, sides.on)]);
    case 'claims':
      return connection('Claim', (alias) => [
        `(${isClaimBetween(sides, alias)} OR ${isDisputedBetween(scope, sides, alias)})`,
      ]);
    case 'disputes':
      return connection('Dispute', (alias) => [
        `(${isBetween(scope, sides, `${alias}.one_id`)} OR ${isBetween(scope, sides, `${alias}.other_id`)})`,
      ]);
    case 'ladder':
      return eventLadder(
        compiler,
        row,
        scope,
        { where: (alias) => [isEventBetween(scope, sides, alias), upTo(alias, sides.on)] },
        selected,
      );
    default:
      return constant(null);
  }
}

/** Returns a SQL condition on the alias of a membership. */
type MembershipCondition = (membership: string) => string;

const { validity } = fieldsOf('Membership');

/** SQL condition for full memberships with one of the requested readings on the day; by default CERTAIN or PRESUMED. */
function membershipHolds(compiler: Compiler, { on }: Sides, selected: SelectedField): MembershipCondition {
  compiler.derives = true;
  const { values, bind } = compiler.argumentsOf(selected);
  return (membership) => {
    const spell = validity && spellColumns('validity', validity, membership);
    if (!spell) throw new Error('Membership.validity is not a spell');
    const readingCondition = Array.isArray(values.readings)
      ? `${readingSql(spell, on)} = ANY (${bind('readings', 'text[]')})`
      : holdsSql(spell, on);
    return `${membership}.status = ${sqlValues(membershipStatus, 'FULL')} AND ${readingCondition}`;
  };
}

/**
 * Joins a query for ids as an array, and returns the SQL of the array. The query runs once, for both the count and the
 * page. The arrays are short: one actor has few relations, and a dyad has fewer.
 */
function arrayOnce(compiler: Compiler, row: ResultRow, ids: string): string {
  const alias = compiler.alias('s');
  row.join(`CROSS JOIN LATERAL (SELECT ARRAY(${ids}) AS ids OFFSET 0) ${alias}`);
  return `${alias}.ids`;
}

/**
 * SQL for the ids of the organizations of both sides. IS TRUE makes Postgres hash the ids of side b instead of joining.
 * Unlike agreements and exercises, memberships are read from the table (not from an index alone), and sorting both
 * sides for INTERSECT would take half as long again.
 */
function sharedOrganizations(scope: Scope, { a, b }: Sides, holds: MembershipCondition): string {
  const organizationsOf = (member: string, alias: string) =>
    `${alias}.organization_id FROM ${tableIn(scope, 'Membership')} ${alias} WHERE ${alias}.member_id = ${member} AND ${holds(alias)}${asOf(scope, alias)}`;
  return `SELECT DISTINCT ${organizationsOf(a, 'k')} AND (k.organization_id IN (SELECT ${organizationsOf(b, 'l')})) IS TRUE`;
}

/** SQL for the argument `later`: whether facts dated after the day are included. */
function laterSql(compiler: Compiler, selected: SelectedField): string {
  return compiler.argumentsOf(selected).bind('later', 'boolean', (later) => later === true);
}

/**
 * SQL for the ids of agreements with party actions of both sides or with obligations between them. The date of an
 * agreement is the first of adoption, signature, entry into force and party actions; it must not be after the day.
 * Undated agreements are included.
 */
function sharedAgreements(compiler: Compiler, scope: Scope, { a, b, on }: Sides, selected: SelectedField): string {
  const actedOn = (actor: string) =>
    `SELECT k.agreement_id FROM ${tableIn(scope, 'PartyAction')} k WHERE k.actor_id = ${actor}${asOf(scope, 'k')}`;
  const owedUnder = (from: string, to: string) =>
    `SELECT o.agreement_id FROM ${tableIn(scope, 'Obligation')} o WHERE o.from_id = ${from} AND o.to_id = ${to} AND o.agreement_id IS NOT NULL${asOf(scope, 'o')}`;
  const firstAct = `SELECT min(least(k.date_of_act_earliest, k.date_of_effect_earliest)) FROM ${tableIn(scope, 'PartyAction')} k WHERE k.agreement_id = t.id${asOf(scope, 'k')}`;
  // Most agreements are signed by the day: then Postgres need not read their party actions.
  const isDated = `(t.signed_earliest <= ${on} OR coalesce(least(t.adopted_earliest, t.signed_earliest, t.entry_into_force_earliest, (${firstAct})), '-infinity') <= ${on})`;
  return `SELECT s.id FROM ((${actedOn(a)} INTERSECT ${actedOn(b)}) UNION ${owedUnder(a, b)} UNION ${owedUnder(b, a)}) s (id)
    WHERE ${laterSql(compiler, selected)} OR EXISTS (SELECT FROM ${tableIn(scope, 'Agreement')} t WHERE t.id = s.id AND ${isDated}${asOf(scope, 't')})`;
}

/**
 * SQL for the ids of exercises in which both sides take part. Unless `later` is set, leaves out exercises that were held
 * or under way and start after the day.
 */
function sharedExercises(compiler: Compiler, scope: Scope, { a, b, on }: Sides, selected: SelectedField): string {
  const takesPart = (actor: string) =>
    `SELECT k.exercise_id FROM ${tableIn(scope, 'Participation')} k WHERE k.actor_id = ${actor} AND k.role IN (${sqlValues(participationRole, ...rolesTakingPart)})${asOf(scope, 'k')}`;
  return `SELECT s.id FROM (${takesPart(a)} INTERSECT ${takesPart(b)}) s (id)
    WHERE ${laterSql(compiler, selected)} OR NOT EXISTS (SELECT FROM ${tableIn(scope, 'Exercise')} e WHERE e.id = s.id AND e.status IN (${sqlValues(exerciseStatus, ...startedExerciseStatuses)}) AND e.start_earliest > ${on}${asOf(scope, 'e')})`;
}

function upTo(event: string, on: string): string {
  return `coalesce(${event}.date_earliest, '-infinity') <= ${on}`;
}

const takesPartIn = (scope: Scope, event: string, actor: string, role: ValueOf<typeof eventRole>) =>
  `EXISTS (SELECT FROM ${tableIn(scope, 'EventActor')} k WHERE k.event_id = ${event}.id AND k.agent_id = ${actor} AND k.role = ${sqlValues(eventRole, role)}${asOf(scope, 'k')})`;

/** SQL condition for events of a dyad: one acts on the other, or both act and there is no recipient. */
function isEventBetween(scope: Scope, { a, b }: Sides, event: string): string {
  const acts = (actor: string) => takesPartIn(scope, event, actor, 'ACTOR');
  const receives = (actor: string) => takesPartIn(scope, event, actor, 'RECIPIENT');
  const noRecipient = `NOT EXISTS (SELECT FROM ${tableIn(scope, 'EventActor')} k WHERE k.event_id = ${event}.id AND k.role = ${sqlValues(eventRole, 'RECIPIENT')}${asOf(scope, 'k')})`;
  const both = `${event}.id IN (SELECT k.event_id FROM ${tableIn(scope, 'EventActor')} k WHERE k.agent_id = ${a}${asOf(scope, 'k')} INTERSECT SELECT k.event_id FROM ${tableIn(scope, 'EventActor')} k WHERE k.agent_id = ${b}${asOf(scope, 'k')})`;
  return `(${both} AND ((${acts(a)} AND ${receives(b)}) OR (${acts(b)} AND ${receives(a)}) OR (${acts(a)} AND ${acts(b)} AND ${noRecipient})))`;
}

/** SQL condition for claims of which one side is the subject and the other the object. */
function isClaimBetween({ a, b }: Sides, claim: string): string {
  return `((${claim}.subject_id = ${a} AND ${claim}.object_id = ${b}) OR (${claim}.subject_id = ${b} AND ${claim}.object_id = ${a}))`;
}

/** SQL condition that a fact is a claim or an event between the two sides. */
function isBetween(scope: Scope, sides: Sides, fact: string): string {
  return `(EXISTS (SELECT FROM ${tableIn(scope, 'Claim')} q WHERE q.id = ${fact} AND ${isClaimBetween(sides, 'q')}${asOf(scope, 'q')})
    OR EXISTS (SELECT FROM ${tableIn(scope, 'Event')} v WHERE v.id = ${fact} AND ${isEventBetween(scope, sides, 'v')}${asOf(scope, 'v')}))`;
}

/** SQL condition for claims in dispute with a claim or an event between the two sides. */
function isDisputedBetween(scope: Scope, sides: Sides, claim: string): string {
  const dispute = tableIn(scope, 'Dispute');
  return `EXISTS (SELECT FROM ${dispute} z WHERE ((z.one_id = ${claim}.id AND ${isBetween(scope, sides, 'z.other_id')}) OR (z.other_id = ${claim}.id AND ${isBetween(scope, sides, 'z.one_id')}))${asOf(scope, 'z')})`;
}

const connectionField = (type: TypeName, more = '') =>
  `(@paging, """Which rows.""" filter: ${type}Filter, """In which order.""" orderBy: ${type}Order = ID_ASC${more}): ${type}Connection!`;
const readings =
  ', """The readings that both memberships must have on the day; by default CERTAIN or PRESUMED.""" readings: [SpellReading!]';
const later = ', """Whether to include facts dated after the day.""" later: Boolean = false';

export const dyadSdl = `
"""An actor, by its id or by a code."""
input ActorRef {
  """Its id."""
  id: ID
  """One of its codes."""
  code: String
  """The scheme of the code."""
  scheme: CodeScheme = ${defaultSchemeOf(actorTypes)}
}
"""Two actors and their relations. The order of the two does not change the values of the fields below."""
type Dyad {
  """One of the two."""
  a: Actor!
  """The other."""
  b: Actor!
  """The day of all fields: the default of \`on\` everywhere below."""
  on: Date!
  """Organizations of which both are full members on the day, as far as is known. Request other readings to see uncertain memberships."""
  sharedOrganizations${connectionField('Organization', readings)}
  """The memberships of the two in those organizations."""
  sharedMemberships${connectionField('Membership', readings)}
  """Obligations between the two under alliances, in either direction. Statements of several sources with the same kind and period are combined."""
  obligations(@paging, """The readings that they must have on the day; by default all except NO.""" readings: [SpellReading!]): DyadObligationConnection!
  """Agreements with party actions of both or with obligations between them, if they are dated by the day or undated."""
  agreements${connectionField('Agreement', later)}
  """Exercises in which both take part as host, lead, co-organizer or participant. By default, exercises that were held or under way and start after the day are left out."""
  exercises${connectionField('Exercise', later)}
  """Events in which one acts on the other, or both act and there is no recipient; each once."""
  events${connectionField('Event')}
  """Claims of which one is the subject and the other the object, and claims in dispute with those or with an event between the two."""
  claims${connectionField('Claim')}
  """Disputes of which one side is a claim or an event between the two."""
  disputes${connectionField('Dispute')}
  """The events between the two on Goldstein’s scale, with cooperation and conflict separately."""
  ladder: EventLadder!
}`;
