'use client';

import { type FieldValue, fieldsOf } from '@chancery/codebook';
import type { FactType, ImportOutcome, ImportRowPartsFragment } from '../../generated/desk/graphql.ts';
import { Empty } from '../../ui/empty.tsx';
import { Section } from '../../ui/section.tsx';
import { editorAddress } from '../desk-home/desk-addresses.ts';
import { DeskValue } from '../review/desk-value.tsx';
import type { Names } from '../review/names.ts';
import styles from './import.module.css';
import { figure, importAddress, outcomeWords, pluralOf, typeOfEnum } from './import-words.ts';
import { Question } from './question.tsx';

interface RowsPanelProps {
  readonly importId: string;
  readonly outcome: ImportOutcome;
  readonly type: FactType | undefined;
  readonly rows: readonly ImportRowPartsFragment[];
  readonly count: number;
  readonly next: string | null;
  /** Whether this is not the first page. */
  readonly isLater: boolean;
  readonly names: Names;
  readonly mayAnswer: boolean;
  readonly onAnswered: () => void;
}

/** The rows of one outcome, page by page: where each stands in its file, what it is, and what changes or is asked. */
export function RowsPanel(props: RowsPanelProps) {
  const { importId, outcome, type, rows, count, next, isLater } = props;
  const { word, sentence } = outcomeWords[outcome];
  return (
    <Section id="rows" title={type ? `${word}: ${pluralOf(type).toLowerCase()}` : word} count={count} lead={sentence}>
      {rows.length === 0 ? (
        <Empty title="No such rows">
          <a href={importAddress(importId)}>Back to the counts</a>
        </Empty>
      ) : (
        <ul className={styles.rows}>
          {rows.map((row) => (
            <li key={row.ordinal} data-outcome={row.outcome}>
              <RowEntry row={row} {...props} />
            </li>
          ))}
        </ul>
      )}
      <nav className={styles.pages} aria-label="Pages of rows">
        {isLater ? <a href={importAddress(importId, { outcome, type: type ?? null })}>The first rows</a> : null}
        {next ? <a href={importAddress(importId, { outcome, type: type ?? null, after: next })}>Next rows</a> : null}
      </nav>
    </Section>
  );
}

function RowEntry({
  row,
  importId,
  names,
  mayAnswer,
  onAnswered,
}: { readonly row: ImportRowPartsFragment } & RowsPanelProps) {
  const { file, line, column, type, outcome, fact, label, message, changes } = row;
  const isThere = fact !== null && outcome !== 'CREATE';
  return (
    <>
      <span className={styles.place}>
        {line === null ? file : `line ${figure(line)}`}
        {column ? (
          <>
            , <code>{column}</code>
          </>
        ) : null}
        {line === null ? null : <span className={styles.file}>{file}</span>}
      </span>
      <div className={styles.told}>
        {isThere ? (
          <a href={editorAddress(fact)}>
            <bdi>{label}</bdi>
          </a>
        ) : (
          <bdi>{label}</bdi>
        )}
        {message ? <p className={outcome === 'ERROR' ? styles.fault : styles.aside}>{message}</p> : null}
        {changes.length > 0 && type ? (
          <dl className={styles.changes}>
            {changes.map(({ field, from, to }) => (
              <div key={field}>
                <dt>{fieldsOf(typeOfEnum(type))[field]?.label ?? field}</dt>
                {outcome === 'CONFLICT' ? (
                  <dd>
                    <span className={styles.side}>register</span>
                    <Value type={type} field={field} value={from} names={names} />
                    <span className={styles.side}>file</span>
                    <Value type={type} field={field} value={to} names={names} />
                  </dd>
                ) : (
                  <dd>
                    <del>
                      <Value type={type} field={field} value={from} names={names} />
                    </del>
                    <span aria-hidden="true"> → </span>
                    <span className="visually-hidden">becomes</span>
                    <ins>
                      <Value type={type} field={field} value={to} names={names} />
                    </ins>
                  </dd>
                )}
              </div>
            ))}
          </dl>
        ) : null}
        <Question importId={importId} row={row} names={names} mayAnswer={mayAnswer} onAnswered={onAnswered} />
      </div>
    </>
  );
}

function Value({ type, field, value, names }: { type: FactType; field: string; value: unknown; names: Names }) {
  return <DeskValue field={fieldsOf(typeOfEnum(type))[field]} value={(value ?? null) as FieldValue} names={names} />;
}
