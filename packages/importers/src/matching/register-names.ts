import { type FactTypeName, typeOf } from '@chancery/codebook';
import { datedKinds } from './dated-kinds.ts';
import type { Lookup, NamedRecord, RecordCode } from './lookup.ts';
import { nearness } from './nearness.ts';
import { likeness, plainName } from './plain-name.ts';
import { type Candidate, maxCandidates } from './planned.ts';
import { overlaps, spanOf } from './spans.ts';

/** The minimum score of a candidate that is a match without a question. */
export const minCertainScore = 0.9;
/** The minimum score of a candidate for a question. */
export const minCandidateScore = 0.75;

const maxCached = 20_000;

/** A record with its normalized names. */
interface ComparableRecord extends NamedRecord {
  readonly plainNames: readonly string[];
}

/** What a source states about a record that the register may have. */
export interface NameQuery {
  readonly type: FactTypeName;
  readonly names: readonly string[];
  /** The period in which the record existed (EDTF), if the source states it. */
  readonly on?: string;
  readonly codes: readonly RecordCode[];
}

/** The records of the register by name, and those that the import itself creates. */
export class RegisterNames {
  readonly #lookup: Lookup;
  readonly #records = new Map<FactTypeName, ComparableRecord[]>();
  readonly #byName = new Map<FactTypeName, Map<string, ComparableRecord[]>>();
  /** Results of `similar`: an unknown name occurs in many rows of a table. */
  readonly #similar = new Map<string, readonly Candidate[]>();

  constructor(lookup: Lookup) {
    this.#lookup = lookup;
  }

  /** Looks up all named records of those types that are not loaded yet. */
  async load(types: Iterable<FactTypeName>): Promise<void> {
    for (const type of new Set(types)) {
      if (this.#records.has(type)) continue;
      this.#records.set(type, []);
      this.#byName.set(type, new Map());
      this.#similar.clear();
      for (const record of await this.#lookup.namedRecords(type)) this.#add(record);
    }
  }

  /**
   * Adds a record that the import creates, so that later references find it by name. Does nothing if its type was not
   * loaded.
   */
  add(record: NamedRecord): void {
    if (this.#records.has(record.type)) this.#add(record, false);
  }

  /**
   * Returns the records of these types that have the given name and may have existed at the time `on`. For an exercise
   * or event, whose names recur, the date must be near `on`.
   */
  withName(name: string, types: readonly FactTypeName[], on: string | undefined): NamedRecord[] {
    const span = spanOf(on);
    return this.#named(name, types).filter((record) => {
      const kind = datedKinds[record.type];
      if (kind && record.date !== undefined) return nearness(on, record.date, kind).how === 'near';
      return !typeOf(record.type).nameRecurs && overlaps(spanOf(record.validity), span);
    });
  }

  #named(name: string, types: readonly FactTypeName[]): ComparableRecord[] {
    const plain = plainName(name);
    return types.flatMap((type) => this.#byName.get(type)?.get(plain) ?? []);
  }

  /**
   * Returns the candidates for a record of a source, best first. The score is the likeness of the best pair of names (1
   * if they are the same after normalization, otherwise below `minCertainScore`), times 1 if the periods of both
   * records may overlap, 0.6 if they cannot, and 0.95 if the period of either is unknown. A record with another code in
   * a scheme of `codes` is excluded.
   */
  candidates({ type, names, on, codes }: NameQuery): Candidate[] {
    const plainNames = names.map(plainName);
    return (this.#records.get(type) ?? [])
      .flatMap((record) => {
        const name = bestLikeness(plainNames, record.plainNames);
        // The codes are compared last: most records have other names.
        if (name < minCandidateScore || codes.some((code) => hasOtherCode(record, code, on))) return [];
        const time = on === undefined || record.validity === undefined ? 0.95 : mayHaveExistedAt(record, on) ? 1 : 0.6;
        const score = Math.round(name * time * 100) / 100;
        return score < minCandidateScore
          ? []
          : [{ fact: record.id, label: record.label, score, why: reasons(name, time) }];
      })
      .sort((a, b) => b.score - a.score || (a.fact < b.fact ? -1 : 1));
  }

  /** Returns the records of these types with the most similar names, best first, at most `maxCandidates`. */
  similar(name: string, types: readonly FactTypeName[]): readonly Candidate[] {
    const key = JSON.stringify([plainName(name), types]);
    const cached = this.#similar.get(key);
    if (cached) return cached;
    const similar = types
      .flatMap((type) => this.candidates({ type, names: [name], codes: [] }))
      .sort((a, b) => b.score - a.score)
      .slice(0, maxCandidates);
    if (this.#similar.size >= maxCached) this.#similar.clear();
    this.#similar.set(key, similar);
    return similar;
  }

  #add(record: NamedRecord, isStored = true): void {
    const plainNames = [...new Set(record.names.map(plainName))];
    const comparable = { ...record, plainNames };
    // Records that the import creates are not candidates for its other records.
    if (isStored) this.#records.get(record.type)?.push(comparable);
    const byName = this.#byName.get(record.type);
    for (const name of plainNames) byName?.set(name, [...(byName.get(name) ?? []), comparable]);
  }
}

function bestLikeness(sourceNames: readonly string[], storedNames: readonly string[]): number {
  let best = 0;
  for (const a of sourceNames)
    for (const b of storedNames) {
      if (a === b) return 1;
      best = Math.max(best, Math.min(0.89, likeness(a, b, minCandidateScore)));
    }
  return best;
}

const mayHaveExistedAt = ({ validity }: NamedRecord, on: string) => overlaps(spanOf(validity), spanOf(on));

/**
 * Returns true if a record has a code of the same scheme in the period of the given code, but none with the same value.
 * The period is `on` if the code has none.
 */
export function hasOtherCode(
  record: Pick<NamedRecord, 'codes'>,
  { scheme, value, validity }: RecordCode,
  on: string | undefined,
): boolean {
  const span = spanOf(validity ?? on);
  const inScheme = record.codes.filter((code) => code.scheme === scheme && overlaps(spanOf(code.validity), span));
  return inScheme.length > 0 && !inScheme.some((code) => code.value === value);
}

function reasons(name: number, time: number): string {
  const named = name === 1 ? 'The names are the same' : `The names are ${Math.round(name * 100)} % alike`;
  const timed = {
    1: 'the periods overlap or may overlap',
    0.95: 'the period of one or both is unknown',
    0.6: 'the periods do not overlap',
  }[time];
  return `${named}; ${timed}.`;
}
