'use client';

import { Checkbox } from '@mantine/core';
import type { ControlProps } from './control.ts';
import styles from './fields.module.css';
import { texts } from './texts.ts';

/** A checkbox for each value of a value list. A list of more than 12 values is collapsed and shows the chosen ones. */
export function ManyOfControl({ id, field, value, describedBy, enter }: ControlProps<'manyOf'>) {
  const listed = Object.entries(field.list?.values ?? {});
  const chosen = new Set(value ?? []);
  const choices = (
    <div className={styles.choices}>
      {listed.map(([key, { label, description }]) => (
        <Checkbox
          key={key}
          size="sm"
          label={label}
          title={description}
          checked={chosen.has(key)}
          onChange={({ currentTarget }) => {
            const next = listed
              .map(([value]) => value)
              .filter((value) => (value === key ? currentTarget.checked : chosen.has(value)));
            enter({ value: next.length === 0 ? null : next }, 'now');
          }}
        />
      ))}
    </div>
  );
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-labelledby={`${id}-label`}
      aria-describedby={describedBy}
      className={styles.group}
    >
      {listed.length > 12 ? (
        <details>
          <summary>
            {chosen.size === 0
              ? texts.manyOf.choose
              : listed
                  .filter(([key]) => chosen.has(key))
                  .map(([, { label }]) => label)
                  .join(', ')}
          </summary>
          {choices}
        </details>
      ) : (
        choices
      )}
    </fieldset>
  );
}
