import { listColumns, ordersOf, type TypeName, typeOf } from '@chancery/codebook';
import { first, type SearchParameters, type View, viewParameters } from '../../addresses/view.ts';
import { readingLabels } from '../spells/reading-label.ts';
import { type FilterField, filterFields } from './filters.ts';
import type { ListQuery } from './list-query.ts';
import styles from './lists.module.css';

interface FilterFormProps {
  readonly type: TypeName;
  readonly path: string;
  readonly parameters: SearchParameters;
  readonly query: ListQuery;
  readonly view: View;
}

/** Filters a list by the fields that the codebook marks as filterable, sorts it, and chooses its columns. */
export function FilterForm({ type, path, parameters, query, view }: FilterFormProps) {
  const fields = filterFields(type).filter(({ field }) => field.kind !== 'link');
  const linkFilters = query.filters.filter(({ field }) => field.kind === 'link').map(({ name }) => name);
  return (
    <details className={styles.filters}>
      <summary>Filter, sort and columns</summary>
      <form action={path} method="get" className={styles.form}>
        <div className={styles.controls}>
          {fields.map((filterField) => (
            <Control key={filterField.name} {...filterField} parameters={parameters} />
          ))}
          <label className={styles.control}>
            <span>Sort by</span>
            <select name="orderBy" defaultValue={query.orderBy}>
              {ordersOf(type, 'public').flatMap(({ name }) => [
                <option key={`${name}_ASC`} value={`${name}_ASC`}>
                  {orderWords(type, name)}, ascending
                </option>,
                <option key={`${name}_DESC`} value={`${name}_DESC`}>
                  {orderWords(type, name)}, descending
                </option>,
              ])}
            </select>
          </label>
        </div>
        <Columns type={type} query={query} />
        {linkFilters.map((name) => (
          <input key={name} type="hidden" name={name} value={first(parameters[name])} />
        ))}
        {Object.entries(viewParameters(view)).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit">Apply</button>
      </form>
    </details>
  );
}

function Columns({ type, query }: Pick<FilterFormProps, 'type' | 'query'>) {
  return (
    <fieldset className={styles.columns}>
      <legend>Hide columns</legend>
      {listColumns(type).map(([name, field]) => (
        <label key={name}>
          <input type="checkbox" name="hide" value={name} defaultChecked={query.hidden.includes(name)} /> {field.label}
        </label>
      ))}
    </fieldset>
  );
}

function Control({ name, field, parameters }: FilterField & Pick<FilterFormProps, 'parameters'>) {
  const value = first(parameters[name]);
  const options = Object.entries(field.list?.values ?? {});
  if (field.kind === 'uncertainDate') return <DateControl name={name} field={field} parameters={parameters} />;
  return (
    <div className={styles.control} title={field.description}>
      <label htmlFor={`filter-${name}`}>{field.label}</label>
      {options.length > 0 || field.kind === 'boolean' ? (
        <select id={`filter-${name}`} name={name} defaultValue={value ?? ''}>
          <option value="">any</option>
          {field.kind === 'boolean' ? (
            <>
              <option value="true">yes</option>
              <option value="false">no</option>
            </>
          ) : null}
          {options.map(([option, { label }]) => (
            <option key={option} value={option}>
              {label}
            </option>
          ))}
        </select>
      ) : (
        <input id={`filter-${name}`} type="text" name={name} defaultValue={value} maxLength={200} autoComplete="off" />
      )}
    </div>
  );
}

function DateControl({ name, field, parameters }: FilterField & Pick<FilterFormProps, 'parameters'>) {
  const part = (suffix: string) => `${name}.${suffix}`;
  return (
    <fieldset className={styles.date} title={field.description}>
      <legend>{field.label}</legend>
      <input
        type="text"
        inputMode="numeric"
        name={part('from')}
        defaultValue={first(parameters[part('from')])}
        placeholder="from 2001"
        aria-label={`${field.label}: from year or day`}
      />
      <input
        type="text"
        inputMode="numeric"
        name={part('to')}
        defaultValue={first(parameters[part('to')])}
        placeholder="to 2025-04-25"
        aria-label={`${field.label}: to year or day`}
      />
      <select
        name={part('reading')}
        defaultValue={first(parameters[part('reading')]) ?? ''}
        aria-label={`${field.label}: how to treat uncertain dates`}
      >
        <option value="">possibly</option>
        <option value="certain">certainly</option>
      </select>
      {field.spell ? (
        <select
          name={part('is')}
          defaultValue={first(parameters[part('is')]) ?? ''}
          aria-label={`${field.label}: on the day of the page`}
          className={styles.onDay}
        >
          <option value="">regardless of the day</option>
          {readingLabels.map(([reading, label]) => (
            <option key={reading} value={reading}>
              {label}
            </option>
          ))}
        </select>
      ) : null}
    </fieldset>
  );
}

function orderWords(type: TypeName, order: string): string {
  if (order === 'ID') return 'Time of recording';
  const { fields, carries } = typeOf(type);
  const all = { ...fields, ...carries };
  const name = Object.keys(all).find(
    (fieldName) => fieldName.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase() === order,
  );
  return (name && all[name]?.label) || order;
}
