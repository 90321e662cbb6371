'use client';

import type { Field } from '@chancery/codebook';
import { useId } from 'react';
import { ColumnSelect } from './column-select.tsx';
import styles from './mapping.module.css';
import { blankValue, type DateDraft, modeOf, type ValueDraft, type ValueMode, valueModes } from './mapping-draft.ts';
import { choicesOf, Meanings, meaningOf } from './meanings.tsx';
import { texts } from './texts.ts';

interface ValueMappingProps {
  readonly field: Field;
  readonly columns: readonly string[];
  readonly value: ValueDraft;
  readonly onChange: (value: ValueDraft) => void;
}

/**
 * The form for the value of a field: the mode in which it is read, and its columns or its constant.
 * @throws Error for a link field, which has a `LinkMapping`.
 */
export function ValueMapping({ field, columns, value, onChange }: ValueMappingProps) {
  if (field.kind === 'link') throw new Error('A link field has no value mapping. Use LinkMapping.');
  const modes = valueModes[field.kind];
  return (
    <span className={styles.controls}>
      <select
        className={styles.control}
        aria-label={texts.value.howRead(field.label)}
        value={modeOf(value)}
        onChange={({ currentTarget }) => {
          const chosen = modes.find((mode: ValueMode) => mode === currentTarget.value);
          if (chosen) onChange(blankValue(field, chosen));
        }}
      >
        {modes.map((mode) => (
          <option key={mode} value={mode}>
            {texts.value.modes[mode]}
          </option>
        ))}
      </select>
      <Details field={field} columns={columns} value={value} onChange={onChange} />
    </span>
  );
}

function Details({ field, columns, value, onChange }: ValueMappingProps) {
  const column = (label: string, chosen: string, change: (column: string) => void) => (
    <ColumnSelect label={label} columns={columns} value={chosen} onChange={change} />
  );
  if ('constant' in value) return <Constant field={field} value={value.constant} onChange={onChange} />;
  if ('latitude' in value)
    return (
      <>
        {column(texts.value.latitudeOf(field.label), value.latitude, (latitude) => onChange({ ...value, latitude }))}
        {column(texts.value.longitudeOf(field.label), value.longitude, (longitude) =>
          onChange({ ...value, longitude }),
        )}
      </>
    );
  if ('from' in value)
    return (
      <>
        <DateParts
          name={texts.value.startOf(field.label)}
          columns={columns}
          value={value.from}
          onChange={(from) => onChange({ ...value, from })}
        />
        <span>{texts.value.to}</span>
        <DateParts
          name={texts.value.endOf(field.label)}
          columns={columns}
          value={value.to}
          onChange={(to) => onChange({ ...value, to })}
        />
      </>
    );
  if ('year' in value || 'date' in value)
    return <DateParts name={field.label} columns={columns} value={value} onChange={onChange} />;
  if ('language' in value)
    return (
      <>
        {column(texts.value.columnOf(field.label), value.column, (chosen) => onChange({ ...value, column: chosen }))}
        <input
          className={styles.control}
          aria-label={texts.value.languageOf(field.label)}
          value={value.language}
          size={4}
          onChange={({ currentTarget }) => onChange({ ...value, language: currentTarget.value })}
        />
      </>
    );
  if ('as' in value)
    return (
      <>
        {column(texts.value.columnOf(field.label), value.column, (chosen) => onChange({ ...value, column: chosen }))}
        <ColumnSelect
          label={texts.value.fallbackOf(field.label)}
          columns={columns}
          value={value.or ?? ''}
          emptyLabel={texts.value.noFallback}
          onChange={(or) => {
            const { or: _before, ...rest } = value;
            onChange(or ? { ...rest, or } : rest);
          }}
        />
      </>
    );
  return (
    <>
      {column(texts.value.columnOf(field.label), value.column, (chosen) => onChange({ ...value, column: chosen }))}
      {value.separator === undefined ? null : (
        <label className={styles.inline}>
          {texts.value.separator}
          <input
            className={styles.control}
            size={2}
            value={value.separator}
            onChange={({ currentTarget }) => onChange({ ...value, separator: currentTarget.value })}
          />
        </label>
      )}
      <Meanings
        field={field}
        value={value.meanings}
        column={value.column}
        separator={value.separator}
        onChange={(meanings) => onChange({ ...value, meanings })}
      />
    </>
  );
}

interface ConstantProps {
  readonly field: Field;
  readonly value: string | number | boolean | readonly string[];
  readonly onChange: (value: ValueDraft) => void;
}

function Constant({ field, value, onChange }: ConstantProps) {
  const choices = choicesOf(field);
  const label = texts.value.inEveryRow(field.label);
  if (choices.length === 0) {
    const isNumber = field.kind === 'integer' || field.kind === 'number';
    return (
      <input
        className={styles.control}
        aria-label={label}
        type={isNumber ? 'number' : 'text'}
        value={String(value)}
        onChange={({ currentTarget }) =>
          onChange({ constant: isNumber ? Number(currentTarget.value) : currentTarget.value })
        }
      />
    );
  }
  const chosen = Array.isArray(value) ? String(value[0] ?? '') : String(value);
  return (
    <select
      className={styles.control}
      aria-label={label}
      value={chosen}
      onChange={({ currentTarget }) =>
        onChange({
          constant: field.kind === 'manyOf' ? [currentTarget.value] : meaningOf(field, currentTarget.value),
        })
      }
    >
      <option value="">{texts.value.choose}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}

interface DatePartsProps {
  readonly name: string;
  readonly columns: readonly string[];
  readonly value: DateDraft;
  readonly onChange: (date: DateDraft) => void;
}

/** The form for a date: one column with a format, or three columns for year, month and day. */
function DateParts({ name, columns, value, onChange }: DatePartsProps) {
  const formatsId = useId();
  if ('year' in value)
    return (['year', 'month', 'day'] as const).map((part) => (
      <ColumnSelect
        key={part}
        label={texts.value.partOf(texts.value.parts[part], name)}
        columns={columns}
        value={value[part]}
        emptyLabel={texts.value.parts[part]}
        onChange={(column) => onChange({ ...value, [part]: column })}
      />
    ));
  const [format = '', ...otherFormats] = [value.date].flat();
  const [secondFormat = '', ...furtherFormats] = otherFormats;
  const change = ([first = '', ...others]: readonly string[]) => {
    const further = others.filter((other) => other !== '');
    onChange({ ...value, date: further.length > 0 ? [first, ...further] : first });
  };
  return (
    <>
      <ColumnSelect
        label={texts.value.columnOf(name)}
        columns={columns}
        value={value.column}
        onChange={(column) => onChange({ ...value, column })}
      />
      <label className={styles.inline}>
        {texts.value.format}
        <input
          className={styles.control}
          aria-label={texts.value.formatOf(name)}
          title={texts.value.formatHint}
          size={11}
          list={formatsId}
          value={format}
          onChange={({ currentTarget }) => change([currentTarget.value, ...otherFormats])}
        />
      </label>
      <label className={styles.inline}>
        {texts.value.orFormat}
        <input
          className={styles.control}
          aria-label={texts.value.secondFormatOf(name)}
          size={11}
          list={formatsId}
          value={secondFormat}
          onChange={({ currentTarget }) => change([format, currentTarget.value, ...furtherFormats])}
        />
      </label>
      <datalist id={formatsId}>
        {texts.value.formats.map((option) => (
          <option key={option} value={option} />
        ))}
      </datalist>
    </>
  );
}
