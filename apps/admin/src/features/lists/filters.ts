import { type Field, fieldsOf, isDay, spellReading, type TypeName } from '@chancery/codebook';
import { firstValue, nonEmptyValues, type SearchParameters, type View } from '../../addresses/view.ts';

/** A field by which a list can be filtered. */
export interface FilterField {
  readonly name: string;
  readonly field: Field;
}

/** An active filter on one field: its search parameters, and the GraphQL condition for the field. */
export interface ActiveFilter extends FilterField {
  readonly parameters: Readonly<Record<string, readonly string[]>>;
  readonly condition: unknown;
}

/**
 * The suffixes of the search parameters of a date, as in `signed.from=2001&signed.to=2010&signed.reading=certain`. For
 * a spell, `is` selects readings on the day of the page, as in `validity.is=CERTAIN&validity.is=PRESUMED`.
 */
const dateSuffixes = ['from', 'to', 'reading', 'is'] as const;

/** Returns the fields by which the public list of a type can be filtered. */
export function filterFields(type: TypeName): FilterField[] {
  return Object.entries(fieldsOf(type)).flatMap(([name, field]) =>
    field.filterable && !field.deskOnly ? [{ name, field }] : [],
  );
}

/**
 * Reads the filters of a list from search parameters, for the day of the view. Leaves out values that `listProblems` finds
 * wrong.
 */
export function activeFilters(type: TypeName, parameters: SearchParameters, { on }: View): ActiveFilter[] {
  return filterFields(type).flatMap(({ name, field }) => {
    const filterParameters = Object.fromEntries(
      [name, ...dateSuffixes.map((part) => `${name}.${part}`)].flatMap((key) => {
        const values = nonEmptyValues(parameters[key]);
        return values.length > 0 ? [[key, values] as const] : [];
      }),
    );
    const condition = Object.keys(filterParameters).length > 0 ? conditionOf(name, field, parameters, on) : undefined;
    return condition === undefined ? [] : [{ name, field, parameters: filterParameters, condition }];
  });
}

/** Returns the GraphQL `filter` argument for the active filters; undefined if there are none. */
export function filterArgument(active: readonly ActiveFilter[]): Record<string, unknown> | undefined {
  return active.length === 0 ? undefined : Object.fromEntries(active.map(({ name, condition }) => [name, condition]));
}

function conditionOf(name: string, field: Field, parameters: SearchParameters, on: string | undefined): unknown {
  const value = firstValue(parameters[name]);
  const values = nonEmptyValues(parameters[name]);
  switch (field.kind) {
    case 'text':
    case 'longText':
    case 'name':
      return value && { contains: value };
    case 'oneOf':
    case 'manyOf': {
      const validValues = values.filter((key) => Object.hasOwn(field.list?.values ?? {}, key));
      if (validValues.length === 0) return undefined;
      return field.kind === 'oneOf' ? { in: validValues } : { hasAny: validValues };
    }
    case 'boolean':
      return value === 'true' || value === 'false' ? { eq: value === 'true' } : undefined;
    case 'integer':
    case 'number':
      return value !== undefined && Number.isFinite(Number(value)) ? { eq: Number(value) } : undefined;
    case 'uncertainDate':
      return dateCondition(name, field, parameters, on);
    default:
      return value && { eq: value };
  }
}

function dateCondition(name: string, field: Field, parameters: SearchParameters, on: string | undefined): unknown {
  const from = dayOf(firstValue(parameters[`${name}.from`]), '01-01');
  const to = dayOf(firstValue(parameters[`${name}.to`]), '12-31');
  const readings = field.spell ? requestedReadings(name, parameters) : [];
  if (!from && !to && readings.length === 0) return undefined;
  const span = { ...(from ? { from } : {}), ...(to ? { to } : {}) };
  const isCertain = firstValue(parameters[`${name}.reading`]) === 'certain';
  return {
    ...(from || to ? { [isCertain ? 'certain' : 'possible']: span } : {}),
    ...(readings.length > 0 ? { holds: { ...(on ? { on } : {}), readings } } : {}),
  };
}

/** Returns the readings that the search parameters select for the spell in a field. Leaves out unknown readings. */
export function requestedReadings(name: string, parameters: SearchParameters): string[] {
  return nonEmptyValues(parameters[`${name}.is`]).filter((reading) => Object.hasOwn(spellReading.values, reading));
}

/**
 * Parses a day (`YYYY-MM-DD`) or a year, and completes a year with `dayOfYear` (`MM-DD`). Returns undefined for other
 * text.
 */
export function dayOf(text: string | undefined, dayOfYear: string): string | undefined {
  if (!text) return undefined;
  const day = /^\d{4}$/.test(text) ? `${text}-${dayOfYear}` : text;
  return isDay(day) ? day : undefined;
}
