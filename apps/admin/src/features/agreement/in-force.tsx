import type { SpellReadingName } from '@chancery/codebook';
import type { DateOutput } from '../../fields/outputs.ts';
import { dayWords } from '../../ui/moment.ts';
import { ReadingNote } from '../spells/reading.tsx';

/** What the register says of an agreement's being in force on a day. */
export interface InForceOutput {
  readonly inForce: SpellReadingName | null;
  readonly signed: DateOutput | null;
  readonly entryIntoForce: DateOutput | null;
  readonly ended: DateOutput | null;
}

/** Whether an agreement is in force on a day, by a sign and in words; a press on the words tells why. */
export function InForce({ agreement, on }: { agreement: InForceOutput; on: string }) {
  const reading = agreement.inForce ?? 'UNSTATED';
  return <ReadingNote reading={reading} words={inForceWords(agreement, on)} why={inForceWhy(agreement, on)} />;
}

/** Whether an agreement is in force on a day (`YYYY-MM-DD`), in words. */
export function inForceWords({ inForce, signed, entryIntoForce, ended }: InForceOutput, on: string): string {
  switch (inForce ?? 'UNSTATED') {
    case 'CERTAIN':
      return 'in force';
    case 'PRESUMED':
      return 'in force, no end recorded';
    case 'LAST_RECORDED':
      return 'in force when last recorded';
    case 'POSSIBLE':
      return entryIntoForce && startsLate(entryIntoForce, on)
        ? `possibly in force (entered ${entryIntoForce.words})`
        : `possibly in force${ended ? ` (ended ${ended.words})` : ''}`;
    case 'UNSTATED':
      return 'entry into force not recorded';
    default:
      if (isAfter(signed, on)) return 'not yet signed';
      if (isAfter(entryIntoForce, on)) return 'not yet in force';
      return ended ? `until ${ended.words}` : 'not in force';
  }
}

function inForceWhy({ inForce, entryIntoForce, ended }: InForceOutput, on: string): string {
  const dates = [
    entryIntoForce
      ? `It entered into force: ${entryIntoForce.words}.`
      : 'The register has no record of its entry into force.',
    ended ? `It ended: ${ended.words}.` : 'The register has no record of its end.',
  ].join(' ');
  const day = dayWords(on);
  switch (inForce ?? 'UNSTATED') {
    case 'CERTAIN':
      return `${dates} ${entryIntoForce ? '' : 'Its obligations hold on the day. '}So it was in force on ${day}.`;
    case 'PRESUMED':
      return `${dates} So it is presumed to be in force on ${day}; nothing recorded says when that was last checked.`;
    case 'LAST_RECORDED':
      return `${dates} Whether it was still in force on ${day} is not known: the record stops earlier.`;
    case 'POSSIBLE':
      return `${dates} The dates are not exact enough to tell whether it was in force on ${day}.`;
    case 'UNSTATED':
      return `${dates} So nothing follows for ${day}. That no entry into force is recorded does not say that there was none.`;
    default:
      return `${dates} ${day} lies outside the time in which it was in force.`;
  }
}

function startsLate(date: DateOutput, on: string): boolean {
  return date.latest === null || date.latest > on;
}

function isAfter(date: DateOutput | null, on: string): boolean {
  return date?.earliest !== null && date?.earliest !== undefined && date.earliest > on;
}
