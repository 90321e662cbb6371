'use client';

import { fieldsOf, type Values } from '@chancery/codebook';
import { useDraft } from '../changeset/work-provider.tsx';
import { coverageByField } from './coverage.ts';
import styles from './editor.module.css';
import { FieldRow } from './field-row.tsx';

interface FactFormProps {
  readonly fact: string;
  /** What keeps the ids of its inputs apart from those of other forms on the page. */
  readonly prefix?: string;
  readonly start?: Values;
  /** Fields that are given by where the form stands. */
  readonly hidden?: readonly string[];
}

const nothing: Values = {};

/** The form of a fact of any type: its fields as the codebook has them. */
export function FactForm({ fact, prefix = '', start = nothing, hidden = [] }: FactFormProps) {
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
