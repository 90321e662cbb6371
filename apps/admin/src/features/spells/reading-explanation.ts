import { lastAttestedDayOf, type SpellOutput } from './spell.ts';
import { texts } from './texts.ts';

/**
 * Returns sentences that explain the reading of a spell on a day (`YYYY-MM-DD`).
 * @param attestedBy the source that attests the spell on its last attested day, in words; empty if it is not known.
 */
export function readingExplanation(spell: SpellOutput, on: string, attestedBy: string): string {
  return sentences(spell, on, attestedBy).filter(Boolean).join(' ');
}

function sentences(spell: SpellOutput, on: string, attestedBy: string): readonly string[] {
  const period = spell.validity ? texts.explanation.period(spell.validity.words) : texts.explanation.noPeriod;
  const attested = attestedWords(spell, attestedBy);
  switch (spell.reading) {
    case 'CERTAIN':
      return [period, attested, texts.explanation.held(on)];
    case 'PRESUMED':
      return spell.attestedUntil === undefined
        ? [period, texts.explanation.presumedWithoutEnd(on)]
        : [period, texts.explanation.noEnd, attested || texts.explanation.notAttested, texts.explanation.presumed(on)];
    case 'LAST_RECORDED':
      return [period, attested || texts.explanation.notAttested, texts.explanation.notKnown(on)];
    case 'POSSIBLE':
      return [period, attested, texts.explanation.imprecise(on)];
    case 'UNSTATED':
      return [texts.explanation.unstated(on)];
    case 'NO':
      return [period, texts.explanation.outside(on)];
    default:
      return spell.reading satisfies never;
  }
}

/**
 * Returns a sentence that says until when a spell is attested and by which source. Returns an empty text if there is no
 * attested day, or if the end of the spell is recorded.
 */
function attestedWords(spell: SpellOutput, attestedBy: string): string {
  const latest = spell.validity?.latest;
  const day = lastAttestedDayOf(spell);
  if (!day || (latest && latest !== 'infinity')) return '';
  return texts.explanation.attested(day, attestedBy);
}
