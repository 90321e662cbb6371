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

/** A citation of a value: added by the changeset, existing in the register, or removed by the changeset. */
export interface Evidence {
  readonly id: string;
  readonly values: Values;
  readonly state: 'new' | 'existing' | 'removed';
}

/** The change of one field. A field that only gains or loses a citation keeps its value. */
export interface FieldDiff {
  readonly name: string;
  readonly label: string;
  /** The field of the codebook; `undefined` when the operation was written with a newer codebook. */
  readonly field: Field | undefined;
  /** The value in the register now. */
  readonly live: FieldValue;
  /** The value that the author saw. */
  readonly base: FieldValue;
  /** The value once the changeset is merged. */
  readonly after: FieldValue;
  /** True when the changeset sets the value; false when it only adds or removes citations. */
  readonly isSet: boolean;
  /** The reason why the citation of the field is waived. */
  readonly waiver: string | undefined;
  /** The claim from which the value is adopted, and the reason. */
  readonly adopted: { readonly claim: string; readonly reason: string } | undefined;
  readonly evidence: readonly Evidence[];
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
  /** Citations for the fact as a whole. */
  readonly evidence: readonly Evidence[];
  /** The reason why the citation of the whole fact is waived. */
  readonly waiver: string | undefined;
  readonly retirement: { readonly reason: string; readonly redirectTo: string | undefined } | undefined;
  /** The import batch that cites the fact, and the line of the file. */
  readonly batch: { readonly id: string; readonly line: number } | undefined;
  readonly operations: readonly string[];
  readonly problems: readonly string[];
}

/**
 * Converts a fact's change from the API's form to the differences that a reviewer sees.
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

/** Types JSON values of the API as field values. Null becomes an empty object. */
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
  const existing = (standing?.citations ?? [])
    .filter(({ id }) => !touched.has(id))
    .map(({ id, values }): Evidence => ({ id, values: asValues(values), state: 'existing' }));
  return [...own, ...existing];
}

function fieldDiffs(
  type: FactTypeName,
  { standing, conflicts, operations }: FactChangePartsFragment,
  main: OperationPartsFragment | undefined,
  evidence: readonly Evidence[],
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

/** The value that a change is compared with: the one in the register now (`live`), or the one that the author saw (`base`). */
export type ComparedValue = 'live' | 'base';

/** Returns how the value of a field changes, compared with its value in the register or the one that the author saw. */
export function fieldChange(diff: FieldDiff, comparedWith: ComparedValue): 'added' | 'changed' | 'removed' | 'same' {
  const before = diff[comparedWith];
  if (sameValue(before, diff.after)) return 'same';
  if (before === null) return 'added';
  return diff.after === null ? 'removed' : 'changed';
}
