import { diffWordsWithSpace } from 'diff';
import { texts } from './texts.tsx';
import styles from './value-diff.module.css';

/**
 * The differences between two versions of a text, word by word: removed words are struck through, added words
 * underlined, and both are announced to screen readers.
 */
export function TextDiff({ before, after }: { readonly before: string; readonly after: string }) {
  return (
    <p className={styles.textDiff}>
      {diffWordsWithSpace(before, after).map(({ value, added, removed }, at) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a diff keep their order
        if (added) return <ins key={at}>{texts.fact.added(value, hidden)}</ins>;
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        if (removed) return <del key={at}>{texts.fact.deleted(value, hidden)}</del>;
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        return <span key={at}>{value}</span>;
      })}
    </p>
  );
}

function hidden(words: string) {
  return <span className="visually-hidden">{words}</span>;
}
