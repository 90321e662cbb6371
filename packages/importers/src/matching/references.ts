import { concreteTypes, type FactTypeName, fieldsOf, typeOf } from '@chancery/codebook';
import type { Reference, SourceRecord } from '../source-record.ts';
import { type DatedKind, datedKinds } from './dated-kinds.ts';
import type { Candidate } from './planned.ts';
import type { Coded, RegisterCodes } from './register-codes.ts';
import type { RegisterNames } from './register-names.ts';

/** What was made of a source record, for those that speak of it later. */
export type Decided =
  | { readonly outcome: 'known'; readonly id: string; readonly label: string; readonly stands: boolean }
  | { readonly outcome: 'open' | 'lost' };

/** A fact that a reference leads to, and whether it is in the register already. */
interface Found {
  readonly id: string;
  readonly label: string;
  readonly stands: boolean;
}

/** What a reference leads to. */
export type Resolved =
  | ({ readonly outcome: 'found' } & Found)
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
  readonly #codes: RegisterCodes;
  readonly #names: RegisterNames;
  /** What editors have answered: by question, the fact with its label. */
  readonly #answered: ReadonlyMap<string, { readonly id: string; readonly label: string }>;
  readonly #decided = new Map<string, Decided>();

  constructor(
    codes: RegisterCodes,
    names: RegisterNames,
    answered: ReadonlyMap<string, { id: string; label: string }>,
  ) {
    this.#codes = codes;
    this.#names = names;
    this.#answered = answered;
  }

  /** Notes what was made of a source record. Links are not noted: nothing speaks of them, and there may be a million. */
  decide({ type, key }: SourceRecord, decided: Decided): void {
    if (typeOf(type).category === 'record') this.#decided.set(key, decided);
  }

  /** Leads a reference to a fact. */
  resolve(type: FactTypeName, field: string, reference: Reference): Resolved {
    const types = typesOf(type, field);
    const found = this.#found(reference, types);
    if (found) return { ...found, outcome: 'found' };
    if ('record' in reference) return this.#waiting(reference.record);
    return 'code' in reference ? this.#unknownCode(reference.code, types) : this.#unknownName(reference.name, types);
  }

  /** Those who take part in a record, in their order; an actor that is not known has an id that no record shares, and no label. */
  actorsOf(
    { actors }: DatedKind,
    references: readonly Reference[],
  ): readonly { readonly id: string; readonly label?: string }[] {
    const types = actorTypes(actors);
    return references.map((reference) => this.#found(reference, types) ?? { id: JSON.stringify(reference) });
  }

  #found(reference: Reference, types: readonly FactTypeName[]): Found | undefined {
    if ('record' in reference) {
      const decided = this.#decided.get(reference.record);
      return decided?.outcome === 'known' ? decided : undefined;
    }
    const { question, meant } = this.#meant(reference, types);
    const [first] = meant;
    if (first && meant.length === 1) return { id: first.id, label: first.label, stands: true };
    const answer = question === undefined ? undefined : this.#answered.get(question);
    return answer && { ...answer, stands: true };
  }

  /** The facts that a code or name may mean, and the question by which an editor says which. */
  #meant(
    reference: Exclude<Reference, { record: string }>,
    types: readonly FactTypeName[],
  ): { readonly question: string | undefined; readonly meant: readonly Coded[] } {
    if ('code' in reference) {
      const { scheme, value, on } = reference.code;
      return { question: codeQuestion(scheme, value), meant: this.#codes.meant({ scheme, value }, on, types) };
    }
    const { text, on } = reference.name;
    return { question: questionOfName(text, types, on), meant: this.#names.called(text, types, on) };
  }

  #waiting(key: string): Resolved {
    const message =
      this.#decided.get(key)?.outcome === 'open'
        ? `It belongs to “${key}”, of which it is not decided yet what it is. Answer that question first.`
        : `It belongs to “${key}”, which is not taken: see there.`;
    return { outcome: 'waits', message };
  }

  #unknownCode(code: Extract<Reference, { code: unknown }>['code'], types: readonly FactTypeName[]): Resolved {
    const { scheme, value, on } = code;
    const { meant } = this.#meant({ code }, types);
    const then = on === undefined ? '' : ` on ${on}`;
    return {
      outcome: 'unknown',
      question: codeQuestion(scheme, value),
      candidates: meant.map(({ id, label }) => candidate(id, label, `${scheme} ${value} stood for it${then}.`)),
      message:
        meant.length === 0
          ? `${scheme} ${value} stands for nothing in the register${then}. Bring in the list of these codes first, or say which fact it is.`
          : `${scheme} ${value} stood for ${meant.map(({ label }) => label).join(' and ')}${then}. Say which of them is meant.`,
    };
  }

  #unknownName(name: Extract<Reference, { name: unknown }>['name'], types: readonly FactTypeName[]): Resolved {
    const { text, on } = name;
    const { question, meant } = this.#meant({ name }, types);
    const then = on === undefined ? '' : ` on ${on}`;
    return {
      outcome: 'unknown',
      ...(question === undefined ? {} : { question }),
      candidates:
        meant.length > 0
          ? meant.map(({ id, label }) => candidate(id, label, 'The names are the same.'))
          : this.#names.near(text, types),
      message:
        meant.length > 0
          ? `“${text}” may be ${meant.map(({ label }) => label).join(' or ')}${then}. Say which of them is meant.`
          : question === undefined
            ? `Several records may be called “${text}”, each of another time. Say when it was.`
            : `Nothing in the register is called “${text}”${then}. Say which fact it is, or record its name.`,
    };
  }
}

/** Where names recur an answer holds for a name at its time, and without a time there is nothing to answer. */
function questionOfName(text: string, types: readonly FactTypeName[], on: string | undefined): string | undefined {
  if (!types.every((type) => datedKinds[type]?.nameRecurs)) return nameQuestion(text);
  return on === undefined ? undefined : nameQuestion(`${text} on ${on}`);
}

function actorTypes(actors: DatedKind['actors']): FactTypeName[] {
  return actors.flatMap(({ type, fields }) => fields.flatMap((field) => typesOf(type, field)));
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
