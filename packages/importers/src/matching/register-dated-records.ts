import { codeKey, type StoredFact } from '@chancery/changesets';
import type { Values } from '@chancery/codebook';
import type { SourceRecord } from '../source-record.ts';
import { compareNames } from './compare-names.ts';
import { type DatedKind, datedKinds, dateOf } from './dated-kinds.ts';
import type { DatedRecord, Lookup, RecordCode } from './lookup.ts';
import type { Match } from './match-record.ts';
import { mergeSpans, nearness, widen } from './nearness.ts';
import { type Candidate, maxCandidates } from './planned.ts';
import { hasOtherCode, minCandidateScore, minCertainScore } from './register-names.ts';
import { compareKinds, hasSamePlace, ownNames, scoreOf, sharedActors } from './score-dated.ts';
import { type Span, spanOf } from './spans.ts';

/** A source record with the ids of its participants. An unknown participant has an id that matches no fact. */
export interface DatedRecordQuery {
  readonly sourceRecord: SourceRecord;
  readonly values: Values;
  readonly actors: ReadonlySet<string>;
}

/** A record of the register, prepared for comparison. */
interface ComparableRecord extends DatedRecord {
  readonly allNames: readonly string[];
  readonly date: string | undefined;
  readonly actorSet: ReadonlySet<string>;
}

/** How far the best score must lead the second-best to match without a question. */
const minLead = 0.04;

/**
 * The exercises, events and agreements of the register near the dates of a batch, and the ids of those already matched.
 */
export class RegisterDatedRecords {
  readonly #lookup: Lookup;
  readonly #source: string;
  readonly #byType = new Map<string, DatedBatch>();
  readonly #matched = new Set<string>();

  /** `source` is the id of the imported source. */
  constructor(lookup: Lookup, source: string) {
    this.#lookup = lookup;
    this.#source = source;
  }

  /** Looks up the possible matches of a batch, with one query for each type. They replace those of the batch before. */
  async load(sourceRecords: readonly SourceRecord[]): Promise<void> {
    this.#byType.clear();
    for (const kind of Object.values(datedKinds)) {
      const ofKind = sourceRecords.filter(({ type }) => type === kind.type);
      if (ofKind.length === 0) continue;
      const times = ofKind.map(({ values }) => widen(spanOf(dateOf(kind.type, values)), kind.days));
      const records = await this.#lookup.datedRecords(kind, mergeSpans(times));
      this.#byType.set(kind.type, new DatedBatch(records.map((record) => toComparable(kind, record))));
    }
  }

  /** Marks a record as matched, so that it is not matched again. */
  markMatched(id: string): void {
    this.#matched.add(id);
  }

  /**
   * Matches a source record by date and participants. Facts that were imported from the same source are excluded. A
   * fact that was already matched is never matched again, but is a candidate for a question if its score is certain and
   * there is no other candidate. A fact that has one of `codes`, which are all codes in the source, matches only a
   * source record with that code.
   */
  match(kind: DatedKind, query: DatedRecordQuery, codes: ReadonlySet<string>): Match {
    const all = this.#candidates(kind, query, codes);
    const unmatched = all.filter(({ candidate }) => !this.#matched.has(candidate.fact));
    const [best, second] = unmatched;
    if (
      best &&
      best.candidate.score >= minCertainScore &&
      best.candidate.score - (second?.candidate.score ?? 0) >= minLead
    )
      return { outcome: 'stored', fact: best.fact, isOwn: false };
    if (best)
      return { outcome: 'doubtful', candidates: unmatched.slice(0, maxCandidates).map(({ candidate }) => candidate) };
    const alreadyMatched = all.filter(({ candidate }) => candidate.score >= minCertainScore);
    if (alreadyMatched.length === 0) return { outcome: 'new' };
    return {
      outcome: 'doubtful',
      candidates: alreadyMatched.slice(0, maxCandidates).map(({ candidate }) => ({
        ...candidate,
        why: `${candidate.why} An earlier record of this import already matched this fact.`,
      })),
    };
  }

  /** Returns the candidates for a source record, best first. */
  #candidates(
    kind: DatedKind,
    { sourceRecord, values, actors }: DatedRecordQuery,
    sourceCodes: ReadonlySet<string>,
  ): { readonly fact: StoredFact; readonly candidate: Candidate }[] {
    const { type, marks } = sourceRecord;
    const names = marks?.names ?? ownNames(type, values);
    const date = dateOf(kind.type, values);
    const codes: RecordCode[] = (marks?.codes ?? []).map(({ scheme, value, on }) => ({
      scheme,
      value,
      ...(on === undefined ? {} : { validity: on }),
    }));
    const nearby = this.#byType.get(type)?.around(widen(spanOf(date), kind.days)) ?? [];
    return nearby
      .flatMap((record) => {
        const compared = nearness(date, record.date, kind);
        if (compared.how === 'apart' || record.source === this.#source) return [];
        if (codes.some((code) => hasOtherCode(record, code, date))) return [];
        if (record.codes.some((code) => sourceCodes.has(codeKey(code.scheme, code.value)) && !hasCode(codes, code)))
          return [];
        const sharedParticipants = sharedActors(actors, record.actorSet);
        const scored = scoreOf(type, {
          name: compareNames(names, record.allNames),
          isNamed: names.length > 0,
          date: compared,
          ...(sharedParticipants ? { actors: sharedParticipants } : {}),
          isSamePlace: hasSamePlace(values, record.fact.values),
          kind: compareKinds(type, values, record.fact.values),
        });
        if (!scored || scored.score < minCandidateScore) return [];
        const { id, label } = record.fact;
        return [{ fact: record.fact, candidate: { fact: id, label, score: scored.score, why: scored.why } }];
      })
      .sort((a, b) => b.candidate.score - a.candidate.score || (a.candidate.fact < b.candidate.fact ? -1 : 1));
  }
}

/** Records of a batch by the years of their dates, so that a source record is not compared with all of them. */
class DatedBatch {
  readonly #byYear = new Map<string, ComparableRecord[]>();
  /** Records whose date is unknown or may be in many years. */
  readonly #anyTime: ComparableRecord[] = [];
  readonly #all: readonly ComparableRecord[];

  constructor(records: readonly ComparableRecord[]) {
    this.#all = records;
    for (const record of records) {
      const years = yearsOf(spanOf(record.date));
      if (!years) this.#anyTime.push(record);
      for (const year of years ?? []) {
        const ofYear = this.#byYear.get(year);
        if (ofYear) ofYear.push(record);
        else this.#byYear.set(year, [record]);
      }
    }
  }

  around(time: Span): readonly ComparableRecord[] {
    const years = yearsOf(time);
    if (!years) return this.#all;
    return [...new Set([...years.flatMap((year) => this.#byYear.get(year) ?? []), ...this.#anyTime])];
  }
}

function hasCode(codes: readonly RecordCode[], { scheme, value }: RecordCode): boolean {
  return codes.some((code) => code.scheme === scheme && code.value === value);
}

const maxYears = 5;

/** Returns the years of a span; `undefined` if they are many or unknown. */
function yearsOf({ from, to }: Span): string[] | undefined {
  const [first, last] = [Number.parseInt(from, 10), Number.parseInt(to, 10)];
  if (!(last - first < maxYears)) return undefined;
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}

function toComparable(kind: DatedKind, record: DatedRecord): ComparableRecord {
  const { values } = record.fact;
  return {
    ...record,
    allNames: [...ownNames(kind.type, values), ...record.names],
    date: dateOf(kind.type, values),
    actorSet: new Set(record.actors),
  };
}
