import { type FactTypeName, type Field, fieldState, fieldsOf } from '@chancery/codebook';
import type { ReactNode } from 'react';
import type { View } from '../../addresses/view.ts';
import type { FieldStateOutput, RecordOutput } from '../../endpoints/screens.ts';
import { outputOf } from '../../fields/outputs.ts';
import { type CitationOutput, countStances } from '../evidence/citation.ts';
import { CitationLine } from '../evidence/citation-line.tsx';
import { GradeChip } from '../evidence/grade-chip.tsx';
import { StanceCount } from '../evidence/stance-count.tsx';
import type { Attestation } from '../spells/attested-by.ts';
import { SpellCell } from '../spells/spell-cell.tsx';
import styles from './record.module.css';
import { texts } from './texts.tsx';

interface FieldsProps {
  readonly type: FactTypeName;
  readonly record: RecordOutput;
  /** The day of the page. */
  readonly on: string;
  /** The evidence from which the attestation of the record's spell is computed; undefined if the page has none. */
  readonly attestation: Attestation | undefined;
  readonly view: View;
}

/** The fields of a record with their evidence. One line at the end names the fields of which nothing is recorded. */
export function Fields({ type, record, on, attestation, view }: FieldsProps) {
  const states = new Map(record.fields.map((state) => [state.name, state]));
  const fields = Object.entries(fieldsOf(type)).filter(([name, field]) => !field.deskOnly && !isShownInHeader(name));
  const hasContent = ([name, { spell }]: readonly [string, Field]) =>
    outputOf(record, name) !== null ||
    spell === 'LAPSES' ||
    ['UNKNOWN', 'NONE'].includes(states.get(name)?.state ?? '');
  const emptyFields = fields.filter((entry) => !hasContent(entry));
  return (
    <div>
      <dl className={styles.fields}>
        {fields.filter(hasContent).map(([name, field]) => (
          <FieldRow
            key={name}
            {...{ field, view }}
            state={states.get(name)}
            citations={record.citations.nodes.filter((citation) => citation.field === name)}
          >
            <SpellCell {...{ type, name, field, on, view }} evidence={attestation} row={record} />
          </FieldRow>
        ))}
      </dl>
      {emptyFields.length > 0 ? (
        <p className={styles.emptyFields}>
          {texts.fields.notRecorded(emptyFields.map(([, { label }]) => label.toLowerCase()))}
        </p>
      ) : null}
    </div>
  );
}

/** Returns true for the fields that the header of the page shows: the evidence status and the editor’s note. */
function isShownInHeader(name: string): boolean {
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
          <div className={styles.content}>
            {state?.state === 'UNKNOWN' ? (
              <em title={fieldState.values.UNKNOWN.description}>{texts.fields.unknown}</em>
            ) : state?.state === 'NONE' ? (
              <em title={fieldState.values.NONE.description}>{texts.fields.none}</em>
            ) : (
              children
            )}
          </div>
          {citations.length > 0 ? <GradeChip grade={state?.grade ?? null} /> : null}
        </div>
        {citations.length > 0 ? (
          <details className={styles.cited}>
            <summary>
              <StanceCount {...countStances(citations)} /> <span>{texts.fields.citations(citations.length)}</span>
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
