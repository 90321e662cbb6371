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
import { measureParty } from './types/measure-party.ts';
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
  MeasureParty: measureParty,
  Ballot: ballot,
  PlaceClaim: placeClaim,
  OfficeHolding: officeHolding,
  StateRelation: stateRelation,
  ExternalCode: externalCode,
  Name: name,
  Dispute: dispute,
  Follows: follows,
} as const;

/** The name of a record or link type: a type whose rows are facts. */
export type FactTypeName = keyof typeof facts;
/** The name of any type of the codebook: the fact types, and `Citation`. */
export type TypeName = FactTypeName | 'Citation';

/** The fact types by name, records before links. */
export const factTypes: Readonly<Record<FactTypeName, TypeDefinition>> = facts;
/** Every type by name. */
export const types: Readonly<Record<TypeName, TypeDefinition>> = { ...facts, Citation: citation };
/** The names of the fact types, in the order of the codebook. */
export const factTypeNames = Object.keys(facts) as FactTypeName[];
/** The names of all types, in the order of the codebook. */
export const typeNames = Object.keys(types) as TypeName[];

/**
 * The fields that every fact has beside those of its type. They are kept on the fact's row in the identity table, so
 * that they can be read without knowing the type.
 */
export const factFields = {
  evidenceStatus: oneOf(evidenceStatus, 'Evidence status', 'Where the fact stands with its evidence.', {
    required: true,
    filterable: true,
  }),
  note: longText(
    'Editor’s note',
    'What an editor leaves for the reader: a doubt, a choice made, a source still to be found.',
  ),
} as const satisfies Record<string, Field>;

const allFields = new Map<TypeName, Readonly<Record<string, Field>>>(
  typeNames.map((type) => [type, type === 'Citation' ? types[type].fields : { ...types[type].fields, ...factFields }]),
);

const formerNames = new Map<string, string>(
  typeNames.flatMap((type) =>
    Object.entries(fieldsOf(type)).flatMap(([name, field]) =>
      (field.formerly ?? []).map((former) => [`${type}.${former}`, name] as const),
    ),
  ),
);

/** Whether a string names a fact type. */
export function isFactType(value: string): value is FactTypeName {
  return Object.hasOwn(facts, value);
}

/** Whether a string names a type of the codebook. */
export function isTypeName(value: string): value is TypeName {
  return Object.hasOwn(types, value);
}

/** The definition of a type. */
export function typeOf(type: TypeName): TypeDefinition {
  return types[type];
}

/** All fields of a type that an operation may set, by name: its own, and for facts the common ones. */
export function fieldsOf(type: TypeName): Readonly<Record<string, Field>> {
  return allFields.get(type) ?? types[type].fields;
}

/** The name that a field has now, given a name that it has or had; `undefined` if the type has no such field. */
export function currentName(type: TypeName, name: string): string | undefined {
  const fields = fieldsOf(type);
  return Object.hasOwn(fields, name) ? name : formerNames.get(`${type}.${name}`);
}

/** Values under the names that their fields have now. Names that the codebook does not know are kept as they are. */
export function renameFormerFields<Value>(
  type: TypeName,
  values: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  if (formerNames.size === 0) return values;
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [currentName(type, name) ?? name, value]));
}

/** Whether a field is one of the common fields that are kept on the identity table. */
export function isFactField(name: string): name is keyof typeof factFields {
  return Object.hasOwn(factFields, name);
}

/** The concrete types that a link target covers, in the order of the codebook. */
export function concreteTypes(target: string): FactTypeName[] {
  if (!isInterface(target)) return isFactType(target) ? [target] : [];
  const { members } = interfaces[target];
  return members === 'all' ? factTypeNames : [...members];
}

/** The fields of a type that point at other facts. */
export function linkFields(type: TypeName): [name: string, field: Field & { target: string }][] {
  return Object.entries(typeOf(type).fields).filter(
    (entry): entry is [string, Field & { target: string }] => entry[1].kind === 'link',
  );
}

/** The way back from a target: the rows of `type` whose link fields `through` (any of them) point at the target. */
export interface InverseLink {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly type: TypeName;
  readonly through: readonly string[];
}

/**
 * The ways back that a target shows under names of their own: those declared on the target itself, then those declared
 * on interfaces that cover it. Several link fields of one type may share a way back (both sides of a dispute do).
 */
export function inversesOf(target: string): InverseLink[] {
  return inverseCache.get(target) ?? [];
}

function collectInverses(target: string): InverseLink[] {
  const found = new Map<string, InverseLink & { through: string[] }>();
  for (const type of typeNames) {
    for (const [through, field] of linkFields(type)) {
      const back = field.inverse;
      if (!back || !covers(field.target, target)) continue;
      const known = found.get(back.name);
      if (known?.type === type) known.through.push(through);
      else if (known) throw new Error(`${target}.${back.name} is claimed by ${known.type} and by ${type}`);
      else found.set(back.name, { ...back, type, through: [through] });
    }
  }
  return [...found.values()];
}

function covers(declared: string, target: string): boolean {
  if (declared === target) return true;
  if (!isInterface(declared)) return false;
  const covered = concreteTypes(declared);
  const asked = concreteTypes(target);
  return asked.length > 0 && asked.every((type) => covered.includes(type));
}

const inverseCache = new Map<string, InverseLink[]>(
  [...Object.keys(interfaces), ...factTypeNames].map((target) => [target, collectInverses(target)]),
);
