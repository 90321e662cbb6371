import { type Field, fieldsOf, type TypeName } from '@chancery/codebook';
import { every, first, type SearchParameters } from '../../addresses/view.ts';

/** A field by which a list can be narrowed. */
export interface FilterField {
  readonly name: string;
  readonly field: Field;
}

/** What the reader has asked of one field: the parameters that say it, and the condition that they stand for. */
export interface ActiveFilter extends FilterField {
  readonly parameters: Readonly<Record<string, readonly string[]>>;
  readonly condition: unknown;
}

/** The suffixes of a date's parameters: `signed.from=2001&signed.to=2010&signed.reading=certain`. */
export const dateParts = ['from', 'to', 'reading'] as const;

/** The fields by which a list of a type can be narrowed, as the codebook says. */
export function filterFields(type: TypeName): FilterField[] {
  return Object.entries(fieldsOf(type)).flatMap(([name, field]) =>
    field.filterable && !field.deskOnly ? [{ name, field }] : [],
  );
}

/** The filters that the parameters of an address ask for. What cannot be read is no filter. */
export function activeFilters(type: TypeName, parameters: SearchParameters): ActiveFilter[] {
  return filterFields(type).flatMap(({ name, field }) => {
    const given = Object.fromEntries(
      [name, ...dateParts.map((part) => `${name}.${part}`)].flatMap((key) => {
        const values = every(parameters[key]);
        return values.length > 0 ? [[key, values] as const] : [];
      }),
    );
    const condition = Object.keys(given).length > 0 ? conditionOf(name, field, parameters) : undefined;
    return condition === undefined ? [] : [{ name, field, parameters: given, condition }];
  });
}

/** The filter argument that active filters amount to; undefined where there is none. */
export function filterArgument(active: readonly ActiveFilter[]): Record<string, unknown> | undefined {
  return active.length === 0 ? undefined : Object.fromEntries(active.map(({ name, condition }) => [name, condition]));
}

function conditionOf(name: string, field: Field, parameters: SearchParameters): unknown {
  const one = first(parameters[name]);
  const many = every(parameters[name]);
  switch (field.kind) {
    case 'text':
    case 'longText':
    case 'name':
      return one && { contains: one };
    case 'oneOf':
    case 'manyOf': {
      const known = many.filter((value) => Object.hasOwn(field.list?.values ?? {}, value));
      if (known.length === 0) return undefined;
      return field.kind === 'oneOf' ? { in: known } : { hasAny: known };
    }
    case 'boolean':
      return one === 'true' || one === 'false' ? { eq: one === 'true' } : undefined;
    case 'integer':
    case 'number':
      return one !== undefined && Number.isFinite(Number(one)) ? { eq: Number(one) } : undefined;
    case 'uncertainDate':
      return dateCondition(name, parameters);
    default:
      return one && { eq: one };
  }
}

function dateCondition(name: string, parameters: SearchParameters): unknown {
  const from = dayOf(first(parameters[`${name}.from`]), '01-01');
  const to = dayOf(first(parameters[`${name}.to`]), '12-31');
  if (!from && !to) return undefined;
  const span = { ...(from ? { from } : {}), ...(to ? { to } : {}) };
  return first(parameters[`${name}.reading`]) === 'certain' ? { certain: span } : { possible: span };
}

/** A day, or a year with the first or last day of it. */
function dayOf(text: string | undefined, ofYear: string): string | undefined {
  if (!text) return undefined;
  const day = /^\d{4}$/.test(text) ? `${text}-${ofYear}` : text;
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : undefined;
}
