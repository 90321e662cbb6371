import { sharedMemberships, unmeasured } from '@chancery/measures';
import { type MembershipSpell, overlap } from '@chancery/reader';
import type { CountMeasure } from './catalogue.ts';
import type { Compare } from './comparison.ts';
import type { SettledOptions } from './options.ts';

/** Organizations to which a state belongs, and those to which it may. */
interface Belonging {
  readonly certain: Set<string>;
  readonly possible: Set<string>;
}

const nowhere: Belonging = { certain: new Set(), possible: new Set() };

/** Compares memberships that hold on a day of the window. */
export function compareMemberships(
  memberships: readonly MembershipSpell[],
  { of }: Pick<CountMeasure, 'of'>,
  options: SettledOptions,
): Compare {
  return (_members, window) => {
    const belonging = new Map<string, Belonging>();
    for (const { member, organization, isFull, period } of memberships) {
      if (options.convention === 'FULL' && !isFull) continue;
      if (period && !overlap(period, window)) continue;
      const own = belonging.get(member) ?? { certain: new Set(), possible: new Set() };
      belonging.set(member, own);
      own.possible.add(organization);
      if (period) own.certain.add(organization);
    }
    return (one, other) => {
      const [x, y] = [belonging.get(one) ?? nowhere, belonging.get(other) ?? nowhere];
      const shared = sharedMemberships(x.certain, y.certain);
      const unknown = (sharedMemberships(x.possible, y.possible).count.value ?? 0) - (shared.count.value ?? 0);
      if (of !== 'jaccard') return { ...shared.count, unknown };
      const isUndated = shared.jaccard.value === null && x.possible.size + y.possible.size > 0;
      return isUndated
        ? { ...unmeasured('UNKNOWN_DATES', 'The dates of their memberships are not known.'), unknown }
        : { ...shared.jaccard, unknown };
    };
  };
}
