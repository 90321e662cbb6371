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
 * @throws Error when a key is not UPPER_SNAKE, which all our GraphQL enum values are.
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

/** Returns the values of a list in the order of the codebook. */
export function valuesOf<Value extends string>(list: ValueList<Value>): Value[] {
  return Object.keys(list.values) as Value[];
}
