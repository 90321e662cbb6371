import type { FactType, ImportOutcome, ImportPartsFragment } from '../../generated/desk/graphql.ts';
import styles from './import.module.css';
import { figure, importAddress, outcomes, outcomeWords, pluralOf } from './import-words.ts';

interface CountsTableProps {
  readonly id: string;
  readonly counts: ImportPartsFragment['counts'];
  /** The rows that are open. */
  readonly open: { readonly outcome?: ImportOutcome | undefined; readonly type?: FactType | undefined };
}

/** How many rows of each type come to what; each number opens its rows. */
export function CountsTable({ id, counts, open }: CountsTableProps) {
  const types = [...new Set(counts.map(({ type }) => type))];
  const shown = outcomes.filter((outcome) => counts.some((count) => count.outcome === outcome));
  const rowsOf = (outcome: ImportOutcome, type?: FactType | null) =>
    counts
      .filter((count) => count.outcome === outcome && (type === undefined || count.type === type))
      .reduce((sum, { rows }) => sum + rows, 0);
  const cell = (outcome: ImportOutcome, type?: FactType | null) => {
    const rows = rowsOf(outcome, type);
    // Lines of no type are shown among all rows of their outcome.
    const isOpen = open.outcome === outcome && type !== null && open.type === type;
    return (
      <td
        key={outcome}
        data-outcome={outcome}
        data-label={outcomeWords[outcome].word}
        data-empty={rows === 0 || undefined}
      >
        {rows === 0 ? (
          <span aria-hidden="true">–</span>
        ) : (
          <a href={importAddress(id, { outcome, type: type ?? null })} aria-current={isOpen ? 'true' : undefined}>
            {figure(rows)}
          </a>
        )}
      </td>
    );
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={styles.scroll} aria-label="What becomes of the rows" tabIndex={0}>
      <table className={styles.counts}>
        <caption className="visually-hidden">What becomes of the rows, by type</caption>
        <thead>
          <tr>
            <th scope="col">Facts</th>
            {shown.map((outcome) => (
              <th key={outcome} scope="col" title={outcomeWords[outcome].sentence} data-outcome={outcome}>
                {outcomeWords[outcome].word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {types.map((type) => (
            <tr key={type ?? 'lines'}>
              <th scope="row">{type ? pluralOf(type) : 'Lines of which no fact comes'}</th>
              {shown.map((outcome) => cell(outcome, type))}
            </tr>
          ))}
        </tbody>
        {types.length > 1 ? (
          <tfoot>
            <tr>
              <th scope="row">All</th>
              {shown.map((outcome) => cell(outcome))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </section>
  );
}
