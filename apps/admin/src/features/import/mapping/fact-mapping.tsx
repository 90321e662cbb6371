'use client';

import { factTypeNames, fieldsOf, isFactField, typeOf } from '@chancery/codebook';
import { ColumnSelect, ColumnsSelect } from './column-select.tsx';
import { LinkMapping, schemes } from './link-mapping.tsx';
import styles from './mapping.module.css';
import { blankFact, blankValue, type FactDraft } from './mapping-draft.ts';
import { ValueMapping } from './value-mapping.tsx';

interface FactMappingProps {
  readonly name: string;
  readonly fact: FactDraft;
  readonly columns: readonly string[];
  /** The facts above, to which it may link. */
  readonly above: readonly string[];
  readonly onChange: (fact: FactDraft) => void;
  readonly onRename: (name: string) => void;
  readonly onRemove: (() => void) | undefined;
}

/** What each row tells of: a fact of a type, how it is named in the table, and from where each field comes. */
export function FactMapping({ name, fact, columns, above, onChange, onRename, onRemove }: FactMappingProps) {
  const fields = fieldsOf(fact.type);
  const taken = [...Object.keys(fact.values), ...Object.keys(fact.links)];
  const others = Object.entries(fields).filter(([field]) => !taken.includes(field) && !isFactField(field));
  const drop = (field: string) => {
    const without = <Kept,>(all: Readonly<Record<string, Kept>>) =>
      Object.fromEntries(Object.entries(all).filter(([each]) => each !== field));
    onChange({ ...fact, values: without(fact.values), links: without(fact.links) });
  };
  return (
    <fieldset className={styles.fact}>
      <legend>
        Each row tells of
        <select
          className={styles.control}
          aria-label={`Type of ${name}`}
          value={fact.type}
          onChange={({ currentTarget }) => {
            const type = factTypeNames.find((each) => each === currentTarget.value);
            if (type) onChange({ ...blankFact(type), key: fact.key });
          }}
        >
          {factTypeNames.map((type) => (
            <option key={type} value={type}>
              {typeOf(type).singular}
            </option>
          ))}
        </select>
        <label className={styles.inline}>
          called
          <input
            className={styles.control}
            aria-label={`Name of ${name} in this mapping`}
            defaultValue={name}
            size={10}
            pattern="[A-Za-z][A-Za-z0-9]*"
            onBlur={({ currentTarget }) => onRename(currentTarget.value)}
          />
        </label>
        {onRemove ? (
          <button type="button" className={styles.quiet} onClick={onRemove}>
            Take it out
          </button>
        ) : null}
      </legend>
      <div className={styles.lines}>
        <Line label="Named by" note="The columns that together name it within the table.">
          <ColumnsSelect
            label={`Key of ${name}`}
            columns={columns}
            value={fact.key}
            onChange={(key) => onChange({ ...fact, key })}
          />
        </Line>
        <Line label="Only where" note="Rows in which nothing stands there do not tell of it.">
          <ColumnSelect
            label={`Column that says whether there is a ${typeOf(fact.type).singular}`}
            columns={columns}
            value={fact.where ?? ''}
            none="in every row"
            onChange={(where) => {
              const { where: _before, ...rest } = fact;
              onChange(where ? { ...rest, where } : rest);
            }}
          />
          <label className={styles.inline}>
            <input
              type="checkbox"
              checked={fact.repeats ?? false}
              onChange={({ currentTarget }) => onChange({ ...fact, repeats: currentTarget.checked })}
            />
            several rows may name the same one
          </label>
        </Line>
        {Object.entries(fact.links).map(([field, link]) => {
          const definition = fields[field];
          return definition ? (
            <Line
              key={field}
              label={definition.label}
              note={definition.description}
              onDrop={definition.required ? undefined : () => drop(field)}
            >
              <LinkMapping
                field={definition}
                columns={columns}
                facts={above}
                value={link}
                onChange={(changed) => onChange({ ...fact, links: { ...fact.links, [field]: changed } })}
              />
            </Line>
          ) : null;
        })}
        {Object.entries(fact.values).map(([field, value]) => {
          const definition = fields[field];
          return definition ? (
            <Line
              key={field}
              label={definition.label}
              note={definition.description}
              onDrop={definition.required ? undefined : () => drop(field)}
            >
              <ValueMapping
                field={definition}
                columns={columns}
                value={value}
                onChange={(changed) => onChange({ ...fact, values: { ...fact.values, [field]: changed } })}
              />
            </Line>
          ) : null;
        })}
        <Line label="Another field">
          <select
            className={styles.control}
            aria-label={`Another field of ${name}`}
            value=""
            onChange={({ currentTarget: { value: field } }) => {
              const definition = fields[field];
              if (!definition) return;
              if (definition.kind === 'link') onChange({ ...fact, links: { ...fact.links, [field]: { name: '' } } });
              else onChange({ ...fact, values: { ...fact.values, [field]: blankValue(definition) } });
            }}
          >
            <option value="">choose a field</option>
            {others.map(([field, { label }]) => (
              <option key={field} value={field}>
                {label}
              </option>
            ))}
          </select>
        </Line>
        {typeOf(fact.type).category === 'record' ? (
          <Marks name={name} fact={fact} columns={columns} onChange={onChange} />
        ) : null}
      </div>
    </fieldset>
  );
}

/** By what the fact is known if the register has it already. */
function Marks({ name, fact, columns, onChange }: Pick<FactMappingProps, 'name' | 'fact' | 'columns' | 'onChange'>) {
  const { codes = [], names = [] } = fact.marks ?? {};
  const change = (marks: NonNullable<FactDraft['marks']>) => onChange({ ...fact, marks: { codes, names, ...marks } });
  return (
    <Line label="Known by" note="If the register has it already: by which codes or names it is found.">
      <span className={styles.taking}>
        {codes.map((code, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: codes have no name but their place
          <span key={at} className={styles.taking}>
            <select
              className={styles.control}
              aria-label={`Scheme of a code of ${name}`}
              value={code.scheme}
              onChange={({ currentTarget }) =>
                change({
                  codes: codes.map((each, place) => (place === at ? { ...each, scheme: currentTarget.value } : each)),
                })
              }
            >
              {schemes.map((each) => (
                <option key={each.value} value={each.value}>
                  {each.label}
                </option>
              ))}
            </select>
            <ColumnSelect
              label={`Column of a code of ${name}`}
              columns={columns}
              value={code.column}
              onChange={(column) =>
                change({ codes: codes.map((each, place) => (place === at ? { ...each, column } : each)) })
              }
            />
            <button
              type="button"
              className={styles.quiet}
              aria-label={`Take a code of ${name} out`}
              onClick={() => change({ codes: codes.filter((_each, place) => place !== at) })}
            >
              ×
            </button>
          </span>
        ))}
        <button
          type="button"
          className={styles.quiet}
          onClick={() => change({ codes: [...codes, { scheme: schemes[0]?.value ?? '', column: columns[0] ?? '' }] })}
        >
          Add a code
        </button>
        <span>names in</span>
        <ColumnsSelect
          label={`Names of ${name}`}
          columns={columns}
          value={names}
          onChange={(chosen) => change({ names: chosen })}
        />
      </span>
    </Line>
  );
}

interface LineProps {
  readonly label: string;
  readonly note?: string;
  readonly onDrop?: (() => void) | undefined;
  readonly children: React.ReactNode;
}

function Line({ label, note, onDrop, children }: LineProps) {
  return (
    <div className={styles.line}>
      <span className={styles.name} title={note}>
        {label}
        {onDrop ? (
          <button type="button" className={styles.quiet} aria-label={`Do not take ${label}`} onClick={onDrop}>
            ×
          </button>
        ) : null}
      </span>
      <div className={styles.taking}>{children}</div>
    </div>
  );
}
