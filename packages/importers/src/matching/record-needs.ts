import type { FactTypeName } from '@chancery/codebook';
import type { Reference, SourceRecord } from '../source-record.ts';
import { datedKinds } from './dated-kinds.ts';
import { typesOf } from './references.ts';

/** Returns the codes that must be loaded to match a source record and resolve its references. */
export function codesOf({ type, values, links, marks }: SourceRecord): { scheme: string; value: string }[] {
  const own = type === 'ExternalCode' ? [{ scheme: String(values.scheme), value: String(values.value) }] : [];
  return [...codesOfReferences(Object.values(links)), ...(marks?.codes ?? []), ...own];
}

/** Returns the codes of those references that have one. */
export function codesOfReferences(references: readonly Reference[]): { scheme: string; value: string }[] {
  return references.flatMap((reference) => ('code' in reference ? reference.code : []));
}

/** Returns the types whose names must be loaded to match a source record and resolve its references. */
export function namedTypes({ type, links, marks }: SourceRecord): FactTypeName[] {
  const ofLinks = Object.entries(links).flatMap(([field, reference]) =>
    hasName(reference) ? typesOf(type, field) : [],
  );
  return [...(marks?.names ? [type] : []), ...ofLinks];
}

/** Returns the types whose names must be loaded to resolve the participants of source records. */
export function namedActorTypes(
  sourceRecords: readonly SourceRecord[],
  actorsOf: (sourceRecord: SourceRecord) => readonly Reference[],
): FactTypeName[] {
  const kinds = sourceRecords.flatMap((sourceRecord) => {
    const kind = datedKinds[sourceRecord.type];
    return kind && actorsOf(sourceRecord).some(hasName) ? [kind] : [];
  });
  return [...new Set(kinds)].flatMap(({ actors }) =>
    actors.flatMap(({ type, fields }) => fields.flatMap((field) => typesOf(type, field))),
  );
}

function hasName(reference: Reference): boolean {
  return 'name' in reference || ('code' in reference && reference.orName !== undefined);
}
