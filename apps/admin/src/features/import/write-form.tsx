'use client';

import { fieldsOf, valuesOf } from '@chancery/codebook';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import styles from './import.module.css';

/** What an import is written with. */
export interface Writing {
  readonly title: string;
  readonly reliability: string;
  readonly credibility: number;
}

interface WriteFormProps {
  readonly first: Writing;
  readonly isBusy: boolean;
  /** What stands in the way; nothing where it can be written. */
  readonly blocker: string | undefined;
  readonly onWrite: (writing: Writing) => void;
}

const letters = (() => {
  const { list } = fieldsOf('Source').reliability ?? {};
  return list ? valuesOf(list).map((value) => ({ value, label: `${value} – ${list.values[value]?.label ?? ''}` })) : [];
})();
const numbers = [
  '1 – confirmed by other sources',
  '2 – probably true',
  '3 – possibly true',
  '4 – doubtful',
  '5 – improbable',
  '6 – cannot be judged',
].map((label) => ({ value: label.slice(0, 1), label }));

/** The title and the grades with which what was checked is written into a changeset. */
export function WriteForm({ first, isBusy, blocker, onWrite }: WriteFormProps) {
  const [writing, setWriting] = useState(first);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onWrite(writing);
      }}
    >
      <TextInput
        className={styles.wide}
        label="Title of the changeset"
        value={writing.title}
        maxLength={200}
        required
        onChange={({ currentTarget: { value } }) => setWriting({ ...writing, title: value })}
      />
      <NativeSelect
        label="Reliability of the source"
        data={letters}
        value={writing.reliability}
        onChange={({ currentTarget: { value } }) => setWriting({ ...writing, reliability: value })}
      />
      <NativeSelect
        label="Credibility of what it says"
        data={numbers}
        value={String(writing.credibility)}
        onChange={({ currentTarget: { value } }) => setWriting({ ...writing, credibility: Number(value) })}
      />
      <Button type="submit" loading={isBusy} disabled={blocker !== undefined}>
        Write the changeset
      </Button>
      {blocker ? <p className={styles.aside}>{blocker}</p> : null}
    </form>
  );
}
