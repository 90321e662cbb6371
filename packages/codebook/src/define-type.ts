import type { Field } from './field.ts';
import type { NaturalKey } from './natural-key.ts';
import type { CodeScheme } from './value-lists/codes.ts';
import type { CoveredKind } from './value-lists/coverage.ts';

/**
 * The category of a type: a record (a fact that stands alone), a link (a fact that relates others) or evidence (a
 * citation).
 */
export type Category = 'record' | 'link' | 'evidence';

/**
 * A copy of the sort key of a linked fact, stored in the row of the link so that a page of links needs no join and
 * sort.
 */
export interface CarriedKey {
  /** The link field of this type that leads to the target. */
  readonly through: string;
  /** The uncertain-date field of the target whose earliest bound is copied. */
  readonly field: string;
  readonly label: string;
  readonly description: string;
}

/** The definition of a type of the register. */
export interface TypeDefinition<Fields extends Readonly<Record<string, Field>> = Readonly<Record<string, Field>>> {
  readonly name: string;
  readonly category: Category;
  /** The noun in the singular and plural, for use in a sentence. */
  readonly singular: string;
  readonly plural: string;
  /** The root fields of the API that return one fact and a list. */
  readonly one: string;
  readonly many: string;
  /** Earlier names of the two root fields, which the API still offers as deprecated. */
  readonly deprecatedRoots?: { readonly one: string; readonly many: string };
  /** The TypeID prefix of the ids of the type. */
  readonly prefix: string;
  readonly description: string;
  /**
   * How the label of a fact is built: the name of a text field, or a template in which `{field}` is replaced by the
   * text of a field or by the label of the fact that a link field refers to. `[words {field}]` is left out if the field
   * is empty.
   */
  readonly labelTemplate: string;
  /** The fields that lists show as columns after the label, in this order. */
  readonly listedFields: readonly string[];
  readonly fields: Fields;
  /** The required order of dates within a fact: each chain lists uncertain-date fields, earliest first. */
  readonly chronology: readonly (readonly string[])[];
  /** Copies of sort keys, by the name of the order that they provide. */
  readonly carriedKeys: Readonly<Record<string, CarriedKey>>;
  /** For link types: how a link is found without its id. Records are found by codes, names or dates instead. */
  readonly naturalKey?: NaturalKey;
  /**
   * For records that happen on a day: the date fields that say when, in order of preference. The first field with a
   * value counts.
   */
  readonly datedBy?: readonly string[];
  /** True if several records may have the same name, so that a name without a date identifies none. */
  readonly nameRecurs?: true;
  /**
   * The scheme whose codes find a fact of the type if no other scheme is given. Without a scheme, the root field of the
   * type takes only an id.
   */
  readonly codeScheme?: CodeScheme;
  /** The name of the spell field that states when a fact of the type exists. */
  readonly lifespan?: string;
  /** For link types: the name of the spell field whose period must lie within the lifespans of the linked facts. */
  readonly withinLifespans?: string;
  /**
   * The kind of coverage that attests lapsing spells of the type: a source with such a coverage attests them until the
   * end of the coverage, any other source only until its day of retrieval or of issue.
   */
  readonly coverageKind?: CoveredKind;
}

type Spec<Fields> = Omit<
  TypeDefinition,
  'name' | 'category' | 'fields' | 'listedFields' | 'chronology' | 'carriedKeys'
> & {
  readonly fields: Fields;
  /** Default: all short fields, which suits links because they have few. */
  readonly listedFields?: TypeDefinition['listedFields'];
  readonly chronology?: TypeDefinition['chronology'];
  readonly carriedKeys?: TypeDefinition['carriedKeys'];
};

type RecordSpec<Fields> = Omit<Spec<Fields>, 'naturalKey' | 'withinLifespans'>;
type LinkSpec<Fields> = Spec<Fields> & { readonly naturalKey: NaturalKey };

const define =
  (category: Category) =>
  <const Fields extends Readonly<Record<string, Field>>>(name: string, spec: Spec<Fields>): TypeDefinition<Fields> => ({
    chronology: [],
    carriedKeys: {},
    listedFields: shortFields(spec.fields),
    ...spec,
    name,
    category,
  });

function shortFields(fields: Readonly<Record<string, Field>>): string[] {
  const isLong = ({ kind }: Field) => kind === 'longText' || kind === 'url' || kind === 'point';
  return Object.keys(fields).filter((name) => fields[name] && !isLong(fields[name]));
}

/** Defines a type whose facts stand alone. Records have no natural key. */
export const recordType: <const Fields extends Readonly<Record<string, Field>>>(
  name: string,
  spec: RecordSpec<Fields>,
) => TypeDefinition<Fields> = define('record');
/** Defines a type whose facts relate others. Such a type needs a natural key and at least one required link field. */
export const linkType: <const Fields extends Readonly<Record<string, Field>>>(
  name: string,
  spec: LinkSpec<Fields>,
) => TypeDefinition<Fields> = define('link');
/** Defines an evidence type: its rows belong to facts and are not facts themselves. */
export const evidenceType = define('evidence');
