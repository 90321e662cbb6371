'use client';

import { type FieldValue, fieldsOf } from '@chancery/codebook';
import type { FactType, ImportOutcome, ImportRowPartsFragment } from '../../generated/desk/graphql.ts';
import { EmptyMessage } from '../../ui/empty-message.tsx';
import { Section } from '../../ui/section.tsx';
import { editorAddress } from '../desk-home/desk-addresses.ts';
import { DeskValue } from '../review/desk-value.tsx';
import type { Names } from '../review/names.ts';
import styles from './import.module.css';
import { importAddress, outcomeLabels, pluralOf, typeOfEnum } from './import-labels.ts';
import { Question } from './question.tsx';
import rowsPanelStyles from './rows-panel.module.css';
import { texts } from './texts.tsx';

interface RowsPanelProps {
  readonly importId: string;
  readonly outcome: ImportOutcome;
  readonly type: FactType | undefined;
  readonly rows: readonly ImportRowPartsFragment[];
  readonly count: number;
  readonly next: string | null;
  /** True on the second and later pages. */
  readonly isLaterPage: boolean;
  readonly names: Names;
  readonly canAnswer: boolean;
  readonly onAnswered: () => void;
}

/** A page of the rows of one outcome, each with its place in the file, its fact, and its changes or question. */
export function RowsPanel(props: RowsPanelProps) {
  const { importId, outcome, type, rows, count, next, isLaterPage } = props;
  const { label, description } = outcomeLabels[outcome];
  return (
    <Section
      id="rows"
      title={texts.rows.heading(label, type && pluralOf(type).toLowerCase())}
      count={count}
      lead={description}
    >
      {rows.length === 0 ? (
        <EmptyMessage title={texts.rows.none}>
          <a href={importAddress(importId)}>{texts.rows.backToCounts}</a>
        </EmptyMessage>
      ) : (
        <ul className={rowsPanelStyles.rows}>
          {rows.map((row) => (
            <li key={row.ordinal} data-outcome={row.outcome}>
              <ImportRow row={row} {...props} />
            </li>
          ))}
        </ul>
      )}
      <nav className={rowsPanelStyles.pages} aria-label={texts.rows.pages}>
        {isLaterPage ? <a href={importAddress(importId, { outcome, type: type ?? null })}>{texts.rows.first}</a> : null}
        {next ? (
          <a href={importAddress(importId, { outcome, type: type ?? null, after: next })}>{texts.rows.next}</a>
        ) : null}
      </nav>
    </Section>
  );
}

function ImportRow({
  row,
  importId,
  names,
  canAnswer,
  onAnswered,
}: { readonly row: ImportRowPartsFragment } & RowsPanelProps) {
  const { file, line, column, type, outcome, fact, label, message, changes } = row;
  const isExisting = fact !== null && outcome !== 'CREATE';
  return (
    <>
      <span className={rowsPanelStyles.place}>
        {line === null ? file : texts.rows.place(line)}
        {column ? texts.rows.inColumn(<code>{column}</code>) : null}
        {line === null ? null : <span className={rowsPanelStyles.file}>{file}</span>}
      </span>
      <div className={rowsPanelStyles.content}>
        {isExisting ? (
          <a href={editorAddress(fact)}>
            <bdi>{label}</bdi>
          </a>
        ) : (
          <bdi>{label}</bdi>
        )}
        {message ? <p className={outcome === 'ERROR' ? styles.error : styles.aside}>{message}</p> : null}
        {changes.length > 0 && type ? (
          <dl className={rowsPanelStyles.changes}>
            {changes.map(({ field, from, to }) => (
              <div key={field}>
                <dt>{fieldsOf(typeOfEnum(type))[field]?.label ?? field}</dt>
                {outcome === 'CONFLICT' ? (
                  <dd>
                    <span className={rowsPanelStyles.side}>{texts.rows.register}</span>
                    <Value type={type} field={field} value={from} names={names} />
                    <span className={rowsPanelStyles.side}>{texts.rows.file}</span>
                    <Value type={type} field={field} value={to} names={names} />
                  </dd>
                ) : (
                  <dd>
                    <del>
                      <Value type={type} field={field} value={from} names={names} />
                    </del>
                    <span aria-hidden="true"> → </span>
                    <span className="visually-hidden">{texts.rows.becomes}</span>
                    <ins>
                      <Value type={type} field={field} value={to} names={names} />
                    </ins>
                  </dd>
                )}
              </div>
            ))}
          </dl>
        ) : null}
        <Question importId={importId} row={row} names={names} canAnswer={canAnswer} onAnswered={onAnswered} />
      </div>
    </>
  );
}

function Value({ type, field, value, names }: { type: FactType; field: string; value: unknown; names: Names }) {
  return <DeskValue field={fieldsOf(typeOfEnum(type))[field]} value={(value ?? null) as FieldValue} names={names} />;
}
