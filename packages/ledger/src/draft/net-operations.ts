import {
  bringsFact,
  type Conflict,
  conflictsOf,
  net,
  type Operation,
  type Problem,
  type StoredFact,
} from '@chancery/changesets';
import { type FactTypeName, labelText, type Values } from '@chancery/codebook';
import { grouped } from '../grouped.ts';
import { facts } from '../register/look-up.ts';
import type { Queryable } from '../sql.ts';
import { operationOf, type Payload } from './read-operations.ts';

/** What a changeset does to one fact, beside what stands in the register. */
export interface FactChange {
  readonly fact: string;
  readonly type: Operation['type'];
  readonly label: string;
  /** The net operations on the fact and its citations. */
  readonly operations: readonly Operation[];
  /** The fact as it stands, if it does. */
  readonly standing: StoredFact | undefined;
  readonly conflicts: readonly Conflict[];
  /** Operations that do not fold. */
  readonly problems: readonly Problem[];
}

/** The condition that an operation belongs to a version of the changeset `$1`. */
export const live = (version: string) =>
  `changeset_id = $1 AND added_version <= ${version} AND (discarded_version IS NULL OR discarded_version > ${version})`;

/**
 * What a version of a changeset does, fact by fact in the order of their ids: a page of `first` facts after an id.
 * The number of statements does not grow with the page.
 */
export async function factChanges(
  client: Queryable,
  changesetId: string,
  version: number,
  { first, after = '' }: { first: number; after?: string },
): Promise<{ changes: FactChange[]; more: boolean }> {
  const { rows } = await client.query<{ fact: string }>(
    `SELECT DISTINCT fact_id AS fact FROM desk.operation WHERE ${live('$2')} AND fact_id > $3 ORDER BY fact_id LIMIT $4`,
    [changesetId, version, after, first + 1],
  );
  const shown = rows.slice(0, first).map(({ fact }) => fact);
  return { changes: await changesOf(client, changesetId, version, shown), more: rows.length > first };
}

/** What a version of a changeset does to these facts, in their order. Those to which nothing happens are left out. */
export async function changesOf(
  client: Queryable,
  changesetId: string,
  version: number,
  shown: readonly string[],
): Promise<FactChange[]> {
  const { rows } = await client.query<{ id: string; kind: string; type: string; fact: string; payload: Payload }>(
    `SELECT id, kind, type, fact_id AS fact, payload FROM desk.operation
     WHERE ${live('$2')} AND fact_id = ANY ($3) ORDER BY fact_id, ordinal`,
    [changesetId, version, shown],
  );
  const byFact = grouped(
    rows.map(operationOf),
    ({ fact }) => fact,
    (operation) => operation,
  );
  const standing = await facts(client, new Set(shown));
  const folded = shown.map((fact) => ({ fact, ...net(byFact.get(fact) ?? []) }));
  const labels = await labelsOf(client, changesetId, shown);
  return folded.flatMap(({ fact, operations, problems }) => {
    const [head] = byFact.get(fact) ?? [];
    if (!head || (operations.length === 0 && problems.length === 0)) return [];
    const current = standing.get(fact);
    return [
      {
        fact,
        type: head.type,
        label: labels.get(fact) ?? fact,
        operations,
        standing: current,
        problems,
        conflicts: operations.flatMap((operation) => conflictsOf(operation, current?.values ?? {})),
      },
    ];
  });
}

/** What a version of a changeset does to one fact. */
export async function factChange(
  client: Queryable,
  changesetId: string,
  version: number,
  fact: string,
): Promise<FactChange | undefined> {
  // The page that begins just before the fact: ids are compared byte by byte, and none ends in a character below '0'.
  const before = `${fact.slice(0, -1)}${String.fromCharCode(fact.charCodeAt(fact.length - 1) - 1)}~`;
  const { changes } = await factChanges(client, changesetId, version, { first: 1, after: before });
  return changes.find((change) => change.fact === fact);
}

/**
 * What facts are called: by the register, or if a changeset brings or renames them by their drafted values. Facts that
 * are nowhere to be found are left out.
 */
export async function labelsOf(
  client: Queryable,
  changesetId: string | undefined,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const labels = new Map<string, string>();
  const { rows } = await client.query<{ id: string; label: string }>(
    'SELECT id, label FROM register.fact WHERE id = ANY ($1) UNION ALL SELECT id, label FROM register.tombstone WHERE id = ANY ($1)',
    [[...ids]],
  );
  for (const { id, label } of rows) labels.set(id, label);
  if (changesetId !== undefined) await addDrafted(client, changesetId, ids, labels, 0);
  return labels;
}

async function addDrafted(
  client: Queryable,
  changesetId: string,
  ids: readonly string[],
  labels: Map<string, string>,
  depth: number,
): Promise<void> {
  const { rows } = await client.query<{ id: string; kind: string; type: string; fact: string; payload: Payload }>(
    `SELECT id, kind, type, fact_id AS fact, payload FROM desk.operation
     WHERE changeset_id = $1 AND discarded_version IS NULL AND fact_id = ANY ($2) AND kind NOT IN ('cite', 'uncite') ORDER BY fact_id, ordinal`,
    [changesetId, [...ids]],
  );
  const brought = net(rows.map(operationOf))
    .operations.filter(bringsFact)
    .map(({ fact, type, ...operation }) => ({
      fact,
      type,
      values: 'state' in operation ? operation.state.values : operation.values,
    }));
  const linked = brought.flatMap(({ values }) =>
    Object.values(values).filter(
      (value): value is string => typeof value === 'string' && /^[a-z]+_[0-9a-z]{26}$/.test(value),
    ),
  );
  const unknown = [...new Set(linked)].filter((id) => !labels.has(id) && !ids.includes(id));
  // Links are named after what they join, which may be drafted too; deeper than that nobody reads.
  if (unknown.length > 0 && depth < 3)
    for (const [id, label] of await labelsAt(client, changesetId, unknown, depth + 1)) labels.set(id, label);
  for (const [id, label] of named(brought, labels)) labels.set(id, label);
}

interface Brought {
  readonly fact: string;
  readonly type: FactTypeName;
  readonly values: Values;
}

/** What drafted facts are called: after one another, in whatever order they come. A ring of links ends where it began. */
function named(brought: readonly Brought[], labels: ReadonlyMap<string, string>): Map<string, string> {
  const drafted = new Map(brought.map((each) => [each.fact, each]));
  const names = new Map<string, string>();
  const nameOf = (id: string, within: readonly string[]): string | undefined => {
    const own = drafted.get(id);
    if (!own || within.includes(id)) return names.get(id) ?? labels.get(id);
    const name = names.get(id) ?? labelText(own.type, own.values, (link) => nameOf(link, [...within, id]));
    names.set(id, name);
    return name;
  };
  for (const { fact } of brought) nameOf(fact, []);
  return names;
}

async function labelsAt(
  client: Queryable,
  changesetId: string,
  ids: readonly string[],
  depth: number,
): Promise<Map<string, string>> {
  const labels = await labelsOf(client, undefined, ids);
  await addDrafted(client, changesetId, ids, labels, depth);
  return labels;
}
