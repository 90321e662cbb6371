import type { TypeDefinition } from './define-type.ts';
import type { Field } from './field.ts';
import { longText, oneOf } from './field.ts';
import { interfaces, isInterface } from './interfaces.ts';
import { agreement } from './types/agreement.ts';
import { ballot } from './types/ballot.ts';
import { citation } from './types/citation.ts';
import { claim } from './types/claim.ts';
import { coverage } from './types/coverage.ts';
import { dispute } from './types/dispute.ts';
import { event } from './types/event.ts';
import { eventActor } from './types/event-actor.ts';
import { exercise } from './types/exercise.ts';
import { exerciseSeries } from './types/exercise-series.ts';
import { externalCode } from './types/external-code.ts';
import { follows } from './types/follows.ts';
import { importBatch } from './types/import-batch.ts';
import { policyMeasureParty } from './types/measure-party.ts';
import { membership } from './types/membership.ts';
import { name } from './types/name.ts';
import { obligation } from './types/obligation.ts';
import { officeHolding } from './types/office-holding.ts';
import { organization } from './types/organization.ts';
import { participation } from './types/participation.ts';
import { partyAction } from './types/party-action.ts';
import { person } from './types/person.ts';
import { place } from './types/place.ts';
import { placeClaim } from './types/place-claim.ts';
import { policyMeasure } from './types/policy-measure.ts';
import { resolution } from './types/resolution.ts';
import { source } from './types/source.ts';
import { state } from './types/state.ts';
import { stateRelation } from './types/state-relation.ts';
import { evidenceStatus } from './value-lists/evidence.ts';

const facts = {
  State: state,
  Organization: organization,
  Agreement: agreement,
  ExerciseSeries: exerciseSeries,
  Exercise: exercise,
  Event: event,
  PolicyMeasure: policyMeasure,
  Resolution: resolution,
  Place: place,
  Person: person,
  Source: source,
  Claim: claim,
  ImportBatch: importBatch,
  Coverage: coverage,
  Membership: membership,
  PartyAction: partyAction,
  Obligation: obligation,
  Participation: participation,
  EventActor: eventActor,
  MeasureParty: policyMeasureParty,
  Ballot: ballot,
  PlaceClaim: placeClaim,
  OfficeHolding: officeHolding,
  StateRelation: stateRelation,
  ExternalCode: externalCode,
  Name: name,
  Dispute: dispute,
  Follows: follows,
} as const;

/** The name of a record or link type, that is, of a type whose rows are facts. */
export type FactTypeName = keyof typeof facts;
/** The name of any type of the codebook: a fact type or `Citation`. */
export type TypeName = FactTypeName | 'Citation';

/** The definitions of the fact types by name, records before links. */
export const factTypes: Readonly<Record<FactTypeName, TypeDefinition>> = facts;
/** The definitions of all types by name: the fact types and `Citation`. */
export const types: Readonly<Record<TypeName, TypeDefinition>> = { ...facts, Citation: citation };
/** The names of the fact types in the order of the codebook, records before links. */
export const factTypeNames = Object.keys(facts) as FactTypeName[];
/** The names of all types: the fact types in the order of the codebook, then `Citation`. */
export const typeNames = Object.keys(types) as TypeName[];

/**
 * The fields that every fact has in addition to those of its type. They are stored in the fact's row of the identity
 * table, so that they can be read without knowing the type.
 */
export const factFields = {
  evidenceStatus: oneOf(evidenceStatus, 'Evidence status', 'How an editor judges the evidence of the fact.', {
    required: true,
    filterable: true,
  }),
  note: longText(
    'Editor’s note',
    'A note of an editor to readers: a doubt, the reason for a choice, a source still to be found.',
  ),
} as const satisfies Record<string, Field>;

const allFields = new Map<TypeName, Readonly<Record<string, Field>>>(
  typeNames.map((type) => [type, type === 'Citation' ? types[type].fields : { ...types[type].fields, ...factFields }]),
);

const formerNames = new Map<string, string>(
  typeNames.flatMap((type) =>
    Object.entries(fieldsOf(type)).flatMap(([name, field]) =>
      (field.formerNames ?? []).map((former) => [`${type}.${former}`, name] as const),
    ),
  ),
);

/** Whether a text is the name of a fact type. False for `Citation` and for interfaces such as `Actor`. */
export function isFactType(value: string): value is FactTypeName {
  return Object.hasOwn(facts, value);
}

/** Whether a text is the name of a fact type or `Citation`. False for interfaces such as `Actor`. */
export function isTypeName(value: string): value is TypeName {
  return Object.hasOwn(types, value);
}

/** Returns the definition of a type. Its `fields` lack the common fields of facts; see {@link fieldsOf}. */
export function typeOf(type: TypeName): TypeDefinition {
  return types[type];
}

/**
 * Returns all fields of a type that an operation may set, by name: its own fields and, for a fact type, `factFields`.
 */
export function fieldsOf(type: TypeName): Readonly<Record<string, Field>> {
  return allFields.get(type) ?? types[type].fields;
}

/**
 * Returns the current name of a field, given its current or a former name; `undefined` if the type has no such field.
 */
export function currentFieldName(type: TypeName, name: string): string | undefined {
  const fields = fieldsOf(type);
  return Object.hasOwn(fields, name) ? name : formerNames.get(`${type}.${name}`);
}

/** Returns the values under the current names of their fields. Names that the codebook does not know stay unchanged. */
export function renameFormerFields<Value>(
  type: TypeName,
  values: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  if (formerNames.size === 0) return values;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [currentFieldName(type, name) ?? name, value]),
  );
}

/**
 * Whether a name is that of a common field, which is stored in the identity table. True for `note`, although the `note`
 * of a citation is a field of its own: callers must exclude the type `Citation`.
 */
export function isFactField(name: string): name is keyof typeof factFields {
  return Object.hasOwn(factFields, name);
}

/**
 * Returns the fact types that a link target includes, in the order of the codebook: all types of an interface, or the
 * type itself. Empty for any other name.
 */
export function concreteTypesOf(target: string): FactTypeName[] {
  if (!isInterface(target)) return isFactType(target) ? [target] : [];
  const { members } = interfaces[target];
  return members === 'all' ? factTypeNames : [...members];
}

/** Returns the names and definitions of the fields of a type that link to other facts. */
export function linkFields(type: TypeName): [name: string, field: Field & { target: string }][] {
  return Object.entries(typeOf(type).fields).filter(
    (entry): entry is [string, Field & { target: string }] => entry[1].kind === 'link',
  );
}

/**
 * Returns the names and definitions of the fields that hold a name of a record. Imports look records up by these
 * fields.
 */
export function nameFields(type: TypeName): [name: string, field: Field][] {
  return Object.entries(typeOf(type).fields).filter(([, { isName }]) => isName);
}

/** An inverse link of a target: the facts or citations of `type` whose link fields `through` lead to the target. */
export interface InverseLink {
  readonly name: string;
  readonly deprecatedName?: string | undefined;
  readonly label: string;
  readonly description: string;
  readonly type: TypeName;
  readonly through: readonly string[];
}

/**
 * Returns the inverse links of a fact type or interface. They come from links to the target itself and from links to
 * interfaces that include it. Several link fields of one type may share an inverse, such as the two sides of a dispute.
 * Empty for `Citation` and unknown names.
 */
export function inversesOf(target: string): InverseLink[] {
  return inverseCache.get(target) ?? [];
}

function collectInverses(target: string): InverseLink[] {
  const inverses = new Map<string, InverseLink & { through: string[] }>();
  for (const type of typeNames) {
    for (const [through, field] of linkFields(type)) {
      const { inverse } = field;
      if (!inverse || !covers(field.target, target)) continue;
      const existing = inverses.get(inverse.name);
      if (existing?.type === type) existing.through.push(through);
      else if (existing) throw new Error(`${target}.${inverse.name} is declared by both ${existing.type} and ${type}`);
      else inverses.set(inverse.name, { ...inverse, type, through: [through] });
    }
  }
  return [...inverses.values()];
}

function covers(declaredTarget: string, target: string): boolean {
  if (declaredTarget === target) return true;
  if (!isInterface(declaredTarget)) return false;
  const covered = concreteTypesOf(declaredTarget);
  const types = concreteTypesOf(target);
  return types.length > 0 && types.every((type) => covered.includes(type));
}

const inverseCache = new Map<string, InverseLink[]>(
  [...Object.keys(interfaces), ...factTypeNames].map((target) => [target, collectInverses(target)]),
);

const codebookNames = new Map<string, string>(
  typeNames.flatMap((type) => [
    ...Object.entries(fieldsOf(type)).flatMap(([name, { apiName }]): [string, string][] =>
      apiName === undefined ? [] : [[`${type}.${apiName}`, name]],
    ),
    ...inversesOf(type).flatMap(({ name, deprecatedName }): [string, string][] =>
      deprecatedName === undefined ? [] : [[`${type}.${deprecatedName}`, name]],
    ),
  ]),
);

/**
 * Returns the codebook’s name for a field or inverse link that the API offers on a type. An `apiName` becomes the
 * stored name of the field, a `deprecatedName` the current name of the inverse link. Any other name is returned
 * unchanged, and so is every name if `type` is an interface.
 */
export function codebookName(type: string, name: string): string {
  return codebookNames.get(`${type}.${name}`) ?? name;
}
