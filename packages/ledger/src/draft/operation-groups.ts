import type { Operation, Problem } from '@chancery/changesets';
import type { Changeset } from '../changeset.ts';
import type { Queryable } from '../sql.ts';
import { maxSamples } from './findings.ts';
import { changesOf, type FactChange, labelsOf, live } from './net-operations.ts';

/** Which facts of a changeset: by type, kind of operation, and the rule that warns of them; null for no warning. */
export interface GroupKey {
  readonly type: string;
  readonly kind: string;
  readonly code: string | null;
}

/** What a reviewer says of a group: it was looked at, or it has to be mended as the note says. */
export type GroupJudgement = 'LOOKED_AT' | 'TO_MEND';

/** What one reviewer says of a group of a sealed version. */
export interface GroupVerdict {
  readonly verdict: GroupJudgement;
  readonly note: string;
  readonly by: string;
  readonly at: Date;
}

/** Facts of a changeset to which the same happens, and of which the rules found the same. */
export interface OperationGroup extends GroupKey {
  readonly facts: number;
  /** The facts of this type and kind, with warnings and without. */
  readonly factsInAll: number;
  /** The first few. */
  readonly samples: readonly { readonly id: string; readonly label: string }[];
  readonly verdicts: readonly GroupVerdict[];
}

interface Counted extends GroupKey {
  readonly facts: number;
  readonly factsInAll: number;
  readonly operationsInAll: number;
  readonly samples: readonly string[];
}

/**
 * The groups of a changeset as it stands, by type, kind and warning. Those of a sealed version were counted when it was
 * submitted and are read. Those of a draft are counted as its operations were written, and its warnings are not known yet.
 */
export async function operationGroups(client: Queryable, changeset: Changeset): Promise<OperationGroup[]> {
  const { id, version } = changeset;
  const sealed = await sealedGroups(client, changeset);
  const counted = sealed.length > 0 ? sealed : await draftGroups(client, changeset);
  const labels = await labelsOf(client, id, [...new Set(counted.flatMap(({ samples }) => samples))]);
  const verdicts = await verdictsOf(client, id, version);
  return counted.map(({ operationsInAll: _operations, ...group }) => ({
    ...group,
    samples: group.samples.map((fact) => ({ id: fact, label: labels.get(fact) ?? fact })),
    verdicts: verdicts.filter(
      ({ type, kind, code }) => type === group.type && kind === group.kind && code === group.code,
    ),
  }));
}

/** The groups of a sealed version as they were counted; none for a draft. */
async function sealedGroups(
  client: Queryable,
  { id, version, sealedVersion }: Pick<Changeset, 'id' | 'version' | 'sealedVersion'>,
): Promise<Counted[]> {
  if (version !== sealedVersion) return [];
  const { rows } = await client.query<Counted>(
    `SELECT type, kind, nullif(code, '') AS code, facts, facts_in_all AS "factsInAll", operations_in_all AS "operationsInAll", samples
     FROM ledger.sealed_group WHERE changeset_id = $1 AND version = $2 ORDER BY type, kind, sealed_group.code`,
    [id, version],
  );
  return rows;
}

/** Whether a changeset has more operations than so many: found without counting them all. */
export async function hasMoreOperations(
  client: Queryable,
  { id, version }: Pick<Changeset, 'id' | 'version'>,
  than: number,
): Promise<boolean> {
  const { rows } = await client.query<{ more: boolean }>(
    `SELECT count(*) > $3 AS more FROM (SELECT FROM desk.operation WHERE ${live('$2')} LIMIT $3::int + 1) o`,
    [id, version, than],
  );
  return rows[0]?.more === true;
}

/**
 * How many facts, or citations, a changeset touches, by type and kind of operation: net for a sealed version, and as the
 * operations were written for a draft.
 */
export async function countOperations(
  client: Queryable,
  changeset: Pick<Changeset, 'id' | 'version' | 'sealedVersion'>,
): Promise<{ type: string; kind: string; facts: number }[]> {
  const sealed = await sealedGroups(client, changeset);
  if (sealed.length > 0) {
    const counts = new Map(sealed.map(({ type, kind, ...group }) => [`${type} ${kind}`, { type, kind, ...group }]));
    return [...counts.values()].map(({ type, kind, factsInAll, operationsInAll }) => ({
      type,
      kind,
      facts: kind === 'cite' || kind === 'uncite' ? operationsInAll : factsInAll,
    }));
  }
  const { rows } = await client.query<{ type: string; kind: string; facts: number }>(
    `SELECT type, kind, count(DISTINCT CASE WHEN kind IN ('cite', 'uncite') THEN payload ->> 'citation' ELSE fact_id END)::int AS facts
     FROM desk.operation WHERE ${live('$2')} GROUP BY type, kind ORDER BY type, kind`,
    [changeset.id, changeset.version],
  );
  return rows;
}

async function draftGroups(client: Queryable, { id, version }: Changeset): Promise<Counted[]> {
  const { rows } = await client.query<Counted>(
    `SELECT g.type, g.kind, NULL AS code, g.facts, g.facts AS "factsInAll", g.operations AS "operationsInAll", ARRAY(
       SELECT DISTINCT fact_id FROM desk.operation o
       WHERE ${live('$2')} AND o.type = g.type AND o.kind = g.kind ORDER BY fact_id LIMIT ${maxSamples}) AS samples
     FROM (
       SELECT type, kind, count(DISTINCT fact_id)::int AS facts, count(*)::int AS operations
       FROM desk.operation WHERE ${live('$2')} GROUP BY type, kind) g
     ORDER BY g.type, g.kind`,
    [id, version],
  );
  return rows;
}

async function verdictsOf(
  client: Queryable,
  changesetId: string,
  version: number,
): Promise<(GroupKey & GroupVerdict)[]> {
  const { rows } = await client.query<GroupKey & GroupVerdict>(
    `SELECT type, kind, nullif(code, '') AS code, verdict, note, by, at FROM desk.group_verdict
     WHERE changeset_id = $1 AND version = $2 ORDER BY at, by`,
    [changesetId, version],
  );
  return rows;
}

/** A page of a group, and where the next one begins. */
export interface GroupPage {
  readonly changes: readonly FactChange[];
  readonly more: boolean;
  readonly cursor: string | undefined;
}

/** How often a page is filled up, where operations on a fact fold into something else than the group holds. */
const mostRounds = 10;

/**
 * What a changeset does to the facts of one group, in the order of their ids, with what the rules found of each. It
 * begins after an id, so that a page costs the same wherever it is. A page may be shorter than asked where operations
 * that were written have been folded away; `more` says whether others follow.
 */
export async function groupChanges(
  client: Queryable,
  changeset: Pick<Changeset, 'id' | 'version'>,
  group: GroupKey,
  { first, after = '' }: { first: number; after?: string },
): Promise<GroupPage> {
  const { id, version } = changeset;
  const changes: FactChange[] = [];
  let cursor = after;
  let more = true;
  for (let round = 0; more && changes.length < first && round < mostRounds; round += 1) {
    const wanted = first - changes.length;
    const members = await membersOf(client, changeset, group, cursor, wanted + 1);
    const page = members.slice(0, wanted);
    more = members.length > wanted;
    cursor = page.at(-1) ?? cursor;
    const folded = await changesOf(client, id, version, page);
    changes.push(...folded.filter(({ operations }) => operations.some((operation) => isOf(operation, group))));
  }
  return {
    changes: await withFindings(client, changeset, group, changes),
    more,
    cursor: cursor === '' ? undefined : cursor,
  };
}

function isOf(operation: Operation, { type, kind }: GroupKey): boolean {
  return operation.type === type && operation.kind === kind;
}

async function membersOf(
  client: Queryable,
  { id, version }: Pick<Changeset, 'id' | 'version'>,
  { type, kind, code }: GroupKey,
  after: string,
  limit: number,
): Promise<string[]> {
  const { rows } =
    code === null
      ? await client.query<{ fact: string }>(
          `SELECT DISTINCT fact_id AS fact FROM desk.operation o
           WHERE ${live('$2')} AND type = $3 AND kind = $4 AND fact_id > $5 AND NOT EXISTS (
             SELECT FROM ledger.finding f WHERE f.changeset_id = $1 AND f.version = $2 AND f.fact_id = o.fact_id AND f.kind = o.kind)
           ORDER BY fact_id LIMIT $6`,
          [id, version, type, kind, after, limit],
        )
      : await client.query<{ fact: string }>(
          `SELECT fact_id AS fact FROM ledger.finding
           WHERE changeset_id = $1 AND version = $2 AND type = $3 AND kind = $4 AND code = $5 AND fact_id > $6
           ORDER BY fact_id LIMIT $7`,
          [id, version, type, kind, code, after, limit],
        );
  return rows.map(({ fact }) => fact);
}

async function withFindings(
  client: Queryable,
  { id, version }: Pick<Changeset, 'id' | 'version'>,
  { type, kind, code }: GroupKey,
  changes: readonly FactChange[],
): Promise<FactChange[]> {
  if (code === null || changes.length === 0) return [...changes];
  const { rows } = await client.query<{ fact: string; problems: Problem[] }>(
    `SELECT fact_id AS fact, problems FROM ledger.finding
     WHERE changeset_id = $1 AND version = $2 AND type = $3 AND kind = $4 AND fact_id = ANY ($5) ORDER BY code`,
    [id, version, type, kind, changes.map(({ fact }) => fact)],
  );
  return changes.map((change) => ({
    ...change,
    problems: [...change.problems, ...rows.filter(({ fact }) => fact === change.fact).flatMap((row) => row.problems)],
  }));
}
