import type { StoredFact } from '@chancery/changesets';
import { type FactTypeName, type FieldValue, type NaturalKey, sameValue, type Values } from '@chancery/codebook';
import { sameName } from './compare-values.ts';
import type { Candidate } from './planned.ts';
import { edtfOf, mayBeSame, overlap, spanOf } from './spans.ts';

/** The stored link that a link of a source matches, if any. */
export type LinkMatch =
  | { readonly outcome: 'one'; readonly fact: StoredFact }
  | { readonly outcome: 'several'; readonly candidates: readonly Candidate[] }
  | { readonly outcome: 'none' };

/**
 * Returns true if both links have a time, and the two cannot be the same time stated with different precision.
 */
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
 * Finds the stored link of the same kind whose time may be the same, or else overlaps. `stored` are links with the same ends.
 * Several matches are a question for an editor.
 */
export function matchLink(key: NaturalKey, values: Values, stored: readonly StoredFact[]): LinkMatch {
  const all = stored.filter((fact) => key.kind.every((field) => sameKind(values[field], fact.values[field])));
  const identical = all.filter((fact) => key.kind.every((field) => sameValue(values[field], fact.values[field])));
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
    ? oneOf(same)
    : oneOf(alike.filter((fact) => overlap(spanOf(sourceTime), spanOf(timeOf(fact)))));
}

const sameKind = (a: FieldValue | undefined, b: FieldValue | undefined) => sameValue(a, b) || sameName(a, b);

function oneOf(facts: readonly StoredFact[]): LinkMatch {
  const [first] = facts;
  if (!first) return { outcome: 'none' };
  if (facts.length === 1) return { outcome: 'one', fact: first };
  return {
    outcome: 'several',
    candidates: facts.map(({ id, label }) => ({
      fact: id,
      label,
      score: 1,
      why: 'The ends and the kind are the same, and the times overlap.',
    })),
  };
}

/** Links that the import creates, of types that allow one link at most between the same ends. */
export class CreatedLinks {
  readonly #keysByFirstEnd = new Map<string, Set<string>>();

  /** Adds a link; returns false if there already is one with the same key. */
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
