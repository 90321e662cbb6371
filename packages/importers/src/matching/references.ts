import { concreteTypesOf, type FactTypeName, fieldsOf, typeOf } from '@chancery/codebook';
import type { NameReference, Reference, SourceRecord } from '../source-record.ts';
import type { DatedKind } from './dated-kinds.ts';
import type { Candidate } from './planned.ts';
import type { CodedFact, RegisterCodes } from './register-codes.ts';
import type { RegisterNames } from './register-names.ts';

/** The outcome of an earlier source record, for records that refer to it. */
export type RecordState =
  | { readonly outcome: 'known'; readonly id: string; readonly label: string; readonly isStored: boolean }
  | { readonly outcome: 'undecided' | 'rejected' };

/** The fact that a reference points at. `isStored` is false if this import creates the fact. */
interface ReferencedFact {
  readonly id: string;
  readonly label: string;
  readonly isStored: boolean;
}

/** The result of resolving a reference. */
export type ResolvedReference =
  | ({ readonly outcome: 'found' } & ReferencedFact)
  /** The reference points at a source record that is undecided or was not imported. */
  | { readonly outcome: 'waits'; readonly message: string }
  | {
      readonly outcome: 'unknown';
      readonly message: string;
      readonly question?: string;
      readonly candidates: readonly Candidate[];
    };

/** Returns the key of the question that asks which fact has a name. */
export const nameQuestion = (name: string) => `name ${name}`;
/** Returns the key of the question that asks which fact has a code. */
export const codeQuestion = (scheme: string, value: string) => `code ${scheme} ${value}`;

/** Resolves references of a source to facts. Ambiguous references are questions for editors, never guesses. */
export class References {
  readonly #codes: RegisterCodes;
  readonly #names: RegisterNames;
  /** Answers of editors: a fact with its label, by question. */
  readonly #answers: ReadonlyMap<string, { readonly id: string; readonly label: string }>;
  readonly #states = new Map<string, RecordState>();

  constructor(codes: RegisterCodes, names: RegisterNames, answers: ReadonlyMap<string, { id: string; label: string }>) {
    this.#codes = codes;
    this.#names = names;
    this.#answers = answers;
  }

  /** Stores the state of a source record. Ignores links, since nothing refers to them and there may be a million. */
  setState({ type, key }: SourceRecord, state: RecordState): void {
    if (typeOf(type).category === 'record') this.#states.set(key, state);
  }

  /**
   * Resolves the reference in a link field. A code or name is looked up only among facts of the types that the field
   * allows.
   */
  resolve(type: FactTypeName, field: string, reference: Reference): ResolvedReference {
    const types = typesOf(type, field);
    const fact = this.#resolveFact(reference, types);
    if (fact) return { ...fact, outcome: 'found' };
    if ('record' in reference) return this.#waitsFor(reference.record);
    return 'code' in reference ? this.#unknownCode(reference, types) : this.#unknownName(reference.name, types);
  }

  /**
   * Resolves the participants of a record, in order. A participant that cannot be resolved has an id that matches no
   * fact, and no label.
   */
  actorsOf(
    { actors }: DatedKind,
    references: readonly Reference[],
  ): readonly { readonly id: string; readonly label?: string }[] {
    const types = actorTypes(actors);
    return references.map((reference) => this.#resolveFact(reference, types) ?? { id: JSON.stringify(reference) });
  }

  #resolveFact(reference: Reference, types: readonly FactTypeName[]): ReferencedFact | undefined {
    if ('record' in reference) {
      const state = this.#states.get(reference.record);
      return state?.outcome === 'known' ? state : undefined;
    }
    const { question, facts } = this.#factsOf(reference, types);
    const [first] = facts;
    if (first && facts.length === 1) return { id: first.id, label: first.label, isStored: true };
    const answer = question === undefined ? undefined : this.#answers.get(question);
    if (answer) return { ...answer, isStored: true };
    const name = nameInsteadOf(reference);
    if (!name) return undefined;
    const named = this.#resolveFact({ name }, types);
    // If several facts have the code, the name can only choose one of them.
    return facts.length === 0 || facts.some(({ id }) => id === named?.id) ? named : undefined;
  }

  /**
   * Returns the facts of the given types that have the code or name of a reference, and the key of the question that asks
   * an editor to choose one of them; the key is undefined if there is no such question.
   */
  #factsOf(
    reference: Exclude<Reference, { record: string }>,
    types: readonly FactTypeName[],
  ): { readonly question: string | undefined; readonly facts: readonly CodedFact[] } {
    if ('code' in reference) {
      const { scheme, value, on } = reference.code;
      return { question: codeQuestion(scheme, value), facts: this.#codes.factsOf({ scheme, value }, on, types) };
    }
    const { text, on } = reference.name;
    return { question: questionOfName(text, types, on), facts: this.#names.withName(text, types, on) };
  }

  #waitsFor(key: string): ResolvedReference {
    const message =
      this.#states.get(key)?.outcome === 'undecided'
        ? `This row refers to “${key}”, which has an open question. Answer that question first.`
        : `This row refers to “${key}”, which is not imported. See the row of that record for the reason.`;
    return { outcome: 'waits', message };
  }

  #unknownCode(reference: Extract<Reference, { code: unknown }>, types: readonly FactTypeName[]): ResolvedReference {
    const { code } = reference;
    const { scheme, value, on } = code;
    const { facts } = this.#factsOf({ code }, types);
    const name = nameInsteadOf(reference);
    const onDate = on === undefined ? '' : ` on ${on}`;
    // The question is about the name, by which other rows may ask the same.
    if (name && facts.length === 0) {
      const unknown = this.#unknownName(name, types);
      const message = `No fact of a suitable type has the code ${scheme} ${value}${onDate}. ${unknown.message}`;
      return { ...unknown, message };
    }
    return {
      outcome: 'unknown',
      question: codeQuestion(scheme, value),
      candidates: facts.map(({ id, label }) =>
        candidate(id, label, `This fact had the code ${scheme} ${value}${onDate}.`),
      ),
      message:
        facts.length === 0
          ? `No fact of a suitable type has the code ${scheme} ${value}${onDate}. Import the list of these codes first, or choose the fact.`
          : `Several facts had the code ${scheme} ${value}${onDate}: ${facts.map(({ label }) => label).join(', ')}. Choose one of them.`,
    };
  }

  #unknownName(
    name: NameReference,
    types: readonly FactTypeName[],
  ): Extract<ResolvedReference, { outcome: 'unknown' }> {
    const { text, on } = name;
    const { question, facts } = this.#factsOf({ name }, types);
    const onDate = on === undefined ? '' : ` on ${on}`;
    return {
      outcome: 'unknown',
      ...(question === undefined ? {} : { question }),
      candidates:
        facts.length > 0
          ? facts.map(({ id, label }) => candidate(id, label, 'The names are the same.'))
          : this.#names.similar(text, types),
      message:
        facts.length > 0
          ? `“${text}”${onDate} may be ${facts.map(({ label }) => label).join(' or ')}. Choose one of them.`
          : question === undefined
            ? `Records of different dates can have the name “${text}”. Add a date to the row.`
            : `No fact of a suitable type has the name “${text}”${onDate}. Choose the fact, or add this name to it in the register.`,
    };
  }
}

/** Returns the name by which the fact of a code is looked for if the code does not tell it; `undefined` if there is none. */
function nameInsteadOf(reference: Reference): NameReference | undefined {
  if (!('code' in reference) || reference.orName === undefined || reference.orName === '') return undefined;
  const { on } = reference.code;
  return { text: reference.orName, ...(on === undefined ? {} : { on }) };
}

/**
 * Returns the key of the question that asks which fact has a name. If the names of all these types recur, the key
 * includes the date, and without a date there is no key (`undefined`).
 */
function questionOfName(text: string, types: readonly FactTypeName[], on: string | undefined): string | undefined {
  if (!types.every((type) => typeOf(type).nameRecurs)) return nameQuestion(text);
  return on === undefined ? undefined : nameQuestion(`${text} on ${on}`);
}

function actorTypes(actors: DatedKind['actors']): FactTypeName[] {
  return actors.flatMap(({ type, fields }) => fields.flatMap((field) => typesOf(type, field)));
}

const candidate = (fact: string, label: string, why: string): Candidate => ({ fact, label, score: 1, why });

const targetTypes = new Map<string, readonly FactTypeName[]>();

/** Returns the types that a link field may point at. */
export function typesOf(type: FactTypeName, field: string): readonly FactTypeName[] {
  const path = `${type}.${field}`;
  const cached = targetTypes.get(path);
  if (cached) return cached;
  const { target } = fieldsOf(type)[field] ?? {};
  if (target === undefined) throw new Error(`${path} is not a link field, but an importer uses it as one`);
  const types = concreteTypesOf(target);
  targetTypes.set(path, types);
  return types;
}
