import type { SpellReadingName } from '@chancery/codebook';
import { explanation } from './explanation.ts';
import { ReadingMark } from './reading-mark.tsx';
import { readingWords } from './reading-words.ts';
import { type Seen, seenByWords } from './seen-by.ts';
import type { SpellOutput } from './spell.ts';
import type { SpellNoun } from './spell-nouns.ts';
import styles from './spells.module.css';

interface ReadingProps {
  readonly spell: SpellOutput;
  readonly noun: SpellNoun;
  /** The day of the page: `YYYY-MM-DD`. */
  readonly on: string;
  /** The evidence from which it is derived until when it is attested, where the page has it. */
  readonly seen?: Seen | undefined;
}

/** How a fact reads on the day of the page, by a sign and in words; a press on the words tells why. */
export function Reading({ spell, noun, on, seen }: ReadingProps) {
  return (
    <ReadingNote
      reading={spell.reading}
      words={readingWords(spell, noun, on)}
      why={explanation(spell, on, seenByWords(spell, seen))}
    />
  );
}

interface ReadingNoteProps {
  readonly reading: SpellReadingName;
  readonly words: string;
  readonly why: string;
}

/** A reading in words, under which it is told why. Works without scripts. */
export function ReadingNote({ reading, words, why }: ReadingNoteProps) {
  return (
    <details className={styles.reading} data-reading={reading}>
      <summary>
        <ReadingMark reading={reading} />
        <span>{words}</span>
      </summary>
      <p className={styles.why}>{why}</p>
    </details>
  );
}
