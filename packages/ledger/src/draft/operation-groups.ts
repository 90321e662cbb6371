import type { Operation, OperationKind, Problem } from '@chancery/changesets';
import type { FactTypeName } from '@chancery/codebook';
import type { Changeset } from '../changeset.ts';
import type { Queryable } from '../sql.ts';
import { maxSamples } from './findings.ts';
import { changesOf, type FactChange, inVersionSql, labelsOf } from './net-operations.ts';

/**
 * Identifies a group of facts in a changeset: by type, kind of operation and code of a warning. `code` is null for
 * facts without a warning, and for all facts of a draft.
 */
export interface GroupKey {
  readonly type: FactTypeName;
  readonly kind: OperationKind;
  readonly code: string | null;
}

/**
 * A reviewer's judgement on a group: LOOKED_AT if it is reviewed, TO_MEND if it needs the changes that the note names.
 */
export type GroupJudgement = 'LOOKED_AT' | 'TO_MEND';

/** A stored verdict of one reviewer on a group of a sealed version. */
export interface GroupVerdict {
  readonly verdict: GroupJudgement;
  readonly note: string;
  readonly by: string;
  readonly at: Date;
}

/** Facts of a changeset with the same type, kind of operation and warning. */
export interface OperationGroup extends GroupKey {
  readonly facts: number;
  /** The number of facts with this type and kind of operation, with and without warnings. */
  readonly factsInAll: number;
  /** The first facts of the group by id, at most {@link maxSamples}. */
  readonly samples: readonly { readonly id: string; readonly label: string }[];
  readonly verdicts: readonly GroupVerdict[];
}

interface CountedGroup extends GroupKey {
  readonly facts: number;
  readonly factsInAll: number;
  readonly operationsInAll: number;
  readonly samples: readonly string[];
}

/**
 * Lists the groups of the current version of a changeset, by type, kind and warning. The groups of a sealed version
 * were stored when it was submitted. The groups of any other version are counted from its operations before folding,
 * and its warnings are not known yet.
 */
export async function operationGroups(client: Queryable, changeset: Changeset): Promise<OperationGroup[]> {
  const { id, version } = changeset;
  const sealed = await sealedGroups(client, changeset);
  const groups = sealed.length > 0 ? sealed : await draftGroups(client, changeset);
  const labels = await labelsOf(client, id, [...new Set(groups.flatMap(({ samples }) => samples))]);
  const verdicts = await verdictsOf(client, id, version);
  return groups.map(({ operationsInAll: _operations, ...group }) => ({
    ...group,
    samples: group.samples.map((fact) => ({ id: fact, label: labels.get(fact) ?? fact })),
    verdicts: verdicts.filter(
      ({ type, kind, code }) => type === group.type && kind === group.kind && code === group.code,
    ),
  }));
}

/** Reads the stored groups of a changeset; an empty array if its current version is not sealed. */
async function sealedGroups(
  client: Queryable,
  { id, version, sealedVersion }: Pick<Changeset, 'id' | 'version' | 'sealedVersion'>,
): Promise<CountedGroup[]> {
  if (version !== sealedVersion) return [];
  const { rows } = await client.query<CountedGroup>(
    `SELECT type, kind, nullif(code, '') AS code, facts, facts_in_all AS "factsInAll", operations_in_all AS "operationsInAll", samples
     FROM ledger.sealed_group WHERE changeset_id = $1 AND version = $2 ORDER BY type, kind, sealed_group.code`,
    [id, version],
  );
  return rows;
}

/**
 * Whether the current version of a changeset has more operations, before folding, than `than`. Counts at most one more
 * than that.
 */
export async function hasMoreOperations(
  client: Queryable,
  { id, version }: Pick<Changeset, 'id' | 'version'>,
  than: number,
): Promise<boolean> {
  const { rows } = await client.query<{ more: boolean }>(
    `SELECT count(*) > $3 AS more FROM (SELECT FROM desk.operation WHERE ${inVersionSql('$2')} LIMIT $3::int + 1) o`,
    [id, version, than],
  );
  return rows[0]?.more === true;
}

/**
 * Counts what the current version of a changeset changes, by type and kind of operation: citations for `cite` and
 * `uncite`, facts for other kinds. A sealed version is counted by its net operations, any other version by its
 * operations before folding.
 */
export async function countChanges(
  client: Queryable,
  changeset: Pick<Changeset, 'id' | 'version' | 'sealedVersion'>,
): Promise<Pick<CountedGroup, 'type' | 'kind' | 'facts'>[]> {
  const sealed = await sealedGroups(client, changeset);
  if (sealed.length > 0) {
    const counts = new Map(sealed.map(({ type, kind, ...group }) => [`${type} ${kind}`, { type, kind, ...group }]));
    return [...counts.values()].map(({ type, kind, factsInAll, operationsInAll }) => ({
      type,
      kind,
      facts: kind === 'cite' || kind === 'uncite' ? operationsInAll : factsInAll,
    }));
  }
  const { rows } = await client.query<Pick<CountedGroup, 'type' | 'kind' | 'facts'>>(
    `SELECT type, kind, count(DISTINCT CASE WHEN kind IN ('cite', 'uncite') THEN payload ->> 'citation' ELSE fact_id END)::int AS facts
     FROM desk.operation WHERE ${inVersionSql('$2')} GROUP BY type, kind ORDER BY type, kind`,
    [changeset.id, changeset.version],
  );
  return rows;
}

async function draftGroups(client: Queryable, { id, version }: Changeset): Promise<CountedGroup[]> {
  const { rows } = await client.query<CountedGroup>(
    `SELECT g.type, g.kind, NULL AS code, g.facts, g.facts AS "factsInAll", g.operations AS "operationsInAll", ARRAY(
       SELECT DISTINCT fact_id FROM desk.operation o
       WHERE ${inVersionSql('$2')} AND o.type = g.type AND o.kind = g.kind ORDER BY fact_id LIMIT ${maxSamples}) AS samples
     FROM (
       SELECT type, kind, count(DISTINCT fact_id)::int AS facts, count(*)::int AS operations
       FROM desk.operation WHERE ${inVersionSql('$2')} GROUP BY type, kind) g
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

/**
 * A page of a group. The next page starts after the fact id `cursor`: that of the last fact read or, if none was read,
 * the one after which this page starts; undefined if there is neither.
 */
export interface GroupPage {
  readonly changes: readonly FactChange[];
  readonly more: boolean;
  readonly cursor: string | undefined;
}

/**
 * The maximum number of rounds to fill a page. A round can yield fewer changes than facts, because the operations on a
 * fact may fold into another kind and so leave the group.
 */
const maxRounds = 10;

/**
 * Reads what a changeset does to the facts of one group, in the order of fact ids, with the problems of each fact. A
 * page starts after the fact id `after`, so that every page costs the same. It may be shorter than `first`, because
 * operations may fold away; `more` is true if another page follows.
 */
export async function changesOfGroup(
  client: Queryable,
  changeset: Pick<Changeset, 'id' | 'version'>,
  group: GroupKey,
  { first, after = '' }: { first: number; after?: string },
): Promise<GroupPage> {
  const { id, version } = changeset;
  const changes: FactChange[] = [];
  let cursor = after;
  let more = true;
  for (let round = 0; more && changes.length < first && round < maxRounds; round += 1) {
    const missing = first - changes.length;
    const members = await membersOf(client, changeset, group, cursor, missing + 1);
    const page = members.slice(0, missing);
    more = members.length > missing;
    cursor = page.at(-1) ?? cursor;
    const folded = await changesOf(client, id, version, page);
    changes.push(...folded.filter(({ operations }) => operations.some((operation) => isInGroup(operation, group))));
  }
  return {
    changes: await withFindings(client, changeset, group, changes),
    more,
    cursor: cursor === '' ? undefined : cursor,
  };
}

function isInGroup(operation: Operation, { type, kind }: GroupKey): boolean {
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
           WHERE ${inVersionSql('$2')} AND type = $3 AND kind = $4 AND fact_id > $5 AND NOT EXISTS (
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
