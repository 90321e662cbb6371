import {
  concreteTypesOf,
  type Field,
  type FieldKind,
  fieldsOf,
  isFactField,
  isFactType,
  linkFields,
  valueSchema,
  valuesOf,
} from '@chancery/codebook';
import { columnsOfFact } from './columns-of.ts';
import { dateReaderOf } from './date-form.ts';
import { factsByName } from './facts-by-name.ts';
import { hasSeparator } from './link-reader.ts';
import {
  type DateMapping,
  type FactMapping,
  type LinkMapping,
  type Mapping,
  mappingShape,
  type OnMapping,
  type ValueMapping,
} from './mapping.ts';

/** A problem of a mapping. The message is shown after the path and a colon, and has no full stop at its end. */
export interface MappingProblem {
  /**
   * The property names from the root of the mapping, such as `facts`, `treaty`, `values`, `title`; empty for the root.
   */
  readonly path: readonly string[];
  readonly message: string;
}

/**
 * A valid mapping, or the problems of an invalid one: those of its shape, or else those of its types, fields and
 * columns.
 */
export type MappingOutcome =
  | { readonly ok: true; readonly mapping: Mapping }
  | { readonly ok: false; readonly problems: readonly MappingProblem[] };

/**
 * Validates a mapping: its shape, then its types and fields against the codebook, and that no column is both imported
 * and left out. The facts are a list with names or an object by name (`factsByName`). Returns the mapping with its facts
 * sorted: each comes after those that it links to, and otherwise they keep their order.
 */
export function readMapping(json: unknown): MappingOutcome {
  const named = factsByName(json);
  if (!named.ok) return { ok: false, problems: [{ path: named.path, message: named.message }] };
  const parsed = mappingShape.safeParse(named.json);
  if (!parsed.success)
    return {
      ok: false,
      problems: parsed.error.issues.map(({ path, message }) => ({ path: path.map(String), message })),
    };
  const mapping = { ...parsed.data, facts: inLinkOrder(parsed.data.facts) };
  const facts = new Map(Object.entries(mapping.facts));
  const names = [...facts.keys()];
  const problems = [
    ...[...facts].flatMap(([name, fact], index) =>
      factProblems(fact, facts, new Set(names.slice(0, index + 1))).map(({ path, message }) => ({
        path: ['facts', name, ...path],
        message,
      })),
    ),
    ...columnProblems(mapping),
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, mapping };
}

/**
 * Sorts facts so that each comes after those that it links to, because stored JSON does not keep the order of
 * properties. In a cycle of links, one fact comes before its target, which `factProblems` reports.
 */
function inLinkOrder(facts: Mapping['facts']): Mapping['facts'] {
  const ordered = new Map<string, FactMapping>();
  const visited = new Set<string>();
  const visit = (name: string) => {
    const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
    if (!fact || visited.has(name)) return;
    visited.add(name);
    for (const link of Object.values(fact.links)) if ('fact' in link) visit(link.fact);
    ordered.set(name, fact);
  };
  for (const name of Object.keys(facts)) visit(name);
  return Object.fromEntries(ordered);
}

/**
 * Returns the problems of one fact. `facts` are all facts of the mapping; `linkable` are the names that the fact may
 * link to.
 */
function factProblems(
  fact: FactMapping,
  facts: ReadonlyMap<string, FactMapping>,
  linkable: ReadonlySet<string>,
): MappingProblem[] {
  const { type, values, links, marks } = fact;
  if (!isFactType(type))
    return [{ path: ['type'], message: 'is not a type of the codebook. Use a type name such as Agreement' }];
  const fields = fieldsOf(type);
  const targets = new Map(linkFields(type).map(([name, { target }]) => [name, concreteTypesOf(target)]));
  const problems: MappingProblem[] = [];
  if (Object.values(links).filter(hasSeparator).length > 1)
    problems.push({ path: ['links'], message: 'have more than one separator. Split only one link of a fact' });
  for (const [name, value] of Object.entries(values)) {
    const field = fields[name];
    const message =
      field && !targets.has(name) ? valueProblem(field, value) : `is not a value field of the type ${type}`;
    if (message !== undefined) problems.push({ path: ['values', name], message });
  }
  for (const [name, link] of Object.entries(links)) {
    const target = targets.get(name);
    const path = ['links', name];
    if (!target) problems.push({ path, message: `is not a link field of the type ${type}` });
    else if ('code' in link) problems.push(...schemeProblem(link.code, [...path, 'code']));
    else if ('fact' in link) {
      const message = factLinkProblem(link, { facts, linkable, allowed: target });
      if (message !== undefined) problems.push({ path, message });
    }
    const readProblem = linkProblem(link);
    if (readProblem !== undefined) problems.push({ path, message: readProblem });
  }
  for (const [name, { required }] of Object.entries(fields))
    if (required && !isFactField(name) && !(name in values) && !(name in links))
      problems.push({
        path: [],
        message: `lacks the field ${name}, which the type ${type} requires. Add it under ${targets.has(name) ? 'links' : 'values'}`,
      });
  for (const [index, { scheme, on }] of (marks?.codes ?? []).entries()) {
    const path = ['marks', 'codes', String(index)];
    const message = onProblem(on);
    problems.push(...schemeProblem(scheme, path), ...(message === undefined ? [] : [{ path, message }]));
  }
  return problems;
}

/**
 * Returns the problem of a link to another fact of the mapping, if any. `allowed` are the types that the field may link
 * to.
 */
function factLinkProblem(
  { fact: name, key }: { readonly fact: string; readonly key: readonly string[] },
  {
    facts,
    linkable,
    allowed,
  }: {
    readonly facts: ReadonlyMap<string, FactMapping>;
    readonly linkable: ReadonlySet<string>;
    readonly allowed: readonly string[];
  },
): string | undefined {
  const linked = facts.get(name);
  if (!linked)
    return `links to “${name}”, which is not among the facts of the mapping. Correct the name, or add the fact`;
  if (!allowed.includes(linked.type))
    return `links to “${name}”, which is of the type ${linked.type}. Link to a fact of the type ${allowed.join(' or ')}`;
  // In link order, a fact comes after those that it links to, except in a cycle.
  if (!linkable.has(name))
    return `links to “${name}”, which links back to this fact, directly or through others. Remove one of these links`;
  if (Object.values(linked.links).some(hasSeparator))
    return `links to “${name}”, of which a row can have several, because it has a link with a separator. Link to another fact`;
  if (linked.key.length !== key.length)
    return `must list one column for each key column of “${name}”: ${linked.key.join(', ')}`;
  return undefined;
}

const kindsOf = {
  text: ['text', 'longText', 'code', 'url', 'oneOf'],
  number: ['integer', 'number'],
  date: ['uncertainDate'],
  name: ['name'],
  point: ['point'],
  single: ['oneOf', 'boolean', 'text', 'code'],
  multiple: ['manyOf'],
} as const satisfies Record<string, readonly FieldKind[]>;

function valueProblem(field: Field, value: ValueMapping): string | undefined {
  const kindProblem = (kinds: readonly FieldKind[]) =>
    kinds.includes(field.kind)
      ? undefined
      : `cannot be read in this way, because the kind of the field is ${field.kind}. Choose another way to read it`;
  if ('constant' in value) return valueSchema(field).safeParse(value.constant).error?.issues[0]?.message;
  if ('latitude' in value) return kindProblem(kindsOf.point);
  if ('language' in value) return kindProblem(kindsOf.name);
  if ('from' in value)
    return kindProblem(kindsOf.date) ?? formProblem(value.from) ?? (value.to && formProblem(value.to));
  if ('year' in value || 'date' in value) return kindProblem(kindsOf.date) ?? formProblem(value);
  if ('as' in value) return kindProblem(kindsOf[value.as]);
  const isList = field.kind === 'manyOf';
  const problem = kindProblem(isList ? kindsOf.multiple : kindsOf.single);
  if (problem !== undefined) return problem;
  const schema = valueSchema(field);
  const invalid = Object.entries(value.meanings).find(
    ([, meaning]) => !schema.safeParse(isList ? [meaning] : meaning).success,
  );
  return (
    invalid && `has no value “${invalid[1]}”, which is given as the meaning of “${invalid[0]}”. Choose another meaning`
  );
}

function formProblem(date: DateMapping): string | undefined {
  if ('year' in date) return undefined;
  const unknown = [date.date].flat().find((form) => !dateReaderOf(form));
  return unknown && `has the unknown date form “${unknown}”. Use TYPED, EDTF, EXCEL or a form such as DD.MM.YYYY`;
}

function onProblem(on: OnMapping | undefined): string | undefined {
  return on === undefined || typeof on === 'string' ? undefined : formProblem(on);
}

function linkProblem(link: LinkMapping): string | undefined {
  if ('fact' in link || 'value' in link) return undefined;
  if ('code' in link && hasSeparator(link) && link.orName !== undefined && link.orName !== link.column)
    return 'has a separator, and its names in another column than its codes. Give the column of the codes as “orName” too, or none';
  return onProblem(link.on);
}

function schemeProblem(scheme: string, path: readonly string[]): MappingProblem[] {
  const { list } = fieldsOf('ExternalCode').scheme ?? {};
  const schemes = list ? valuesOf(list) : [];
  return schemes.includes(scheme)
    ? []
    : [{ path, message: `has the unknown code scheme “${scheme}”. Use one of ${schemes.join(', ')}` }];
}

function columnProblems({ facts, left, missingIn = {} }: Mapping): MappingProblem[] {
  const imported = new Set(Object.values(facts).flatMap((fact) => columnsOfFact(fact).map(([column]) => column)));
  const unknown = Object.keys(missingIn).filter((column) => !imported.has(column) && !Object.hasOwn(left, column));
  const both = Object.keys(left).filter((column) => imported.has(column));
  return [
    ...(Object.keys(facts).length === 0 ? [{ path: ['facts'], message: 'must contain at least one fact' }] : []),
    ...both.map((column) => ({
      path: ['left', column],
      message: 'is listed as left out but is also imported. Remove it from this list, or from the fact that uses it',
    })),
    ...unknown.map((column) => ({
      path: ['missingIn', column],
      message: 'is not a column of the mapping. Correct its name, or remove it',
    })),
  ];
}
