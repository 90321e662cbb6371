import { concreteTypes, type FactTypeName, fieldsOf, typeOf } from '@chancery/codebook';
import type { Entry, Reference } from '../entry.ts';
import type { CodesHeld } from './codes-held.ts';
import type { NamesHeld } from './names-held.ts';
import type { Candidate } from './planned.ts';

/** What was made of an entry, for those that speak of it later. */
export type Decided =
  | { readonly outcome: 'known'; readonly id: string; readonly label: string; readonly stands: boolean }
  | { readonly outcome: 'open' | 'lost' };

/** What a reference leads to. */
export type Resolved =
  | { readonly outcome: 'found'; readonly id: string; readonly label: string; readonly stands: boolean }
  /** What it speaks of is itself not decided, or could not be taken. */
  | { readonly outcome: 'waits'; readonly message: string }
  | {
      readonly outcome: 'unknown';
      readonly message: string;
      readonly question?: string;
      readonly candidates: readonly Candidate[];
    };

/** The key of the question which fact a name means. */
export const nameQuestion = (name: string) => `name ${name}`;
/** The key of the question which fact a code means. */
export const codeQuestion = (scheme: string, value: string) => `code ${scheme} ${value}`;

/** Leads references of a source to facts: never by a guess. */
export class References {
  readonly #codes: CodesHeld;
  readonly #names: NamesHeld;
  /** What editors have answered: by question, the fact with its label. */
  readonly #answered: ReadonlyMap<string, { readonly id: string; readonly label: string }>;
  readonly #decided = new Map<string, Decided>();

  constructor(codes: CodesHeld, names: NamesHeld, answered: ReadonlyMap<string, { id: string; label: string }>) {
    this.#codes = codes;
    this.#names = names;
    this.#answered = answered;
  }

  /** Notes what was made of an entry. Links are not noted: nothing speaks of them, and there may be a million. */
  decide({ type, key }: Entry, decided: Decided): void {
    if (typeOf(type).category === 'record') this.#decided.set(key, decided);
  }

  /** Leads a reference to a fact. */
  resolve(type: FactTypeName, field: string, reference: Reference): Resolved {
    const types = typesOf(type, field);
    if ('entry' in reference) return this.#entry(reference.entry);
    if ('code' in reference) return this.#code(reference.code, types);
    return this.#name(reference.name, types);
  }

  #entry(key: string): Resolved {
    const decided = this.#decided.get(key);
    if (decided?.outcome === 'known') return { ...decided, outcome: 'found' };
    const message =
      decided?.outcome === 'open'
        ? `It belongs to “${key}”, of which it is not decided yet what it is. Answer that question first.`
        : `It belongs to “${key}”, which is not taken: see there.`;
    return { outcome: 'waits', message };
  }

  #code(
    { scheme, value, on }: Extract<Reference, { code: unknown }>['code'],
    types: readonly FactTypeName[],
  ): Resolved {
    const question = codeQuestion(scheme, value);
    const meant = this.#codes.meant({ scheme, value }, on, types);
    const [first] = meant;
    if (first && meant.length === 1) return { outcome: 'found', ...first, stands: true };
    const answer = this.#answered.get(question);
    if (answer) return { outcome: 'found', ...answer, stands: true };
    const then = on === undefined ? '' : ` on ${on}`;
    return {
      outcome: 'unknown',
      question,
      candidates: meant.map(({ id, label }) => candidate(id, label, `${scheme} ${value} stood for it${then}.`)),
      message:
        meant.length === 0
          ? `${scheme} ${value} stands for nothing in the register${then}. Bring in the list of these codes first, or say which fact it is.`
          : `${scheme} ${value} stood for ${meant.map(({ label }) => label).join(' and ')}${then}. Say which of them is meant.`,
    };
  }

  #name({ text, on }: Extract<Reference, { name: unknown }>['name'], types: readonly FactTypeName[]): Resolved {
    const question = nameQuestion(text);
    const called = this.#names.called(text, types, on);
    const [first] = called;
    if (first && called.length === 1) return { outcome: 'found', id: first.id, label: first.label, stands: true };
    const answer = this.#answered.get(question);
    if (answer) return { outcome: 'found', ...answer, stands: true };
    const then = on === undefined ? '' : ` on ${on}`;
    return {
      outcome: 'unknown',
      question,
      candidates: first
        ? called.map(({ id, label }) => candidate(id, label, 'The names are the same.'))
        : this.#names.near(text, types),
      message: first
        ? `“${text}” may be ${called.map(({ label }) => label).join(' or ')}${then}. Say which of them is meant.`
        : `Nothing in the register is called “${text}”${then}. Say which fact it is, or record its name.`,
    };
  }
}

const candidate = (fact: string, label: string, why: string): Candidate => ({ fact, label, score: 1, why });

const kept = new Map<string, readonly FactTypeName[]>();

/** The types that a link field may point at. */
export function typesOf(type: FactTypeName, field: string): readonly FactTypeName[] {
  const at = `${type}.${field}`;
  const known = kept.get(at);
  if (known) return known;
  const { target } = fieldsOf(type)[field] ?? {};
  if (target === undefined) throw new Error(`${at} is no link, and an importer takes it for one`);
  const types = concreteTypes(target);
  kept.set(at, types);
  return types;
}
