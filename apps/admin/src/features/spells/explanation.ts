import { dayWords } from '../../ui/moment.ts';
import { lastSeen, type ShownSpell } from './spell.ts';

/**
 * What the reading of a fact on a day means, and why it reads so.
 * @param seenBy which kind of source saw it last, in words; empty where that is not known.
 */
export function explanation(spell: ShownSpell, on: string, seenBy: string): string {
  const day = dayWords(on);
  const period = spell.validity ? `The recorded period is: ${spell.validity.words}.` : 'No source states its period.';
  const seen = lastSeen(spell);
  const attested = seen ? `It is attested until ${dayWords(seen)}${seenBy ? `, by ${seenBy}` : ''}.` : '';
  switch (spell.reading) {
    case 'CERTAIN':
      return `${period} ${attested} So it holds on ${day}.`;
    case 'PRESUMED':
      return spell.attestedUntil === undefined
        ? `${period} It has started and no end is recorded, so it is presumed to hold on ${day}.`
        : `${period} It has started and no end is recorded. ${attested || 'No source says on which later day it saw it.'} So it is presumed to hold on ${day}, and nothing checked it that late.`;
    case 'LAST_RECORDED':
      return `${period} ${attested || 'No source says until when it saw it.'} Whether it still held on ${day} is not known: the record ends, not necessarily the fact.`;
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
