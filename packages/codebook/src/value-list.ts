/** The label and the description of a value of a value list. */
export interface ListedValue {
  readonly label: string;
  readonly description: string;
}

/**
 * A closed list of values for a `oneOf` or `manyOf` field. `name` is its GraphQL name (PascalCase). The keys are the
 * values in UPPER_SNAKE, spelled the same in the database, CSV and the API. Lists may grow; a value is never renamed.
 */
export interface ValueList<Value extends string = string> {
  readonly name: string;
  readonly description: string;
  readonly values: Readonly<Record<Value, ListedValue>>;
}

/**
 * Defines a value list. Each value is written `KEY: ['Label', 'Description.']`.
 * @throws Error when a key is not UPPER_SNAKE, the spelling of all GraphQL enum values here.
 */
export function valueList<const Entries extends Record<string, readonly [label: string, description: string]>>(
  name: string,
  description: string,
  entries: Entries,
): ValueList<Extract<keyof Entries, string>> {
  const values: Record<string, ListedValue> = {};
  for (const [key, [label, sentence]] of Object.entries(entries)) {
    if (!/^[A-Z][A-Z0-9_]*$/.test(key)) throw new Error(`${name}.${key} is not UPPER_SNAKE`);
    values[key] = { label, description: sentence };
  }
  return { name, description, values: values as Record<Extract<keyof Entries, string>, ListedValue> };
}

/** The union of the values of a value list. */
export type ValueOf<List extends ValueList> = Extract<keyof List['values'], string>;

/**
 * Returns the given values as a named part of a list, for code that treats them alike. TypeScript checks that the list
 * has them.
 */
export function someOf<Value extends string>(
  _list: ValueList<Value>,
  ...some: readonly NoInfer<Value>[]
): readonly Value[] {
  return some;
}

/**
 * Returns the given values of a list as SQL strings, separated by commas. They need no escaping, because values are
 * UPPER_SNAKE.
 */
export function sqlValues<Value extends string>(_list: ValueList<Value>, ...values: readonly NoInfer<Value>[]): string {
  return values.map((value) => `'${value}'`).join(', ');
}

/** Returns all values of a list in the order of its definition. */
export function valuesOf<Value extends string>(list: ValueList<Value>): Value[] {
  return Object.keys(list.values) as Value[];
}
