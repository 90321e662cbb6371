import {
  addsFact,
  type Conflict,
  conflictsOf,
  net,
  type Operation,
  type Problem,
  type StoredFact,
} from '@chancery/changesets';
import { type FactTypeName, labelText, type Values } from '@chancery/codebook';
import { groupBy } from '../group-by.ts';
import { lookUpFacts } from '../register/look-up.ts';
import type { Queryable } from '../sql.ts';
import { operationOf, type Payload } from './read-operations.ts';

/** What a changeset does to one fact, with the fact as it is in the register now. */
export interface FactChange {
  readonly fact: string;
  readonly type: Operation['type'];
  readonly label: string;
  /** The net operations on the fact and its citations. */
  readonly operations: readonly Operation[];
  /** The fact in the register; undefined if it is new or retired. */
  readonly standing: StoredFact | undefined;
  readonly conflicts: readonly Conflict[];
  /** Problems of operations that cannot be folded. `changesOfGroup` adds the stored warnings about the fact. */
  readonly problems: readonly Problem[];
}

/**
 * Returns an SQL condition for the operations that belong to a version of the changeset `$1`. `version` is SQL for the
 * number of the version, such as `$2`.
 */
export const inVersionSql = (version: string) =>
  `changeset_id = $1 AND added_version <= ${version} AND (discarded_version IS NULL OR discarded_version > ${version})`;

/**
 * Reads what a version of a changeset does, as one item per fact in the order of fact ids: a page of `first` facts
 * after the id `after`, by default from the start. Facts whose operations cancel each other out are left out, so a page
 * may be shorter; `more` is true if another page follows. The number of statements does not depend on the page size.
 */
export async function factChanges(
  client: Queryable,
  changesetId: string,
  version: number,
  { first, after = '' }: { first: number; after?: string },
): Promise<{ changes: FactChange[]; more: boolean }> {
  const { rows } = await client.query<{ fact: string }>(
    `SELECT DISTINCT fact_id AS fact FROM desk.operation WHERE ${inVersionSql('$2')} AND fact_id > $3 ORDER BY fact_id LIMIT $4`,
    [changesetId, version, after, first + 1],
  );
  const page = rows.slice(0, first).map(({ fact }) => fact);
  return { changes: await changesOf(client, changesetId, version, page), more: rows.length > first };
}

/**
 * Reads what a version of a changeset does to the given facts, in the given order. Leaves out facts without operations,
 * and facts whose operations cancel each other out.
 */
export async function changesOf(
  client: Queryable,
  changesetId: string,
  version: number,
  factIds: readonly string[],
): Promise<FactChange[]> {
  const { rows } = await client.query<{ id: string; kind: string; type: string; fact: string; payload: Payload }>(
    `SELECT id, kind, type, fact_id AS fact, payload FROM desk.operation
     WHERE ${inVersionSql('$2')} AND fact_id = ANY ($3) ORDER BY fact_id, ordinal`,
    [changesetId, version, factIds],
  );
  const byFact = groupBy(
    rows.map(operationOf),
    ({ fact }) => fact,
    (operation) => operation,
  );
  const standing = await lookUpFacts(client, new Set(factIds));
  const folded = factIds.map((fact) => ({ fact, ...net(byFact.get(fact) ?? []) }));
  const labels = await labelsOf(client, changesetId, factIds);
  return folded.flatMap(({ fact, operations, problems }) => {
    const [firstOperation] = byFact.get(fact) ?? [];
    if (!firstOperation || (operations.length === 0 && problems.length === 0)) return [];
    const current = standing.get(fact);
    return [
      {
        fact,
        type: firstOperation.type,
        label: labels.get(fact) ?? fact,
        operations,
        standing: current,
        problems,
        conflicts: operations.flatMap((operation) => conflictsOf(operation, current?.values ?? {})),
      },
    ];
  });
}

/** Reads what a version of a changeset does to one fact; undefined if the fact does not change. */
export async function factChange(
  client: Queryable,
  changesetId: string,
  version: number,
  fact: string,
): Promise<FactChange | undefined> {
  // Starts the page just before the fact: ids are compared byte by byte, and none ends in a character below '0'.
  const before = `${fact.slice(0, -1)}${String.fromCharCode(fact.charCodeAt(fact.length - 1) - 1)}~`;
  const { changes } = await factChanges(client, changesetId, version, { first: 1, after: before });
  return changes.find((change) => change.fact === fact);
}

/**
 * Returns the labels of facts by id. Labels of current and of retired facts are read from the register; labels of facts
 * that the changeset creates or restores are computed from the drafted values. Without a changeset id, only the
 * register is read. Facts that are found in neither are left out.
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
  if (changesetId !== undefined) await addDraftedLabels(client, changesetId, ids, labels, 0);
  return labels;
}

async function addDraftedLabels(
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
  const drafted = net(rows.map(operationOf))
    .operations.filter(addsFact)
    .map(({ fact, type, ...operation }) => ({
      fact,
      type,
      values: 'state' in operation ? operation.state.values : operation.values,
    }));
  const linked = drafted.flatMap(({ values }) =>
    Object.values(values).filter(
      (value): value is string => typeof value === 'string' && /^[a-z]+_[0-9a-z]{26}$/.test(value),
    ),
  );
  const unlabelled = [...new Set(linked)].filter((id) => !labels.has(id) && !ids.includes(id));
  // The label of a link contains the labels of the facts that it relates, and those may be drafted too. Three levels
  // are enough to read a label.
  if (unlabelled.length > 0 && depth < 3)
    for (const [id, label] of await labelsAtDepth(client, changesetId, unlabelled, depth + 1)) labels.set(id, label);
  for (const [id, label] of labelsOfDrafted(drafted, labels)) labels.set(id, label);
}

interface DraftedFact {
  readonly fact: string;
  readonly type: FactTypeName;
  readonly values: Values;
}

/**
 * Computes the labels of drafted facts by id. A label may contain the labels of other drafted facts, wherever they are
 * in the list. `labels` has the labels of facts that are not drafted. A fact that a cycle of links reaches again is not
 * computed a second time.
 */
function labelsOfDrafted(facts: readonly DraftedFact[], labels: ReadonlyMap<string, string>): Map<string, string> {
  const factById = new Map(facts.map((fact) => [fact.fact, fact]));
  const computed = new Map<string, string>();
  const labelOf = (id: string, path: readonly string[]): string | undefined => {
    const drafted = factById.get(id);
    if (!drafted || path.includes(id)) return computed.get(id) ?? labels.get(id);
    const label = computed.get(id) ?? labelText(drafted.type, drafted.values, (link) => labelOf(link, [...path, id]));
    computed.set(id, label);
    return label;
  };
  for (const { fact } of facts) labelOf(fact, []);
  return computed;
}

async function labelsAtDepth(
  client: Queryable,
  changesetId: string,
  ids: readonly string[],
  depth: number,
): Promise<Map<string, string>> {
  const labels = await labelsOf(client, undefined, ids);
  await addDraftedLabels(client, changesetId, ids, labels, depth);
  return labels;
}
