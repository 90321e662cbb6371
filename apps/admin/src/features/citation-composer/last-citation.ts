import type { Values } from '@chancery/codebook';

const key = 'chancery.desk.last-citation';

/** The citation that was written last in this browser, but for what it was cited for. */
export function lastCitation(): Values | undefined {
  const kept = localStorage.getItem(key);
  return kept ? (JSON.parse(kept) as Values) : undefined;
}

/** Takes note of a citation, to be repeated. */
export function keepLastCitation({ fact: _fact, field: _field, ...values }: Values): void {
  localStorage.setItem(key, JSON.stringify(values));
}
