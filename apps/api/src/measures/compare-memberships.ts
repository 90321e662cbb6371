import { noStatistic, sharedMemberships } from '@chancery/measures';
import { type MembershipSpell, overlap } from '@chancery/reader';
import type { CountMeasure } from './catalogue.ts';
import type { Compare } from './comparison.ts';
import type { ResolvedOptions } from './options.ts';

/** The organizations to which a state certainly belongs, and those to which it certainly or possibly belongs. */
interface MembershipSets {
  readonly certain: Set<string>;
  readonly possible: Set<string>;
}

const noMemberships: MembershipSets = { certain: new Set(), possible: new Set() };

/** Compares the memberships that hold on at least one day of the window. */
export function compareMemberships(
  memberships: readonly MembershipSpell[],
  { of }: CountMeasure<'MEMBERSHIPS'>,
  options: ResolvedOptions,
): Compare {
  return (_members, window) => {
    const byMember = new Map<string, MembershipSets>();
    for (const { member, organization, isFull, period } of memberships) {
      if (options.convention === 'FULL' && !isFull) continue;
      if (period && !overlap(period, window)) continue;
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
        ? { ...noStatistic('UNKNOWN_DATES', 'The dates of the memberships of the two states are not known.'), unknown }
        : { ...shared.jaccard, unknown };
    };
  };
}
