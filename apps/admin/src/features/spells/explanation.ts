import { lastAttestedDayOf, type SpellOutput } from './spell.ts';
import { texts } from './texts.ts';

/**
 * Explains the reading of a spell on a day.
 * @param attestedBy the source that attests the spell last, in words; empty if not known.
 */
export function explanation(spell: SpellOutput, on: string, attestedBy: string): string {
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

/** Says until when a spell is attested and by which source; empty if no source has a date or if the end is recorded. */
function attestedWords(spell: SpellOutput, attestedBy: string): string {
  const latest = spell.validity?.latest;
  const day = lastAttestedDayOf(spell);
  if (!day || (latest && latest !== 'infinity')) return '';
  return texts.explanation.attested(day, attestedBy);
}
