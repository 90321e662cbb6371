'use client';

import { type Field, fieldsOf } from '@chancery/codebook';
import { ColumnSelect, ColumnsSelect } from './column-select.tsx';
import styles from './mapping.module.css';
import type { DateDraft, LinkDraft } from './mapping-draft.ts';
import { choicesOf } from './meanings.tsx';
import { texts } from './texts.ts';

interface LinkMappingProps {
  readonly field: Field;
  readonly columns: readonly string[];
  readonly value: LinkDraft;
  readonly onChange: (link: LinkDraft) => void;
  /** The names of the facts of the same row that the field can link to. */
  readonly facts: readonly string[];
}

const scheme = fieldsOf('ExternalCode').scheme;

/** The schemes of codes, as options of a select. */
export const codeSchemes = scheme ? choicesOf(scheme) : [];

/** The form for the target of a link, which is found by a code or a name, or is another fact of the same row. */
export function LinkMapping({ field, columns, value, onChange, facts }: LinkMappingProps) {
  const method = 'code' in value ? 'code' : 'fact' in value ? 'fact' : 'name';
  return (
    <span className={styles.controls}>
      <select
        className={styles.control}
        aria-label={texts.link.howFound(field.label)}
        value={method}
        onChange={({ currentTarget }) => {
          if (currentTarget.value === 'code') onChange({ code: codeSchemes[0]?.value ?? '', column: '' });
          else if (currentTarget.value === 'fact') onChange({ fact: facts[0] ?? '', key: [] });
          else onChange({ name: '' });
        }}
      >
        <option value="name">{texts.link.byName}</option>
        <option value="code">{texts.link.byCode}</option>
        {facts.length > 0 ? <option value="fact">{texts.link.byFact}</option> : null}
      </select>
      {'code' in value ? (
        <>
          <select
            className={styles.control}
            aria-label={texts.link.schemeOf(field.label)}
            value={value.code}
            onChange={({ currentTarget }) => onChange({ ...value, code: currentTarget.value })}
          >
            {codeSchemes.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <ColumnSelect
            label={texts.link.codeColumnOf(field.label)}
            columns={columns}
            value={value.column}
            onChange={(column) => onChange({ ...value, column })}
          />
          <ColumnSelect
            label={texts.link.nameInsteadOf(field.label)}
            columns={columns}
            value={value.orName ?? ''}
            emptyLabel={texts.link.noName}
            onChange={(orName) => {
              const { orName: _before, ...rest } = value;
              onChange(orName ? { ...rest, orName } : rest);
            }}
          />
        </>
      ) : 'fact' in value ? (
        <>
          <select
            className={styles.control}
            aria-label={texts.link.factOf(field.label)}
            value={value.fact}
            onChange={({ currentTarget }) => onChange({ ...value, fact: currentTarget.value })}
          >
            {facts.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
          <ColumnsSelect
            label={texts.link.keyOf(field.label)}
            columns={columns}
            value={value.key}
            onChange={(key) => onChange({ ...value, key })}
          />
        </>
      ) : (
        <ColumnSelect
          label={texts.link.nameColumnOf(field.label)}
          columns={columns}
          value={value.name}
          onChange={(name) => onChange({ ...value, name })}
        />
      )}
      {'fact' in value ? null : (
        <>
          <ColumnSelect
            label={texts.link.dateColumnOf(field.label)}
            columns={columns}
            value={columnOfOn(value.on)}
            emptyLabel={texts.link.anyDate}
            onChange={(on) => {
              const { on: _before, ...rest } = value;
              onChange(on ? { ...rest, on } : rest);
            }}
          />
          <label className={styles.inline}>
            {texts.link.separator}
            <input
              className={styles.control}
              aria-label={texts.link.separatorOf(field.label)}
              size={2}
              value={value.separator ?? ''}
              onChange={({ currentTarget: { value: separator } }) => {
                const { separator: _before, ...rest } = value;
                onChange(separator ? { ...rest, separator } : rest);
              }}
            />
          </label>
        </>
      )}
    </span>
  );
}

/** Returns the column of a date on which a link holds; that of the year if the date has three columns. */
function columnOfOn(on: string | DateDraft | undefined): string {
  if (on === undefined || typeof on === 'string') return on ?? '';
  return 'year' in on ? on.year : on.column;
}
