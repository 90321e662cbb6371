import type { FactTypeName } from '@chancery/codebook';
import type { Reference, SourceRecord } from '../source-record.ts';
import { datedKinds } from './dated-kinds.ts';
import { typesOf } from './references.ts';

/** The codes by which a source record and what it points at are looked up. */
export function codesOf({ type, values, links, marks }: SourceRecord): { scheme: string; value: string }[] {
  const own = type === 'ExternalCode' ? [{ scheme: String(values.scheme), value: String(values.value) }] : [];
  return [...codesReferred(Object.values(links)), ...(marks?.codes ?? []), ...own];
}

/** The codes by which some references are looked up. */
export function codesReferred(references: readonly Reference[]): { scheme: string; value: string }[] {
  return references.flatMap((reference) => ('code' in reference ? reference.code : []));
}

/** The types of which records are sought by name. */
export function typesSought({ type, links, marks }: SourceRecord): FactTypeName[] {
  const referred = Object.entries(links).flatMap(([field, reference]) =>
    'name' in reference ? typesOf(type, field) : [],
  );
  return [...(marks?.names ? [type] : []), ...referred];
}

/** The types of which those who take part in records are sought by name. */
export function typesOfActors(
  sourceRecords: readonly SourceRecord[],
  actorsOf: (sourceRecord: SourceRecord) => readonly Reference[],
): FactTypeName[] {
  const kinds = sourceRecords.flatMap((sourceRecord) => {
    const kind = datedKinds[sourceRecord.type];
    return kind && actorsOf(sourceRecord).some((actor) => 'name' in actor) ? [kind] : [];
  });
  return [...new Set(kinds)].flatMap(({ actors }) =>
    actors.flatMap(({ type, fields }) => fields.flatMap((field) => typesOf(type, field))),
  );
}
