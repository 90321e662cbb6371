import type { SpellReadingName } from '@chancery/codebook';
import type { DateOutput } from '../../fields/outputs.ts';
import { texts } from './texts.ts';

type DateBounds = Pick<DateOutput, 'earliest' | 'latest' | 'words'>;

/** Whether an agreement is in force on a day (null counts as `UNSTATED`), and the dates of the agreement. */
export interface InForceOutput {
  readonly inForce: SpellReadingName | null;
  readonly signed: DateBounds | null;
  readonly entryIntoForce: DateBounds | null;
  readonly ended: DateBounds | null;
}

/** Returns a few words that say whether an agreement is in force on a day (`YYYY-MM-DD`). */
export function inForceWords({ inForce, signed, entryIntoForce, ended }: InForceOutput, on: string): string {
  switch (inForce ?? 'UNSTATED') {
    case 'CERTAIN':
      return texts.inForce.certain;
    case 'PRESUMED':
      return texts.inForce.presumed;
    case 'LAST_RECORDED':
      return texts.inForce.lastRecorded;
    case 'POSSIBLE':
      if (entryIntoForce && mayBeAfter(entryIntoForce, on)) return texts.inForce.possiblyEntered(entryIntoForce.words);
      return ended ? texts.inForce.possiblyEnded(ended.words) : texts.inForce.possibly;
    case 'UNSTATED':
      return texts.inForce.unstated;
    default:
      if (isAfter(signed, on)) return texts.inForce.notYetSigned;
      if (isAfter(entryIntoForce, on)) return texts.inForce.notYet;
      return ended ? texts.inForce.ended(ended.words) : texts.inForce.not;
  }
}

/**
 * Returns sentences with the dates of an agreement and the conclusion whether it is in force on a day (`YYYY-MM-DD`).
 * If no entry into force is recorded, the conclusion may come from the obligations under the agreement (see `inForce`
 * in the reader).
 */
export function inForceExplanation(agreement: InForceOutput, on: string): string {
  const { signed, entryIntoForce, ended } = agreement;
  return [
    signed && isAfter(signed, on) ? texts.explanation.signed(signed.words) : '',
    entryIntoForce ? texts.explanation.entry(entryIntoForce.words) : texts.explanation.noEntry,
    ended ? texts.explanation.end(ended.words) : texts.explanation.noEnd,
    conclusion(agreement, on),
  ]
    .filter(Boolean)
    .join(' ');
}

function conclusion({ inForce, signed, entryIntoForce, ended }: InForceOutput, on: string): string {
  const { explanation } = texts;
  switch (inForce ?? 'UNSTATED') {
    case 'CERTAIN':
      return (entryIntoForce ? explanation.certain : explanation.certainByObligations)(on);
    case 'PRESUMED':
      return (entryIntoForce ? explanation.presumed : explanation.presumedByObligations)(on);
    case 'LAST_RECORDED':
      return (entryIntoForce ? explanation.lastRecorded : explanation.lastRecordedByObligations)(on);
    case 'POSSIBLE':
      return explanation.possible(on);
    case 'UNSTATED':
      return explanation.unstated(on);
    default:
      return (
        entryIntoForce || isAfter(signed, on) || isBefore(ended, on) ? explanation.not : explanation.notByObligations
      )(on);
  }
}

/** Returns true if the date may be later than the day, or if its latest day is not known. */
function mayBeAfter(date: DateBounds, on: string): boolean {
  return date.latest === null || date.latest > on;
}

function isAfter(date: DateBounds | null, on: string): boolean {
  return date?.earliest !== null && date?.earliest !== undefined && date.earliest > on;
}

function isBefore(date: DateBounds | null, on: string): boolean {
  return date?.latest !== null && date?.latest !== undefined && date.latest < on;
}
