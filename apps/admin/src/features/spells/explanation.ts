import { dayWords } from '../../ui/moment.ts';
import { lastSeen, type SpellOutput } from './spell.ts';

/**
 * What the reading of a fact on a day means, and why it reads so.
 * @param seenBy which kind of source saw it last, in words; empty where that is not known.
 */
export function explanation(spell: SpellOutput, on: string, seenBy: string): string {
  return sentences(spell, on, seenBy).replace(/ {2,}/g, ' ');
}

function sentences(spell: SpellOutput, on: string, seenBy: string): string {
  const day = dayWords(on);
  const period = spell.validity ? `The recorded period is: ${spell.validity.words}.` : 'No source states its period.';
  const attested = attestedWords(spell, seenBy);
  switch (spell.reading) {
    case 'CERTAIN':
      return `${period} ${attested} So it holds on ${day}.`;
    case 'PRESUMED':
      return spell.attestedUntil === undefined
        ? `${period} No end is recorded, so it is presumed to hold on ${day}.`
        : `${period} No end is recorded. ${attested || 'None of its sources is dated later than its start.'} It is presumed to hold on ${day}: nothing in the register shows it that late.`;
    case 'LAST_RECORDED':
      return `${period} ${attested || 'None of its sources is dated later than its start.'} Whether it still held on ${day} is not known: the record ends, not necessarily the fact.`;
    case 'POSSIBLE':
      return `${period} ${attested} The dates are not exact enough to tell whether it holds on ${day}.`;
    case 'UNSTATED':
      return `No source states from when to when it holds, so nothing follows for ${day}.`;
    case 'NO':
      return `${period} ${day} lies outside it.`;
    default:
      return spell.reading satisfies never;
  }
}

/** Until when it is attested, and by what; empty where no source has a day, or where a stated end settles the matter. */
function attestedWords(spell: SpellOutput, seenBy: string): string {
  const latest = spell.validity?.latest;
  const seen = lastSeen(spell);
  if (!seen || (latest && latest !== 'infinity')) return '';
  return `It is attested until ${dayWords(seen)}${seenBy ? `, by ${seenBy}` : ''}.`;
}
