'use client';

import { fieldsOf } from '@chancery/codebook';
import { NativeSelect, Switch, TextInput } from '@mantine/core';
import styles from './mapping.module.css';
import type { AboutDraft } from './mapping-draft.ts';
import { choicesOf } from './meanings.tsx';

const reliability = fieldsOf('Source').reliability;
const letters = reliability
  ? choicesOf(reliability).map(({ value, label }) => ({ value, label: `${value} – ${label}` }))
  : [];
const numbers = ['1', '2', '3', '4', '5', '6'];

interface AboutTableProps {
  readonly about: AboutDraft;
  readonly files: readonly string[];
  readonly onChange: (change: Partial<AboutDraft>) => void;
}

/** What a table of one's own is, on what terms it comes, and how far it is trusted. */
export function AboutTable({ about, files, onChange }: AboutTableProps) {
  const text = (
    name: 'title' | 'publisher' | 'version' | 'citation' | 'coverage' | 'key',
    label: string,
    hint?: string,
  ) => (
    <TextInput
      label={label}
      description={hint}
      value={about[name]}
      onChange={({ currentTarget: { value } }) => onChange({ [name]: value })}
      required
    />
  );
  return (
    <div className={styles.about}>
      {text('title', 'Title')}
      {text('publisher', 'Publisher')}
      {text('version', 'Version')}
      {text('coverage', 'Covers', 'A year or period in EDTF, such as 1946/2020')}
      {text('citation', 'Cited as')}
      {text('key', 'Short name', 'Small letters, digits, hyphens; a later edition keeps it')}
      {files.length > 1 ? (
        <NativeSelect
          label="File"
          data={[...files]}
          value={about.file}
          onChange={({ currentTarget: { value } }) => onChange({ file: value })}
        />
      ) : null}
      <NativeSelect
        label="Reliability of the source"
        data={letters}
        value={about.grade.reliability}
        onChange={({ currentTarget: { value } }) => onChange({ grade: { ...about.grade, reliability: value } })}
      />
      <NativeSelect
        label="Credibility of what it says"
        data={numbers}
        value={String(about.grade.credibility)}
        onChange={({ currentTarget: { value } }) => onChange({ grade: { ...about.grade, credibility: Number(value) } })}
      />
      <TextInput
        label="Terms"
        description="Under which it may be used"
        value={about.licence.terms}
        onChange={({ currentTarget: { value } }) => onChange({ licence: { ...about.licence, terms: value } })}
        required
      />
      <Switch
        label="Its terms allow that what it says is shown to everybody"
        description="Otherwise it is for the desk alone."
        checked={about.licence.republish}
        onChange={({ currentTarget: { checked } }) => onChange({ licence: { ...about.licence, republish: checked } })}
      />
    </div>
  );
}
