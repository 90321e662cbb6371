import { dayWords } from '../../ui/moment.ts';
import { lastAttestedDayOf, type SpellOutput } from './spell.ts';

/**
 * Explains the reading of a spell on a day.
 * @param attestedBy the source that attests the spell last, in words; empty if not known.
 */
export function explanation(spell: SpellOutput, on: string, attestedBy: string): string {
  return sentences(spell, on, attestedBy).replace(/ {2,}/g, ' ');
}

function sentences(spell: SpellOutput, on: string, attestedBy: string): string {
  const day = dayWords(on);
  const period = spell.validity ? `Recorded period: ${spell.validity.words}.` : 'No source states the period.';
  const attested = attestedWords(spell, attestedBy);
  switch (spell.reading) {
    case 'CERTAIN':
      return `${period} ${attested} Therefore this held on ${day}.`;
    case 'PRESUMED':
      return spell.attestedUntil === undefined
        ? `${period} No end is recorded, so this is presumed to hold on ${day}.`
        : `${period} No end is recorded. ${attested || noLaterSource} This is presumed to hold on ${day}, but no source in the register shows it that late.`;
    case 'LAST_RECORDED':
      return `${period} ${attested || noLaterSource} It is not known whether this still held on ${day}: the sources end earlier.`;
    case 'POSSIBLE':
      return `${period} ${attested} The dates are not precise enough to say whether this held on ${day}.`;
    case 'UNSTATED':
      return `No source states when this began or ended, so the register cannot say whether it held on ${day}.`;
    case 'NO':
      return `${period} ${day} is outside this period.`;
    default:
      return spell.reading satisfies never;
  }
}

const noLaterSource = 'No source is dated later than the start.';

/** Says until when a spell is attested and by which source; empty if no source has a date or if the end is recorded. */
function attestedWords(spell: SpellOutput, attestedBy: string): string {
  const latest = spell.validity?.latest;
  const day = lastAttestedDayOf(spell);
  if (!day || (latest && latest !== 'infinity')) return '';
  return `Attested until ${dayWords(day)}${attestedBy ? `, by ${attestedBy}` : ''}.`;
}
