'use client';

import { type Field, fieldsOf } from '@chancery/codebook';
import { ColumnSelect, ColumnsSelect } from './column-select.tsx';
import styles from './mapping.module.css';
import type { LinkDraft } from './mapping-draft.ts';
import { choicesOf } from './meanings.tsx';

interface LinkMappingProps {
  readonly field: Field;
  readonly columns: readonly string[];
  readonly value: LinkDraft;
  readonly onChange: (link: LinkDraft) => void;
  /** The facts of the row to which it may lead. */
  readonly facts: readonly string[];
}

const scheme = fieldsOf('ExternalCode').scheme;

/** The schemes of codes. */
export const schemes = scheme ? choicesOf(scheme) : [];

/** By what the fact is known that a link leads to: a code, a name, or another fact of the same table. */
export function LinkMapping({ field, columns, value, onChange, facts }: LinkMappingProps) {
  const way = 'code' in value ? 'code' : 'fact' in value ? 'fact' : 'name';
  return (
    <span className={styles.taking}>
      <select
        className={styles.control}
        aria-label={`How ${field.label} is known`}
        value={way}
        onChange={({ currentTarget }) => {
          if (currentTarget.value === 'code') onChange({ code: schemes[0]?.value ?? '', column: '' });
          else if (currentTarget.value === 'fact') onChange({ fact: facts[0] ?? '', key: [] });
          else onChange({ name: '' });
        }}
      >
        <option value="name">by a name in</option>
        <option value="code">by a code of</option>
        {facts.length > 0 ? <option value="fact">a fact of this table</option> : null}
      </select>
      {'code' in value ? (
        <>
          <select
            className={styles.control}
            aria-label={`Scheme of the code of ${field.label}`}
            value={value.code}
            onChange={({ currentTarget }) => onChange({ ...value, code: currentTarget.value })}
          >
            {schemes.map((each) => (
              <option key={each.value} value={each.value}>
                {each.label}
              </option>
            ))}
          </select>
          <ColumnSelect
            label={`Column of the code of ${field.label}`}
            columns={columns}
            value={value.column}
            onChange={(column) => onChange({ ...value, column })}
          />
        </>
      ) : 'fact' in value ? (
        <>
          <select
            className={styles.control}
            aria-label={`Which fact ${field.label} is`}
            value={value.fact}
            onChange={({ currentTarget }) => onChange({ ...value, fact: currentTarget.value })}
          >
            {facts.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
          <ColumnsSelect
            label={`Key of ${field.label}`}
            columns={columns}
            value={value.key}
            onChange={(key) => onChange({ ...value, key })}
          />
        </>
      ) : (
        <ColumnSelect
          label={`Column of the name of ${field.label}`}
          columns={columns}
          value={value.name}
          onChange={(name) => onChange({ ...value, name })}
        />
      )}
      {'fact' in value ? null : (
        <ColumnSelect
          label={`When it stands for ${field.label}`}
          columns={columns}
          value={value.on ?? ''}
          none="whenever"
          onChange={(on) => {
            const { on: _before, ...rest } = value;
            onChange(on ? { ...rest, on } : rest);
          }}
        />
      )}
    </span>
  );
}
