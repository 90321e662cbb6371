import type { FactTypeName } from '@chancery/codebook';
import type { Entry, Reference } from '../source-record.ts';
import { datedKinds } from './dated-kinds.ts';
import { typesOf } from './references.ts';

/** The codes by which an entry and what it points at are looked up. */
export function codesOf({ type, values, links, marks }: Entry): { scheme: string; value: string }[] {
  const own = type === 'ExternalCode' ? [{ scheme: String(values.scheme), value: String(values.value) }] : [];
  return [...codesReferred(Object.values(links)), ...(marks?.codes ?? []), ...own];
}

/** The codes by which some references are looked up. */
export function codesReferred(references: readonly Reference[]): { scheme: string; value: string }[] {
  return references.flatMap((reference) => ('code' in reference ? reference.code : []));
}

/** The types of which records are sought by name. */
export function typesSought({ type, links, marks }: Entry): FactTypeName[] {
  const referred = Object.entries(links).flatMap(([field, reference]) =>
    'name' in reference ? typesOf(type, field) : [],
  );
  return [...(marks?.names ? [type] : []), ...referred];
}

/** The types of which those who take part in records are sought by name. */
export function typesOfActors(
  entries: readonly Entry[],
  actorsOf: (entry: Entry) => readonly Reference[],
): FactTypeName[] {
  const kinds = entries.flatMap((entry) => {
    const kind = datedKinds[entry.type];
    return kind && actorsOf(entry).some((actor) => 'name' in actor) ? [kind] : [];
  });
  return [...new Set(kinds)].flatMap(({ actors }) =>
    actors.flatMap(({ type, fields }) => fields.flatMap((field) => typesOf(type, field))),
  );
}
