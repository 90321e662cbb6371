import {
  concreteTypesOf,
  type FactTypeName,
  type Field,
  fieldsOf,
  isFactField,
  linkFields,
  valueSchema,
} from '@chancery/codebook';
import type { SourceRecord } from '../source-record.ts';

/** The checks for records of a type. */
interface TypeChecks {
  /** For each value field, a function that returns the problem with a value, or `undefined` if the value is valid. */
  readonly values: ReadonlyMap<string, (value: unknown) => string | undefined>;
  /** For each link field, the types that it may point at. */
  readonly links: ReadonlyMap<string, readonly FactTypeName[]>;
  readonly required: readonly string[];
}

/**
 * Returns a function that returns the problems of a source record: fields that are not of its type, invalid values,
 * missing required fields, and links by key to anything but an earlier record of an allowed type. Call it with the
 * records in their order.
 */
export function recordChecker(): (record: SourceRecord) => string[] {
  const earlierTypes = new Map<string, FactTypeName>();
  const checksByType = new Map<FactTypeName, TypeChecks>();
  return ({ type, key, values, links, titleFrom }) => {
    const checks = checksByType.get(type) ?? checksOf(type);
    checksByType.set(type, checks);
    const problems: string[] = [];
    for (const [name, value] of Object.entries(values)) {
      const check = checks.values.get(name) ?? (() => 'is not a value field of its type');
      const problem = check(value);
      if (problem !== undefined) problems.push(`${key}: ${name} ${problem}`);
    }
    for (const [name, link] of Object.entries(links)) {
      const types = checks.links.get(name);
      if (!types) problems.push(`${key}: ${name} is not a link of its type`);
      else if ('record' in link) {
        const targetType = earlierTypes.get(link.record);
        if (!targetType || !types.includes(targetType))
          problems.push(`${key}: ${name} does not point at an earlier record of an allowed type`);
      }
    }
    for (const name of checks.required)
      if (!(name in values) && !(name in links) && !(name === 'title' && titleFrom))
        problems.push(`${key}: ${name} is required`);
    earlierTypes.set(key, type);
    return problems;
  };
}

function checksOf(type: FactTypeName): TypeChecks {
  const links = new Map(linkFields(type).map(([name, { target }]) => [name, concreteTypesOf(target)]));
  const fields = Object.entries(fieldsOf(type));
  return {
    links,
    values: new Map(fields.flatMap(([name, field]) => (links.has(name) ? [] : [[name, checkOf(field)]]))),
    // Fields that all facts have are set when the fact is written.
    required: fields.flatMap(([name, { required }]) => (required && !isFactField(name) ? [name] : [])),
  };
}

// Cached, since hundreds of thousands of ballots have only four different choices.
function checkOf(field: Field): (value: unknown) => string | undefined {
  const schema = valueSchema(field);
  const cache = new Map<string, string | undefined>();
  return (value) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (!cache.has(text))
      cache.set(
        text,
        schema
          .safeParse(value)
          .error?.issues.map(({ message }) => message)
          .join(),
      );
    return cache.get(text);
  };
}
