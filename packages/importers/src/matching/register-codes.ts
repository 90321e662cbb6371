import { codeKey, type StoredCode } from '@chancery/changesets';
import { type FactTypeName, factTypeOfId } from '@chancery/codebook';
import type { Lookup } from './lookup.ts';
import { allTime, overlaps, type Span, spanOf } from './spans.ts';

/** A code: a scheme and a value in that scheme. */
interface Code {
  readonly scheme: string;
  readonly value: string;
}

/** A fact that has a code. */
export interface CodedFact {
  readonly id: string;
  readonly label: string;
}

/** A code of the register or of this import, with the period that it has once the import is merged. */
export type DatedCode = StoredCode & { readonly span: Span };

const maxCached = 200_000;

/** The codes of the register that were loaded, and those that the import itself creates or changes. */
export class RegisterCodes {
  readonly #lookup: Lookup;
  readonly #stored = new Map<string, readonly DatedCode[]>();
  readonly #created = new Map<string, DatedCode[]>();
  /** Periods that this import gives to stored codes, by id. */
  readonly #newPeriods = new Map<string, Span>();

  constructor(lookup: Lookup) {
    this.#lookup = lookup;
  }

  /** Looks up the codes that are not loaded yet, in one query. */
  async load(codes: Iterable<Code>): Promise<void> {
    const wanted = new Set<string>();
    for (const code of codes)
      for (const { scheme, value } of spellingsOf(code)) {
        const key = codeKey(scheme, value);
        if (!this.#stored.has(key)) wanted.add(key);
      }
    if (wanted.size === 0) return;
    if (this.#stored.size + wanted.size > maxCached) this.#stored.clear();
    const stored = await this.#lookup.codes(wanted);
    for (const key of wanted)
      this.#stored.set(
        key,
        (stored.get(key) ?? []).map((code) => this.#dated(code)),
      );
  }

  /** Adds a code that the import creates, so that later records find its fact. */
  add(code: StoredCode): void {
    const key = codeKey(code.scheme, code.value);
    const created = this.#created.get(key);
    if (created) created.push(this.#dated(code));
    else this.#created.set(key, [this.#dated(code)]);
  }

  /** Sets the period that the import gives to a stored code. */
  setPeriod({ id, scheme, value }: Code & { readonly id: string }, validity: string): void {
    this.#newPeriods.set(id, spanOf(validity));
    const key = codeKey(scheme, value);
    const stored = this.#stored.get(key) ?? [];
    this.#stored.set(
      key,
      stored.map((code) => this.#dated(code)),
    );
  }

  /** Yields the stored and created codes with this scheme and value whose period overlaps a span. */
  *during({ scheme, value }: Code, span: Span): Generator<DatedCode> {
    const key = codeKey(scheme, value);
    for (const codes of [this.#stored, this.#created])
      for (const code of codes.get(key) ?? []) if (overlaps(code.span, span)) yield code;
  }

  /**
   * Returns the facts of the given types that have a code on a date; without a date, those that ever had it. If none
   * had it then, but only one fact ever did, returns that fact: sources use the number of a state before its spell in
   * the system starts. If no fact ever had the code as written, tries it in upper case, then in lower case. The code
   * must have been loaded.
   */
  factsOf(code: Code, on: string | undefined, types: readonly FactTypeName[]): CodedFact[] {
    for (const spelling of spellingsOf(code)) {
      const facts = this.#factsOf(spelling, on, types);
      if (facts.length > 0 || distinctFacts(this.during(spelling, allTime), types).length > 0) return facts;
    }
    return [];
  }

  #factsOf(code: Code, on: string | undefined, types: readonly FactTypeName[]): CodedFact[] {
    const onDate = distinctFacts(this.during(code, spanOf(on)), types);
    if (onDate.length > 0) return onDate;
    const ever = distinctFacts(this.during(code, allTime), types);
    return ever.length === 1 ? ever : [];
  }

  #dated(code: StoredCode): DatedCode {
    return { ...code, span: this.#newPeriods.get(code.id) ?? spanOf(code.validity?.edtf) };
  }
}

/** Returns a code as written, in upper case and in lower case, without repetitions. */
function spellingsOf({ scheme, value }: Code): Code[] {
  return [...new Set([value, value.toUpperCase(), value.toLowerCase()])].map((spelling) => ({
    scheme,
    value: spelling,
  }));
}

function distinctFacts(codes: Iterable<StoredCode>, types: readonly FactTypeName[]): CodedFact[] {
  const facts = new Map<string, CodedFact>();
  for (const { of, ofLabel } of codes)
    if (!facts.has(of) && types.includes(factTypeOfId(of) as FactTypeName)) facts.set(of, { id: of, label: ofLabel });
  return [...facts.values()];
}
