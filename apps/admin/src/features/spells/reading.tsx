import type { SpellReadingName } from '@chancery/codebook';
import { type Attestation, attestedByWords } from './attested-by.ts';
import { explanation } from './explanation.ts';
import { ReadingMark } from './reading-mark.tsx';
import { readingWords } from './reading-words.ts';
import type { SpellOutput } from './spell.ts';
import type { SpellNoun } from './spell-nouns.ts';
import styles from './spells.module.css';

interface ReadingProps {
  readonly spell: SpellOutput;
  readonly noun: SpellNoun;
  /** The day of the page: `YYYY-MM-DD`. */
  readonly on: string;
  /** The evidence that attests the spell, if the page has it. */
  readonly evidence?: Attestation | undefined;
}

/** The reading of a spell on the day of the page, as icon and words. Expands to an explanation. */
export function Reading({ spell, noun, on, evidence }: ReadingProps) {
  return (
    <ReadingNote
      reading={spell.reading}
      words={readingWords(spell, noun, on)}
      explanation={explanation(spell, on, attestedByWords(spell, evidence))}
    />
  );
}

interface ReadingNoteProps {
  readonly reading: SpellReadingName;
  readonly words: string;
  readonly explanation: string;
}

/** A reading in words that expands to its explanation. Works without scripts. */
export function ReadingNote({ reading, words, explanation: text }: ReadingNoteProps) {
  return (
    <details className={styles.reading} data-reading={reading}>
      <summary>
        <ReadingMark reading={reading} />
        <span>{words}</span>
      </summary>
      <p className={styles.why}>{text}</p>
    </details>
  );
}
