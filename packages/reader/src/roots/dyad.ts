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
import { constant, jsonColumn } from '../compile/object.ts';
import { onSql } from '../compile/on-argument.ts';
import { ResultRow } from '../compile/row.ts';
import type { Emit } from '../compile/run.ts';
import { asOfSql, type Scope, tableSql } from '../compile/scope.ts';
import type { SelectedField } from '../compile/selection.ts';
import { holdsSql, readingSql, spellColumns } from '../compile/spell-sql.ts';
import { actorTypes, defaultSchemeOf, referenceSql } from '../computed/actor-ref.ts';
import { eventLadder } from '../computed/event-ladder.ts';
import { dyadObligations } from './dyad-obligations.ts';
import { type RootContext, rootField } from './root-field.ts';
import type { Sides } from './sides.ts';

export const dyadRoot = rootField(
  'dyad',
  'Two actors and their relations; null if one of them is not found. Memberships, obligations and statuses are read on the day, and events are those up to it. Agreements and held exercises dated later are left out unless requested. Claims and disputes do not depend on the day.',
  '("""One actor.""" a: ActorRef!, """The other actor.""" b: ActorRef!, """The day; by default today, or the day of the revision.""" on: Date): Dyad',
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
  for (const part of ['a', 'b'])
    compiler.inputs.references.push({
      ...{ number, part, path: selected.path, node: selected.nodes[0], types: actorTypes },
      result: { row, place },
    });
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
      return jsonColumn(row.add(sides.on));
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

/** Returns an SQL condition on a membership, given by its alias. */
type MembershipCondition = (membership: string) => string;

const { validity } = fieldsOf('Membership');

/**
 * Returns the condition for full memberships with one of the requested readings on the day, by default CERTAIN or
 * PRESUMED.
 */
function membershipHolds(compiler: Compiler, { on }: Sides, selected: SelectedField): MembershipCondition {
  compiler.hasComputedValues = true;
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
 * Joins a query for ids to a row, and returns SQL for the array of its ids. The query runs once, for both the count and
 * the page. The arrays are short, because an actor has few relations and a dyad has fewer.
 */
function arrayOnce(compiler: Compiler, row: ResultRow, ids: string): string {
  const alias = compiler.alias('s');
  row.join(`CROSS JOIN LATERAL (SELECT ARRAY(${ids}) AS ids OFFSET 0) ${alias}`);
  return `${alias}.ids`;
}

/**
 * Returns SQL for the ids of the organizations in which both sides have a membership that meets the condition. IS TRUE
 * makes Postgres hash the ids of side b instead of joining. Unlike agreements and exercises, memberships are read from
 * the table and not from an index alone, and sorting both sides for INTERSECT would take half as long again.
 */
function sharedOrganizations(scope: Scope, { a, b }: Sides, holds: MembershipCondition): string {
  const organizationsOf = (member: string, alias: string) =>
    `${alias}.organization_id FROM ${tableSql(scope, 'Membership')} ${alias} WHERE ${alias}.member_id = ${member} AND ${holds(alias)}${asOfSql(scope, alias)}`;
  return `SELECT DISTINCT ${organizationsOf(a, 'k')} AND (k.organization_id IN (SELECT ${organizationsOf(b, 'l')})) IS TRUE`;
}

/** Returns SQL for the argument `later`: true if facts dated after the day are included. */
function laterSql(compiler: Compiler, selected: SelectedField): string {
  return compiler.argumentsOf(selected).bind('later', 'boolean', (later) => later === true);
}

/**
 * Returns SQL for the ids of agreements with party actions of both sides or with obligations between them. Unless
 * `later` is set, leaves out agreements dated after the day. The date of an agreement is the first of adoption,
 * signature, entry into force and party actions. Undated agreements are included.
 */
function sharedAgreements(compiler: Compiler, scope: Scope, { a, b, on }: Sides, selected: SelectedField): string {
  const actedOn = (actor: string) =>
    `SELECT k.agreement_id FROM ${tableSql(scope, 'PartyAction')} k WHERE k.actor_id = ${actor}${asOfSql(scope, 'k')}`;
  const owedUnder = (from: string, to: string) =>
    `SELECT o.agreement_id FROM ${tableSql(scope, 'Obligation')} o WHERE o.from_id = ${from} AND o.to_id = ${to} AND o.agreement_id IS NOT NULL${asOfSql(scope, 'o')}`;
  const firstAct = `SELECT min(least(k.date_of_act_earliest, k.date_of_effect_earliest)) FROM ${tableSql(scope, 'PartyAction')} k WHERE k.agreement_id = t.id${asOfSql(scope, 'k')}`;
  // Most agreements are signed by the day: then Postgres need not read their party actions.
  const isDated = `(t.signed_earliest <= ${on} OR coalesce(least(t.adopted_earliest, t.signed_earliest, t.entry_into_force_earliest, (${firstAct})), '-infinity') <= ${on})`;
  return `SELECT s.id FROM ((${actedOn(a)} INTERSECT ${actedOn(b)}) UNION ${owedUnder(a, b)} UNION ${owedUnder(b, a)}) s (id)
    WHERE ${laterSql(compiler, selected)} OR EXISTS (SELECT FROM ${tableSql(scope, 'Agreement')} t WHERE t.id = s.id AND ${isDated}${asOfSql(scope, 't')})`;
}

/**
 * Returns SQL for the ids of exercises in which both sides take part. Unless `later` is set, leaves out exercises that
 * were held or under way and start after the day.
 */
function sharedExercises(compiler: Compiler, scope: Scope, { a, b, on }: Sides, selected: SelectedField): string {
  const takesPart = (actor: string) =>
    `SELECT k.exercise_id FROM ${tableSql(scope, 'Participation')} k WHERE k.actor_id = ${actor} AND k.role IN (${sqlValues(participationRole, ...rolesTakingPart)})${asOfSql(scope, 'k')}`;
  return `SELECT s.id FROM (${takesPart(a)} INTERSECT ${takesPart(b)}) s (id)
    WHERE ${laterSql(compiler, selected)} OR NOT EXISTS (SELECT FROM ${tableSql(scope, 'Exercise')} e WHERE e.id = s.id AND e.status IN (${sqlValues(exerciseStatus, ...startedExerciseStatuses)}) AND e.start_earliest > ${on}${asOfSql(scope, 'e')})`;
}

function upTo(event: string, on: string): string {
  return `coalesce(${event}.date_earliest, '-infinity') <= ${on}`;
}

const takesPartIn = (scope: Scope, event: string, actor: string, role: ValueOf<typeof eventRole>) =>
  `EXISTS (SELECT FROM ${tableSql(scope, 'EventActor')} k WHERE k.event_id = ${event}.id AND k.agent_id = ${actor} AND k.role = ${sqlValues(eventRole, role)}${asOfSql(scope, 'k')})`;

/**
 * Returns the SQL condition for events of a dyad: one side acts on the other, or both act and there is no recipient.
 */
function isEventBetween(scope: Scope, { a, b }: Sides, event: string): string {
  const acts = (actor: string) => takesPartIn(scope, event, actor, 'ACTOR');
  const receives = (actor: string) => takesPartIn(scope, event, actor, 'RECIPIENT');
  const noRecipient = `NOT EXISTS (SELECT FROM ${tableSql(scope, 'EventActor')} k WHERE k.event_id = ${event}.id AND k.role = ${sqlValues(eventRole, 'RECIPIENT')}${asOfSql(scope, 'k')})`;
  const both = `${event}.id IN (SELECT k.event_id FROM ${tableSql(scope, 'EventActor')} k WHERE k.agent_id = ${a}${asOfSql(scope, 'k')} INTERSECT SELECT k.event_id FROM ${tableSql(scope, 'EventActor')} k WHERE k.agent_id = ${b}${asOfSql(scope, 'k')})`;
  return `(${both} AND ((${acts(a)} AND ${receives(b)}) OR (${acts(b)} AND ${receives(a)}) OR (${acts(a)} AND ${acts(b)} AND ${noRecipient})))`;
}

/** Returns the SQL condition for claims of which one side is the subject and the other side the object. */
function isClaimBetween({ a, b }: Sides, claim: string): string {
  return `((${claim}.subject_id = ${a} AND ${claim}.object_id = ${b}) OR (${claim}.subject_id = ${b} AND ${claim}.object_id = ${a}))`;
}

/** Returns the SQL condition that a fact is a claim or an event between the two sides. */
function isBetween(scope: Scope, sides: Sides, fact: string): string {
  return `(EXISTS (SELECT FROM ${tableSql(scope, 'Claim')} q WHERE q.id = ${fact} AND ${isClaimBetween(sides, 'q')}${asOfSql(scope, 'q')})
    OR EXISTS (SELECT FROM ${tableSql(scope, 'Event')} v WHERE v.id = ${fact} AND ${isEventBetween(scope, sides, 'v')}${asOfSql(scope, 'v')}))`;
}

/** Returns the SQL condition for claims in dispute with a claim or an event between the two sides. */
function isDisputedBetween(scope: Scope, sides: Sides, claim: string): string {
  const dispute = tableSql(scope, 'Dispute');
  return `EXISTS (SELECT FROM ${dispute} z WHERE ((z.one_id = ${claim}.id AND ${isBetween(scope, sides, 'z.other_id')}) OR (z.other_id = ${claim}.id AND ${isBetween(scope, sides, 'z.one_id')}))${asOfSql(scope, 'z')})`;
}

const connectionField = (type: TypeName, more = '') =>
  `(@paging, """Returns only the rows that match the filter.""" filter: ${type}Filter, """The order of the rows; by default by id, which is the order of creation.""" orderBy: ${type}Order = ID_ASC${more}): ${type}Connection!`;
const readings =
  ', """A membership counts if it has one of these readings on the day; by default CERTAIN or PRESUMED.""" readings: [SpellReading!]';
const later = ', """Whether to include facts dated after the day.""" later: Boolean = false';

export const dyadSdl = `
"""An actor, given by its id or by a code. If both are given and do not name the same actor, the request is refused."""
input ActorRef {
  """Its id."""
  id: ID
  """One of its codes."""
  code: String
  """The scheme of the code; ignored if no code is given."""
  scheme: CodeScheme = ${defaultSchemeOf(actorTypes)}
}
"""Two actors and their relations. The order of the two changes only which is \`a\` and which is \`b\`."""
type Dyad {
  """The first of the two actors."""
  a: Actor!
  """The second of the two actors."""
  b: Actor!
  """The day on which the relations are read. It is the default of \`on\` in all fields below."""
  on: Date!
  """The organizations of which both are full members on the day, as far as is known. Request other readings to see uncertain memberships."""
  sharedOrganizations${connectionField('Organization', readings)}
  """The full memberships of the two in the organizations that they share on the day."""
  sharedMemberships${connectionField('Membership', readings)}
  """The obligations between the two, in either direction. Obligations of the same kind and period from several sources are combined."""
  obligations(@paging, """Returns only obligations with one of these readings on the day; by default all except those with NO.""" readings: [SpellReading!]): DyadObligationConnection!
  """The agreements with party actions of both, or with obligations between them. By default, agreements dated after the day are left out."""
  agreements${connectionField('Agreement', later)}
  """The exercises in which both take part as host, lead, co-organizer or participant. By default, exercises that were held or under way and start after the day are left out."""
  exercises${connectionField('Exercise', later)}
  """The events up to the day in which one acts on the other, or both act and there is no recipient; each once."""
  events${connectionField('Event')}
  """The claims of which one is the subject and the other the object, and the claims in dispute with these or with an event between the two."""
  claims${connectionField('Claim')}
  """The disputes about a claim or an event between the two."""
  disputes${connectionField('Dispute')}
  """The events between the two up to the day on Goldstein’s scale, with cooperation and conflict separately."""
  ladder: EventLadder!
}`;
