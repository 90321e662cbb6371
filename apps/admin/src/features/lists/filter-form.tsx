import { listColumns, ordersOf, type TypeName, typeOf } from '@chancery/codebook';
import { firstValue, type SearchParameters, type View, viewParameters } from '../../addresses/view.ts';
import { readingLabels } from '../spells/reading-label.ts';
import { type FilterField, filterFields } from './filters.ts';
import type { ListQuery } from './list-query.ts';
import styles from './lists.module.css';
import { texts } from './texts.ts';

interface FilterFormProps {
  readonly type: TypeName;
  readonly path: string;
  readonly parameters: SearchParameters;
  readonly query: ListQuery;
  readonly view: View;
}

/**
 * The form that filters a list by the fields that the codebook marks as filterable, sorts it and hides columns. Filters
 * by links have no controls here; the form keeps those that are active.
 */
export function FilterForm({ type, path, parameters, query, view }: FilterFormProps) {
  const fields = filterFields(type).filter(({ field }) => field.kind !== 'link');
  const linkFilters = query.filters.filter(({ field }) => field.kind === 'link').map(({ name }) => name);
  return (
    <details className={styles.filters}>
      <summary>{texts.form.summary}</summary>
      <form action={path} method="get" className={styles.form}>
        <div className={styles.controls}>
          {fields.map((filterField) => (
            <Control key={filterField.name} {...filterField} parameters={parameters} />
          ))}
          <label className={styles.control}>
            <span>{texts.form.sortBy}</span>
            <select name="orderBy" defaultValue={query.orderBy}>
              {ordersOf(type, 'public').flatMap(({ name }) => [
                <option key={`${name}_ASC`} value={`${name}_ASC`}>
                  {texts.form.ascending(orderWords(type, name))}
                </option>,
                <option key={`${name}_DESC`} value={`${name}_DESC`}>
                  {texts.form.descending(orderWords(type, name))}
                </option>,
              ])}
            </select>
          </label>
        </div>
        <Columns type={type} query={query} />
        {linkFilters.map((name) => (
          <input key={name} type="hidden" name={name} value={firstValue(parameters[name])} />
        ))}
        {Object.entries(viewParameters(view)).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit">{texts.form.apply}</button>
      </form>
    </details>
  );
}

function Columns({ type, query }: Pick<FilterFormProps, 'type' | 'query'>) {
  return (
    <fieldset className={styles.columns}>
      <legend>{texts.form.hideColumns}</legend>
      {listColumns(type).map(([name, field]) => (
        <label key={name}>
          <input type="checkbox" name="hide" value={name} defaultChecked={query.hidden.includes(name)} /> {field.label}
        </label>
      ))}
    </fieldset>
  );
}

function Control({ name, field, parameters }: FilterField & Pick<FilterFormProps, 'parameters'>) {
  const value = firstValue(parameters[name]);
  const options = Object.entries(field.list?.values ?? {});
  if (field.kind === 'uncertainDate') return <DateControl name={name} field={field} parameters={parameters} />;
  return (
    <div className={styles.control} title={field.description}>
      <label htmlFor={`filter-${name}`}>{field.label}</label>
      {options.length > 0 || field.kind === 'boolean' ? (
        <select id={`filter-${name}`} name={name} defaultValue={value ?? ''}>
          <option value="">{texts.form.any}</option>
          {field.kind === 'boolean' ? (
            <>
              <option value="true">{texts.form.yes}</option>
              <option value="false">{texts.form.no}</option>
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
        defaultValue={firstValue(parameters[part('from')])}
        placeholder={texts.form.fromExample}
        aria-label={texts.form.from(field.label)}
      />
      <input
        type="text"
        inputMode="numeric"
        name={part('to')}
        defaultValue={firstValue(parameters[part('to')])}
        placeholder={texts.form.toExample}
        aria-label={texts.form.to(field.label)}
      />
      <select
        name={part('reading')}
        defaultValue={firstValue(parameters[part('reading')]) ?? ''}
        aria-label={texts.form.uncertainDates(field.label)}
      >
        <option value="">{texts.form.possibly}</option>
        <option value="certain">{texts.form.certainly}</option>
      </select>
      {field.spell ? (
        <select
          name={part('is')}
          defaultValue={firstValue(parameters[part('is')]) ?? ''}
          aria-label={texts.form.onDay(field.label)}
          className={styles.onDay}
        >
          <option value="">{texts.form.anyReading}</option>
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
  if (order === 'ID') return texts.form.id;
  const { fields, carriedKeys } = typeOf(type);
  const all = { ...fields, ...carriedKeys };
  const name = Object.keys(all).find(
    (fieldName) => fieldName.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase() === order,
  );
  return (name && all[name]?.label) || order;
}
