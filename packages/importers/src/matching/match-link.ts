import type { StoredFact } from '@chancery/changesets';
import { type FactTypeName, type FieldValue, sameValue, type Values } from '@chancery/codebook';
import { sameName } from './compare-values.ts';
import type { NaturalKey } from './natural-key.ts';
import type { Candidate } from './planned.ts';
import { edtfOf, mayBeSame, overlap, spanOf } from './spans.ts';

/** Which link that stands says the same as another, as far as that can be told. */
export type LinkMatch =
  | { readonly outcome: 'one'; readonly fact: StoredFact }
  | { readonly outcome: 'several'; readonly candidates: readonly Candidate[] }
  | { readonly outcome: 'none' };

/** Whether a link that is told with its time has another time than one that stands, and not one more or less precise. */
export function isDatedOtherwise({ time }: NaturalKey, said: Values, standing: Values): boolean {
  const [one, other] = [said, standing].map((values) => (time === undefined ? undefined : edtfOf(values[time])));
  return one !== undefined && other !== undefined && !mayBeSame(one, other);
}

/** The ends of a link as a text; `undefined` where one of them is not there. */
export function endsOf({ ends }: NaturalKey, values: Values): string | undefined {
  const ids = ends.map((end) => values[end]);
  return ids.every((id) => typeof id === 'string') ? ids.join(' ') : undefined;
}

/**
 * Finds the link that stands between the same ends, of the same kind and at a time that may be the same, or else at one
 * that overlaps. Where several do, it is a question.
 */
export function matchLink(key: NaturalKey, values: Values, standing: readonly StoredFact[]): LinkMatch {
  const all = standing.filter((fact) => key.kind.every((field) => sameKind(values[field], fact.values[field])));
  const literal = all.filter((fact) => key.kind.every((field) => sameValue(values[field], fact.values[field])));
  const alike = literal.length > 0 ? literal : all;
  const { time } = key;
  if (time === undefined) return oneOf(alike);
  const said = edtfOf(values[time]);
  if (said === undefined && key.isAnyTime) return oneOf(alike.slice(-1));
  const timeOf = (fact: StoredFact) => edtfOf(fact.values[time]);
  const same = alike.filter((fact) => {
    const stands = timeOf(fact);
    return said !== undefined && stands !== undefined && mayBeSame(said, stands);
  });
  const exact = same.filter((fact) => timeOf(fact) === said);
  if (exact.length === 1) return oneOf(exact);
  return same.length > 0 ? oneOf(same) : oneOf(alike.filter((fact) => overlap(spanOf(said), spanOf(timeOf(fact)))));
}

const sameKind = (said: FieldValue | undefined, standing: FieldValue | undefined) =>
  sameValue(said, standing) || sameName(said, standing);

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

/** The links that the import itself brings, of types of which there is one at most between the same ends. */
export class LinksBrought {
  readonly #rest = new Map<string, Set<string>>();

  /** Notes a link; false where it was brought already. */
  add(type: FactTypeName, { ends: [first = '', ...others], kind }: NaturalKey, values: Values): boolean {
    const head = `${type} ${String(values[first])}`;
    const rest = [...others, ...kind].map((field) => text(values[field]));
    // Most have two ends and nothing else: the id itself is kept then, and no text is made of it.
    const key = rest.length === 1 ? (rest[0] ?? '') : rest.join(' ');
    const known = this.#rest.get(head);
    if (!known) this.#rest.set(head, new Set([key]));
    else if (known.has(key)) return false;
    else known.add(key);
    return true;
  }
}

function text(value: FieldValue | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
