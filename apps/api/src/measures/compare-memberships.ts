import { sharedMemberships } from '@chancery/measures';
import { covers, type Memberships, overlap } from '@chancery/reader';
import type { CountMeasure } from './catalogue.ts';
import { type Compare, incomparable, uncovered, withinSystem } from './comparison.ts';
import type { SettledOptions } from './options.ts';

/** Organizations to which a state belongs, and those to which it may. */
interface Belonging {
  readonly certain: Set<string>;
  readonly possible: Set<string>;
}

const nowhere: Belonging = { certain: new Set(), possible: new Set() };

/** Compares memberships that hold on a day of the window. */
export function compareMemberships(
  memberships: Memberships,
  { of }: Pick<CountMeasure, 'of'>,
  options: SettledOptions,
): Compare {
  return (members, window) => {
    if (!covers(memberships.coverage, window.year)) {
      const none = incomparable(uncovered('memberships', memberships.coverage));
      return () => none;
    }
    const belonging = new Map<string, Belonging>();
    for (const { member, organization, isFull, period } of memberships.held) {
      if (options.convention === 'FULL' && !isFull) continue;
      if (period && !overlap(period, window)) continue;
      const own = belonging.get(member) ?? { certain: new Set(), possible: new Set() };
      belonging.set(member, own);
      own.possible.add(organization);
      if (period) own.certain.add(organization);
    }
    const compare = (one: string, other: string) => {
      const [x, y] = [belonging.get(one) ?? nowhere, belonging.get(other) ?? nowhere];
      const shared = sharedMemberships(x.certain, y.certain);
      const possible = sharedMemberships(x.possible, y.possible).count.value ?? 0;
      const measured = of === 'jaccard' ? shared.jaccard : shared.count;
      return { ...measured, unknown: possible - (shared.count.value ?? 0) };
    };
    return withinSystem(members, window, options, compare);
  };
}
