import type { DisplayProps } from './display.ts';
import styles from './fields.module.css';

const languages = new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'code' });

/** A name in its own language and direction. */
export function NameDisplay({ value }: DisplayProps<'name'>) {
  return (
    <>
      <bdi lang={value.language}>{value.text}</bdi>{' '}
      <span className={styles.aside}>({languageWords(value.language)})</span>
    </>
  );
}

function languageWords(tag: string): string {
  try {
    return languages.of(tag) ?? tag;
  } catch {
    // Not a language tag that the runtime knows: it is shown as recorded.
    return tag;
  }
}
