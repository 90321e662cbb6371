import { factTypeNames, typeOf, upperSnake } from '@chancery/codebook';
import type { OperationKind } from '../../generated/desk/graphql.ts';
import { formatCount } from '../../ui/counts.ts';
import type { ReviewGroup } from './review-data.ts';
import { texts } from './texts.tsx';

/** A changeset with more changes than this is reviewed group by group. */
export const maxUngroupedChanges = 200;

type GroupKey = Pick<ReviewGroup, 'type' | 'kind' | 'code'>;

const typesByName = new Map<string, (typeof factTypeNames)[number]>(
  factTypeNames.map((type) => [upperSnake(type), type]),
);

/** Returns the number of changes in a changeset. A fact that is both changed and cited counts twice. */
export function changeCount(groups: readonly ReviewGroup[]): number {
  return groupsByKind(groups).reduce((sum, { factsInAll }) => sum + factsInAll, 0);
}

/** The changes of one fact type and operation kind: the sum of their groups, with and without warnings. */
export interface ChangeKind {
  readonly type: ReviewGroup['type'];
  readonly kind: ReviewGroup['kind'];
  readonly factsInAll: number;
  /** Number of facts without a warning. */
  readonly withoutWarning: number;
}

/** Returns the sums of the groups by fact type and operation kind, in the order of the groups. */
export function groupsByKind(groups: readonly ReviewGroup[]): ChangeKind[] {
  const kinds = new Map<string, ChangeKind>();
  for (const { type, kind, code, facts, factsInAll } of groups) {
    const before = kinds.get(`${type} ${kind}`);
    kinds.set(`${type} ${kind}`, {
      type,
      kind,
      factsInAll,
      withoutWarning: (before?.withoutWarning ?? 0) + (code ? 0 : facts),
    });
  }
  return [...kinds.values()];
}

/** Describes the changes of a kind: `3,212 new memberships, 14 with warnings`. */
export function kindLabel({ type, kind, factsInAll, withoutWarning }: ChangeKind): string {
  const warned = factsInAll - withoutWarning;
  const changes = describeChanges(type, kind, factsInAll);
  return warned > 0 ? texts.groups.kindWithWarnings(changes, warned) : changes;
}

/** Describes the changes of a group: `14 new memberships`. */
export function groupLabel({ type, kind, facts }: Pick<ReviewGroup, 'type' | 'kind' | 'facts'>): string {
  return describeChanges(type, kind, facts);
}

function describeChanges(type: string, kind: OperationKind, count: number): string {
  const factType = typesByName.get(type);
  const noun = factType ? (count === 1 ? typeOf(factType).singular : typeOf(factType).plural) : type;
  return `${formatCount(count)} ${kindPhrases[kind](noun)}`;
}

const kindPhrases: Readonly<Record<OperationKind, (noun: string) => string>> = {
  CREATE: (noun) => `new ${noun}`,
  UPDATE: (noun) => `changed ${noun}`,
  RETIRE: (noun) => `retired ${noun}`,
  RESTORE: (noun) => `restored ${noun}`,
  CITE: (noun) => `${noun} with new citations`,
  UNCITE: (noun) => `${noun} with removed citations`,
  ADOPT: (noun) => `${noun} with values adopted from claims`,
  DISPUTE: (noun) => `new ${noun}`,
};

/** Returns the code of a warning as words: `odd name` for `odd-name`. */
export function warningLabel(code: string): string {
  return code.replaceAll('-', ' ');
}

/** Returns the key of a group in URLs: `MEMBERSHIP.CREATE`, or with a warning `MEMBERSHIP.CREATE.odd-name`. */
export function groupKey({ type, kind, code }: GroupKey): string {
  return [type, kind, ...(code ? [code] : [])].join('.');
}

/** Returns the group with the given key; `undefined` if there is none. */
export function groupOfKey(groups: readonly ReviewGroup[], key: string | undefined): ReviewGroup | undefined {
  return key === undefined ? undefined : groups.find((group) => groupKey(group) === key);
}
