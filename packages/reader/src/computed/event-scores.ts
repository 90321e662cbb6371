import { goldsteinScoreOf, ploverScoreOf, quadOf } from '@chancery/codebook';
import { computedField } from './computed-field.ts';

/**
 * Returns the Goldstein score of an event: an editor's override, or else the score of its CAMEO code; null if there is
 * no override and no score for the code.
 */
export function eventScore(cameoCode: unknown, override: unknown): number | null {
  if (typeof override === 'number') return override;
  return typeof cameoCode === 'string' ? (goldsteinScoreOf(cameoCode) ?? null) : null;
}

export const eventScoreFields = [
  computedField(
    'Event',
    'quad',
    'The class of its category: verbal or material cooperation, or verbal or material conflict.',
    ': Quad!',
    (_compiler, { handle }) => {
      const category = handle.row.add(`${handle.table('Event')}.category`);
      return (row) => JSON.stringify(quadOf(String(row[category])));
    },
  ),
  computedField(
    'Event',
    'goldstein',
    'Its score on Goldstein’s scale, -10 to 10: an editor’s override, or else the score of its CAMEO code; null if there is no override and the scale has no score for the code.',
    ': Float',
    (_compiler, { handle }) => {
      const code = handle.row.add(`${handle.table('Event')}.cameo_code`);
      const override = handle.row.add(`${handle.table('Event')}.score_override`);
      return (row) => JSON.stringify(eventScore(row[code], row[override]));
    },
  ),
  computedField(
    'Event',
    'plover',
    'Its PLOVER score, -9 to 10, from its category and modes.',
    ': Float!',
    (_compiler, { handle }) => {
      const category = handle.row.add(`${handle.table('Event')}.category`);
      const modes = handle.row.add(`${handle.table('Event')}.modes`);
      return (row) => JSON.stringify(ploverScoreOf(String(row[category]), (row[modes] ?? []) as string[]));
    },
  ),
];
