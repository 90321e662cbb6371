'use client';

import { fieldsOf, valuesOf } from '@chancery/codebook';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import styles from './import.module.css';
import { texts } from './texts.tsx';

/** The title and grades that an editor chooses when an import is written to a changeset. */
interface TitleAndGrades {
  readonly title: string;
  readonly reliability: string;
  readonly credibility: number;
}

interface WriteFormProps {
  readonly initial: TitleAndGrades;
  readonly isBusy: boolean;
  /** Why the import cannot be written; `undefined` if it can. */
  readonly blocker: string | undefined;
  readonly onWrite: (values: TitleAndGrades) => void;
}

const reliabilityOptions = (() => {
  const { list } = fieldsOf('Source').reliability ?? {};
  return list
    ? valuesOf(list).map((value) => ({
        value,
        label: texts.write.reliabilityOption(value, list.values[value]?.label ?? ''),
      }))
    : [];
})();
const credibilityOptions = texts.credibility.map((label, at) => ({ value: String(at + 1), label }));

/**
 * The form that writes a checked import to a changeset, with the title of the changeset and the grades of the source.
 */
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
        label={texts.write.title}
        value={values.title}
        maxLength={200}
        required
        onChange={({ currentTarget: { value } }) => setValues({ ...values, title: value })}
      />
      <NativeSelect
        label={texts.write.reliability}
        data={reliabilityOptions}
        value={values.reliability}
        onChange={({ currentTarget: { value } }) => setValues({ ...values, reliability: value })}
      />
      <NativeSelect
        label={texts.write.credibility}
        data={credibilityOptions}
        value={String(values.credibility)}
        onChange={({ currentTarget: { value } }) => setValues({ ...values, credibility: Number(value) })}
      />
      <Button type="submit" loading={isBusy} disabled={blocker !== undefined}>
        {texts.write.submit}
      </Button>
      {blocker ? <p className={styles.aside}>{blocker}</p> : null}
    </form>
  );
}
