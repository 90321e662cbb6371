import { noStatistic, sharedMemberships } from '@chancery/measures';
import { type MembershipSpell, periodsOverlap } from '@chancery/reader';
import type { CountMeasure } from './catalogue.ts';
import type { Compare } from './comparison.ts';
import type { ResolvedOptions } from './options.ts';

/** The organizations to which a state certainly belongs, and those to which it certainly or possibly belongs. */
interface MembershipSets {
  readonly certain: Set<string>;
  readonly possible: Set<string>;
}

const noMemberships: MembershipSets = { certain: new Set(), possible: new Set() };

/**
 * Compares the memberships of two states that hold on at least one day of the window. Joint memberships with unknown
 * dates are counted as `unknown`.
 */
export function compareMemberships(
  memberships: readonly MembershipSpell[],
  { of }: CountMeasure<'MEMBERSHIPS'>,
  options: ResolvedOptions,
): Compare {
  return (_members, window) => {
    const byMember = new Map<string, MembershipSets>();
    for (const { member, organization, isFull, period } of memberships) {
      if (options.convention === 'FULL' && !isFull) continue;
      if (period && !periodsOverlap(period, window)) continue;
      const own = byMember.get(member) ?? { certain: new Set(), possible: new Set() };
      byMember.set(member, own);
      own.possible.add(organization);
      if (period) own.certain.add(organization);
    }
    return (a, b) => {
      const [x, y] = [byMember.get(a) ?? noMemberships, byMember.get(b) ?? noMemberships];
      const shared = sharedMemberships(x.certain, y.certain);
      const unknown = (sharedMemberships(x.possible, y.possible).count.value ?? 0) - (shared.count.value ?? 0);
      if (of !== 'jaccard') return { ...shared.count, unknown };
      const isUndated = shared.jaccard.value === null && x.possible.size + y.possible.size > 0;
      return isUndated
        ? {
            ...noStatistic(
              'UNKNOWN_DATES',
              'The dates of all memberships that the two states may have at that time are unknown.',
            ),
            unknown,
          }
        : { ...shared.jaccard, unknown };
    };
  };
}
