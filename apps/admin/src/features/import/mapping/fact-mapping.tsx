'use client';

import { factTypeNames, fieldsOf, isFactField, typeOf } from '@chancery/codebook';
import { ColumnSelect, ColumnsSelect } from './column-select.tsx';
import { codeSchemes, LinkMapping } from './link-mapping.tsx';
import styles from './mapping.module.css';
import { blankFact, blankValue, type FactDraft } from './mapping-draft.ts';
import { texts } from './texts.ts';
import { ValueMapping } from './value-mapping.tsx';

interface FactMappingProps {
  readonly name: string;
  readonly fact: FactDraft;
  readonly columns: readonly string[];
  /** The names of the other facts in the mapping, to which this one can link. */
  readonly otherFacts: readonly string[];
  readonly onChange: (fact: FactDraft) => void;
  readonly onRename: (name: string) => void;
  readonly onRemove: (() => void) | undefined;
}

/** The form for a fact that each row describes: its type, its key columns, and the columns of its fields. */
export function FactMapping({ name, fact, columns, otherFacts, onChange, onRename, onRemove }: FactMappingProps) {
  const fields = fieldsOf(fact.type);
  const mapped = [...Object.keys(fact.values), ...Object.keys(fact.links)];
  const unmapped = Object.entries(fields).filter(([field]) => !mapped.includes(field) && !isFactField(field));
  const removeField = (field: string) => {
    const without = <Mapping,>(mappings: Readonly<Record<string, Mapping>>) =>
      Object.fromEntries(Object.entries(mappings).filter(([mappedField]) => mappedField !== field));
    onChange({ ...fact, values: without(fact.values), links: without(fact.links) });
  };
  return (
    <fieldset className={styles.fact}>
      <legend>
        {texts.fact.eachRowDescribes}
        <select
          className={styles.control}
          aria-label={texts.fact.typeOf(name)}
          value={fact.type}
          onChange={({ currentTarget }) => {
            const type = factTypeNames.find((option) => option === currentTarget.value);
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
          {texts.fact.named}
          <input
            className={styles.control}
            aria-label={texts.fact.nameOf(name)}
            defaultValue={name}
            size={10}
            pattern="[A-Za-z][A-Za-z0-9]*"
            onBlur={({ currentTarget }) => onRename(currentTarget.value)}
          />
        </label>
        {onRemove ? (
          <button type="button" className={styles.quiet} onClick={onRemove}>
            {texts.fact.remove}
          </button>
        ) : null}
      </legend>
      <div className={styles.lines}>
        <Line label={texts.fact.keyColumns} note={texts.fact.keyColumnsHint}>
          <ColumnsSelect
            label={texts.fact.keyOf(name)}
            columns={columns}
            value={fact.key}
            onChange={(key) => onChange({ ...fact, key })}
          />
        </Line>
        <Line label={texts.fact.where} note={texts.fact.whereHint}>
          <ColumnSelect
            label={texts.fact.whereOf(typeOf(fact.type).singular)}
            columns={columns}
            value={fact.where ?? ''}
            emptyLabel={texts.fact.everyRow}
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
            {texts.fact.repeats}
          </label>
        </Line>
        {Object.entries(fact.links).map(([field, link]) => {
          const definition = fields[field];
          return definition ? (
            <Line
              key={field}
              label={definition.label}
              note={definition.description}
              onRemoveField={definition.required ? undefined : () => removeField(field)}
            >
              <LinkMapping
                field={definition}
                columns={columns}
                facts={otherFacts}
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
              onRemoveField={definition.required ? undefined : () => removeField(field)}
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
        <Line label={texts.fact.addField}>
          <select
            className={styles.control}
            aria-label={texts.fact.addFieldTo(name)}
            value=""
            onChange={({ currentTarget: { value: field } }) => {
              const definition = fields[field];
              if (!definition) return;
              if (definition.kind === 'link') onChange({ ...fact, links: { ...fact.links, [field]: { name: '' } } });
              else onChange({ ...fact, values: { ...fact.values, [field]: blankValue(definition) } });
            }}
          >
            <option value="">{texts.fact.chooseField}</option>
            {unmapped.map(([field, { label }]) => (
              <option key={field} value={field}>
                {label}
              </option>
            ))}
          </select>
        </Line>
        {typeOf(fact.type).category === 'record' ? (
          <MatchColumns name={name} fact={fact} columns={columns} onChange={onChange} />
        ) : null}
      </div>
    </fieldset>
  );
}

/** The columns with codes and names, by which an import finds the record in the register. */
function MatchColumns({
  name,
  fact,
  columns,
  onChange,
}: Pick<FactMappingProps, 'name' | 'fact' | 'columns' | 'onChange'>) {
  const { codes = [], names = [] } = fact.marks ?? {};
  const change = (marks: NonNullable<FactDraft['marks']>) => onChange({ ...fact, marks: { codes, names, ...marks } });
  return (
    <Line label={texts.fact.matchBy} note={texts.fact.matchByHint}>
      <span className={styles.controls}>
        {codes.map((code, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: codes have no key but their position
          <span key={at} className={styles.controls}>
            <select
              className={styles.control}
              aria-label={texts.fact.schemeOfCode(name)}
              value={code.scheme}
              onChange={({ currentTarget }) =>
                change({
                  codes: codes.map((other, index) =>
                    index === at ? { ...other, scheme: currentTarget.value } : other,
                  ),
                })
              }
            >
              {codeSchemes.map((scheme) => (
                <option key={scheme.value} value={scheme.value}>
                  {scheme.label}
                </option>
              ))}
            </select>
            <ColumnSelect
              label={texts.fact.columnOfCode(name)}
              columns={columns}
              value={code.column}
              onChange={(column) =>
                change({ codes: codes.map((other, index) => (index === at ? { ...other, column } : other)) })
              }
            />
            <button
              type="button"
              className={styles.quiet}
              aria-label={texts.fact.removeCode(name)}
              onClick={() => change({ codes: codes.filter((_code, index) => index !== at) })}
            >
              ×
            </button>
          </span>
        ))}
        <button
          type="button"
          className={styles.quiet}
          onClick={() =>
            change({ codes: [...codes, { scheme: codeSchemes[0]?.value ?? '', column: columns[0] ?? '' }] })
          }
        >
          {texts.fact.addCode}
        </button>
        <span>{texts.fact.orNamesIn}</span>
        <ColumnsSelect
          label={texts.fact.namesOf(name)}
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
  readonly onRemoveField?: (() => void) | undefined;
  readonly children: React.ReactNode;
}

function Line({ label, note, onRemoveField, children }: LineProps) {
  return (
    <div className={styles.line}>
      <span className={styles.name} title={note}>
        {label}
        {onRemoveField ? (
          <button
            type="button"
            className={styles.quiet}
            aria-label={texts.fact.removeField(label)}
            onClick={onRemoveField}
          >
            ×
          </button>
        ) : null}
      </span>
      <div className={styles.controls}>{children}</div>
    </div>
  );
}
