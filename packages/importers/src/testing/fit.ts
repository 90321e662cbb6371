import {
  concreteTypes,
  type FactTypeName,
  type Field,
  fieldsOf,
  isFactField,
  linkFields,
  valueSchema,
} from '@chancery/codebook';
import type { SourceRecord } from '../source-record.ts';

/** What a type asks of a record. */
interface Shape {
  /** For each field that has a value, what is wrong with one. */
  readonly values: ReadonlyMap<string, (value: unknown) => string | undefined>;
  /** For each link, the types to which it may lead. */
  readonly links: ReadonlyMap<string, readonly FactTypeName[]>;
  readonly required: readonly string[];
}

/**
 * Holds records to the codebook one after another: every field is one of its type and has a value of its kind, none that is
 * required is left out, and a link to another record is to one that came before and may be there. What is wrong is said.
 */
export function fitOf(): (record: SourceRecord) => string[] {
  const before = new Map<string, FactTypeName>();
  const shapes = new Map<FactTypeName, Shape>();
  return ({ type, key, values, links, titleFrom }) => {
    const shape = shapes.get(type) ?? shapeOf(type);
    shapes.set(type, shape);
    const wrong: string[] = [];
    for (const [name, value] of Object.entries(values)) {
      const check = shape.values.get(name) ?? (() => 'is no value of its type');
      const problem = check(value);
      if (problem !== undefined) wrong.push(`${key}: ${name} ${problem}`);
    }
    for (const [name, link] of Object.entries(links)) {
      const types = shape.links.get(name);
      if (!types) wrong.push(`${key}: ${name} is no link of its type`);
      else if ('record' in link) {
        const found = before.get(link.record);
        if (!found || !types.includes(found))
          wrong.push(`${key}: ${name} leads to nothing before it that may be there`);
      }
    }
    for (const name of shape.required)
      if (!(name in values) && !(name in links) && !(name === 'title' && titleFrom))
        wrong.push(`${key}: ${name} is required`);
    before.set(key, type);
    return wrong;
  };
}

function shapeOf(type: FactTypeName): Shape {
  const links = new Map(linkFields(type).map(([name, { target }]) => [name, concreteTypes(target)]));
  const fields = Object.entries(fieldsOf(type));
  return {
    links,
    values: new Map(fields.flatMap(([name, field]) => (links.has(name) ? [] : [[name, checkOf(field)]]))),
    // What every fact has beside the fields of its type is given to it by who writes it.
    required: fields.flatMap(([name, { required }]) => (required && !isFactField(name) ? [name] : [])),
  };
}

// Hundreds of thousands of ballots have four choices among them.
function checkOf(field: Field): (value: unknown) => string | undefined {
  const schema = valueSchema(field);
  const known = new Map<string, string | undefined>();
  return (value) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (!known.has(text))
      known.set(
        text,
        schema
          .safeParse(value)
          .error?.issues.map(({ message }) => message)
          .join(),
      );
    return known.get(text);
  };
}
