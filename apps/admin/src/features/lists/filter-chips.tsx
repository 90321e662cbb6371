import type { SearchParameters, View } from '../../addresses/view.ts';
import { address, firstValue } from '../../addresses/view.ts';
import { readingLabel } from '../spells/reading-label.ts';
import { type ActiveFilter, requestedReadings } from './filters.ts';
import styles from './lists.module.css';
import { texts } from './texts.ts';

interface FilterChipsProps {
  readonly filters: readonly ActiveFilter[];
  readonly path: string;
  readonly parameters: SearchParameters;
  readonly view: View;
  /** The labels of the facts that filters refer to, by id. */
  readonly labels: Readonly<Record<string, string>>;
}

/** The active filters of a list, each with a link that removes it. Renders nothing if there are none. */
export function FilterChips({ filters, path, parameters, view, labels }: FilterChipsProps) {
  if (filters.length === 0) return null;
  const without = (filter: ActiveFilter) =>
    Object.fromEntries(
      Object.entries(parameters).filter(
        ([name]) => !(name in filter.parameters) && !['after', 'before'].includes(name),
      ),
    );
  return (
    <ul className={styles.chips} aria-label={texts.chips.name}>
      {filters.map((filter) => (
        <li key={filter.name}>
          <a
            href={address(path, view, without(filter))}
            aria-label={texts.chips.remove(filter.field.label, chipWords(filter, labels))}
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
    const part = (suffix: string) => firstValue([...(parameters[`${name}.${suffix}`] ?? [])]);
    const [from, to] = [part('from'), part('to')];
    const readings = requestedReadings(name, parameters as SearchParameters).map((reading) => readingLabel(reading));
    return [
      (from || to) && texts.chips.span(from, to, part('reading') === 'certain'),
      readings.length > 0 && texts.chips.readings(readings),
    ]
      .filter(Boolean)
      .join(', ');
  }
  return texts.chips.or(
    (parameters[name] ?? []).map((value) => field.list?.values[value]?.label ?? labels[value] ?? value),
  );
}
