import type { FactTypeName } from '@chancery/codebook';
import { datedKinds } from './dated-kinds.ts';
import type { BorneCode, Lookup, NamedRecord } from './lookup.ts';
import { nearness } from './nearness.ts';
import { likeness, plainName } from './plain-name.ts';
import type { Candidate } from './planned.ts';
import { overlap, spanOf } from './spans.ts';

/** From this score on it is that fact, without a question. */
export const sure = 0.9;
/** From this score on it may be that fact: an editor is asked. */
export const doubtful = 0.75;

/** A record with its names as they are compared. */
interface Held extends NamedRecord {
  readonly plain: readonly string[];
}

/** What a source says of a record that may be there already. */
export interface Sought {
  readonly type: FactTypeName;
  readonly names: readonly string[];
  /** When it was there (EDTF). */
  readonly on?: string;
  readonly codes: readonly BorneCode[];
}

/** The records of the register by name, as an import sees them. */
export class RegisterNames {
  readonly #lookup: Lookup;
  readonly #records = new Map<FactTypeName, Held[]>();
  readonly #byName = new Map<FactTypeName, Map<string, Held[]>>();

  constructor(lookup: Lookup) {
    this.#lookup = lookup;
  }

  /** Looks up the records of types that are not held yet. */
  async need(types: Iterable<FactTypeName>): Promise<void> {
    for (const type of new Set(types)) {
      if (this.#records.has(type)) continue;
      this.#records.set(type, []);
      this.#byName.set(type, new Map());
      for (const record of await this.#lookup.named(type)) this.#hold(record);
    }
  }

  /** Notes a record that the import brings, so that it is found by its name where the source speaks of it so. */
  bring(record: NamedRecord): void {
    if (this.#records.has(record.type)) this.#hold(record, false);
  }

  /**
   * The records of these types that bear a name and were there at a time, as far as is known. An exercise or event is one
   * of them only where the time tells it from others of its name.
   */
  called(name: string, types: readonly FactTypeName[], on: string | undefined): NamedRecord[] {
    const span = spanOf(on);
    return this.#named(name, types).filter((record) => {
      const kind = datedKinds[record.type];
      if (kind && record.date !== undefined) return nearness(on, record.date, kind).how === 'near';
      return !kind?.nameRecurs && overlap(spanOf(record.validity), span);
    });
  }

  #named(name: string, types: readonly FactTypeName[]): Held[] {
    const plain = plainName(name);
    return types.flatMap((type) => this.#byName.get(type)?.get(plain) ?? []);
  }

  /**
   * The records that a source may mean, the likeliest first. The score is that of the likeliest pair of names (1 for
   * names that are the same when compared plainly, below `sure` for all others), times 1 where both were there at the
   * same time, 0.95 where that is not known of one of them, and 0.6 where they were not. A record that bears another
   * code of a scheme in which the sought one has a code is not the one.
   */
  candidates({ type, names, on, codes }: Sought): Candidate[] {
    const plain = names.map(plainName);
    return (this.#records.get(type) ?? [])
      .filter((record) => !codes.some((code) => bearsAnother(record, code, on)))
      .flatMap((record) => {
        const name = bestPair(plain, record.plain);
        const time = on === undefined || record.validity === undefined ? 0.95 : isThen(record, on) ? 1 : 0.6;
        const score = Math.round(name * time * 100) / 100;
        return score < doubtful ? [] : [{ fact: record.id, label: record.label, score, why: why(name, time) }];
      })
      .sort((a, b) => b.score - a.score || (a.fact < b.fact ? -1 : 1));
  }

  /** Records of these types whose names come near a name. */
  near(name: string, types: readonly FactTypeName[]): Candidate[] {
    return types
      .flatMap((type) => this.candidates({ type, names: [name], codes: [] }))
      .sort((a, b) => b.score - a.score)
      .slice(0, 5);
  }

  #hold(record: NamedRecord, stands = true): void {
    const plain = [...new Set(record.names.map(plainName))];
    const held = { ...record, plain };
    // What the import itself brings is no candidate for what else it brings.
    if (stands) this.#records.get(record.type)?.push(held);
    const byName = this.#byName.get(record.type);
    for (const name of plain) byName?.set(name, [...(byName.get(name) ?? []), held]);
  }
}

function bestPair(sought: readonly string[], held: readonly string[]): number {
  let best = 0;
  for (const one of sought)
    for (const other of held) {
      if (one === other) return 1;
      best = Math.max(best, Math.min(0.89, likeness(one, other)));
    }
  return best;
}

const isThen = ({ validity }: NamedRecord, on: string) => overlap(spanOf(validity), spanOf(on));

/** Whether a record has another code in the scheme of a code, at its time. */
export function bearsAnother(
  record: Pick<NamedRecord, 'codes'>,
  { scheme, value, validity }: BorneCode,
  on: string | undefined,
): boolean {
  const then = spanOf(validity ?? on);
  const inScheme = record.codes.filter((code) => code.scheme === scheme && overlap(spanOf(code.validity), then));
  return inScheme.length > 0 && !inScheme.some((code) => code.value === value);
}

function why(name: number, time: number): string {
  const named = name === 1 ? 'The names are the same' : `The names are alike to ${Math.round(name * 100)} %`;
  const timed = { 1: 'both were there at that time', 0.95: 'the time is not known of both', 0.6: 'the times differ' }[
    time
  ];
  return `${named}; ${timed}.`;
}
