import { type FactTypeName, type Field, fieldsOf } from '@chancery/codebook';
import type { ReactNode } from 'react';
import type { View } from '../../addresses/view.ts';
import type { FieldStateOutput, RecordOutput } from '../../doors/screens.ts';
import { outputOf } from '../../fields/outputs.ts';
import { type CitationOutput, stancesOf } from '../evidence/citation.ts';
import { CitationLine } from '../evidence/citation-line.tsx';
import { GradeChip } from '../evidence/grade-chip.tsx';
import { StanceCount } from '../evidence/stance-count.tsx';
import type { Seen } from '../spells/seen-by.ts';
import { SpellCell } from '../spells/spell-cell.tsx';
import styles from './record.module.css';

interface FieldsProps {
  readonly type: FactTypeName;
  readonly record: RecordOutput;
  /** The day of the page. */
  readonly on: string;
  /** The evidence from which it is derived until when the record is attested, where it may lapse. */
  readonly seen: Seen | undefined;
  readonly view: View;
}

/** What a record says, field by field, each with its evidence; what it does not say, in one line at the end. */
export function Fields({ type, record, on, seen, view }: FieldsProps) {
  const states = new Map(record.fields.map((state) => [state.name, state]));
  const fields = Object.entries(fieldsOf(type)).filter(([name, field]) => !field.deskOnly && !isAside(name));
  const isSaid = ([name, { spell }]: readonly [string, Field]) =>
    outputOf(record, name) !== null ||
    spell === 'LAPSES' ||
    ['UNKNOWN', 'NONE'].includes(states.get(name)?.state ?? '');
  const unsaid = fields.filter((entry) => !isSaid(entry));
  return (
    <div>
      <dl className={styles.fields}>
        {fields.filter(isSaid).map(([name, field]) => (
          <FieldRow
            key={name}
            {...{ field, view }}
            state={states.get(name)}
            citations={record.citations.nodes.filter((citation) => citation.field === name)}
          >
            <SpellCell {...{ type, name, field, on, view, seen }} row={record} />
          </FieldRow>
        ))}
      </dl>
      {unsaid.length > 0 ? (
        <p className={styles.unsaid}>Not recorded: {unsaid.map(([, { label }]) => label.toLowerCase()).join(', ')}.</p>
      ) : null}
    </div>
  );
}

/** The evidence status stands in the heading, the editor’s note beneath it. */
function isAside(name: string): boolean {
  return name === 'evidenceStatus' || name === 'note';
}

interface FieldRowProps {
  readonly field: Field;
  readonly state: FieldStateOutput | undefined;
  readonly citations: readonly CitationOutput[];
  readonly view: View;
  readonly children: ReactNode;
}

function FieldRow({ field, state, citations, view, children }: FieldRowProps) {
  return (
    <div className={styles.field}>
      <dt title={field.description}>{field.label}</dt>
      <dd>
        <div className={styles.value}>
          <div className={styles.said}>
            {state?.state === 'UNKNOWN' ? (
              <em title="Somebody looked, and it cannot be known">unknown</em>
            ) : state?.state === 'NONE' ? (
              <em title="Somebody looked, and there is none">none, as far as was found</em>
            ) : (
              children
            )}
          </div>
          {citations.length > 0 ? <GradeChip grade={state?.grade ?? null} /> : null}
        </div>
        {citations.length > 0 ? (
          <details className={styles.cited}>
            <summary>
              <StanceCount {...stancesOf(citations)} /> <span>{citedWords(citations.length)}</span>
            </summary>
            <ul>
              {citations.map((citation) => (
                <CitationLine key={citation.id} citation={citation} view={view} />
              ))}
            </ul>
          </details>
        ) : null}
      </dd>
    </div>
  );
}

function citedWords(count: number): string {
  return count === 1 ? 'one citation' : `${count} citations`;
}
