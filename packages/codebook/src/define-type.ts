import type { Field } from './field.ts';

/** Whether a type is a record (a thing in the world), a link (a fact that ties facts together) or evidence (a citation). */
export type Category = 'record' | 'link' | 'evidence';

/** A copy, in a link's own row, of the sort key of the fact that it points at, so that a page of links needs no join and sort. */
export interface CarriedKey {
  /** The link field of this type that is followed. */
  readonly through: string;
  /** The uncertain-date field of its target whose earliest bound is copied. */
  readonly field: string;
  readonly label: string;
  readonly description: string;
}

/** A type of the register, as the codebook describes it. */
export interface TypeDefinition<Fields extends Readonly<Record<string, Field>> = Readonly<Record<string, Field>>> {
  readonly name: string;
  readonly category: Category;
  /** How one of them and many of them are called in a sentence. */
  readonly singular: string;
  readonly plural: string;
  /** The root fields of the API that give one and many. */
  readonly one: string;
  readonly many: string;
  /** The TypeID prefix of its ids. */
  readonly prefix: string;
  readonly description: string;
  /**
   * What a fact of the type is called in lists: the name of a text field, or a template in which `{field}` stands for
   * a field's text, or for the label of the fact that a link field points at. `[words {field}]` is left out where the
   * field is empty.
   */
  readonly labelled: string;
  /** The fields that a list of the type shows as columns beside the label, in that order. */
  readonly listed: readonly string[];
  readonly fields: Fields;
  /** Dates of one fact that follow one another: each chain is a list of uncertain-date fields, earliest first. */
  readonly chronology: readonly (readonly string[])[];
  /** Copies of sort keys, by the name of the order that they give. */
  readonly carries: Readonly<Record<string, CarriedKey>>;
}

type Spec<Fields> = Omit<TypeDefinition, 'name' | 'category' | 'fields' | 'listed' | 'chronology' | 'carries'> & {
  readonly fields: Fields;
  /** Left out, all short fields are shown: what is best for links, which have few. */
  readonly listed?: TypeDefinition['listed'];
  readonly chronology?: TypeDefinition['chronology'];
  readonly carries?: TypeDefinition['carries'];
};

const define =
  (category: Category) =>
  <const Fields extends Readonly<Record<string, Field>>>(name: string, spec: Spec<Fields>): TypeDefinition<Fields> => ({
    chronology: [],
    carries: {},
    listed: shortFields(spec.fields),
    ...spec,
    name,
    category,
  });

function shortFields(fields: Readonly<Record<string, Field>>): string[] {
  const isLong = ({ kind }: Field) => kind === 'longText' || kind === 'url' || kind === 'point';
  return Object.keys(fields).filter((name) => fields[name] && !isLong(fields[name]));
}

/** Describes a record type: one file of `types/` holds one. */
export const recordType = define('record');
/** Describes a link type: its ends are its required link fields. */
export const linkType = define('link');
/** Describes evidence: rows that hang on facts and are no facts themselves. */
export const evidenceType = define('evidence');
