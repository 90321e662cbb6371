import type { SearchParameters, View } from '../../addresses/view.ts';
import { address, first } from '../../addresses/view.ts';
import { readingLabel } from '../spells/reading-label.ts';
import { type ActiveFilter, readingsAsked } from './filters.ts';
import styles from './lists.module.css';

interface FilterChipsProps {
  readonly filters: readonly ActiveFilter[];
  readonly path: string;
  readonly parameters: SearchParameters;
  readonly view: View;
  /** What the facts are called that filters point at, by id. */
  readonly labels: Readonly<Record<string, string>>;
}

/** The filters that are on, each with the way to do without it. */
export function FilterChips({ filters, path, parameters, view, labels }: FilterChipsProps) {
  if (filters.length === 0) return null;
  const without = (filter: ActiveFilter) =>
    Object.fromEntries(
      Object.entries(parameters).filter(
        ([name]) => !(name in filter.parameters) && !['after', 'before'].includes(name),
      ),
    );
  return (
    <ul className={styles.chips} aria-label="Filters">
      {filters.map((filter) => (
        <li key={filter.name}>
          <a
            href={address(path, view, without(filter))}
            aria-label={`Without the filter ${filter.field.label} ${chipWords(filter, labels)}`}
          >
            <span>{filter.field.label}</span> <b>{chipWords(filter, labels)}</b> <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function chipWords({ name, field, parameters }: ActiveFilter, labels: Readonly<Record<string, string>>): string {
  if (field.kind === 'uncertainDate') {
    const part = (of: string) => first([...(parameters[`${name}.${of}`] ?? [])]);
    const span = [part('from') && `from ${part('from')}`, part('to') && `to ${part('to')}`].filter(Boolean).join(' ');
    const readings = readingsAsked(name, parameters as SearchParameters).map((each) => readingLabel(each));
    return [
      span && `${part('reading') === 'certain' ? 'certainly' : 'possibly'} ${span}`,
      readings.length > 0 && `on the day: ${readings.join(' or ')}`,
    ]
      .filter(Boolean)
      .join(', ');
  }
  return (parameters[name] ?? [])
    .map((value) => field.list?.values[value]?.label ?? labels[value] ?? value)
    .join(' or ');
}
