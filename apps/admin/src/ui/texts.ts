import type { Scheme } from './colour-scheme.ts';
import { formatCount } from './counts.ts';

const schemes: Readonly<Record<Scheme, string>> = { auto: 'System', light: 'Light', dark: 'Dark' };

/** The texts that the parts of all pages have in common. */
export const texts = {
  site: 'Chancery',
  note: 'Note',
  loading: 'Loading',
  longTable: {
    more: (hiddenCount: number, count: number) => `Show ${formatCount(hiddenCount)} more of ${formatCount(count)}`,
    continued: (caption: string) => `${caption}, continued`,
  },
  scheme: {
    names: schemes,
    current: (scheme: Scheme) => `Colours: ${schemes[scheme]}`,
    change: (scheme: Scheme, next: Scheme) => `Colours: ${schemes[scheme]}. Change to ${schemes[next]}.`,
  },
} as const;
