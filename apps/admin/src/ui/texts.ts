import type { Scheme } from './color-scheme.ts';
import { formatCount } from './counts.ts';

const schemes: Readonly<Record<Scheme, string>> = { auto: 'System', light: 'Light', dark: 'Dark' };

/** The texts of components that all pages share. */
export const texts = {
  site: 'Chancery',
  note: 'Note',
  loading: 'Loading',
  confirm: { ask: (action: string) => `${action}…`, cancel: 'Cancel' },
  longTable: {
    more: (hiddenCount: number, count: number) => `Show ${formatCount(hiddenCount)} more of ${formatCount(count)} rows`,
    continued: (caption: string) => `${caption}, continued`,
  },
  scheme: {
    names: schemes,
    current: (scheme: Scheme) => `Colors: ${schemes[scheme]}`,
    change: (scheme: Scheme, next: Scheme) => `Colors: ${schemes[scheme]}. Change to ${schemes[next]}.`,
  },
} as const;
