'use client';

import { NativeSelect } from '@mantine/core';
import type { ControlProps } from './control.ts';
import styles from './fields.module.css';
import { texts } from './texts.ts';

/** A select for one value of a value list, or none. Shows the description of the chosen value. */
export function OneOfControl({ id, field, value, isInvalid, describedBy, enter, leave }: ControlProps<'oneOf'>) {
  const listed = Object.entries(field.list?.values ?? {});
  const chosen = value === null ? undefined : field.list?.values[value];
  return (
    <>
      <NativeSelect
        id={id}
        value={value ?? ''}
        error={isInvalid}
        aria-describedby={`${describedBy} ${id}-meaning`}
        data={[{ value: '', label: texts.noChoice }, ...listed.map(([key, { label }]) => ({ value: key, label }))]}
        onChange={({ currentTarget }) =>
          enter({ value: currentTarget.value === '' ? null : currentTarget.value }, 'now')
        }
        onBlur={leave}
      />
      <span id={`${id}-meaning`} className={styles.reading}>
        {chosen?.description}
      </span>
    </>
  );
}
