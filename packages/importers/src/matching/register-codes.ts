import { codeKey, type StoredCode } from '@chancery/changesets';
import { type FactTypeName, factTypeOfId } from '@chancery/codebook';
import type { Lookup } from './lookup.ts';
import { always, overlap, type Span, spanOf } from './spans.ts';

/** A code: a scheme and a value in it. */
interface Code {
  readonly scheme: string;
  readonly value: string;
}

/** What a code stands for. */
export interface Coded {
  readonly id: string;
  readonly label: string;
}

/** A code with its period, as the import leaves it. */
export type DatedCode = StoredCode & { readonly span: Span };

const most = 200_000;

/** The codes of the register as an import sees them: as they stand, and as it brings and changes them itself. */
export class RegisterCodes {
  readonly #lookup: Lookup;
  readonly #standing = new Map<string, readonly DatedCode[]>();
  readonly #brought = new Map<string, DatedCode[]>();
  /** Periods that this import gives to codes that stand. */
  readonly #changed = new Map<string, Span>();

  constructor(lookup: Lookup) {
    this.#lookup = lookup;
  }

  /** Looks up whatever is not held yet, all at once. */
  async need(codes: Iterable<Code>): Promise<void> {
    const wanted = new Set<string>();
    for (const code of codes)
      for (const { scheme, value } of writtenAs(code)) {
        const key = codeKey(scheme, value);
        if (!this.#standing.has(key)) wanted.add(key);
      }
    if (wanted.size === 0) return;
    if (this.#standing.size + wanted.size > most) this.#standing.clear();
    const found = await this.#lookup.codes(wanted);
    for (const key of wanted)
      this.#standing.set(
        key,
        (found.get(key) ?? []).map((code) => this.#held(code)),
      );
  }

  /** Notes a code that the import brings. */
  bring(code: StoredCode): void {
    const key = codeKey(code.scheme, code.value);
    const others = this.#brought.get(key);
    if (others) others.push(this.#held(code));
    else this.#brought.set(key, [this.#held(code)]);
  }

  /** Notes the period that the import gives to a code that stands. */
  change({ id, scheme, value }: Code & { readonly id: string }, validity: string): void {
    this.#changed.set(id, spanOf(validity));
    const key = codeKey(scheme, value);
    const standing = this.#standing.get(key) ?? [];
    this.#standing.set(
      key,
      standing.map((code) => this.#held(code)),
    );
  }

  /** What a code stands or has stood for in a time. */
  *within({ scheme, value }: Code, span: Span): Generator<DatedCode> {
    const key = codeKey(scheme, value);
    for (const held of [this.#standing, this.#brought])
      for (const code of held.get(key) ?? []) if (overlap(code.span, span)) yield code;
  }

  /**
   * What a code stood for at a time, of some types. Where it stood for nothing then, but has never stood for more than
   * one fact, it is that one: sources write a state's number before its spell in the system begins. A code that stands
   * for nothing as it is written is read in capitals, then in small letters.
   */
  meant(code: Code, on: string | undefined, types: readonly FactTypeName[]): Coded[] {
    for (const written of writtenAs(code)) {
      const meant = this.#meant(written, on, types);
      if (meant.length > 0 || distinct(this.within(written, always), types).length > 0) return meant;
    }
    return [];
  }

  #meant(code: Code, on: string | undefined, types: readonly FactTypeName[]): Coded[] {
    const then = distinct(this.within(code, spanOf(on)), types);
    if (then.length > 0) return then;
    const ever = distinct(this.within(code, always), types);
    return ever.length === 1 ? ever : [];
  }

  #held(code: StoredCode): DatedCode {
    return { ...code, span: this.#changed.get(code.id) ?? spanOf(code.validity?.edtf) };
  }
}

/** A code as it is written, and where it has letters in capitals and in small letters. */
function writtenAs({ scheme, value }: Code): Code[] {
  return [...new Set([value, value.toUpperCase(), value.toLowerCase()])].map((each) => ({ scheme, value: each }));
}

function distinct(codes: Iterable<StoredCode>, types: readonly FactTypeName[]): Coded[] {
  const facts = new Map<string, Coded>();
  for (const { of, ofLabel } of codes)
    if (!facts.has(of) && types.includes(factTypeOfId(of) as FactTypeName)) facts.set(of, { id: of, label: ofLabel });
  return [...facts.values()];
}
