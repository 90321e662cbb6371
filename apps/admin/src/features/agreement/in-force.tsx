import { ReadingNote } from '../spells/reading.tsx';
import { type InForceOutput, inForceExplanation, inForceWords } from './in-force-words.ts';

/** Says whether an agreement is in force on a day. Expands to an explanation. */
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
