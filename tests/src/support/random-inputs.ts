// Writes argument values as literals, variables, or literals that contain variables.
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

/** Writes values into a document, some as variables, and collects the definitions and values of the variables. */
export class InputWriter {
  readonly definitions: VariableDefinitionNode[] = [];
  readonly values: Record<string, unknown> = {};
  /** The names of variables that must keep their values. */
  readonly fixed = new Set<string>();
  readonly #random: Random;
  readonly #variableShare: number;

  constructor(random: Random, variableShare = 0.15) {
    this.#random = random;
    this.#variableShare = variableShare;
  }

  /** Writes a value of a type. With `isFixed`, no variable may omit or replace the value. */
  write(value: unknown, type: GraphQLInputType, isFixed = false): ValueNode {
    if (this.#random.chance(this.#variableShare)) return this.#variable(value, type, isFixed);
    const bare = isNonNullType(type) ? type.ofType : type;
    if (value === null) return { kind: Kind.NULL };
    if (isListType(bare)) {
      const items = value as readonly unknown[];
      // GraphQL coerces a single value to a list.
      if (items.length === 1 && this.#random.chance(0.3)) return this.write(items[0], bare.ofType, isFixed);
      return { kind: Kind.LIST, values: items.map((item) => this.write(item, bare.ofType, isFixed)) };
    }
    if (isInputObjectType(bare)) {
      return {
        kind: Kind.OBJECT,
        fields: Object.entries(value as Record<string, unknown>).map(([name, part]) => ({
          kind: Kind.OBJECT_FIELD,
          name: { kind: Kind.NAME, value: name },
          value: this.write(part, fieldType(bare, name), isFixed),
        })),
      };
    }
    return literal(value, bare);
  }

  /** Defines a variable for `@skip` or `@include`, and returns the reference to it. */
  switch(): ValueNode {
    const name = `s${this.definitions.length}`;
    const [value, defaultValue] = [this.#random.chance(0.6), this.#random.chance(0.6)];
    const choice = this.#random.below(3);
    this.#define(name, choice === 0 ? 'Boolean!' : 'Boolean', choice === 0 ? undefined : literal(defaultValue));
    if (choice !== 2) this.values[name] = value;
    return { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } };
  }

  #variable(value: unknown, type: GraphQLInputType, isFixed: boolean): ValueNode {
    const name = `v${this.definitions.length}`;
    const bare = String(isNonNullType(type) ? type.ofType : type);
    const defaultValue = value === null ? undefined : literal(value, type);
    const choice = isFixed ? this.#random.below(2) : this.#random.below(6);
    if (isFixed) this.fixed.add(name);
    if (choice === 0 && value !== null) {
      this.#define(name, `${bare}!`);
      this.values[name] = value;
    } else if (choice === 1 && defaultValue) {
      this.#define(name, bare, defaultValue);
      if (this.#random.chance(0.5)) this.values[name] = value;
    } else if (!isNonNullType(type) && choice <= 3) {
      this.#define(name, bare);
      this.values[name] = value;
    } else if (!isNonNullType(type)) {
      // Omitted or null: the condition is ignored, or the argument has its default.
      this.#define(name, bare, this.#random.chance(0.3) ? defaultValue : undefined);
      if (this.#random.chance(0.6)) this.values[name] = null;
    } else {
      this.#define(name, bare, defaultValue);
      // Sometimes null where null is not allowed: graphql-js reports that as an error of the field.
      this.values[name] = this.#random.chance(0.12) ? null : value;
    }
    return { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } };
  }

  #define(name: string, type: string, defaultValue?: ConstValueNode): void {
    this.definitions.push({
      kind: Kind.VARIABLE_DEFINITION,
      variable: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } },
      type: parseType(type),
      ...(defaultValue ? { defaultValue: defaultValue } : {}),
    });
  }
}

function fieldType(input: GraphQLInputType, name: string): GraphQLInputType {
  const type = isInputObjectType(input) ? input.getFields()[name]?.type : undefined;
  if (!type) throw new Error(`${input} has no field ${name}`);
  return type;
}

/** Returns a value as a literal. */
function literal(value: unknown, type?: GraphQLInputType): ConstValueNode {
  const bare = type && isNonNullType(type) ? type.ofType : type;
  if (value === null) return { kind: Kind.NULL };
  if (Array.isArray(value)) {
    const item = isListType(bare) ? bare.ofType : undefined;
    return { kind: Kind.LIST, values: value.map((element) => literal(element, item)) };
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
  // A variable can contain a lone surrogate, but a document cannot.
  const node =
    typeof value === 'string'
      ? { kind: Kind.STRING as const, value: value.replace(/\p{Surrogate}/gu, '') }
      : bare && astFromValue(value, bare);
  if (!node) throw new Error(`the value ${value} has no literal of the type ${type}`);
  return node as ConstValueNode;
}
