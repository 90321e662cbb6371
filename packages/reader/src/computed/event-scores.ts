import { goldsteinOf, ploverOf, quadOf } from '@chancery/codebook';
import { derived } from './derived-field.ts';

/**
 * Returns the Goldstein score of an event: an editor's override, or else the score of its CAMEO code; null if neither.
 */
export function eventScore(cameoCode: unknown, override: unknown): number | null {
  if (typeof override === 'number') return override;
  return typeof cameoCode === 'string' ? (goldsteinOf(cameoCode) ?? null) : null;
}

export const eventScores = [
  derived(
    'Event',
    'quad',
    'The class of its category: verbal or material, cooperation or conflict.',
    ': Quad!',
    (_compiler, { handle }) => {
      const category = handle.row.add(`${handle.table('Event')}.category`);
      return (row) => JSON.stringify(quadOf(String(row[category])));
    },
  ),
  derived(
    'Event',
    'goldstein',
    'Its score on Goldstein’s scale, -10 to 10, from an editor’s override or its CAMEO code; null if it has neither.',
    ': Float',
    (_compiler, { handle }) => {
      const code = handle.row.add(`${handle.table('Event')}.cameo_code`);
      const override = handle.row.add(`${handle.table('Event')}.score_override`);
      return (row) => JSON.stringify(eventScore(row[code], row[override]));
    },
  ),
  derived(
    'Event',
    'plover',
    'Its PLOVER score, -9 to 10, from its category and modes.',
    ': Float!',
    (_compiler, { handle }) => {
      const category = handle.row.add(`${handle.table('Event')}.category`);
      const modes = handle.row.add(`${handle.table('Event')}.modes`);
      return (row) => JSON.stringify(ploverOf(String(row[category]), (row[modes] ?? []) as string[]));
    },
  ),
];
