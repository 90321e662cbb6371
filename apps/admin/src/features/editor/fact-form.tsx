'use client';

import { fieldsOf, type Values } from '@chancery/codebook';
import { useDraft } from '../changeset/work-provider.tsx';
import styles from './editor.module.css';
import { evidenceByField } from './evidence-by-field.ts';
import { FieldRow } from './field-row.tsx';

interface FactFormProps {
  readonly fact: string;
  /** A prefix for the ids of the inputs, which distinguishes them from those of other forms on the page. */
  readonly prefix?: string;
  /** The initial values of a new fact. */
  readonly start?: Values;
  /** Fields that the form leaves out because its context sets them. */
  readonly hidden?: readonly string[];
}

const noValues: Values = {};

/** The form for a fact of any type, with its fields in the order of the codebook. */
export function FactForm({ fact, prefix = '', start = noValues, hidden = [] }: FactFormProps) {
  const draft = useDraft(fact);
  const coverage = evidenceByField(draft);
  return (
    <div className={styles.fields}>
      {Object.entries(fieldsOf(draft.type))
        .filter(([name]) => !hidden.includes(name))
        .map(([name, field]) => (
          <FieldRow
            key={name}
            draft={draft}
            name={name}
            field={field}
            coverage={coverage.get(name)}
            start={start}
            prefix={prefix}
          />
        ))}
    </div>
  );
}
