'use client';

import { fieldsOf } from '@chancery/codebook';
import { NativeSelect, Switch, TextInput } from '@mantine/core';
import styles from './mapping.module.css';
import type { TableDetails } from './mapping-draft.ts';
import { choicesOf } from './meanings.tsx';
import { texts } from './texts.ts';

const reliability = fieldsOf('Source').reliability;
const reliabilityOptions = reliability
  ? choicesOf(reliability).map(({ value, label }) => ({ value, label: texts.table.reliabilityOption(value, label) }))
  : [];
const credibilityOptions = ['1', '2', '3', '4', '5', '6'];

interface TableDetailsFormProps {
  readonly details: TableDetails;
  readonly files: readonly string[];
  readonly onChange: (change: Partial<TableDetails>) => void;
}

/** The form with the bibliographic data, terms and grades of an editor's own table. */
export function TableDetailsForm({ details, files, onChange }: TableDetailsFormProps) {
  const text = (
    name: 'title' | 'publisher' | 'version' | 'citation' | 'coverage' | 'key',
    label: string,
    hint?: string,
  ) => (
    <TextInput
      label={label}
      description={hint}
      value={details[name]}
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
          value={details.file}
          onChange={({ currentTarget: { value } }) => onChange({ file: value })}
        />
      ) : null}
      <NativeSelect
        label={texts.table.reliability}
        data={reliabilityOptions}
        value={details.grade.reliability}
        onChange={({ currentTarget: { value } }) => onChange({ grade: { ...details.grade, reliability: value } })}
      />
      <NativeSelect
        label={texts.table.credibility}
        data={credibilityOptions}
        value={String(details.grade.credibility)}
        onChange={({ currentTarget: { value } }) =>
          onChange({ grade: { ...details.grade, credibility: Number(value) } })
        }
      />
      <TextInput
        label={texts.table.terms}
        description={texts.table.termsHint}
        value={details.licence.terms}
        onChange={({ currentTarget: { value } }) => onChange({ licence: { ...details.licence, terms: value } })}
        required
      />
      <Switch
        label={texts.table.republish}
        description={texts.table.republishHint}
        checked={details.licence.republish}
        onChange={({ currentTarget: { checked } }) => onChange({ licence: { ...details.licence, republish: checked } })}
      />
    </div>
  );
}
