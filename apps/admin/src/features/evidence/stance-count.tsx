import styles from './evidence.module.css';

/** The number of citations that support and dispute a fact: `+3 −1`. */
export function StanceCount({ supports, disputes }: { supports: number; disputes: number }) {
  const words = `${supports} ${supports === 1 ? 'citation supports' : 'citations support'} it${disputes > 0 ? `, ${disputes} ${disputes === 1 ? 'disputes' : 'dispute'} it` : ''}`;
  return (
    <span className={styles.stances} role="img" aria-label={words} title={words}>
      <span>+{supports}</span>
      {disputes > 0 ? <b>−{disputes}</b> : null}
    </span>
  );
}
