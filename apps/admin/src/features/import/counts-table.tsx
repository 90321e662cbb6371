import type { FactType, ImportOutcome, ImportPartsFragment } from '../../generated/desk/graphql.ts';
import { formatCount } from '../../ui/counts.ts';
import styles from './import.module.css';
import { importAddress, importOutcomes, outcomeLabels, pluralOf } from './import-labels.ts';
import { texts } from './texts.tsx';

interface CountsTableProps {
  readonly id: string;
  readonly counts: ImportPartsFragment['counts'];
  /** The outcome and type of the rows that the page lists; empty if it lists none. */
  readonly open: { readonly outcome?: ImportOutcome | undefined; readonly type?: FactType | undefined };
}

/** The numbers of rows by type and outcome. Each number links to the list of its rows. */
export function CountsTable({ id, counts, open }: CountsTableProps) {
  const types = [...new Set(counts.map(({ type }) => type))];
  const columns = importOutcomes.filter((outcome) => counts.some((count) => count.outcome === outcome));
  const rowsOf = (outcome: ImportOutcome, type?: FactType | null) =>
    counts
      .filter((count) => count.outcome === outcome && (type === undefined || count.type === type))
      .reduce((sum, { rows }) => sum + rows, 0);
  const cell = (outcome: ImportOutcome, type?: FactType | null) => {
    const rows = rowsOf(outcome, type);
    // Rows without a type have no list of their own: their cell opens all rows of the outcome.
    const isOpen = open.outcome === outcome && type !== null && open.type === type;
    return (
      <td
        key={outcome}
        data-outcome={outcome}
        data-label={outcomeLabels[outcome].label}
        data-empty={rows === 0 || undefined}
      >
        {rows === 0 ? (
          <span aria-hidden="true">–</span>
        ) : (
          <a href={importAddress(id, { outcome, type: type ?? null })} aria-current={isOpen ? 'true' : undefined}>
            {formatCount(rows)}
          </a>
        )}
      </td>
    );
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
    <section className={styles.scroll} aria-label={texts.counts.label} tabIndex={0}>
      <table className={styles.counts}>
        <caption className="visually-hidden">{texts.counts.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.counts.type}</th>
            {columns.map((outcome) => (
              <th key={outcome} scope="col" title={outcomeLabels[outcome].description} data-outcome={outcome}>
                {outcomeLabels[outcome].label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {types.map((type) => (
            <tr key={type ?? 'lines'}>
              <th scope="row">{type ? pluralOf(type) : texts.counts.withoutFact}</th>
              {columns.map((outcome) => cell(outcome, type))}
            </tr>
          ))}
        </tbody>
        {types.length > 1 ? (
          <tfoot>
            <tr>
              <th scope="row">{texts.counts.all}</th>
              {columns.map((outcome) => cell(outcome))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </section>
  );
}
