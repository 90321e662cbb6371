'use client';

import { fieldsOf, valuesOf } from '@chancery/codebook';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import styles from './import.module.css';

/** The values with which an import is written to a changeset. */
export interface WriteValues {
  readonly title: string;
  readonly reliability: string;
  readonly credibility: number;
}

interface WriteFormProps {
  readonly initial: WriteValues;
  readonly isBusy: boolean;
  /** Why the import cannot be written; `undefined` when it can. */
  readonly blocker: string | undefined;
  readonly onWrite: (values: WriteValues) => void;
}

const reliabilityOptions = (() => {
  const { list } = fieldsOf('Source').reliability ?? {};
  return list ? valuesOf(list).map((value) => ({ value, label: `${value} – ${list.values[value]?.label ?? ''}` })) : [];
})();
const credibilityOptions = [
  '1 – confirmed by other sources',
  '2 – probably true',
  '3 – possibly true',
  '4 – doubtful',
  '5 – improbable',
  '6 – cannot be judged',
].map((label) => ({ value: label.slice(0, 1), label }));

/** The form with title and grades that writes a checked import to a changeset. */
export function WriteForm({ initial, isBusy, blocker, onWrite }: WriteFormProps) {
  const [values, setValues] = useState(initial);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onWrite(values);
      }}
    >
      <TextInput
        className={styles.wide}
        label="Title of the changeset"
        value={values.title}
        maxLength={200}
        required
        onChange={({ currentTarget: { value } }) => setValues({ ...values, title: value })}
      />
      <NativeSelect
        label="Reliability of the source"
        data={reliabilityOptions}
        value={values.reliability}
        onChange={({ currentTarget: { value } }) => setValues({ ...values, reliability: value })}
      />
      <NativeSelect
        label="Credibility of the information"
        data={credibilityOptions}
        value={String(values.credibility)}
        onChange={({ currentTarget: { value } }) => setValues({ ...values, credibility: Number(value) })}
      />
      <Button type="submit" loading={isBusy} disabled={blocker !== undefined}>
        Write the changeset
      </Button>
      {blocker ? <p className={styles.aside}>{blocker}</p> : null}
    </form>
  );
}
