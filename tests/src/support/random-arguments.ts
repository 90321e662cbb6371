// Random arguments for the fields of the public schema, from values that occur in the register.
import { isTypeName, spellReading, type TypeName, typeNames, typeOf, valuesOf } from '@chancery/codebook';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLNamedType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import type { Random } from './random.ts';
import type { RegisterValues } from './register-values.ts';

/** Random arguments of a field. */
export interface RandomArguments {
  readonly values: Readonly<Record<string, unknown>>;
  /** The maximum number of rows on the page; 1 for a field that is not a connection. */
  readonly size: number;
}

/** Returns the name of the row type of a connection, or `undefined` for other fields. */
export function rowType(field: Pick<GraphQLField<unknown, unknown>, 'type'>): string | undefined {
  const { name } = getNamedType(field.type);
  return name.endsWith('Connection') ? name.slice(0, -'Connection'.length) : undefined;
}

/** Returns random arguments of a field. If it is a connection, its page has at most `maxRows` rows. */
export function randomArguments(
  random: Random,
  registerValues: RegisterValues,
  field: GraphQLField<unknown, unknown>,
  maxRows: number,
): RandomArguments {
  if (field.name === 'at' && field.args.length > 0) return { values: past(random, registerValues), size: 1 };
  const values: Record<string, unknown> = {};
  const rows = rowType(field);
  const hasCode = rows === undefined && field.args.some(({ name }) => name === 'code');
  const handledElsewhere = ['first', 'last', 'after', 'before', ...(hasCode ? ['id', 'code', 'scheme'] : [])];
  for (const argument of field.args) {
    if (handledElsewhere.includes(argument.name)) continue;
    const required = isNonNullType(argument.type) && argument.defaultValue === undefined;
    const probability = argument.name === 'filter' ? 0.45 : argument.name === 'on' ? 0.4 : 0.7;
    if (required || random.chance(probability))
      values[argument.name] = argumentValue(random, registerValues, argument, field);
  }
  if (hasCode)
    return {
      values: reference(random, registerValues, [getNamedType(field.type).name as TypeName], values.on),
      size: 1,
    };
  return rows === undefined ? { values, size: 1 } : page(random, registerValues, rows, values, maxRows);
}

function past(random: Random, registerValues: RegisterValues): Record<string, unknown> {
  const revision = random.chance(0.9) ? random.between(1, registerValues.head) : random.pick([0, -1, 99]);
  const given = random.chance(0.7) ? { revision } : { time: registerValues.moment(random) };
  return random.chance(0.1) ? { revision: null, time: null, ...given } : given;
}

/** Returns a reference to a fact of one of the types: by id, by code, by both or by neither. */
function reference(
  random: Random,
  registerValues: RegisterValues,
  of: readonly TypeName[],
  on?: unknown,
): Record<string, unknown> {
  const { code, scheme } = registerValues.code(random, of);
  const [type] = of;
  const id = of.length > 1 ? registerValues.actor(random) : registerValues.id(random, type);
  const given = random.pick([{ id }, { id }, { id }, { code, scheme }, { code, scheme }, { code }, { id, code }, {}]);
  const nulls = random.chance(0.1) ? random.pick([{ id: null }, { code: null }, { scheme: null }]) : {};
  return { ...nulls, ...given, ...(on === undefined ? {} : { on }) };
}

function page(
  random: Random,
  registerValues: RegisterValues,
  rows: string,
  values: Record<string, unknown>,
  maxRows: number,
): RandomArguments {
  const size = Math.max(1, Math.min(maxRows, random.pick([1, 2, 3, 3, 5, 10, 40])));
  const hasNoSize = maxRows >= 25 && random.chance(0.15);
  const side = random.chance(0.75) ? 'first' : 'last';
  const other = side === 'first' ? 'last' : 'first';
  const given = hasNoSize ? {} : { [side]: size, ...(random.chance(0.05) ? { [other]: null } : {}) };
  const cursors = cursorsOf(registerValues, rows, String(values.orderBy ?? 'ID_ASC'), values.text);
  const between: Record<string, unknown> = {};
  for (const name of ['after', 'before']) {
    if (cursors.length > 0 && random.chance(0.18)) between[name] = random.pick(cursors);
    else if (random.chance(0.04)) between[name] = null;
  }
  return { values: { ...values, ...given, ...between }, size: hasNoSize ? 25 : size };
}

function cursorsOf(registerValues: RegisterValues, rows: string, order: string, text: unknown): readonly string[] {
  if (isTypeName(rows)) return registerValues.cursors(rows, `${typeOf(rows).many}(first: 200, orderBy: ${order})`);
  if (rows === 'Revision') return registerValues.cursors(rows, 'revisions(first: 200)');
  if (rows === 'Change') return registerValues.cursors(rows, 'changes(since: 0, first: 200)');
  if (rows === 'Search') return registerValues.cursors(rows, 'search(text: "a", first: 200)');
  // Obligations of a dyad are grouped, so no list of the register has cursors for them.
  if (rows === 'DyadObligation') return [];
  if (rows === 'AgreementParticipant') return registerValues.cursors('State', 'states(first: 200, orderBy: ID_ASC)');
  throw new Error(`cursorsOf knows no list with cursors of ${rows} (${text}); add one`);
}

function argumentValue(
  random: Random,
  registerValues: RegisterValues,
  { name, type }: GraphQLArgument,
  field: GraphQLField<unknown, unknown>,
): unknown {
  if (!isNonNullType(type) && random.chance(0.04)) return null;
  const target = getNamedType(field.type).name;
  switch (name) {
    case 'id':
      return registerValues.id(random, isTypeName(target) && random.chance(0.9) ? target : undefined);
    case 'on':
      return registerValues.day(random);
    case 'a':
    case 'b':
    case 'of':
      return reference(random, registerValues, ['State', 'Organization']);
    case 'text':
      return registerValues.text(random, [
        ...['State', 'Source', 'Claim'].flatMap((one) =>
          registerValues.values(one as TypeName, one === 'Claim' ? 'statement' : 'name'),
        ),
        ...registerValues.values('Name', 'name'),
        ...registerValues.values('ExternalCode', 'value'),
      ]);
    case 'later':
      return random.chance(0.5);
    case 'since':
      return random.between(-1, registerValues.head + 1);
    case 'filter':
      return filter(random, registerValues, rowType(field) as TypeName, getNamedType(type) as GraphQLInputObjectType);
    default:
      return enumValue(random, type);
  }
}

/** Returns a random value of an enum, or a list of up to three if the type is a list. */
function enumValue(random: Random, type: GraphQLInputType): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return Array.from({ length: random.below(4) }, () => enumValue(random, bare.ofType));
  if (!isEnumType(bare))
    throw new Error(`there are no random values for the type ${type}; add a case to argumentValue`);
  return random.pick(bare.getValues()).name;
}

function filter(
  random: Random,
  registerValues: RegisterValues,
  of: TypeName,
  type: GraphQLInputObjectType,
  depth = 0,
): unknown {
  const fields = Object.values(type.getFields());
  const result: Record<string, unknown> = {};
  for (const field of random.sample(fields, random.pick([0, 1, 1, 1, 2, 2, 3]))) {
    if (random.chance(0.04)) result[field.name] = null;
    else if (field.name === 'and' || field.name === 'or')
      result[field.name] =
        depth > 2
          ? []
          : Array.from({ length: random.below(4) }, () => filter(random, registerValues, of, type, depth + 1));
    else if (field.name === 'not') result.not = filter(random, registerValues, of, type, depth + 1);
    else result[field.name] = condition(random, registerValues, of, field.name, getNamedType(field.type));
  }
  return result;
}

function condition(
  random: Random,
  registerValues: RegisterValues,
  of: TypeName,
  name: string,
  type: GraphQLNamedType,
): unknown {
  if (!isInputObjectType(type)) throw new Error(`${type} is not a filter`);
  const result: Record<string, unknown> = {};
  for (const operator of random.sample(Object.values(type.getFields()), random.pick([0, 1, 1, 1, 1, 2]))) {
    result[operator.name] = random.chance(0.04) ? null : operand(random, registerValues, of, name, operator);
  }
  return result;
}

function operand(
  random: Random,
  registerValues: RegisterValues,
  of: TypeName,
  name: string,
  { name: operator, type }: { name: string; type: GraphQLInputType },
): unknown {
  if (operator === 'isNull') return random.chance(0.5);
  if (operator === 'possible' || operator === 'certain') {
    const [one, other] = [registerValues.day(random), registerValues.day(random)].sort();
    return random.pick([
      { from: one, to: other },
      { from: one, to: other },
      { from: one },
      { to: one },
      {},
      { from: other, to: one },
      { from: null, to: other },
    ]);
  }
  if (operator === 'holds') {
    const readings = random.sample(valuesOf(spellReading), random.between(0, 4));
    return random.pick([
      { on: registerValues.day(random), readings },
      { on: registerValues.day(random) },
      { on: null, readings },
      {},
    ]);
  }
  const values = registerValues.values(of, name);
  if (operator === 'contains') return registerValues.text(random, values);
  const value = () => {
    const named = getNamedType(type);
    if (values.length === 0 || random.chance(0.1))
      return isEnumType(named) ? random.pick(named.getValues()).name : unlikelyValue(random, named.name);
    return random.pick(values);
  };
  return isListType(getNullableType(type)) ? Array.from({ length: random.below(4) }, value) : value();
}

/** Returns a value that is unlikely to occur in the register. */
function unlikelyValue(random: Random, type: string): unknown {
  if (type === 'Int') return random.between(-2, 500);
  if (type === 'Float') return random.between(-20, 20) / 2;
  if (type === 'Boolean') return random.chance(0.5);
  return random.pick(['', 'nothing of the kind', 'e\u0301', '\u0000', '\ud800', 'ß', typeNames[0] ?? '']);
}
