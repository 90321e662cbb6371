import type { SpellReadingName } from '@chancery/codebook';
import type { DateOutput } from '../../fields/outputs.ts';
import { dayWords } from '../../ui/moment.ts';
import { ReadingNote } from '../spells/reading.tsx';

/** Whether an agreement is in force on a day, with the dates that this is computed from. */
export interface InForceOutput {
  readonly inForce: SpellReadingName | null;
  readonly signed: DateOutput | null;
  readonly entryIntoForce: DateOutput | null;
  readonly ended: DateOutput | null;
}

/** Says whether an agreement is in force on a day. Expands to the reason. */
export function InForce({ agreement, on }: { agreement: InForceOutput; on: string }) {
  const reading = agreement.inForce ?? 'UNSTATED';
  return (
    <ReadingNote
      reading={reading}
      words={inForceWords(agreement, on)}
      explanation={inForceExplanation(agreement, on)}
    />
  );
}

/** Says in words whether an agreement is in force on a day (`YYYY-MM-DD`). */
export function inForceWords({ inForce, signed, entryIntoForce, ended }: InForceOutput, on: string): string {
  switch (inForce ?? 'UNSTATED') {
    case 'CERTAIN':
      return 'in force';
    case 'PRESUMED':
      return 'in force, no end recorded';
    case 'LAST_RECORDED':
      return 'in force when last recorded';
    case 'POSSIBLE':
      return entryIntoForce && mayBeAfter(entryIntoForce, on)
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

function inForceExplanation({ inForce, entryIntoForce, ended }: InForceOutput, on: string): string {
  const dates = [
    entryIntoForce ? `Entry into force: ${entryIntoForce.words}.` : 'Its entry into force is not recorded.',
    ended ? `End: ${ended.words}.` : 'Its end is not recorded.',
  ].join(' ');
  const day = dayWords(on);
  switch (inForce ?? 'UNSTATED') {
    case 'CERTAIN':
      return `${dates} ${entryIntoForce ? '' : 'Obligations under it held on that day. '}Therefore it was in force on ${day}.`;
    case 'PRESUMED':
      return `${dates} It is presumed to be in force on ${day}. The register does not record when this was last attested.`;
    case 'LAST_RECORDED':
      return `${dates} It is not known whether it was still in force on ${day}: the sources end earlier.`;
    case 'POSSIBLE':
      return `${dates} The dates are not precise enough to say whether it was in force on ${day}.`;
    case 'UNSTATED':
      return `${dates} Therefore the register cannot say whether it was in force on ${day}. It may have entered into force without being recorded here.`;
    default:
      return `${dates} It was not in force on ${day}.`;
  }
}

/** Returns true if the date may be later than the day. */
function mayBeAfter(date: DateOutput, on: string): boolean {
  return date.latest === null || date.latest > on;
}

function isAfter(date: DateOutput | null, on: string): boolean {
  return date?.earliest !== null && date?.earliest !== undefined && date.earliest > on;
}
