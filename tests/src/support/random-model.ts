// An in-memory model of the register, so that random changesets are valid.
import type { BatchLine, FactState } from '@chancery/changesets';
import {
  concreteTypesOf,
  type FactTypeName,
  factTypeNames,
  idFromUuid,
  isAbsence,
  isCertainlyAfter,
  linkFields,
  parseUncertainDate,
  type TypeName,
  typeOf,
  type UncertainDate,
  type Values,
} from '@chancery/codebook';
import type { Random } from './random.ts';

/** A fact of the model, with its import line if it has one, and its citations by id. */
export interface ModelFact {
  readonly id: string;
  readonly type: FactTypeName;
  readonly values: Values;
  readonly batch?: BatchLine;
  readonly citations: ReadonlyMap<string, Values>;
}

/** The model: the current facts and the retired ones, by id. */
export class RegisterModel {
  readonly facts = new Map<string, ModelFact>();
  readonly retired = new Map<string, { readonly type: FactTypeName; readonly state: FactState }>();
  readonly #random: Random;
  #clock = Date.UTC(2026, 0, 1);

  constructor(random: Random) {
    this.#random = random;
  }

  /** Returns a new id that sorts after all earlier ones of its type. The same seed gives the same ids. */
  newId(type: TypeName): string {
    this.#clock += this.#random.between(1, 50);
    const hex = (digits: number) => Array.from({ length: digits }, () => this.#random.below(16).toString(16)).join('');
    const time = this.#clock.toString(16).padStart(12, '0');
    return idFromUuid(type, `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(12)}`);
  }

  /** Returns the ids of the current facts of a type or interface, which a link to it may target. */
  idsOf(target: string): string[] {
    const types: readonly FactTypeName[] = target === 'Fact' ? factTypeNames : concreteTypesOf(target);
    return [...this.facts.values()].flatMap(({ id, type }) => (types.includes(type) ? [id] : []));
  }

  /** True when a fact is valid on its own and does not duplicate another. */
  fits(type: FactTypeName, id: string, values: Values): boolean {
    if (!hasDatesInOrder(type, values) || !meetsConstraints(type, id, values)) return false;
    const key = uniqueKey(type, values);
    return [...this.facts.values()].every(
      (other) =>
        other.type !== type ||
        other.id === id ||
        ((key === undefined || uniqueKey(type, other.values) !== key) && !sameCode(type, values, other.values)),
    );
  }

  /** Returns the facts that link to a fact, and the citations that name it as source or speaker. */
  pointersAt(target: string): { facts: ModelFact[]; citations: { fact: ModelFact; id: string }[] } {
    const all = [...this.facts.values()];
    return {
      facts: all.filter(
        ({ type, values, batch }) => batch?.id === target || linkFields(type).some(([name]) => values[name] === target),
      ),
      citations: all.flatMap((fact) =>
        [...fact.citations].flatMap(([id, values]) =>
          values.source === target || values.attributedTo === target ? [{ fact, id }] : [],
        ),
      ),
    };
  }
}

/** Returns all ids that a fact and its citations link to. */
export function pointersOf(type: FactTypeName, { values, batch, citations }: FactState): string[] {
  const of = (name: TypeName, from: Values) =>
    linkFields(name).flatMap(([field]) => {
      const id = from[field];
      return typeof id === 'string' ? [id] : [];
    });
  return [
    ...of(type, values),
    ...(batch ? [batch.id] : []),
    ...citations.flatMap((citation) => of('Citation', citation.values)),
  ];
}

function dated(values: Values, name: string): UncertainDate | undefined {
  const value = values[name];
  if (typeof value !== 'object' || value === null || isAbsence(value) || !('edtf' in value)) return undefined;
  const parsed = parseUncertainDate(value.edtf);
  return parsed.ok ? parsed.date : undefined;
}

function hasDatesInOrder(type: FactTypeName, values: Values): boolean {
  return typeOf(type).chronology.every((chain) => {
    const dates = chain.flatMap((name) => dated(values, name) ?? []);
    return dates.every((later, at) => dates.slice(0, at).every((earlier) => !isCertainlyAfter(earlier, later)));
  });
}

const ends: Partial<Record<FactTypeName, readonly [string, string]>> = {
  Membership: ['member', 'organization'],
  Obligation: ['from', 'to'],
  StateRelation: ['from', 'to'],
  Dispute: ['one', 'other'],
  Follows: ['later', 'earlier'],
};

function meetsConstraints(type: FactTypeName, id: string, values: Values): boolean {
  if (linkFields(type).some(([name]) => values[name] === id)) return false;
  const [one, other] = ends[type] ?? [];
  if (one && other && values[one] === values[other]) return false;
  const isSet = (name: string) => values[name] !== undefined && values[name] !== null && !isAbsence(values[name]);
  if (type === 'Place' && isSet('country'))
    return !['STRAIT', 'SEA_AREA', 'DISPUTED_TERRITORY'].includes(String(values.placeType));
  if (type === 'Claim') return isSet('field') === isSet('value') && (!isSet('field') || isSet('subject'));
  return true;
}

const uniqueFields: Partial<Record<FactTypeName, readonly string[]>> = {
  Ballot: ['resolution', 'state'],
  Participation: ['exercise', 'actor', 'role'],
  EventActor: ['event', 'agent', 'role'],
  MeasureParty: ['measure', 'actor', 'role'],
};

function uniqueKey(type: FactTypeName, values: Values): string | undefined {
  if (type === 'Dispute') return [values.one, values.other].sort().join(' ');
  return uniqueFields[type]?.map((name) => String(values[name])).join(' ');
}

function sameCode(type: FactTypeName, one: Values, other: Values): boolean {
  if (type !== 'ExternalCode' || one.scheme !== other.scheme || one.value !== other.value) return false;
  const [a, b] = [dated(one, 'validity'), dated(other, 'validity')];
  const [aFrom, aTo] = [a?.earliest ?? '-infinity', a?.latest ?? 'infinity'];
  const [bFrom, bTo] = [b?.earliest ?? '-infinity', b?.latest ?? 'infinity'];
  return aFrom <= bTo && bFrom <= aTo;
}
