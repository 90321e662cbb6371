import type { StoredFact } from '@chancery/changesets';
import { type FactTypeName, type FieldValue, isSameValue, type NaturalKey, type Values } from '@chancery/codebook';
import { isSameName } from './compare-values.ts';
import type { Candidate } from './planned.ts';
import { edtfOf, mayBeSame, overlaps, spanOf } from './spans.ts';

/** The stored link that a link of a source matches, several candidates for it, or none. */
export type LinkMatch =
  | { readonly outcome: 'one'; readonly fact: StoredFact }
  | { readonly outcome: 'several'; readonly candidates: readonly Candidate[] }
  | { readonly outcome: 'none' };

/** Returns true if both links have a time, and the two cannot be the same time stated with different precision. */
export function hasOtherTime({ time }: NaturalKey, source: Values, stored: Values): boolean {
  const [a, b] = [source, stored].map((values) => (time === undefined ? undefined : edtfOf(values[time])));
  return a !== undefined && b !== undefined && !mayBeSame(a, b);
}

/** Returns the ids of the ends of a link as one string; `undefined` if an end is missing. */
export function endsOf({ ends }: NaturalKey, values: Values): string | undefined {
  const ids = ends.map((end) => values[end]);
  return ids.every((id) => typeof id === 'string') ? ids.join(' ') : undefined;
}

/**
 * Finds the stored link of the same kind whose time may be the same, or else one whose time overlaps. `stored` are
 * links with the same ends. If the type has no time field, the kind decides alone. If the source states no time for a
 * type with `isAnyTime`, the last link of the kind matches. Several matches are a question for an editor.
 */
export function matchLink(key: NaturalKey, values: Values, stored: readonly StoredFact[]): LinkMatch {
  const all = stored.filter((fact) => key.kind.every((field) => sameKind(values[field], fact.values[field])));
  const identical = all.filter((fact) => key.kind.every((field) => isSameValue(values[field], fact.values[field])));
  const alike = identical.length > 0 ? identical : all;
  const { time } = key;
  if (time === undefined) return oneOf(alike);
  const sourceTime = edtfOf(values[time]);
  if (sourceTime === undefined && key.isAnyTime) return oneOf(alike.slice(-1));
  const timeOf = (fact: StoredFact) => edtfOf(fact.values[time]);
  const same = alike.filter((fact) => {
    const storedTime = timeOf(fact);
    return sourceTime !== undefined && storedTime !== undefined && mayBeSame(sourceTime, storedTime);
  });
  const exact = same.filter((fact) => timeOf(fact) === sourceTime);
  if (exact.length === 1) return oneOf(exact);
  return same.length > 0
    ? oneOf(same, sameTimes)
    : oneOf(
        alike.filter((fact) => overlaps(spanOf(sourceTime), spanOf(timeOf(fact)))),
        sameTimes,
      );
}

const sameKind = (a: FieldValue | undefined, b: FieldValue | undefined) => isSameValue(a, b) || isSameName(a, b);

const sameEnds = 'The ends and the kind are the same.';
const sameTimes = 'The ends and the kind are the same, and the times overlap or are unknown.';

function oneOf(facts: readonly StoredFact[], why = sameEnds): LinkMatch {
  const [first] = facts;
  if (!first) return { outcome: 'none' };
  if (facts.length === 1) return { outcome: 'one', fact: first };
  return {
    outcome: 'several',
    candidates: facts.map(({ id, label }) => ({
      fact: id,
      label,
      score: 1,
      why,
    })),
  };
}

/** The links that the import creates, of types that allow at most one link of a kind between the same ends. */
export class CreatedLinks {
  readonly #keysByFirstEnd = new Map<string, Set<string>>();

  /** Adds a link; returns false if one with the same type, ends and kind was added before. */
  add(type: FactTypeName, { ends: [first = '', ...others], kind }: NaturalKey, values: Values): boolean {
    const head = `${type} ${String(values[first])}`;
    const rest = [...others, ...kind].map((field) => text(values[field]));
    // Most keys have two ends only. Store the id itself then, without building a string.
    const key = rest.length === 1 ? (rest[0] ?? '') : rest.join(' ');
    const keys = this.#keysByFirstEnd.get(head);
    if (!keys) this.#keysByFirstEnd.set(head, new Set([key]));
    else if (keys.has(key)) return false;
    else keys.add(key);
    return true;
  }
}

function text(value: FieldValue | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
