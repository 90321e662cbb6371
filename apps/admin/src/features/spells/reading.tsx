import type { SpellReadingName } from '@chancery/codebook';
import { type Attestation, attestedByWords } from './attested-by.ts';
import { readingExplanation } from './reading-explanation.ts';
import { ReadingMark } from './reading-mark.tsx';
import { readingWords } from './reading-words.ts';
import type { SpellOutput } from './spell.ts';
import type { SpellWords } from './spell-words.ts';
import styles from './spells.module.css';

interface ReadingProps {
  readonly spell: SpellOutput;
  readonly spellWords: SpellWords;
  /** The day of the page: `YYYY-MM-DD`. */
  readonly on: string;
  /** The evidence of the spell; undefined if the page has not queried it. */
  readonly evidence?: Attestation | undefined;
}

/** The reading of a spell on the day of the page, as icon and words. Expands to an explanation. */
export function Reading({ spell, spellWords, on, evidence }: ReadingProps) {
  return (
    <ReadingNote
      reading={spell.reading}
      words={readingWords(spell, spellWords, on)}
      explanation={readingExplanation(spell, on, attestedByWords(spell, evidence))}
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
