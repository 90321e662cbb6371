import type { StoredFact } from '@chancery/changesets';
import type { Lookup } from './lookup.ts';

/** What stands under an id: the fact, the fact to which a retired one leads, or why there is none. */
export type Standing =
  | { readonly outcome: 'stands'; readonly fact: StoredFact }
  | { readonly outcome: 'retired'; readonly reason: string }
  | { readonly outcome: 'nothing' };

/** Finds facts by id, and follows the redirects of retired ones as far as they go. */
export async function standingFacts(lookup: Lookup, ids: ReadonlySet<string>): Promise<(id: string) => Standing> {
  const facts = new Map<string, StoredFact>();
  const retired = new Map<string, { reason: string; redirectTo?: string }>();
  let wanted: ReadonlySet<string> = ids;
  while (wanted.size > 0) {
    const [found, tombstones] = [await lookup.facts(wanted), await lookup.tombstones(wanted)];
    for (const [id, fact] of found) facts.set(id, fact);
    for (const [id, { reason, redirectTo }] of tombstones)
      retired.set(id, { reason, ...(redirectTo ? { redirectTo } : {}) });
    const led = [...tombstones.values()].flatMap(({ redirectTo }) => redirectTo ?? []);
    wanted = new Set(led.filter((id) => !facts.has(id) && !retired.has(id)));
  }
  return (id) => {
    const seen = new Set<string>();
    for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = retired.get(at)?.redirectTo) {
      seen.add(at);
      const fact = facts.get(at);
      if (fact) return { outcome: 'stands', fact };
    }
    const tombstone = retired.get(id);
    return tombstone ? { outcome: 'retired', reason: tombstone.reason } : { outcome: 'nothing' };
  };
}
