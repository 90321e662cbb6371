'use client';

import { fieldsOf, type Values } from '@chancery/codebook';
import { useDraft } from '../changeset/work-provider.tsx';
import { coverageByField } from './coverage.ts';
import styles from './editor.module.css';
import { FieldRow } from './field-row.tsx';

interface FactFormProps {
  readonly fact: string;
  /** Prefix of the ids of its inputs, to tell them apart from those of other forms on the page. */
  readonly prefix?: string;
  /** The initial values of a new fact. */
  readonly start?: Values;
  /** Fields that the form leaves out because its context sets them. */
  readonly hidden?: readonly string[];
}

const noValues: Values = {};

/** The form of a fact of any type, with the fields in the order of the codebook. */
export function FactForm({ fact, prefix = '', start = noValues, hidden = [] }: FactFormProps) {
  const draft = useDraft(fact);
  const coverage = coverageByField(draft);
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
