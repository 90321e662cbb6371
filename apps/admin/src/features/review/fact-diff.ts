import {
  type FactTypeName,
  type Field,
  type FieldValue,
  factTypeOfId,
  fieldsOf,
  sameValue,
  type Values,
} from '@chancery/codebook';
import type { FactChangePartsFragment, OperationPartsFragment } from '../../generated/desk/graphql.ts';

/** A citation beside a value: one that the changeset brings, one that stands already, or one that it takes away. */
export interface Evidence {
  readonly id: string;
  readonly values: Values;
  readonly state: 'new' | 'standing' | 'removed';
}

/** What a changeset does to one field. Of a field that only gets or loses a citation, the value is unchanged. */
export interface FieldDiff {
  readonly name: string;
  readonly label: string;
  /** The field as the codebook describes it; missing where a newer codebook wrote the operation. */
  readonly field: Field | undefined;
  /** The value in the register now, the one that the author saw, and the one that the changeset sets. */
  readonly live: FieldValue;
  readonly base: FieldValue;
  readonly after: FieldValue;
  readonly isSet: boolean;
  /** Why the field needs no citation. */
  readonly waiver: string | undefined;
  /** The claim of which the value is adopted, and the reason. */
  readonly adopted: { readonly claim: string; readonly reason: string } | undefined;
  readonly evidence: readonly Evidence[];
  /** Somebody else has changed it to something else since the author saw it. */
  readonly inConflict: boolean;
}

/** How a changeset changes a fact. `evidence`: it only hangs citations on it or takes them away. */
export type ChangeSort = 'new' | 'changed' | 'retired' | 'restored' | 'evidence' | 'broken';

/** What a changeset does to one fact, field by field in the order of the codebook. */
export interface FactDiff {
  readonly fact: string;
  readonly type: FactTypeName;
  readonly label: string;
  readonly sort: ChangeSort;
  readonly fields: readonly FieldDiff[];
  /** Citations for the fact as a whole. */
  readonly evidence: readonly Evidence[];
  /** Why the fact as a whole needs no citation. */
  readonly waiver: string | undefined;
  readonly retirement: { readonly reason: string; readonly redirectTo: string | undefined } | undefined;
  /** The batch that cites it, and its line there. */
  readonly batch: { readonly id: string; readonly line: number } | undefined;
  readonly operations: readonly string[];
  readonly problems: readonly string[];
}

/** Reads what the desk says of one fact as the difference that a reviewer judges. */
export function factDiff(change: FactChangePartsFragment): FactDiff {
  const type = factTypeOfId(change.fact);
  if (!type) throw new Error(`${change.fact} is not the id of a fact`);
  const { operations } = change;
  const about = operations.find(({ kind }) => kind !== 'CITE' && kind !== 'UNCITE');
  const evidence = evidenceOf(change);
  const sort = sortOf(about, operations.length);
  return {
    fact: change.fact,
    type,
    label: change.label,
    sort,
    fields: fieldDiffs(type, change, about, evidence, sort),
    evidence: evidence.filter(({ values }) => !values.field),
    waiver: operations.map(({ waivers }) => wordsAt(waivers, '*')).find(Boolean),
    retirement:
      about?.kind === 'RETIRE' ? { reason: about.reason ?? '', redirectTo: about.redirectTo ?? undefined } : undefined,
    batch: about?.batch ? { id: about.batch, line: about.batchLine ?? 0 } : undefined,
    operations: operations.map(({ id }) => id),
    problems: change.problems.map(({ message }) => message),
  };
}

function sortOf(about: OperationPartsFragment | undefined, count: number): ChangeSort {
  switch (about?.kind) {
    case 'CREATE':
    case 'DISPUTE':
      return 'new';
    case 'UPDATE':
    case 'ADOPT':
      return 'changed';
    case 'RETIRE':
      return 'retired';
    case 'RESTORE':
      return 'restored';
    default:
      return count > 0 ? 'evidence' : 'broken';
  }
}

/** The values as the API gives them: their form is that of operations. */
export function asValues(values: Record<string, unknown> | null | undefined): Values {
  return (values ?? {}) as Values;
}

function evidenceOf({ operations, standing }: FactChangePartsFragment): Evidence[] {
  const touched = new Set(operations.flatMap(({ citation }) => citation ?? []));
  const own = operations.flatMap(({ kind, citation, values }): Evidence[] =>
    citation && (kind === 'CITE' || kind === 'UNCITE')
      ? [{ id: citation, values: asValues(values), state: kind === 'CITE' ? 'new' : 'removed' }]
      : [],
  );
  const stands = (standing?.citations ?? [])
    .filter(({ id }) => !touched.has(id))
    .map(({ id, values }): Evidence => ({ id, values: asValues(values), state: 'standing' }));
  return [...own, ...stands];
}

function fieldDiffs(
  type: FactTypeName,
  { standing, conflicts, operations }: FactChangePartsFragment,
  about: OperationPartsFragment | undefined,
  evidence: readonly Evidence[],
  sort: ChangeSort,
): FieldDiff[] {
  const live = asValues(standing?.values);
  const brings = sort === 'new' || sort === 'restored';
  const set = asValues(brings ? about?.values : about?.set);
  const base = asValues(about?.base);
  const fields = fieldsOf(type);
  const cited = new Set(
    evidence.flatMap(({ values, state }) =>
      typeof values.field === 'string' && state !== 'standing' ? values.field : [],
    ),
  );
  const names = [...Object.keys(fields), ...Object.keys(set).filter((name) => !Object.hasOwn(fields, name))];
  return names.flatMap((name): FieldDiff[] => {
    const isSet =
      sort === 'retired' ? (live[name] ?? null) !== null : brings ? (set[name] ?? null) !== null : name in set;
    if (!isSet && !cited.has(name)) return [];
    const now = live[name] ?? null;
    return [
      {
        name,
        label: fields[name]?.label ?? name,
        field: fields[name],
        live: brings ? null : now,
        base: brings ? null : isSet && name in base ? (base[name] ?? null) : now,
        after: sort === 'retired' ? null : isSet ? (set[name] ?? null) : brings ? null : now,
        isSet,
        waiver: operations.map(({ waivers }) => wordsAt(waivers, name)).find(Boolean),
        adopted: adoptedAt(about?.adopted, name),
        evidence: evidence.filter(({ values }) => values.field === name),
        inConflict: conflicts.some(({ field }) => field === name),
      },
    ];
  });
}

function wordsAt(values: Record<string, unknown> | null | undefined, name: string): string | undefined {
  const value = values?.[name];
  return typeof value === 'string' ? value : undefined;
}

function adoptedAt(values: Record<string, unknown> | null | undefined, name: string): FieldDiff['adopted'] {
  const value = values?.[name];
  if (typeof value !== 'object' || value === null || !('claim' in value) || !('reason' in value)) return undefined;
  return { claim: String(value.claim), reason: String(value.reason) };
}

/** Which value a difference is shown against: what the register says now, or what the author saw. */
export type Against = 'live' | 'base';

/** How the value of a field changes: what it is called in words, and the sign that stands for it. */
export function fieldChange(diff: FieldDiff, against: Against): 'added' | 'changed' | 'removed' | 'same' {
  const before = diff[against];
  if (sameValue(before, diff.after)) return 'same';
  if (before === null) return 'added';
  return diff.after === null ? 'removed' : 'changed';
}
