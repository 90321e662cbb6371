import type { FieldKind } from './kinds/field-kind.ts';
import type { ValueList } from './value-list.ts';

/** The target of a link field: a type, or one of the interfaces `Fact`, `Actor` and `Agent`. */
export type LinkTarget = string;

/** The inverse of a link: the name, label and description under which the target shows the facts that link to it. */
export interface Inverse {
  readonly name: string;
  /** An earlier name, which the API still offers as deprecated. */
  readonly deprecatedName?: string | undefined;
  readonly label: string;
  readonly description: string;
}

/**
 * How a spell ends if its source states no end. `LAPSES`: it may have ended since it was last attested (a membership).
 * `LASTS`: it continues until a source states an end (a state, a name, a code).
 */
export type SpellKind = 'LAPSES' | 'LASTS';

/** The options that a field of any kind may have. */
export interface FieldOptions {
  /** Every fact of the type must have a value of the field (NOT NULL in the database). */
  readonly required?: boolean;
  /** Requires evidence for a new value: a citation, an import batch, an adopted claim, or a waiver with a reason. */
  readonly cited?: boolean;
  readonly filterable?: boolean;
  readonly sortable?: boolean;
  /** Hidden from the public endpoint. An example is the archived text of a source, which is under copyright. */
  readonly deskOnly?: boolean;
  /** Holds a name of the record, by which imports find it. */
  readonly isName?: boolean;
  /** Names of the field in earlier releases, which stored operations may still use. */
  readonly formerNames?: readonly string[];
  /** The name in the API, if it differs from the stored name. The API then offers the stored name as deprecated. */
  readonly apiName?: string;
}

/** The definition of a field. */
export interface Field<Kind extends FieldKind = FieldKind, Value extends string = string> extends FieldOptions {
  readonly kind: Kind;
  readonly label: string;
  readonly description: string;
  /** `oneOf`, `manyOf`: the value list. */
  readonly list?: ValueList<Value>;
  /** `link`: the target, and the inverse link that the target shows. */
  readonly target?: LinkTarget;
  readonly inverse?: Inverse;
  /** `integer`, `number`: inclusive limits. */
  readonly min?: number;
  readonly max?: number;
  /** `uncertainDate`: set if the date is a spell, that is, a period in which the fact holds; see {@link SpellKind}. */
  readonly spell?: SpellKind | undefined;
  /** `code`: the pattern that values must match. */
  readonly pattern?: RegExp;
}

type Limits = FieldOptions & { readonly min?: number; readonly max?: number };

function defineField<Kind extends FieldKind, Value extends string = string>(kind: Kind, label: string, description: string, rest: Partial<Field<Kind, Value>> = {}): Field<Kind, Value> {
  return { ...rest, kind, label, description };
}

/** Defines a field for one line of text. */
export const text = (label: string, description: string, options?: FieldOptions): Field<'text'> => defineField('text', label, description, options);
/** Defines a field for paragraphs of text. */
export const longText = (label: string, description: string, options?: FieldOptions): Field<'longText'> => defineField('longText', label, description, options);
/** Defines a field for an integer, with optional limits. */
export const integer = (label: string, description: string, options?: Limits): Field<'integer'> => defineField('integer', label, description, options);
/** Defines a field for a number that may have a fraction, with optional limits. */
export const number = (label: string, description: string, options?: Limits): Field<'number'> => defineField('number', label, description, options);
/** Defines a field for yes or no. */
export const boolean = (label: string, description: string, options?: FieldOptions): Field<'boolean'> => defineField('boolean', label, description, options);
/** Defines a field for an uncertain date or interval in EDTF. */
export const uncertainDate = (label: string, description: string, options?: FieldOptions): Field<'uncertainDate'> => defineField('uncertainDate', label, description, options);
/** Defines a field for a spell whose end may go unrecorded, such as that of a membership. */
export const spell = (label: string, description: string, options?: FieldOptions): Field<'uncertainDate'> => defineField('uncertainDate', label, description, { ...options, spell: 'LAPSES' });
/** Defines a field for a spell that continues until a source states an end, such as that of a state or a name. */
export const lastingSpell = (label: string, description: string, options?: FieldOptions): Field<'uncertainDate'> => defineField('uncertainDate', label, description, { ...options, spell: 'LASTS' });
/** Defines a field for a web address (http or https). */
export const url = (label: string, description: string, options?: FieldOptions): Field<'url'> => defineField('url', label, description, options);
/** Defines a field for a name with its language. */
export const languageName = (label: string, description: string, options?: FieldOptions): Field<'name'> => defineField('name', label, description, options);
/** Defines a field for a point on the earth: WGS 84 latitude and longitude in degrees. */
export const point = (label: string, description: string, options?: FieldOptions): Field<'point'> => defineField('point', label, description, options);
/** Defines a field for a code, which is stored as a string ("076") and may have to match a pattern. */
export const code = (label: string, description: string, options?: FieldOptions & { readonly pattern?: RegExp }): Field<'code'> => defineField('code', label, description, options);
/** Defines a field for one value of a value list. */
export const oneOf = <Value extends string>(list: ValueList<Value>, label: string, description: string, options?: FieldOptions): Field<'oneOf', Value> => defineField('oneOf', label, description, { ...options, list });
/** Defines a field for several values of a value list, each at most once, stored in the order of the list. */
export const manyOf = <Value extends string>(list: ValueList<Value>, label: string, description: string, options?: FieldOptions): Field<'manyOf', Value> => defineField('manyOf', label, description, { ...options, list });
/** Defines a field that links to another fact, with the inverse link that the target shows. */
export const link = (target: LinkTarget, label: string, description: string, options: FieldOptions & { readonly inverse: Inverse }): Field<'link'> => defineField('link', label, description, { ...options, target });
/** Returns the inverse of a link, for the option `inverse` of a link field. The API still offers `deprecatedName`. */
export const inverse = (name: string, label: string, description: string, deprecatedName?: string): Inverse => ({ name, label, description, deprecatedName });
