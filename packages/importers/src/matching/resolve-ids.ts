import type { StoredFact } from '@chancery/changesets';
import type { Lookup } from './lookup.ts';

/**
 * The result of looking up an id. `stored`: the fact with the id, or the fact that it redirects to. `retired`: the fact
 * was retired for a reason, and no redirect leads to a stored fact. `missing`: the register never had the id.
 */
export type ResolvedId =
  | { readonly outcome: 'stored'; readonly fact: StoredFact }
  | { readonly outcome: 'retired'; readonly reason: string }
  | { readonly outcome: 'missing' };

/**
 * Looks up facts by id and follows the redirects of retired facts. Returns a function that resolves any of these ids.
 */
export async function resolveIds(lookup: Lookup, ids: ReadonlySet<string>): Promise<(id: string) => ResolvedId> {
  const facts = new Map<string, StoredFact>();
  const retired = new Map<string, { reason: string; redirectTo?: string }>();
  let wanted: ReadonlySet<string> = ids;
  while (wanted.size > 0) {
    const [found, tombstones] = [await lookup.facts(wanted), await lookup.tombstones(wanted)];
    for (const [id, fact] of found) facts.set(id, fact);
    for (const [id, { reason, redirectTo }] of tombstones)
      retired.set(id, { reason, ...(redirectTo ? { redirectTo } : {}) });
    const targets = [...tombstones.values()].flatMap(({ redirectTo }) => redirectTo ?? []);
    wanted = new Set(targets.filter((id) => !facts.has(id) && !retired.has(id)));
  }
  return (id) => {
    const seen = new Set<string>();
    let current: string | undefined = id;
    while (current !== undefined && !seen.has(current)) {
      seen.add(current);
      const fact = facts.get(current);
      if (fact) return { outcome: 'stored', fact };
      current = retired.get(current)?.redirectTo;
    }
    const tombstone = retired.get(id);
    return tombstone ? { outcome: 'retired', reason: tombstone.reason } : { outcome: 'missing' };
  };
}
