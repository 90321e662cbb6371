import { codeKey, type StoredFact } from '@chancery/changesets';
import type { Values } from '@chancery/codebook';
import type { SourceRecord } from '../source-record.ts';
import { compareNames } from './compare-names.ts';
import { type DatedKind, datedKinds, dateOf } from './dated-kinds.ts';
import type { BorneCode, DatedRecord, Lookup } from './lookup.ts';
import type { Match } from './match-record.ts';
import { merged, nearness, widened } from './nearness.ts';
import type { Candidate } from './planned.ts';
import { bearsAnother, doubtful, sure } from './register-names.ts';
import { ownNames, scoreOf, sharedActors, sharedKind, sharedPlace } from './score-dated.ts';
import { type Span, spanOf } from './spans.ts';

/** A source's record with its references resolved, and the ids of those who take part; others by a text of their own. */
export interface SoughtDated {
  readonly sourceRecord: SourceRecord;
  readonly values: Values;
  readonly actors: ReadonlySet<string>;
}

/** A record of the register as it is compared. */
interface Held extends DatedRecord {
  readonly allNames: readonly string[];
  readonly date: string | undefined;
  readonly actorSet: ReadonlySet<string>;
}

/** Of two candidates the better is taken without a question where it leads by as much. */
const lead = 0.04;
const mostCandidates = 5;

/** The exercises, events and agreements of the register around the dates of a batch, and which of them source records were found to be. */
export class RegisterDatedRecords {
  readonly #lookup: Lookup;
  readonly #source: string;
  readonly #held = new Map<string, DatedBatch>();
  readonly #taken = new Set<string>();

  /** `source` is the id of the source that is imported. */
  constructor(lookup: Lookup, source: string) {
    this.#lookup = lookup;
    this.#source = source;
  }

  /** Looks up the records that the source records of a batch may be: one look-up for each type. */
  async need(sourceRecords: readonly SourceRecord[]): Promise<void> {
    this.#held.clear();
    for (const kind of Object.values(datedKinds)) {
      const ofKind = sourceRecords.filter(({ type }) => type === kind.type);
      if (ofKind.length === 0) continue;
      const times = ofKind.map(({ values }) => widened(spanOf(dateOf(kind, values)), kind.days));
      const records = await this.#lookup.dated(kind, merged(times));
      this.#held.set(kind.type, new DatedBatch(records.map((record) => heldAs(kind, record))));
    }
  }

  /** Notes that a source record was found to be a record, so that no other is. */
  take(id: string): void {
    this.#taken.add(id);
  }

  /**
   * Which record a source record is. What the source itself brought in under another key is none, nor is a record that a source record
   * above was found to be, unless it is the only one: then it is a question. A record that bears one of the `codes` by
   * which the source names records is the source record's that bears it.
   */
  match(kind: DatedKind, sought: SoughtDated, codes: ReadonlySet<string>): Match {
    const all = this.#candidates(kind, sought, codes);
    const free = all.filter(({ candidate }) => !this.#taken.has(candidate.fact));
    const [best, second] = free;
    if (best && best.candidate.score >= sure && best.candidate.score - (second?.candidate.score ?? 0) >= lead)
      return { outcome: 'stands', fact: best.fact, own: false };
    if (best)
      return { outcome: 'doubtful', candidates: free.slice(0, mostCandidates).map(({ candidate }) => candidate) };
    const taken = all.filter(({ candidate }) => candidate.score >= sure);
    if (taken.length === 0) return { outcome: 'new' };
    return {
      outcome: 'doubtful',
      candidates: taken.slice(0, mostCandidates).map(({ candidate }) => ({
        ...candidate,
        why: `${candidate.why} A source record above was found to be it.`,
      })),
    };
  }

  /** The records that a source record may be, the likeliest first. */
  #candidates(
    kind: DatedKind,
    { sourceRecord, values, actors }: SoughtDated,
    ofSource: ReadonlySet<string>,
  ): { readonly fact: StoredFact; readonly candidate: Candidate }[] {
    const { type, marks } = sourceRecord;
    const names = marks?.names ?? ownNames(type, values);
    const date = dateOf(kind, values);
    const codes: BorneCode[] = (marks?.codes ?? []).map(({ scheme, value, on }) => ({
      scheme,
      value,
      ...(on === undefined ? {} : { validity: on }),
    }));
    const near = this.#held.get(type)?.around(widened(spanOf(date), kind.days)) ?? [];
    return near
      .flatMap((record) => {
        const compared = nearness(date, record.date, kind);
        if (compared.how === 'apart' || record.source === this.#source) return [];
        if (codes.some((code) => bearsAnother(record, code, date))) return [];
        if (record.codes.some((code) => ofSource.has(codeKey(code.scheme, code.value)) && !bears(codes, code)))
          return [];
        const shared = sharedActors(actors, record.actorSet);
        const scored = scoreOf(type, {
          name: compareNames(names, record.allNames),
          isNamed: names.length > 0,
          date: compared,
          ...(shared ? { actors: shared } : {}),
          place: sharedPlace(values, record.fact.values),
          kind: sharedKind(type, values, record.fact.values),
        });
        if (!scored || scored.score < doubtful) return [];
        const { id, label } = record.fact;
        return [{ fact: record.fact, candidate: { fact: id, label, score: scored.score, why: scored.why } }];
      })
      .sort((a, b) => b.candidate.score - a.candidate.score || (a.candidate.fact < b.candidate.fact ? -1 : 1));
  }
}

/** Records by the years in which their dates may lie, so that a source record is not compared with all of them. */
class DatedBatch {
  readonly #byYear = new Map<string, Held[]>();
  /** Those whose date is not known, or may be of many years. */
  readonly #anyTime: Held[] = [];
  readonly #all: readonly Held[];

  constructor(records: readonly Held[]) {
    this.#all = records;
    for (const record of records) {
      const years = yearsOf(spanOf(record.date));
      if (!years) this.#anyTime.push(record);
      for (const year of years ?? []) {
        const others = this.#byYear.get(year);
        if (others) others.push(record);
        else this.#byYear.set(year, [record]);
      }
    }
  }

  around(time: Span): readonly Held[] {
    const years = yearsOf(time);
    if (!years) return this.#all;
    return [...new Set([...years.flatMap((year) => this.#byYear.get(year) ?? []), ...this.#anyTime])];
  }
}

function bears(codes: readonly BorneCode[], { scheme, value }: BorneCode): boolean {
  return codes.some((code) => code.scheme === scheme && code.value === value);
}

const mostYears = 5;

/** The years of a time; `undefined` where they are many or not known. */
function yearsOf({ from, to }: Span): string[] | undefined {
  const [first, last] = [Number.parseInt(from, 10), Number.parseInt(to, 10)];
  if (!(last - first < mostYears)) return undefined;
  return Array.from({ length: last - first + 1 }, (_, at) => String(first + at));
}

function heldAs(kind: DatedKind, record: DatedRecord): Held {
  const { values } = record.fact;
  return {
    ...record,
    allNames: [...ownNames(kind.type, values), ...record.names],
    date: dateOf(kind, values),
    actorSet: new Set(record.actors),
  };
}
