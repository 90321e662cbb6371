/** One value of a closed list: how it reads, and what it means in a sentence. */
export interface ListedValue {
  readonly label: string;
  readonly description: string;
}

/**
 * A closed list of values for a `oneOf` or `manyOf` field. `name` is its name in GraphQL (PascalCase), the keys are the
 * one UPPER_SNAKE spelling used in database, CSV and API. Lists may grow; a value is never renamed in place.
 */
export interface ValueList<Value extends string = string> {
  readonly name: string;
  readonly description: string;
  readonly values: Readonly<Record<Value, ListedValue>>;
}

/**
 * Makes a value list. Each value is written `KEY: ['Label', 'What it means.']`.
 * @throws Error when a key is not UPPER_SNAKE: such a key could not be a GraphQL enum value of ours.
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

/** The values of a list, in the order in which the codebook states them. */
export function valuesOf<Value extends string>(list: ValueList<Value>): Value[] {
  return Object.keys(list.values) as Value[];
}
