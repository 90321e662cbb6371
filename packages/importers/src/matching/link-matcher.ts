import type { StoredFact } from '@chancery/changesets';
import { type FactTypeName, type NaturalKey, typeOf, type Values } from '@chancery/codebook';
import type { SourceRecord } from '../source-record.ts';
import type { Lookup } from './lookup.ts';
import { CreatedLinks, endsOf, hasOtherTime, matchLink } from './match-link.ts';
import type { PlannedRow } from './planned.ts';
import type { RegisterCodes } from './register-codes.ts';
import { edtfOf, spanOf } from './spans.ts';

/** Links in the register, by type and ends (`type`, a space, and the text of `endsOf`). */
export type StoredLinks = ReadonlyMap<string, readonly StoredFact[]>;

/** A link whose ends are ids of facts. */
interface ResolvedLink {
  readonly type: FactTypeName;
  readonly values: Values;
  readonly key: NaturalKey;
}

/** How a link is imported. */
export type LinkDecision =
  /** The link matches a stored link; `repeated` if an earlier line matched the same one. */
  | { readonly outcome: 'one' | 'repeated'; readonly fact: StoredFact }
  /** The link is not imported for now; the row is a question, an error or a conflict. */
  | { readonly outcome: 'row'; readonly row: Omit<Partial<PlannedRow>, 'outcome'> & Pick<PlannedRow, 'outcome'> }
  | { readonly outcome: 'new' };

/**
 * The error for a line with the same link as an earlier line. It does not apply if the register has the link and the
 * later line changes nothing.
 */
export const duplicateLinkError = {
  outcome: 'ERROR',
  message: 'An earlier line has the same link, with the same or other values. Keep one of the two lines.',
} as const;

/**
 * Looks up the stored links with the same ends as the given links, with one query for each type. Links without all
 * ends, and links of types that are never shared between sources, are skipped.
 */
export async function findStoredLinks(links: readonly ResolvedLink[], lookup: Lookup): Promise<StoredLinks> {
  const wanted = new Map<FactTypeName, Map<string, Record<string, string>>>();
  for (const { type, values, key } of links) {
    const ends = endsOf(key, values);
    if (key.isOfOneSource || ends === undefined) continue;
    const ofType = wanted.get(type) ?? new Map<string, Record<string, string>>();
    ofType.set(ends, Object.fromEntries(key.ends.map((end) => [end, String(values[end])])));
    wanted.set(type, ofType);
  }
  const storedLinks = new Map<string, StoredFact[]>();
  for (const [type, ends] of wanted) {
    const { naturalKey: key } = typeOf(type);
    if (!key) continue;
    for (const fact of await lookup.links(type, [...ends.values()])) {
      const typeAndEnds = `${type} ${endsOf(key, fact.values)}`;
      storedLinks.set(typeAndEnds, [...(storedLinks.get(typeAndEnds) ?? []), fact]);
    }
  }
  return storedLinks;
}

/**
 * Matches the links of one import, in their order. A stored link is matched by one line only; a later line with the
 * same link is `repeated`, an error or a new link.
 */
export class LinkMatcher {
  readonly #codes: RegisterCodes;
  readonly #created = new CreatedLinks();
  /** Ids of stored links that were matched in this import. */
  readonly #matched = new Set<string>();

  constructor(codes: RegisterCodes) {
    this.#codes = codes;
  }

  /** Marks a stored link as matched, so that it is not matched again. */
  markMatched({ id }: StoredFact): void {
    this.#matched.add(id);
  }

  /**
   * Decides how a link is imported. `earlierMatch` is set only if an editor has answered that the link is new. `labels`
   * has the labels of the ends, by id.
   */
  match(
    {
      sourceRecord,
      values,
      labels,
      earlierMatch,
    }: {
      readonly sourceRecord: SourceRecord;
      readonly values: Values;
      readonly labels: ReadonlyMap<string, string>;
      readonly earlierMatch: object | undefined;
    },
    key: NaturalKey,
    storedLinks: StoredLinks,
  ): LinkDecision {
    const ends = endsOf(key, values);
    const stored = storedLinks.get(`${sourceRecord.type} ${ends}`) ?? [];
    const unmatched = stored.filter(
      (fact) => !this.#matched.has(fact.id) && !(key.keepsOtherDates && hasOtherTime(key, values, fact.values)),
    );
    const match = earlierMatch ? ({ outcome: 'none' } as const) : matchLink(key, values, unmatched);
    if (match.outcome === 'several')
      return {
        outcome: 'row',
        row: {
          outcome: 'DOUBTFUL',
          candidates: match.candidates,
          question: sourceRecord.key,
          message:
            'This link may be one of several in the register. Choose one of them, or answer that the link is new.',
        },
      };
    if (match.outcome === 'one') {
      this.markMatched(match.fact);
      return match;
    }
    const repeatedEnd = key.ends.find(
      (end, index) => index > 0 && key.ends.slice(0, index).some((earlier) => values[earlier] === values[end]),
    );
    if (repeatedEnd !== undefined)
      return {
        outcome: 'row',
        row: {
          outcome: 'ERROR',
          column: repeatedEnd,
          message: `This would link ${labels.get(String(values[repeatedEnd]))} to itself: two references of the source match this one fact. If they mean two facts, add the missing one to the register first.`,
        },
      };
    const conflict = sourceRecord.type === 'ExternalCode' ? codeConflict(values, this.#codes) : undefined;
    if (conflict) return { outcome: 'row', row: conflict };
    if (key.time !== undefined || ends === undefined) return { outcome: 'new' };
    const matched = matchLink(
      key,
      values,
      stored.filter(({ id }) => this.#matched.has(id)),
    );
    if (matched.outcome === 'one') return { outcome: 'repeated', fact: matched.fact };
    if (matched.outcome === 'several' || !this.#created.add(sourceRecord.type, key, values))
      return { outcome: 'row', row: duplicateLinkError };
    return { outcome: 'new' };
  }
}

/**
 * Returns the outcome for a new code whose period overlaps that of an equal code: an error if that code identifies
 * another fact, a conflict if it identifies the same fact. Returns `undefined` if no period overlaps.
 */
function codeConflict(
  { of, scheme, value, validity }: Values,
  codes: RegisterCodes,
): Pick<PlannedRow, 'outcome' | 'message' | 'fact' | 'changes'> | undefined {
  const code = { scheme: String(scheme), value: String(value) };
  const { value: existing } = codes.during(code, spanOf(edtfOf(validity))).next();
  if (!existing) return undefined;
  if (existing.of !== of)
    return {
      outcome: 'ERROR',
      message: `${code.scheme} ${code.value} already identifies ${existing.ofLabel} in an overlapping period. Correct the code or its period.`,
    };
  return {
    outcome: 'CONFLICT',
    fact: existing.id,
    changes: [{ field: 'validity', from: existing.validity ?? null, to: validity ?? null }],
    message:
      'The fact already has this code in an overlapping period. If the period in the register is wrong, correct it there.',
  };
}
