import type { FactTypeName } from '@chancery/codebook';
import type { View } from '../../addresses/view.ts';
import { loadRecord } from './load-record.ts';
import { loadTombstone } from './load-tombstone.ts';
import { texts } from './texts.tsx';

/**
 * Returns the title of the browser tab for a record or link: its label, which says so if it is retired. Undefined if the
 * register does not have it in the view.
 */
export async function recordTitle(type: FactTypeName, id: string, view: View): Promise<string | undefined> {
  const [answer] = await loadRecord(type, id, view);
  if (answer.ok && answer.data.record) return answer.data.record.label;
  const tombstone = await loadTombstone(id, view.at, view.on);
  return tombstone && texts.absent.title(tombstone.label);
}
