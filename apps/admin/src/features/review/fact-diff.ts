import {
  type FactTypeName,
  type Field,
  type FieldValue,
  factTypeOfId,
  fieldsOf,
  isSameValue,
  type Values,
} from '@chancery/codebook';
import type { FactChangePartsFragment, OperationPartsFragment } from '../../generated/desk/graphql.ts';

/** A citation of a fact or field: added by the changeset, existing in the register, or removed by the changeset. */
export interface CitationDiff {
  readonly id: string;
  readonly values: Values;
  readonly state: 'new' | 'existing' | 'removed';
}

/** The change of one field. If only citations of the field are added or removed, its value stays the same. */
export interface FieldDiff {
  readonly name: string;
  readonly label: string;
  /** The field in the codebook; `undefined` if this version of the codebook does not have it. */
  readonly field: Field | undefined;
  /** The value in the register now; null if the field has none, and for a new or restored fact. */
  readonly live: FieldValue;
  /** The value that the author saw; null if there was none, and for a new or restored fact. */
  readonly base: FieldValue;
  /** The value after the merge of the changeset; null if the field has none then. */
  readonly after: FieldValue;
  /** True if the changeset sets or clears the value; false if it only adds or removes citations. */
  readonly isSet: boolean;
  /** The reason for the waiver of the field; `undefined` if there is no waiver. */
  readonly waiver: string | undefined;
  /** The claim from which the value is adopted, and the reason; `undefined` if the value is not adopted. */
  readonly adopted: { readonly claim: string; readonly reason: string } | undefined;
  readonly evidence: readonly CitationDiff[];
  /** True when a later revision changed the value that the author saw. */
  readonly inConflict: boolean;
}

/**
 * How a changeset changes a fact. `evidence`: only citations are added or removed. `broken`: the API returned no
 * operations for the fact.
 */
export type ChangeSort = 'new' | 'changed' | 'retired' | 'restored' | 'evidence' | 'broken';

/** The change of one fact, with its fields in the order of the codebook. */
export interface FactDiff {
  readonly fact: string;
  readonly type: FactTypeName;
  readonly label: string;
  readonly sort: ChangeSort;
  readonly fields: readonly FieldDiff[];
  /** The citations of the fact as a whole. */
  readonly evidence: readonly CitationDiff[];
  /** The reason for the waiver of all fields of the fact; `undefined` if there is none. */
  readonly waiver: string | undefined;
  readonly retirement: { readonly reason: string; readonly redirectTo: string | undefined } | undefined;
  /** The import batch that is evidence for a new fact, and the line of its file; `undefined` if there is none. */
  readonly batch: { readonly id: string; readonly line: number } | undefined;
  readonly operations: readonly string[];
  readonly problems: readonly string[];
}

/**
 * Returns the differences that a reviewer sees for a fact of a changeset, from the form in which the API returns it.
 * @throws Error when `change.fact` is not the id of a fact.
 */
export function factDiff(change: FactChangePartsFragment): FactDiff {
  const type = factTypeOfId(change.fact);
  if (!type) throw new Error(`${change.fact} is not the id of a fact`);
  const { operations } = change;
  const main = operations.find(({ kind }) => kind !== 'CITE' && kind !== 'UNCITE');
  const evidence = evidenceOf(change);
  const sort = sortOf(main, operations.length);
  return {
    fact: change.fact,
    type,
    label: change.label,
    sort,
    fields: fieldDiffs(type, change, main, evidence, sort),
    evidence: evidence.filter(({ values }) => !values.field),
    waiver: operations.map(({ waivers }) => textAt(waivers, '*')).find(Boolean),
    retirement:
      main?.kind === 'RETIRE' ? { reason: main.reason ?? '', redirectTo: main.redirectTo ?? undefined } : undefined,
    batch: main?.batch ? { id: main.batch, line: main.batchLine ?? 0 } : undefined,
    operations: operations.map(({ id }) => id),
    problems: change.problems.map(({ message }) => message),
  };
}

function sortOf(main: OperationPartsFragment | undefined, count: number): ChangeSort {
  switch (main?.kind) {
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

/** Returns JSON values of the API with the type of field values; an empty object for null and `undefined`. */
export function asValues(values: Record<string, unknown> | null | undefined): Values {
  return (values ?? {}) as Values;
}

function evidenceOf({ operations, standing }: FactChangePartsFragment): CitationDiff[] {
  const touched = new Set(operations.flatMap(({ citation }) => citation ?? []));
  const own = operations.flatMap(({ kind, citation, values }): CitationDiff[] =>
    citation && (kind === 'CITE' || kind === 'UNCITE')
      ? [{ id: citation, values: asValues(values), state: kind === 'CITE' ? 'new' : 'removed' }]
      : [],
  );
  const existing = (standing?.citations ?? [])
    .filter(({ id }) => !touched.has(id))
    .map(({ id, values }): CitationDiff => ({ id, values: asValues(values), state: 'existing' }));
  return [...own, ...existing];
}

function fieldDiffs(
  type: FactTypeName,
  { standing, conflicts, operations }: FactChangePartsFragment,
  main: OperationPartsFragment | undefined,
  evidence: readonly CitationDiff[],
  sort: ChangeSort,
): FieldDiff[] {
  const live = asValues(standing?.values);
  const isAdded = sort === 'new' || sort === 'restored';
  const set = asValues(isAdded ? main?.values : main?.set);
  const base = asValues(main?.base);
  const fields = fieldsOf(type);
  const cited = new Set(
    evidence.flatMap(({ values, state }) =>
      typeof values.field === 'string' && state !== 'existing' ? values.field : [],
    ),
  );
  const names = [...Object.keys(fields), ...Object.keys(set).filter((name) => !Object.hasOwn(fields, name))];
  return names.flatMap((name): FieldDiff[] => {
    const isSet =
      sort === 'retired' ? (live[name] ?? null) !== null : isAdded ? (set[name] ?? null) !== null : name in set;
    if (!isSet && !cited.has(name)) return [];
    const now = live[name] ?? null;
    return [
      {
        name,
        label: fields[name]?.label ?? name,
        field: fields[name],
        live: isAdded ? null : now,
        base: isAdded ? null : isSet && name in base ? (base[name] ?? null) : now,
        after: sort === 'retired' ? null : isSet ? (set[name] ?? null) : isAdded ? null : now,
        isSet,
        waiver: operations.map(({ waivers }) => textAt(waivers, name)).find(Boolean),
        adopted: adoptedAt(main?.adopted, name),
        evidence: evidence.filter(({ values }) => values.field === name),
        inConflict: conflicts.some(({ field }) => field === name),
      },
    ];
  });
}

function textAt(values: Record<string, unknown> | null | undefined, name: string): string | undefined {
  const value = values?.[name];
  return typeof value === 'string' ? value : undefined;
}

function adoptedAt(values: Record<string, unknown> | null | undefined, name: string): FieldDiff['adopted'] {
  const value = values?.[name];
  if (typeof value !== 'object' || value === null || !('claim' in value) || !('reason' in value)) return undefined;
  return { claim: String(value.claim), reason: String(value.reason) };
}

/** The value that a change is compared with: `live` in the register now, or `base`, which the author saw. */
export type ComparedValue = 'live' | 'base';

/**
 * Returns how the value of a field changes, compared with the value in the register or the value that the author saw.
 */
export function fieldChange(diff: FieldDiff, comparedWith: ComparedValue): 'added' | 'changed' | 'removed' | 'same' {
  const before = diff[comparedWith];
  if (isSameValue(before, diff.after)) return 'same';
  if (before === null) return 'added';
  return diff.after === null ? 'removed' : 'changed';
}
