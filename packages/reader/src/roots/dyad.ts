import { prefixOf, type TypeName } from '@chancery/codebook';
import type { Asked, Compiler } from '../compile/compiler.ts';
import { Handle } from '../compile/handle.ts';
import { constant, scalar } from '../compile/object.ts';
import { Row } from '../compile/row.ts';
import type { Emit } from '../compile/run.ts';
import { type Scope, stood, tableIn } from '../compile/scope.ts';
import { referenceSql } from '../computed/actor-ref.ts';
import { eventLadder } from '../computed/event-ladder.ts';
import { onSql } from '../computed/party-status.ts';
import { type RootContext, rootField } from './root-field.ts';

/** The two sides of a dyad and its day, as SQL. */
export interface Sides {
  readonly a: string;
  readonly b: string;
  readonly on: string;
}

const actors = [prefixOf('State'), prefixOf('Organization')];

export const dyadRoot = rootField(
  'dyad',
  'Two actors and what the register knows of their dealings; null where one of them is not found. On a day: statuses are those of that day, and events those up to it.',
  '("""One actor.""" a: ActorRef!, """The other.""" b: ActorRef!, """On which day; by default today, or the day of the revision.""" on: Date): Dyad',
  compileDyad,
);

function compileDyad(compiler: Compiler, { row, scope, asked }: RootContext): Emit {
  compiler.price({ path: asked.path, sizes: [], kind: 'dyad' });
  const { values, number } = compiler.argumentsOf(asked);
  const on = onSql(compiler, scope, asked);
  const side = (name: 'a' | 'b') =>
    referenceSql(
      compiler,
      scope,
      actors,
      values[name] as Record<string, unknown>,
      (part, cast) =>
        compiler.bind((run) => (run.args[number]?.[name] as Record<string, unknown> | undefined)?.[part] ?? null, cast),
      on,
      'ISO_A3',
    );
  const inner = new Row();
  const alias = compiler.alias('d');
  const sides: Sides = { a: `${alias}.a`, b: `${alias}.b`, on: `${alias}.day` };
  const write = compiler.object('Dyad', asked, (field) => dyadField(compiler, inner, scope, sides, field));
  inner.add('1');
  // Kept apart from what is read of it (OFFSET 0), so that the two are looked up once.
  const place = row.add(
    `(SELECT ${inner.sql} FROM (SELECT ${side('a')} AS a, ${side('b')} AS b, ${on} AS day OFFSET 0) ${alias}${inner.joins} WHERE ${alias}.a IS NOT NULL AND ${alias}.b IS NOT NULL)`,
  );
  return inner.within(place, write);
}

function dyadField(compiler: Compiler, row: Row, scope: Scope, sides: Sides, asked: Asked): Emit {
  const resolved = compiler.resolvedField('Dyad', asked, { row, scope, on: sides.on }, [sides.a, sides.b]);
  if (resolved) return resolved;
  const from = new Handle(sides.a, { row, scope, alias: compiler.alias });
  const connection = (type: TypeName, where: (alias: string) => readonly string[], of?: { ids: string }) =>
    compiler.connection(type, where, asked, { row, scope }, [], of);
  switch (asked.name) {
    case 'a':
    case 'b':
      return compiler.linked('Actor', sides[asked.name], from, asked, []);
    case 'on':
      return scalar(row.add(sides.on));
    case 'sharedOrganizations': {
      const both = once(compiler, row, sharedOrganizations(scope, sides));
      return connection('Organization', (alias) => [`${alias}.id = ANY (${both})`], { ids: both });
    }
    case 'sharedMemberships': {
      const both = once(compiler, row, sharedOrganizations(scope, sides));
      return connection('Membership', (alias) => [
        `${alias}.member_id IN (${sides.a}, ${sides.b})`,
        holds(alias, sides.on),
        `${alias}.organization_id = ANY (${both})`,
      ]);
    }
    case 'agreements': {
      const both = once(
        compiler,
        row,
        shared(sides, (actor) => agreementsOf(scope, actor)),
      );
      return connection('Agreement', (alias) => [`${alias}.id = ANY (${both})`], { ids: both });
    }
    case 'exercises': {
      const both = once(
        compiler,
        row,
        shared(sides, (actor) => exercisesOf(scope, actor)),
      );
      return connection('Exercise', (alias) => [`${alias}.id = ANY (${both})`], { ids: both });
    }
    case 'events':
      return connection('Event', (alias) => [between(scope, sides, alias), upTo(alias, sides.on)]);
    case 'claims':
      return connection('Claim', (alias) => [`(${isDirect(sides, alias)} OR ${disputesTheDyad(scope, sides, alias)})`]);
    case 'disputes':
      return connection('Dispute', (alias) => [
        `(${ofTheDyad(scope, sides, `${alias}.one_id`)} OR ${ofTheDyad(scope, sides, `${alias}.other_id`)})`,
      ]);
    case 'ladder':
      return eventLadder(
        compiler,
        row,
        scope,
        { where: (alias) => [between(scope, sides, alias), upTo(alias, sides.on)] },
        asked,
      );
    default:
      return constant(null);
  }
}

/**
 * Whether a membership holds on a day as far as can be told: full, and the day not outside its period. An unknown bound
 * excludes nothing, and neither does a period that is not stated.
 */
function holds(membership: string, on: string): string {
  return `${membership}.status = 'FULL' AND (${membership}.validity_earliest > ${on}) IS NOT TRUE AND (${membership}.validity_latest < ${on}) IS NOT TRUE`;
}

/**
 * SQL for an array of the ids that a selection gives. They are found once, whatever is counted and paged from them: the
 * dealings of one actor are few, and those of a dyad fewer.
 */
function once(compiler: Compiler, row: Row, ids: string): string {
  const alias = compiler.alias('s');
  row.join(`CROSS JOIN LATERAL (SELECT ARRAY(${ids}) AS ids OFFSET 0) ${alias}`);
  return `${alias}.ids`;
}

/** The ids that selections of both sides have in common. */
function shared({ a, b }: Sides, idsOf: (actor: string) => string): string {
  return `${idsOf(a)} INTERSECT ${idsOf(b)}`;
}

/**
 * The organizations of both sides. The other side's are hashed (IS TRUE keeps Postgres from making it a join): unlike
 * agreements and exercises these are read from the table, and to sort both for INTERSECT would take half as long again.
 */
function sharedOrganizations(scope: Scope, { a, b, on }: Sides): string {
  const of = (member: string, alias: string) =>
    `${alias}.organization_id FROM ${tableIn(scope, 'Membership')} ${alias} WHERE ${alias}.member_id = ${member} AND ${holds(alias, on)}${stood(scope, alias)}`;
  return `SELECT DISTINCT ${of(a, 'k')} AND (k.organization_id IN (SELECT ${of(b, 'l')})) IS TRUE`;
}

function agreementsOf(scope: Scope, actor: string): string {
  return `SELECT k.agreement_id FROM ${tableIn(scope, 'PartyAction')} k WHERE k.actor_id = ${actor}${stood(scope, 'k')}`;
}

function exercisesOf(scope: Scope, actor: string): string {
  return `SELECT k.exercise_id FROM ${tableIn(scope, 'Participation')} k WHERE k.actor_id = ${actor} AND k.role IN ('HOST', 'LEAD', 'CO_ORGANIZER', 'PARTICIPANT')${stood(scope, 'k')}`;
}

function upTo(event: string, on: string): string {
  return `coalesce(${event}.date_earliest, '-infinity') <= ${on}`;
}

const stands = (scope: Scope, event: string, actor: string, role: string) =>
  `EXISTS (SELECT FROM ${tableIn(scope, 'EventActor')} k WHERE k.event_id = ${event}.id AND k.agent_id = ${actor} AND k.role = '${role}'${stood(scope, 'k')})`;

/** Events of a dyad: one acts on the other, or both act and nobody is acted upon. */
function between(scope: Scope, { a, b }: Sides, event: string): string {
  const acts = (actor: string) => stands(scope, event, actor, 'ACTOR');
  const receives = (actor: string) => stands(scope, event, actor, 'RECIPIENT');
  const nobody = `NOT EXISTS (SELECT FROM ${tableIn(scope, 'EventActor')} k WHERE k.event_id = ${event}.id AND k.role = 'RECIPIENT'${stood(scope, 'k')})`;
  const both = `${event}.id IN (SELECT k.event_id FROM ${tableIn(scope, 'EventActor')} k WHERE k.agent_id = ${a}${stood(scope, 'k')} INTERSECT SELECT k.event_id FROM ${tableIn(scope, 'EventActor')} k WHERE k.agent_id = ${b}${stood(scope, 'k')})`;
  return `(${both} AND ((${acts(a)} AND ${receives(b)}) OR (${acts(b)} AND ${receives(a)}) OR (${acts(a)} AND ${acts(b)} AND ${nobody})))`;
}

/** A claim about the two: one is its subject and the other its object. */
function isDirect({ a, b }: Sides, claim: string): string {
  return `((${claim}.subject_id = ${a} AND ${claim}.object_id = ${b}) OR (${claim}.subject_id = ${b} AND ${claim}.object_id = ${a}))`;
}

/** Whether a fact is a claim about the two or an event between them. */
function ofTheDyad(scope: Scope, sides: Sides, fact: string): string {
  return `(EXISTS (SELECT FROM ${tableIn(scope, 'Claim')} q WHERE q.id = ${fact} AND ${isDirect(sides, 'q')}${stood(scope, 'q')})
    OR EXISTS (SELECT FROM ${tableIn(scope, 'Event')} v WHERE v.id = ${fact} AND ${between(scope, sides, 'v')}${stood(scope, 'v')}))`;
}

/** Whether a claim is in dispute with a claim about the two or with an event between them. */
function disputesTheDyad(scope: Scope, sides: Sides, claim: string): string {
  const dispute = tableIn(scope, 'Dispute');
  return `EXISTS (SELECT FROM ${dispute} z WHERE ((z.one_id = ${claim}.id AND ${ofTheDyad(scope, sides, 'z.other_id')}) OR (z.other_id = ${claim}.id AND ${ofTheDyad(scope, sides, 'z.one_id')}))${stood(scope, 'z')})`;
}

const rows = (type: TypeName) =>
  `(@paging, """Which rows.""" filter: ${type}Filter, """In which order.""" orderBy: ${type}Order = ID_ASC): ${type}Connection!`;

export const dyadSdl = `
"""An actor, by its id or by a code of a scheme."""
input ActorRef {
  """Its id."""
  id: ID
  """A code of it."""
  code: String
  """The scheme of the code."""
  scheme: CodeScheme = ISO_A3
}
"""Two actors and what the register knows of their dealings. Its parts read the same whichever of the two comes first."""
type Dyad {
  """One of the two."""
  a: Actor!
  """The other."""
  b: Actor!
  """The day on which statuses fall, and up to which events are taken."""
  on: Date!
  """Organizations of which both are full members on the day. A membership whose dates are not stated counts; see its period."""
  sharedOrganizations${rows('Organization')}
  """The memberships of the two in those organizations."""
  sharedMemberships${rows('Membership')}
  """Agreements on which both have acted."""
  agreements${rows('Agreement')}
  """Exercises in which both take part as host, lead, co-organizer or participant, announced or held."""
  exercises${rows('Exercise')}
  """Events in which one acts on the other, or both act together on nobody; each once."""
  events${rows('Event')}
  """Claims of which one is subject and the other object, and claims in dispute with those or with an event between the two."""
  claims${rows('Claim')}
  """Disputes of which one side is a claim about the two or an event between them."""
  disputes${rows('Dispute')}
  """The events between the two on Goldstein’s scale: cooperation and conflict apart."""
  ladder: EventLadder!
}`;
