import {
  concreteTypes,
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

/** What is wrong with a mapping: where in it, and what. */
export interface MappingProblem {
  /** Names from the outside in, such as facts, treaty, values, title. */
  readonly path: readonly string[];
  readonly message: string;
}

/** A mapping as it was saved, or all that is wrong with it. */
export type ReadMapping =
  | { readonly ok: true; readonly mapping: Mapping }
  | { readonly ok: false; readonly problems: readonly MappingProblem[] };

/** Reads a mapping: of the right shape, with fields that the codebook has, and no column that is both taken and left. */
export function readMapping(json: unknown): ReadMapping {
  const read = mappingShape.safeParse(json);
  if (!read.success)
    return { ok: false, problems: read.error.issues.map(({ path, message }) => ({ path: path.map(String), message })) };
  const mapping = { ...read.data, facts: inOrder(read.data.facts) };
  const names = Object.keys(mapping.facts);
  const problems = [
    ...Object.entries(mapping.facts).flatMap(([name, fact], at) =>
      factProblems(fact, new Map(names.slice(0, at + 1).map((each) => [each, mapping.facts[each]]))).map(
        ({ path, message }) => ({ path: ['facts', name, ...path], message }),
      ),
    ),
    ...columnProblems(mapping),
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, mapping };
}

/**
 * Facts in an order in which those that others link to come first, whatever the order in which they are given: stored JSON
 * does not keep it. Where they link in a circle one of them stays before what it links to, which is found to be wrong.
 */
function inOrder(facts: Mapping['facts']): Mapping['facts'] {
  const ordered = new Map<string, FactMapping>();
  const begun = new Set<string>();
  const visit = (name: string) => {
    const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
    if (!fact || begun.has(name)) return;
    begun.add(name);
    for (const link of Object.values(fact.links)) if ('fact' in link) visit(link.fact);
    ordered.set(name, fact);
  };
  for (const name of Object.keys(facts)) visit(name);
  return Object.fromEntries(ordered);
}

/** `known` are the facts up to this one, to which it may link. */
function factProblems(fact: FactMapping, known: ReadonlyMap<string, FactMapping | undefined>): MappingProblem[] {
  const { type, values, links, marks } = fact;
  if (!isFactType(type)) return [{ path: ['type'], message: 'is no type of the codebook' }];
  const fields = fieldsOf(type);
  const targets = new Map(linkFields(type).map(([name, { target }]) => [name, concreteTypes(target)]));
  const problems: MappingProblem[] = [];
  for (const [name, value] of Object.entries(values)) {
    const field = fields[name];
    const message = field && !targets.has(name) ? valueProblem(field, value) : `${type} has no such field`;
    if (message !== undefined) problems.push({ path: ['values', name], message });
  }
  for (const [name, link] of Object.entries(links)) {
    const target = targets.get(name);
    const path = ['links', name];
    if (!target) problems.push({ path, message: `${type} has no such link` });
    else if ('code' in link) problems.push(...schemeProblem(link.code, [...path, 'code']));
    else if ('fact' in link) {
      const other = known.get(link.fact);
      if (!other || !target.some((each) => each === other.type))
        problems.push({
          path,
          message: `leads to “${link.fact}”, which is none of the facts up to this one that may be there`,
        });
      else if (other.key.length !== link.key.length)
        problems.push({ path, message: `needs ${other.key.length} columns, as the key of “${link.fact}” has` });
    }
  }
  for (const [name, { required }] of Object.entries(fields))
    if (required && !isFactField(name) && !(name in values) && !(name in links))
      problems.push({ path: [], message: `lacks ${name}, without which no ${type} can be recorded` });
  for (const [at, { scheme }] of (marks?.codes ?? []).entries())
    problems.push(...schemeProblem(scheme, ['marks', 'codes', String(at)]));
  return problems;
}

const kindsOf = {
  text: ['text', 'longText', 'code', 'url', 'oneOf'],
  number: ['integer', 'number'],
  date: ['uncertainDate'],
  name: ['name'],
  point: ['point'],
  one: ['oneOf', 'boolean', 'text', 'code'],
  several: ['manyOf'],
} as const satisfies Record<string, readonly FieldKind[]>;

function valueProblem(field: Field, value: ValueMapping): string | undefined {
  const unfit = (kinds: readonly FieldKind[]) =>
    kinds.includes(field.kind) ? undefined : `cannot be taken so: it is of the kind ${field.kind}`;
  if ('constant' in value) return valueSchema(field).safeParse(value.constant).error?.issues[0]?.message;
  if ('latitude' in value) return unfit(kindsOf.point);
  if ('language' in value) return unfit(kindsOf.name);
  if ('from' in value) return unfit(kindsOf.date) ?? formProblem(value.from) ?? (value.to && formProblem(value.to));
  if ('year' in value || 'date' in value) return unfit(kindsOf.date) ?? formProblem(value);
  if ('as' in value) return unfit(kindsOf[value.as]);
  const isList = field.kind === 'manyOf';
  const kind = unfit(isList ? kindsOf.several : kindsOf.one);
  if (kind !== undefined) return kind;
  const schema = valueSchema(field);
  const wrong = Object.entries(value.meanings).find(
    ([, meaning]) => !schema.safeParse(isList ? [meaning] : meaning).success,
  );
  return wrong && `has no value “${wrong[1]}”, which “${wrong[0]}” is said to mean`;
}

function formProblem(date: DateMapping): string | undefined {
  if ('year' in date || dateReaderOf(date.date)) return undefined;
  return `has no form of a date in “${date.date}”: write EDTF, or a form such as DD.MM.YYYY`;
}

function schemeProblem(scheme: string, path: readonly string[]): MappingProblem[] {
  const { list } = fieldsOf('ExternalCode').scheme ?? {};
  return list && valuesOf(list).includes(scheme)
    ? []
    : [{ path, message: `names “${scheme}”, which is no scheme of codes` }];
}

function columnProblems({ facts, left }: Mapping): MappingProblem[] {
  const taken = new Set(Object.values(facts).flatMap((fact) => columnsOfFact(fact).map(([column]) => column)));
  const both = Object.keys(left).filter((column) => taken.has(column));
  return [
    ...(Object.keys(facts).length === 0 ? [{ path: ['facts'], message: 'tells of nothing' }] : []),
    ...both.map((column) => ({ path: ['left', column], message: 'is taken as well' })),
  ];
}
