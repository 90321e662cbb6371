import { setImmediate } from 'node:timers/promises';
import { codeKey } from '@chancery/changesets';
import type { FactTypeName } from '@chancery/codebook';
import { type Importer, readSourceRecords } from '../importer.ts';
import type { GivenFile } from '../reading/text-of-file.ts';
import type { Reference } from '../source-record.ts';
import { type ActorLinks, datedKinds } from './dated-kinds.ts';

/** What must be known of a whole source before one of its exercises, events or agreements is matched. */
export interface LookedAhead {
  /** By the key of a record, all whom the source names as taking part in it, each once. */
  readonly actors: ReadonlyMap<string, readonly Reference[]>;
  /** The codes of other lists that such records of the source bear, as `codeKey` writes them. */
  readonly codes: ReadonlySet<string>;
}

const linksOf = new Map<FactTypeName, ActorLinks>(
  Object.values(datedKinds).flatMap((kind) => kind.actors.map((links) => [links.type, links] as const)),
);

const breath = 2_000;

/**
 * Reads the files of a source once for who takes part in its records and which codes these bear: links come after the
 * record that they are of, often in another file, a code may stand at a later record, and a record is matched when it
 * comes. What is wrong with the files is found when they are read to be matched.
 */
export async function lookAhead(importer: Importer, files: readonly GivenFile[]): Promise<LookedAhead> {
  const actorsByRecord = new Map<string, Map<string, Reference>>();
  const codes = new Set<string>();
  let read = 0;
  for await (const { type, links, marks } of readSourceRecords(importer, files, { rows: 0, problems: [], notes: [] })) {
    read += 1;
    if (read % breath === 0) await setImmediate();
    if (datedKinds[type]) for (const { scheme, value } of marks?.codes ?? []) codes.add(codeKey(scheme, value));
    const actorLinks = linksOf.get(type);
    if (!actorLinks) continue;
    const target = links[actorLinks.of];
    if (!target || !('record' in target)) continue;
    const actors = actorsByRecord.get(target.record) ?? new Map<string, Reference>();
    actorsByRecord.set(target.record, actors);
    for (const field of actorLinks.fields) {
      const actor = links[field];
      if (actor) actors.set(JSON.stringify(actor), actor);
    }
  }
  return { actors: new Map([...actorsByRecord].map(([key, actors]) => [key, [...actors.values()]])), codes };
}
