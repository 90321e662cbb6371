import type { FieldKind } from './kinds/field-kind.ts';
import type { ValueList } from './value-list.ts';

/** What a link field may point at: one type, or one of the interfaces `Fact`, `Actor`, `Agent`. */
export type LinkTarget = string;

/** The other end of a link: the name, label and sentence under which the target shows the facts that point at it. */
export interface Inverse {
  readonly name: string;
  readonly label: string;
  readonly description: string;
}

/**
 * How a period ends where its source states no end. `LAPSES`: what held when it was last attested may have ended since
 * (a membership). `LASTS`: it goes on until a source says otherwise (a state, a name, a code).
 */
export type SpellKind = 'LAPSES' | 'LASTS';

/** What may be said of any field, whatever its kind. */
export interface FieldOptions {
  /** A fact cannot be recorded without it (NOT NULL in the database). */
  readonly required?: boolean;
  /** Setting it needs a citation, a batch citation, or a waiver with a reason. */
  readonly cited?: boolean;
  readonly filterable?: boolean;
  readonly sortable?: boolean;
  /** Held back from the public door (a source's archived text, which is somebody's copyright). */
  readonly deskOnly?: boolean;
  /** Names that this field had in earlier releases: stored operations that use them are still read. */
  readonly formerly?: readonly string[];
}

/** One field of a type, as the codebook describes it. */
export interface Field<Kind extends FieldKind = FieldKind, Value extends string = string> extends FieldOptions {
  readonly kind: Kind;
  readonly label: string;
  readonly description: string;
  /** `oneOf`, `manyOf`: the closed list. */
  readonly list?: ValueList<Value>;
  /** `link`: what it points at, and what the target calls the way back. */
  readonly target?: LinkTarget;
  readonly inverse?: Inverse;
  /** `integer`, `number`: inclusive limits. */
  readonly min?: number;
  readonly max?: number;
  /** `uncertainDate`: the date is a period in which something holds; see {@link SpellKind}. */
  readonly spell?: SpellKind | undefined;
  /** `code`: the form that a value must have. */
  readonly pattern?: RegExp;
}

type Limits = FieldOptions & { readonly min?: number; readonly max?: number };

function made<Kind extends FieldKind, Value extends string = string>(kind: Kind, label: string, description: string, rest: Partial<Field<Kind, Value>> = {}): Field<Kind, Value> {
  return { ...rest, kind, label, description };
}

/** One line of text. */
export const text = (label: string, description: string, options?: FieldOptions): Field<'text'> => made('text', label, description, options);
/** Paragraphs of text. */
export const longText = (label: string, description: string, options?: FieldOptions): Field<'longText'> => made('longText', label, description, options);
/** A whole number. */
export const integer = (label: string, description: string, options?: Limits): Field<'integer'> => made('integer', label, description, options);
/** A number with a fraction. */
export const number = (label: string, description: string, options?: Limits): Field<'number'> => made('number', label, description, options);
/** Yes or no. */
export const boolean = (label: string, description: string, options?: FieldOptions): Field<'boolean'> => made('boolean', label, description, options);
/** A date or interval with its doubt, written in EDTF. */
export const uncertainDate = (label: string, description: string, options?: FieldOptions): Field<'uncertainDate'> => made('uncertainDate', label, description, options);
/** A period in which something holds that may lapse unnoticed, such as a membership. */
export const spell = (label: string, description: string, options?: FieldOptions): Field<'uncertainDate'> => made('uncertainDate', label, description, { ...options, spell: 'LAPSES' });
/** A period in which something lasts until a source says otherwise, such as a state or a name. */
export const lastingSpell = (label: string, description: string, options?: FieldOptions): Field<'uncertainDate'> => made('uncertainDate', label, description, { ...options, spell: 'LASTS' });
/** A web address (http or https). */
export const url = (label: string, description: string, options?: FieldOptions): Field<'url'> => made('url', label, description, options);
/** A name with the language in which it is written. */
export const languageName = (label: string, description: string, options?: FieldOptions): Field<'name'> => made('name', label, description, options);
/** A point on the earth: WGS 84 latitude and longitude in degrees. */
export const point = (label: string, description: string, options?: FieldOptions): Field<'point'> => made('point', label, description, options);
/** A short code of some scheme, kept as a string ("076"). */
export const code = (label: string, description: string, options?: FieldOptions & { readonly pattern?: RegExp }): Field<'code'> => made('code', label, description, options);
/** One value of a closed list. */
export const oneOf = <Value extends string>(list: ValueList<Value>, label: string, description: string, options?: FieldOptions): Field<'oneOf', Value> => made('oneOf', label, description, { ...options, list });
/** Any number of values of a closed list, each once, kept in the list's order. */
export const manyOf = <Value extends string>(list: ValueList<Value>, label: string, description: string, options?: FieldOptions): Field<'manyOf', Value> => made('manyOf', label, description, { ...options, list });
/** A pointer at another fact, with the name that the fact gives to the way back. */
export const link = (target: LinkTarget, label: string, description: string, options: FieldOptions & { readonly inverse: Inverse }): Field<'link'> => made('link', label, description, { ...options, target });
/** The way back of a link. */
export const inverse = (name: string, label: string, description: string): Inverse => ({ name, label, description });
