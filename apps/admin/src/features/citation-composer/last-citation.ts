import type { Values } from '@chancery/codebook';

const key = 'chancery.desk.last-citation';

/**
 * Returns the citation that was added last in this browser, without its fact and field; `undefined` if there is none.
 */
export function lastCitation(): Values | undefined {
  const stored = localStorage.getItem(key);
  return stored ? (JSON.parse(stored) as Values) : undefined;
}

/** Stores a citation in this browser without its fact and field, so that it can be repeated. */
export function storeLastCitation({ fact: _fact, field: _field, ...values }: Values): void {
  localStorage.setItem(key, JSON.stringify(values));
}
