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
import { type DateMapping, type FactMapping, type Mapping, mappingShape, type ValueMapping } from './mapping.ts';

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
 * and left out. Returns the mapping with its facts sorted: each comes after those that it links to.
 */
export function readMapping(json: unknown): MappingOutcome {
  const parsed = mappingShape.safeParse(json);
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
  }
  for (const [name, { required }] of Object.entries(fields))
    if (required && !isFactField(name) && !(name in values) && !(name in links))
      problems.push({
        path: [],
        message: `lacks the field ${name}, which the type ${type} requires. Add it under ${targets.has(name) ? 'links' : 'values'}`,
      });
  for (const [index, { scheme }] of (marks?.codes ?? []).entries())
    problems.push(...schemeProblem(scheme, ['marks', 'codes', String(index)]));
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
  if ('year' in date || dateReaderOf(date.date)) return undefined;
  return `has the unknown date form “${date.date}”. Use EDTF, or a form such as DD.MM.YYYY`;
}

function schemeProblem(scheme: string, path: readonly string[]): MappingProblem[] {
  const { list } = fieldsOf('ExternalCode').scheme ?? {};
  const schemes = list ? valuesOf(list) : [];
  return schemes.includes(scheme)
    ? []
    : [{ path, message: `has the unknown code scheme “${scheme}”. Use one of ${schemes.join(', ')}` }];
}

function columnProblems({ facts, left }: Mapping): MappingProblem[] {
  const imported = new Set(Object.values(facts).flatMap((fact) => columnsOfFact(fact).map(([column]) => column)));
  const both = Object.keys(left).filter((column) => imported.has(column));
  return [
    ...(Object.keys(facts).length === 0 ? [{ path: ['facts'], message: 'must contain at least one fact' }] : []),
    ...both.map((column) => ({
      path: ['left', column],
      message: 'is listed as left out but is also imported. Remove it from this list, or from the fact that uses it',
    })),
  ];
}
