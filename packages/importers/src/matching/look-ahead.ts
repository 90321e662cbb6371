import { setImmediate } from 'node:timers/promises';
import { codeKey } from '@chancery/changesets';
import type { FactTypeName } from '@chancery/codebook';
import { type Importer, readSourceRecords } from '../importer.ts';
import type { GivenFile } from '../reading/text-of-file.ts';
import type { Reference } from '../source-record.ts';
import { type ActorLinks, datedKinds } from './dated-kinds.ts';

/** Data of the whole source that is needed before the first exercise, event or agreement is matched. */
export interface LookAheadResult {
  /** The participants or parties of each record, by the key of the record. None is repeated. */
  readonly actors: ReadonlyMap<string, readonly Reference[]>;
  /** The codes of all exercises, events and agreements of the source, as `codeKey` formats them. */
  readonly codes: ReadonlySet<string>;
}

const linksOf = new Map<FactTypeName, ActorLinks>(
  Object.values(datedKinds).flatMap((kind) => kind.actors.map((links) => [links.type, links] as const)),
);

/** The number of records after which other work of the process gets a turn. */
const recordsPerTurn = 2_000;

/**
 * Reads all files of a source to collect the participants and codes of its exercises, events and agreements. Such a
 * record is matched before its links are read, which are often in another file, and a stored code may belong to a later
 * record. Problems of the files are ignored here; they are reported when the files are read for matching.
 */
export async function lookAhead(importer: Importer, files: readonly GivenFile[]): Promise<LookAheadResult> {
  const actorsByRecord = new Map<string, Map<string, Reference>>();
  const codes = new Set<string>();
  let read = 0;
  for await (const { type, links, marks } of readSourceRecords(importer, files, { rows: 0, problems: [], notes: [] })) {
    read += 1;
    if (read % recordsPerTurn === 0) await setImmediate();
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
