'use client';

import { fieldsOf } from '@chancery/codebook';
import { NativeSelect, Switch, TextInput } from '@mantine/core';
import styles from './mapping.module.css';
import type { AboutDraft } from './mapping-draft.ts';
import { choicesOf } from './meanings.tsx';
import { texts } from './texts.ts';

const reliability = fieldsOf('Source').reliability;
const reliabilityOptions = reliability
  ? choicesOf(reliability).map(({ value, label }) => ({ value, label: texts.table.reliabilityOption(value, label) }))
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
      {text('title', texts.table.title)}
      {text('publisher', texts.table.publisher)}
      {text('version', texts.table.version)}
      {text('coverage', texts.table.coverage, texts.table.coverageHint)}
      {text('citation', texts.table.citation)}
      {text('key', texts.table.key, texts.table.keyHint)}
      {files.length > 1 ? (
        <NativeSelect
          label={texts.table.file}
          data={[...files]}
          value={about.file}
          onChange={({ currentTarget: { value } }) => onChange({ file: value })}
        />
      ) : null}
      <NativeSelect
        label={texts.table.reliability}
        data={reliabilityOptions}
        value={about.grade.reliability}
        onChange={({ currentTarget: { value } }) => onChange({ grade: { ...about.grade, reliability: value } })}
      />
      <NativeSelect
        label={texts.table.credibility}
        data={credibilityOptions}
        value={String(about.grade.credibility)}
        onChange={({ currentTarget: { value } }) => onChange({ grade: { ...about.grade, credibility: Number(value) } })}
      />
      <TextInput
        label={texts.table.terms}
        description={texts.table.termsHint}
        value={about.licence.terms}
        onChange={({ currentTarget: { value } }) => onChange({ licence: { ...about.licence, terms: value } })}
        required
      />
      <Switch
        label={texts.table.republish}
        description={texts.table.republishHint}
        checked={about.licence.republish}
        onChange={({ currentTarget: { checked } }) => onChange({ licence: { ...about.licence, republish: checked } })}
      />
    </div>
  );
}
