import type { DisplayProps } from './display.ts';
import styles from './fields.module.css';

const languages = new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'code' });

/** Shows a name in the writing direction of its text, followed by its language in parentheses. */
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
    // The runtime does not know the language tag, so show it as recorded.
    return tag;
  }
}
