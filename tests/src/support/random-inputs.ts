// Random arguments: literals, variables, and literals with variables in them.
import {
  astFromValue,
  type ConstValueNode,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  parseType,
  type ValueNode,
  type VariableDefinitionNode,
} from 'graphql';
import type { Random } from './random.ts';

/** Writes values into a document, some of them by way of variables, and keeps what the variables hold. */
export class Inputs {
  readonly definitions: VariableDefinitionNode[] = [];
  readonly values: Record<string, unknown> = {};
  /** The variables that must stay what they are. */
  readonly fixed = new Set<string>();
  readonly #random: Random;
  readonly #often: number;

  constructor(random: Random, often = 0.15) {
    this.#random = random;
    this.#often = often;
  }

  /** Writes a value of a type. `must` stay what it is: no variable for it may be left out or null. */
  write(value: unknown, type: GraphQLInputType, must = false): ValueNode {
    if (this.#random.chance(this.#often)) return this.#variable(value, type, must);
    const bare = isNonNullType(type) ? type.ofType : type;
    if (value === null) return { kind: Kind.NULL };
    if (isListType(bare)) {
      const items = value as readonly unknown[];
      // One value stands for a list of one.
      if (items.length === 1 && this.#random.chance(0.3)) return this.write(items[0], bare.ofType, must);
      return { kind: Kind.LIST, values: items.map((item) => this.write(item, bare.ofType, must)) };
    }
    if (isInputObjectType(bare)) {
      return {
        kind: Kind.OBJECT,
        fields: Object.entries(value as Record<string, unknown>).map(([name, part]) => ({
          kind: Kind.OBJECT_FIELD,
          name: { kind: Kind.NAME, value: name },
          value: this.write(part, fieldType(bare, name), must),
        })),
      };
    }
    return literal(value, bare);
  }

  /** A variable for a switch. */
  switch(): ValueNode {
    const name = `s${this.definitions.length}`;
    const [on, usual] = [this.#random.chance(0.6), this.#random.chance(0.6)];
    const choice = this.#random.below(3);
    this.#define(name, choice === 0 ? 'Boolean!' : 'Boolean', choice === 0 ? undefined : literal(usual));
    if (choice !== 2) this.values[name] = on;
    return { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } };
  }

  #variable(value: unknown, type: GraphQLInputType, must: boolean): ValueNode {
    const name = `v${this.definitions.length}`;
    const bare = String(isNonNullType(type) ? type.ofType : type);
    const usual = value === null ? undefined : literal(value, type);
    const choice = must ? this.#random.below(2) : this.#random.below(6);
    if (must) this.fixed.add(name);
    if (choice === 0 && value !== null) {
      this.#define(name, `${bare}!`);
      this.values[name] = value;
    } else if (choice === 1 && usual) {
      this.#define(name, bare, usual);
      if (this.#random.chance(0.5)) this.values[name] = value;
    } else if (!isNonNullType(type) && choice <= 3) {
      this.#define(name, bare);
      this.values[name] = value;
    } else if (!isNonNullType(type)) {
      // Left out or null: a condition less, or the default of the argument.
      this.#define(name, bare, this.#random.chance(0.3) ? usual : undefined);
      if (this.#random.chance(0.6)) this.values[name] = null;
    } else {
      this.#define(name, bare, usual);
      // What must not be null is: graphql-js makes that the error of the field.
      this.values[name] = this.#random.chance(0.12) ? null : value;
    }
    return { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } };
  }

  #define(name: string, type: string, usual?: ConstValueNode): void {
    this.definitions.push({
      kind: Kind.VARIABLE_DEFINITION,
      variable: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } },
      type: parseType(type),
      ...(usual ? { defaultValue: usual } : {}),
    });
  }
}

function fieldType(input: GraphQLInputType, name: string): GraphQLInputType {
  const type = isInputObjectType(input) ? input.getFields()[name]?.type : undefined;
  if (!type) throw new Error(`${input} has no field ${name}`);
  return type;
}

/** A literal. */
function literal(value: unknown, type?: GraphQLInputType): ConstValueNode {
  const bare = type && isNonNullType(type) ? type.ofType : type;
  if (value === null) return { kind: Kind.NULL };
  if (Array.isArray(value)) {
    const item = isListType(bare) ? bare.ofType : undefined;
    return { kind: Kind.LIST, values: value.map((one) => literal(one, item)) };
  }
  if (typeof value === 'object' && isInputObjectType(bare)) {
    return {
      kind: Kind.OBJECT,
      fields: Object.entries(value).map(([name, part]) => ({
        kind: Kind.OBJECT_FIELD,
        name: { kind: Kind.NAME, value: name },
        value: literal(part, fieldType(bare, name)),
      })),
    };
  }
  if (typeof value === 'boolean') return { kind: Kind.BOOLEAN, value };
  if (bare && isEnumType(getNamedType(bare))) return { kind: Kind.ENUM, value: String(value) };
  // Half a surrogate pair can come in a variable; a document cannot spell it.
  const node =
    typeof value === 'string'
      ? { kind: Kind.STRING as const, value: value.replace(/\p{Surrogate}/gu, '') }
      : bare && astFromValue(value, bare);
  if (!node) throw new Error(`${value} has no literal`);
  return node as ConstValueNode;
}
