import { type CodeScheme, type TypeName, typeOf } from '@chancery/codebook';
import { type FieldNode, Kind } from 'graphql';
import type { RecordedReference } from '../compile/recorded-inputs.ts';
import type { Arguments, Run } from '../compile/run.ts';
import { asOfSql, type Scope, tableSql } from '../compile/scope.ts';
import { storable } from '../compile/storable.ts';
import { defaultSchemeOf } from '../computed/actor-ref.ts';
import type { StatementRunner } from '../statements/statement-runner.ts';
import { ClientError } from './client-error.ts';
import { fieldFor, givenReference, typeOfId } from './input-checks.ts';
import type { UnmetInput } from './unmet-inputs.ts';

type UnmetReference = Extract<UnmetInput, { kind: 'reference' }>;

/** What the register knows of one reference at its revision and on its day; all undefined if it knows nothing. */
interface Known {
  /** The fact with the id. */
  readonly byId: Named | undefined;
  /** The fact that has the code in the scheme. */
  readonly byCode: Named | undefined;
  /** A fact that has the code in another scheme, and that scheme. */
  readonly elsewhere: (Named & { readonly scheme: string }) | undefined;
  readonly day: string;
}

interface Named {
  readonly id: string;
  readonly label: string;
}

/**
 * Returns the error for the first argument that contradicts itself or the register: a revision after the latest, an id and
 * a code of different facts, or a code that belongs to a fact of another type or, if no scheme is given, to another scheme.
 * Returns undefined if the register merely does not have what was asked for. Asks the database only if a reference was not
 * found, with one statement for all of them.
 */
export async function explainInputs(
  unmet: readonly UnmetInput[],
  run: Run,
  { statements, withholds, head }: { statements: StatementRunner; withholds: boolean; head: number },
): Promise<ClientError | undefined> {
  for (const input of unmet) {
    if (input.kind === 'at') return missingRevision(run.args[input.number] ?? {}, input.path, head);
    if (input.kind === 'since') return futureSince(input);
  }
  const references = unmet
    .filter((input): input is UnmetReference => input.kind === 'reference')
    .filter(({ reference }) => typeof givenReference(reference, run.args).code === 'string');
  if (references.length === 0) return undefined;
  const known = await lookUp(references, run, { statements, withholds });
  for (const [at, { reference }] of references.entries()) {
    const found = known[at];
    const message = found && contradiction(reference, givenReference(reference, run.args), found);
    if (message === undefined) continue;
    const { part, path } = reference;
    return new ClientError('BAD_USER_INPUT', message, part === undefined ? path : [...path, part]);
  }
  return undefined;
}

function missingRevision({ revision, time }: Arguments, path: readonly string[], head: number): ClientError {
  if (typeof revision === 'number')
    return new ClientError('NO_SUCH_REVISION', `There is no revision ${revision}: the latest is ${head}.`, path, {
      asked: revision,
      latest: head,
    });
  const message = `No revision had been merged by ${String(time)}. Give a time after the first revision.`;
  return new ClientError('NO_SUCH_REVISION', message, path, { latest: head });
}

function futureSince({ path, since, latest }: Extract<UnmetInput, { kind: 'since' }>): ClientError {
  const message = `There are no changes since revision ${since}: the latest revision here is ${latest}. Give a revision up to ${latest}.`;
  return new ClientError('NO_SUCH_REVISION', message, [...path, 'since'], { asked: since, latest });
}

const schemeOf = ({ types }: RecordedReference, { scheme }: Arguments): CodeScheme =>
  (scheme as CodeScheme | null | undefined) ?? defaultSchemeOf(types ?? []);

async function lookUp(
  references: readonly UnmetReference[],
  { args, today }: Run,
  { statements, withholds }: { statements: StatementRunner; withholds: boolean },
): Promise<readonly Known[]> {
  const given = references.map(({ reference }) => givenReference(reference, args));
  const columns: readonly (readonly unknown[])[] = [
    given.map(({ id }) => storable(id) ?? null),
    given.map(({ code }) => storable(code) ?? null),
    references.map(({ reference }, at) => schemeOf(reference, given[at] ?? {})),
    references.map(({ reference, isPast }) => args[reference.number]?.on ?? (isPast ? null : today)),
    references.map(({ revision }) => revision),
    references.map(({ reference }) => (reference.types ?? []).map((type) => typeOf(type).prefix).join()),
  ];
  const rows = await statements.run(statement(withholds), columns);
  return rows.map(([day, byId, idLabel, byCode, codeLabel, elsewhere, otherLabel, scheme]) => ({
    day: String(day),
    byId: named(byId, idLabel),
    byCode: named(byCode, codeLabel),
    elsewhere:
      typeof elsewhere === 'string' ? { id: elsewhere, label: String(otherLabel), scheme: String(scheme) } : undefined,
  }));
}

function named(id: unknown, label: unknown): Named | undefined {
  return typeof id === 'string' ? { id, label: String(label) } : undefined;
}

/** Returns the statement that looks references up in the history, each at its own revision and on its own day. */
function statement(withholds: boolean): string {
  const scope: Scope = {
    ...{ name: 'explained', schema: 'history', revision: 'r.revision', withholds, showsDeskFields: false, on: 'd.day' },
  };
  const fact = tableSql(scope, 'fact');
  const owner = (condition: string, order: string) =>
    `(SELECT f.id, f.label, x.scheme FROM ${tableSql(scope, 'ExternalCode')} x JOIN ${fact} f ON f.id = x.of_id${asOfSql(scope, 'f')}
      WHERE x.value = r.code AND ${condition}${asOfSql(scope, 'x')}
        AND coalesce(x.validity_earliest, '-infinity') <= d.day AND coalesce(x.validity_latest, 'infinity') >= d.day
      ORDER BY ${order} LIMIT 1)`;
  const isAllowed = "split_part(f.id, '_', 1) = ANY (string_to_array(r.prefixes, ','))";
  return `SELECT d.day::text, i.id, i.label, c.id, c.label, o.id, o.label, o.scheme
    FROM unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::integer[], $6::text[])
      WITH ORDINALITY AS r (id, code, scheme, day, revision, prefixes, place)
    CROSS JOIN LATERAL (SELECT coalesce(r.day, (SELECT (v.at AT TIME ZONE 'UTC')::date FROM ledger.public_revision v WHERE v.number = r.revision)) AS day) d
    LEFT JOIN LATERAL (SELECT f.id, f.label FROM ${fact} f WHERE f.id = r.id${asOfSql(scope, 'f')}) i ON true
    LEFT JOIN LATERAL ${owner('x.scheme = r.scheme', `${isAllowed} DESC, f.id`)} c ON true
    LEFT JOIN LATERAL ${owner('x.scheme <> r.scheme', `${isAllowed} DESC, x.scheme, f.id`)} o ON true
    ORDER BY r.place`;
}

/** Returns how a reference contradicts what the register knows; undefined if it does not. */
function contradiction(reference: RecordedReference, given: Arguments, known: Known): string | undefined {
  const { types = [], node, part } = reference;
  const scheme = schemeOf(reference, given);
  const code = `the code ${String(given.code).slice(0, 60)} of the scheme ${scheme}`;
  const { byId, byCode, elsewhere, day } = known;
  if (typeof given.id === 'string') {
    if (byId && byCode && byId.id !== byCode.id)
      return `The id and the code name two facts: ${nameOf(byId)} has the id, and ${nameOf(byCode)} has ${code} on ${day}. Give one of the two.`;
    if (byId && !byCode)
      return `The id and the code do not agree: ${nameOf(byId)} has the id, but no fact has ${code} on ${day}. Give one of the two.`;
    if (byCode && !byId)
      return `The id and the code do not agree: ${nameOf(byCode)} has ${code} on ${day}, but no fact has the id. Give one of the two.`;
    return undefined;
  }
  if (byCode) {
    const type = otherType(byCode, types);
    if (type === undefined) return undefined;
    return `${nameOf(byCode)} has ${code} on ${day}. It is a fact of the type ${type}, but this field takes only ${types.join(' or ')}. ${fieldFor(type)}`;
  }
  if (!elsewhere || givesScheme(node, part, scheme === defaultSchemeOf(types))) return undefined;
  const type = otherType(elsewhere, types);
  const advice = type === undefined ? '' : ` ${fieldFor(type)}`;
  return `No fact has ${code}, which is used if no scheme is given. ${nameOf(elsewhere)} has the code in the scheme ${elsewhere.scheme}: give scheme: ${elsewhere.scheme}.${advice}`;
}

/** Returns the type of a fact that is of none of the types; undefined if it is of one of them. */
function otherType({ id }: Named, types: readonly TypeName[]): TypeName | undefined {
  const type = typeOfId(id);
  return type === undefined || types.includes(type) ? undefined : type;
}

function nameOf({ id, label }: Named): string {
  return `${label} (${id})`;
}

/**
 * Whether the document gives the scheme of a reference. If the whole reference is a variable, whose default schemes
 * graphql-js has filled in, it counts as given unless it is the default.
 */
function givesScheme(node: FieldNode | undefined, part: string | undefined, isDefault: boolean): boolean {
  const written = (name: string) => node?.arguments?.find((argument) => argument.name.value === name)?.value;
  if (part === undefined) return written('scheme') !== undefined;
  const value = written(part);
  if (value?.kind !== Kind.OBJECT) return !isDefault;
  return value.fields.some(({ name }) => name.value === 'scheme');
}
