import { setImmediate } from 'node:timers/promises';
import type { FactTypeName } from '@chancery/codebook';
import type { Entry, Reference } from '../entry.ts';
import { entriesOf, type Importer } from '../importer.ts';
import type { GivenFile } from '../reading/text-of-file.ts';
import { type ActorLinks, datedKinds } from './dated-kinds.ts';

/** By the key of a record, all whom the source names as taking part in it, each once. */
export type ActorsTold = ReadonlyMap<string, readonly Reference[]>;

const linksOf = new Map<FactTypeName, ActorLinks>(
  Object.values(datedKinds).flatMap((kind) => kind.actors.map((links) => [links.type, links] as const)),
);

const breath = 2_000;

/**
 * Reads the files of a source once for who takes part in its records: links come after the record that they are of, often
 * in another file, and a record is matched when it comes. What is wrong with the files is found when they are read to be
 * matched.
 */
export async function actorsTold(importer: Importer, files: readonly GivenFile[]): Promise<ActorsTold> {
  const told = new Map<string, Map<string, Reference>>();
  let read = 0;
  for await (const { type, links } of entriesOf(importer, files, { rows: 0, problems: [], notes: [] })) {
    read += 1;
    if (read % breath === 0) await setImmediate();
    const actorLinks = linksOf.get(type);
    if (!actorLinks) continue;
    const record = links[actorLinks.of];
    if (!record || !('entry' in record)) continue;
    const actors = told.get(record.entry) ?? new Map<string, Reference>();
    told.set(record.entry, actors);
    for (const field of actorLinks.fields) {
      const actor = links[field];
      if (actor) actors.set(JSON.stringify(actor), actor);
    }
  }
  return new Map([...told].map(([key, actors]) => [key, [...actors.values()]]));
}

/** Whether it has to be looked ahead to know who takes part in a record. */
export function needsLookAhead({ type, marks }: Entry): boolean {
  return datedKinds[type] !== undefined && marks?.actors === undefined;
}
