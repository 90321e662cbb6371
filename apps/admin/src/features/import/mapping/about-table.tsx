'use client';

import { fieldsOf } from '@chancery/codebook';
import { NativeSelect, Switch, TextInput } from '@mantine/core';
import styles from './mapping.module.css';
import type { AboutDraft } from './mapping-draft.ts';
import { choicesOf } from './meanings.tsx';

const reliability = fieldsOf('Source').reliability;
const reliabilityOptions = reliability
  ? choicesOf(reliability).map(({ value, label }) => ({ value, label: `${value} – ${label}` }))
  : [];
const credibilityOptions = ['1', '2', '3', '4', '5', '6'];

interface AboutTableProps {
  readonly about: AboutDraft;
  readonly files: readonly string[];
  readonly onChange: (change: Partial<AboutDraft>) => void;
}

/** The form with the bibliographic data, terms and grades of an editor's own table. */
export function TableDetailsForm({ about, files, onChange }: AboutTableProps) {
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
      {text('key', 'Short name', 'Lower-case letters, digits and hyphens. Use the same name for later editions')}
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
        data={reliabilityOptions}
        value={about.grade.reliability}
        onChange={({ currentTarget: { value } }) => onChange({ grade: { ...about.grade, reliability: value } })}
      />
      <NativeSelect
        label="Credibility of the information"
        data={credibilityOptions}
        value={String(about.grade.credibility)}
        onChange={({ currentTarget: { value } }) => onChange({ grade: { ...about.grade, credibility: Number(value) } })}
      />
      <TextInput
        label="Terms"
        description="The licence or terms of use"
        value={about.licence.terms}
        onChange={({ currentTarget: { value } }) => onChange({ licence: { ...about.licence, terms: value } })}
        required
      />
      <Switch
        label="The terms allow publication"
        description="Otherwise the facts are visible at the desk only."
        checked={about.licence.republish}
        onChange={({ currentTarget: { checked } }) => onChange({ licence: { ...about.licence, republish: checked } })}
      />
    </div>
  );
}
