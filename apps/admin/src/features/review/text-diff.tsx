import { diffWordsWithSpace } from 'diff';
import styles from './review.module.css';

/** Two versions of a text as one, word by word: what is gone is struck, what is new underlined, and both are said aloud. */
export function TextDiff({ before, after }: { readonly before: string; readonly after: string }) {
  return (
    <p className={styles.textDiff}>
      {diffWordsWithSpace(before, after).map(({ value, added, removed }, at) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one difference never change places
        if (added) return <ins key={at}>{spoken('added', value)}</ins>;
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        if (removed) return <del key={at}>{spoken('removed', value)}</del>;
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        return <span key={at}>{value}</span>;
      })}
    </p>
  );
}

function spoken(what: string, value: string) {
  return (
    <>
      <span className="visually-hidden">[{what}: </span>
      {value}
      <span className="visually-hidden">] </span>
    </>
  );
}
