import { type Field, fieldsOf, spellReading, type TypeName } from '@chancery/codebook';
import { every, first, type SearchParameters, type View } from '../../addresses/view.ts';

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

/**
 * The suffixes of a date's parameters: `signed.from=2001&signed.to=2010&signed.reading=certain`. Of a period, `is` names
 * how it reads on the day of the page: `validity.is=CERTAIN&validity.is=PRESUMED`.
 */
export const dateParts = ['from', 'to', 'reading', 'is'] as const;

/** The fields by which a list of a type can be narrowed, as the codebook says. */
export function filterFields(type: TypeName): FilterField[] {
  return Object.entries(fieldsOf(type)).flatMap(([name, field]) =>
    field.filterable && !field.deskOnly ? [{ name, field }] : [],
  );
}

/** The filters that the parameters of an address ask for, on the day of its view. What cannot be read is no filter. */
export function activeFilters(type: TypeName, parameters: SearchParameters, { on }: View): ActiveFilter[] {
  return filterFields(type).flatMap(({ name, field }) => {
    const given = Object.fromEntries(
      [name, ...dateParts.map((part) => `${name}.${part}`)].flatMap((key) => {
        const values = every(parameters[key]);
        return values.length > 0 ? [[key, values] as const] : [];
      }),
    );
    const condition = Object.keys(given).length > 0 ? conditionOf(name, field, parameters, on) : undefined;
    return condition === undefined ? [] : [{ name, field, parameters: given, condition }];
  });
}

/** The filter argument that active filters amount to; undefined where there is none. */
export function filterArgument(active: readonly ActiveFilter[]): Record<string, unknown> | undefined {
  return active.length === 0 ? undefined : Object.fromEntries(active.map(({ name, condition }) => [name, condition]));
}

function conditionOf(name: string, field: Field, parameters: SearchParameters, on: string | undefined): unknown {
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
      return dateCondition(name, field, parameters, on);
    default:
      return one && { eq: one };
  }
}

function dateCondition(name: string, field: Field, parameters: SearchParameters, on: string | undefined): unknown {
  const from = dayOf(first(parameters[`${name}.from`]), '01-01');
  const to = dayOf(first(parameters[`${name}.to`]), '12-31');
  const readings = field.spell ? readingsAsked(name, parameters) : [];
  if (!from && !to && readings.length === 0) return undefined;
  const span = { ...(from ? { from } : {}), ...(to ? { to } : {}) };
  const isCertain = first(parameters[`${name}.reading`]) === 'certain';
  return {
    ...(from || to ? { [isCertain ? 'certain' : 'possible']: span } : {}),
    ...(readings.length > 0 ? { holds: { ...(on ? { on } : {}), readings } } : {}),
  };
}

/** How the parameters ask a period to read on the day. */
export function readingsAsked(name: string, parameters: SearchParameters): string[] {
  return every(parameters[`${name}.is`]).filter((reading) => Object.hasOwn(spellReading.values, reading));
}

/** A day, or a year with the first or last day of it. */
function dayOf(text: string | undefined, ofYear: string): string | undefined {
  if (!text) return undefined;
  const day = /^\d{4}$/.test(text) ? `${text}-${ofYear}` : text;
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : undefined;
}
