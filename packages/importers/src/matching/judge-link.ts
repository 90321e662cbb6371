import type { StoredFact } from '@chancery/changesets';
import type { FactTypeName, Values } from '@chancery/codebook';
import type { SourceRecord } from '../source-record.ts';
import type { Lookup } from './lookup.ts';
import { endsOf, isDatedOtherwise, LinksBrought, matchLink } from './match-link.ts';
import { type NaturalKey, naturalKeys } from './natural-key.ts';
import type { PlannedRow } from './planned.ts';
import type { RegisterCodes } from './register-codes.ts';
import { edtfOf, spanOf } from './spans.ts';

/** The links that stand in the register, by type and ends. */
export type LinksStanding = ReadonlyMap<string, readonly StoredFact[]>;

/** A link whose ends are known. */
interface Link {
  readonly type: FactTypeName;
  readonly values: Values;
  readonly key: NaturalKey;
}

/** What a link of a source is: one that stands, one that stands and was told above, a new one, or a row that says why it is none. */
export type LinkVerdict =
  | { readonly outcome: 'one' | 'again'; readonly fact: StoredFact }
  | { readonly outcome: 'row'; readonly row: Omit<Partial<PlannedRow>, 'outcome'> & Pick<PlannedRow, 'outcome'> }
  | { readonly outcome: 'new' };

/** Of a link that a line above told already, with other values or not in the register yet. */
export const saidOtherwise = {
  outcome: 'ERROR',
  message: 'A line above says this already, or says otherwise of it. Keep one of them.',
} as const;

/** The links that stand between the same ends as some links, save where a link is of its own source alone. */
export async function linksStanding(links: readonly Link[], lookup: Lookup): Promise<LinksStanding> {
  const wanted = new Map<FactTypeName, Map<string, Record<string, string>>>();
  for (const { type, values, key } of links) {
    const ends = endsOf(key, values);
    if (key.isOfOneSource || ends === undefined) continue;
    const ofType = wanted.get(type) ?? new Map<string, Record<string, string>>();
    ofType.set(ends, Object.fromEntries(key.ends.map((end) => [end, String(values[end])])));
    wanted.set(type, ofType);
  }
  const between = new Map<string, StoredFact[]>();
  for (const [type, ends] of wanted) {
    const key = naturalKeys[type];
    if (!key) continue;
    for (const fact of await lookup.links(type, [...ends.values()])) {
      const at = `${type} ${endsOf(key, fact.values)}`;
      between.set(at, [...(between.get(at) ?? []), fact]);
    }
  }
  return between;
}

/** Judges the links of one import that were not known before, in their order: each that stands is at most one of them. */
export class LinksJudged {
  readonly #codes: RegisterCodes;
  readonly #brought = new LinksBrought();
  /** Links that stand and that a source record of this import was found to be. */
  readonly #taken = new Set<string>();

  constructor(codes: RegisterCodes) {
    this.#codes = codes;
  }

  /** Notes that a source record was found to be a link that stands, so that no other is. */
  take({ id }: StoredFact): void {
    this.#taken.add(id);
  }

  /**
   * What a link is. `before` is set where an editor has said that it is a new one; `labels` has what its ends are called.
   */
  judge(
    {
      sourceRecord,
      values,
      labels,
      before,
    }: {
      readonly sourceRecord: SourceRecord;
      readonly values: Values;
      readonly labels: ReadonlyMap<string, string>;
      readonly before: object | undefined;
    },
    key: NaturalKey,
    between: LinksStanding,
  ): LinkVerdict {
    const ends = endsOf(key, values);
    const standing = between.get(`${sourceRecord.type} ${ends}`) ?? [];
    const free = standing.filter(
      (fact) => !this.#taken.has(fact.id) && !(key.keepsOtherDates && isDatedOtherwise(key, values, fact.values)),
    );
    const match = before ? ({ outcome: 'none' } as const) : matchLink(key, values, free);
    if (match.outcome === 'several')
      return {
        outcome: 'row',
        row: {
          outcome: 'DOUBTFUL',
          candidates: match.candidates,
          question: sourceRecord.key,
          message: 'Several links that stand may be this one. Say which, or that it is a new one.',
        },
      };
    if (match.outcome === 'one') {
      this.take(match.fact);
      return match;
    }
    const doubled = key.ends.find(
      (end, at) => at > 0 && key.ends.slice(0, at).some((other) => values[other] === values[end]),
    );
    if (doubled !== undefined)
      return {
        outcome: 'row',
        row: {
          outcome: 'ERROR',
          column: doubled,
          message: `Both its ends are ${labels.get(String(values[doubled]))}: the source tells two apart that are one in the register.`,
        },
      };
    const rival = sourceRecord.type === 'ExternalCode' ? rivalCode(values, this.#codes) : undefined;
    if (rival) return { outcome: 'row', row: rival };
    if (key.time !== undefined || ends === undefined) return { outcome: 'new' };
    const taken = matchLink(
      key,
      values,
      standing.filter(({ id }) => this.#taken.has(id)),
    );
    if (taken.outcome === 'one') return { outcome: 'again', fact: taken.fact };
    if (taken.outcome === 'several' || !this.#brought.add(sourceRecord.type, key, values))
      return { outcome: 'row', row: saidOtherwise };
    return { outcome: 'new' };
  }
}

/** What keeps a code from being brought: within a time, it stands for one fact only. */
function rivalCode(
  { of, scheme, value, validity }: Values,
  codes: RegisterCodes,
): Pick<PlannedRow, 'outcome' | 'message' | 'fact' | 'changes'> | undefined {
  const code = { scheme: String(scheme), value: String(value) };
  const { value: rival } = codes.within(code, spanOf(edtfOf(validity))).next();
  if (!rival) return undefined;
  if (rival.of !== of)
    return {
      outcome: 'ERROR',
      message: `${code.scheme} ${code.value} stands for ${rival.ofLabel} in that time already. Correct one of the two.`,
    };
  return {
    outcome: 'CONFLICT',
    fact: rival.id,
    changes: [{ field: 'validity', from: rival.validity ?? null, to: validity ?? null }],
    message: 'The code stands for it already, in a time that overlaps. An editor may correct that time.',
  };
}
