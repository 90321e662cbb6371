import { fieldsOf, prefixOf, type TypeName } from '@chancery/codebook';
import type { Compiler } from '../compile/compiler.ts';
import { onSql } from '../compile/day-asked.ts';
import { Handle } from '../compile/handle.ts';
import { constant, scalar } from '../compile/object.ts';
import { Row } from '../compile/row.ts';
import type { Emit } from '../compile/run.ts';
import { type Scope, stood, tableIn } from '../compile/scope.ts';
import type { SelectedField } from '../compile/selection.ts';
import { holdsSql, readingSql, spellColumns } from '../compile/spell-sql.ts';
import { referenceSql } from '../computed/actor-ref.ts';
import { eventLadder } from '../computed/event-ladder.ts';
import { dyadObligations } from './dyad-obligations.ts';
import { type RootContext, rootField } from './root-field.ts';
import type { Sides } from './sides.ts';

const actors = [prefixOf('State'), prefixOf('Organization')];

export const dyadRoot = rootField(
  'dyad',
  'Two actors and what the register knows of their dealings; null where one of them is not found. Everything below is as of the day: statuses and readings are those of that day, events those up to it, and what is dated later is left out unless it is asked for.',
  '("""One actor.""" a: ActorRef!, """The other.""" b: ActorRef!, """On which day; by default today, or the day of the revision.""" on: Date): Dyad',
  compileDyad,
);

function compileDyad(compiler: Compiler, { row, scope, selected }: RootContext): Emit {
  compiler.price({ path: selected.path, sizes: [], kind: 'dyad' });
  const { values, number } = compiler.argumentsOf(selected);
  const on = onSql(compiler, scope, selected);
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
  const onDay: Scope = { ...scope, name: `${scope.name} ${alias}`, on: sides.on };
  const write = compiler.object('Dyad', selected, (field) => dyadField(compiler, inner, onDay, sides, field));
  inner.add('1');
  // Kept apart from what is read of it (OFFSET 0), so that the two are looked up once.
  const place = row.add(
    `(SELECT ${inner.sql} FROM (SELECT ${side('a')} AS a, ${side('b')} AS b, ${on} AS day OFFSET 0) ${alias}${inner.joins} WHERE ${alias}.a IS NOT NULL AND ${alias}.b IS NOT NULL)`,
  );
  return inner.within(place, write);
}

function dyadField(compiler: Compiler, row: Row, scope: Scope, sides: Sides, selected: SelectedField): Emit {
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
      const both = once(compiler, row, sharedOrganizations(scope, sides, holdsOn(compiler, sides, selected)));
      return connection('Organization', (alias) => [`${alias}.id = ANY (${both})`], { ids: both });
    }
    case 'sharedMemberships': {
      const holds = holdsOn(compiler, sides, selected);
      const both = once(compiler, row, sharedOrganizations(scope, sides, holds));
      return connection('Membership', (alias) => [
        `${alias}.member_id IN (${sides.a}, ${sides.b})`,
        holds(alias),
        `${alias}.organization_id = ANY (${both})`,
      ]);
    }
    case 'obligations':
      return dyadObligations(compiler, row, scope, sides, selected);
    case 'agreements': {
      const both = once(compiler, row, sharedAgreements(compiler, scope, sides, selected));
      return connection('Agreement', (alias) => [`${alias}.id = ANY (${both})`], { ids: both });
    }
    case 'exercises': {
      const both = once(compiler, row, sharedExercises(compiler, scope, sides, selected));
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
        selected,
      );
    default:
      return constant(null);
  }
}

type Holds = (membership: string) => string;

const { validity } = fieldsOf('Membership');

/** Whether a membership is a full one that reads as is asked for on the day: by default that it holds or is presumed to. */
function holdsOn(compiler: Compiler, { on }: Sides, selected: SelectedField): Holds {
  compiler.derives = true;
  const { values, bind } = compiler.argumentsOf(selected);
  return (membership) => {
    const spell = validity && spellColumns('validity', validity, membership);
    if (!spell) throw new Error('memberships have a period');
    const reads = Array.isArray(values.readings)
      ? `${readingSql(spell, on)} = ANY (${bind('readings', 'text[]')})`
      : holdsSql(spell, on);
    return `${membership}.status = 'FULL' AND ${reads}`;
  };
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

/**
 * The organizations of both sides. The other side's are hashed (IS TRUE keeps Postgres from making it a join): unlike
 * agreements and exercises these are read from the table, and to sort both for INTERSECT would take half as long again.
 */
function sharedOrganizations(scope: Scope, { a, b }: Sides, holds: Holds): string {
  const of = (member: string, alias: string) =>
    `${alias}.organization_id FROM ${tableIn(scope, 'Membership')} ${alias} WHERE ${alias}.member_id = ${member} AND ${holds(alias)}${stood(scope, alias)}`;
  return `SELECT DISTINCT ${of(a, 'k')} AND (k.organization_id IN (SELECT ${of(b, 'l')})) IS TRUE`;
}

/** SQL for whether what is dated later than the day is asked for. */
function laterSql(compiler: Compiler, selected: SelectedField): string {
  return compiler.argumentsOf(selected).bind('later', 'boolean', (later) => later === true);
}

/**
 * The agreements on which both sides have acted or under which one owes the other something, that are dated by the day:
 * from the first of their adoption, signature, entry into force and acts. Those without any date are among them.
 */
function sharedAgreements(compiler: Compiler, scope: Scope, { a, b, on }: Sides, selected: SelectedField): string {
  const acted = (actor: string) =>
    `SELECT k.agreement_id FROM ${tableIn(scope, 'PartyAction')} k WHERE k.actor_id = ${actor}${stood(scope, 'k')}`;
  const owed = (from: string, to: string) =>
    `SELECT o.agreement_id FROM ${tableIn(scope, 'Obligation')} o WHERE o.from_id = ${from} AND o.to_id = ${to} AND o.agreement_id IS NOT NULL${stood(scope, 'o')}`;
  const firstAct = `SELECT min(least(k.date_of_act_earliest, k.date_of_effect_earliest)) FROM ${tableIn(scope, 'PartyAction')} k WHERE k.agreement_id = t.id${stood(scope, 'k')}`;
  // Most are signed by the day, and their acts need not be looked at.
  const isDated = `(t.signed_earliest <= ${on} OR coalesce(least(t.adopted_earliest, t.signed_earliest, t.entry_into_force_earliest, (${firstAct})), '-infinity') <= ${on})`;
  return `SELECT s.id FROM ((${acted(a)} INTERSECT ${acted(b)}) UNION ${owed(a, b)} UNION ${owed(b, a)}) s (id)
    WHERE ${laterSql(compiler, selected)} OR EXISTS (SELECT FROM ${tableIn(scope, 'Agreement')} t WHERE t.id = s.id AND ${isDated}${stood(scope, 't')})`;
}

/** The exercises in which both sides take part, without those held that start only after the day. */
function sharedExercises(compiler: Compiler, scope: Scope, { a, b, on }: Sides, selected: SelectedField): string {
  const takesPart = (actor: string) =>
    `SELECT k.exercise_id FROM ${tableIn(scope, 'Participation')} k WHERE k.actor_id = ${actor} AND k.role IN ('HOST', 'LEAD', 'CO_ORGANIZER', 'PARTICIPANT')${stood(scope, 'k')}`;
  return `SELECT s.id FROM (${takesPart(a)} INTERSECT ${takesPart(b)}) s (id)
    WHERE ${laterSql(compiler, selected)} OR NOT EXISTS (SELECT FROM ${tableIn(scope, 'Exercise')} e WHERE e.id = s.id AND e.status IN ('HELD', 'UNDER_WAY') AND e.start_earliest > ${on}${stood(scope, 'e')})`;
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

const rows = (type: TypeName, more = '') =>
  `(@paging, """Which rows.""" filter: ${type}Filter, """In which order.""" orderBy: ${type}Order = ID_ASC${more}): ${type}Connection!`;
const readings =
  ', """How both memberships must read on the day; by default CERTAIN or PRESUMED.""" readings: [SpellReading!]';
const later = ', """Whether those dated later than the day are among them.""" later: Boolean = false';

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
  """The day as of which everything is told: it is the default of \`on\` in all that is below."""
  on: Date!
  """Organizations of which both are full members on the day, as far as is known: ask for other readings to see where the register cannot tell."""
  sharedOrganizations${rows('Organization', readings)}
  """The memberships of the two in those organizations."""
  sharedMemberships${rows('Membership', readings)}
  """What one owes the other under alliances, in either direction. Statements of several sources that agree on kind and period are one."""
  obligations(@paging, """How they must read on the day; by default all but those whose period does not include it.""" readings: [SpellReading!]): DyadObligationConnection!
  """Agreements on which both have acted or under which one owes the other something, from the first act by the day on. Those without a date are among them."""
  agreements${rows('Agreement', later)}
  """Exercises in which both take part as host, lead, co-organizer or participant. Those held that start after the day are left out, announced ones are not."""
  exercises${rows('Exercise', later)}
  """Events in which one acts on the other, or both act together on nobody; each once."""
  events${rows('Event')}
  """Claims of which one is subject and the other object, and claims in dispute with those or with an event between the two."""
  claims${rows('Claim')}
  """Disputes of which one side is a claim about the two or an event between them."""
  disputes${rows('Dispute')}
  """The events between the two on Goldstein’s scale: cooperation and conflict apart."""
  ladder: EventLadder!
}`;
