import { factTypeNames, typeOf, upperSnake } from '@chancery/codebook';
import type { OperationKind } from '../../generated/desk/graphql.ts';
import type { ReviewGroup } from './review-data.ts';

/** From this many facts on, a changeset is reviewed group by group. */
export const largeFrom = 200;

type Key = Pick<ReviewGroup, 'type' | 'kind' | 'code'>;

const typesByName = new Map<string, (typeof factTypeNames)[number]>(
  factTypeNames.map((type) => [upperSnake(type), type]),
);

/** How many changes it makes to facts: one that is changed and cited counts twice. */
export function changesMade(groups: readonly ReviewGroup[]): number {
  return inKinds(groups).reduce((sum, { factsInAll }) => sum + factsInAll, 0);
}

/** The groups of one type and kind: those without a warning, and those with each. */
export interface KindOfChange {
  readonly type: ReviewGroup['type'];
  readonly kind: ReviewGroup['kind'];
  readonly factsInAll: number;
  /** How many of them no rule warns of. */
  readonly clean: number;
}

/** What happens in all, by type and kind. */
export function inKinds(groups: readonly ReviewGroup[]): KindOfChange[] {
  const kinds = new Map<string, KindOfChange>();
  for (const { type, kind, code, facts, factsInAll } of groups) {
    const known = kinds.get(`${type} ${kind}`);
    kinds.set(`${type} ${kind}`, { type, kind, factsInAll, clean: (known?.clean ?? 0) + (code ? 0 : facts) });
  }
  return [...kinds.values()];
}

/** What happens to how many facts, in words: `3,212 new memberships, 14 with warnings`. */
export function kindWords({ type, kind, factsInAll, clean }: KindOfChange): string {
  const warned = factsInAll - clean;
  return `${whatHappens(type, kind, factsInAll)}${warned > 0 ? `, ${number(warned)} with warnings` : ''}`;
}

/** What happens to the facts of a group, in words: `14 new memberships`. */
export function groupWords({ type, kind, facts }: Pick<ReviewGroup, 'type' | 'kind' | 'facts'>): string {
  return whatHappens(type, kind, facts);
}

function whatHappens(type: string, kind: OperationKind, count: number): string {
  const known = typesByName.get(type);
  const noun = known ? (count === 1 ? typeOf(known).singular : typeOf(known).plural) : type;
  return `${number(count)} ${kindsInWords[kind](noun)}`;
}

const kindsInWords: Readonly<Record<OperationKind, (noun: string) => string>> = {
  CREATE: (noun) => `new ${noun}`,
  UPDATE: (noun) => `changed ${noun}`,
  RETIRE: (noun) => `retired ${noun}`,
  RESTORE: (noun) => `restored ${noun}`,
  CITE: (noun) => `${noun} cited anew`,
  UNCITE: (noun) => `${noun} with citations taken away`,
  ADOPT: (noun) => `${noun} changed after a claim`,
  DISPUTE: (noun) => `${noun} in dispute`,
};

/** What a rule that warns is called: its code, as words. */
export function warningWords(code: string): string {
  return code.replaceAll('-', ' ');
}

function number(count: number): string {
  return count.toLocaleString('en-GB');
}

/** A group in an address: `MEMBERSHIP.CREATE` or, with the rule that warns, `MEMBERSHIP.CREATE.odd-name`. */
export function groupKey({ type, kind, code }: Key): string {
  return [type, kind, ...(code ? [code] : [])].join('.');
}

/** The group of an address, if the changeset has it. */
export function groupOfKey(groups: readonly ReviewGroup[], key: string | undefined): ReviewGroup | undefined {
  return key === undefined ? undefined : groups.find((group) => groupKey(group) === key);
}
