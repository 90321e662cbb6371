import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { ResolvedFields } from '../compile/resolved-field.ts';

/** A field of a document that takes arguments. In a run, its number identifies its arguments. */
export interface NumberedField {
  readonly node: FieldNode;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly number: number;
  /** Whether its arguments depend on variables. */
  readonly varies: boolean;
}

/** A validated operation, with everything about it that does not depend on variables. It serves all executions. */
export interface PreparedDocument {
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The fields that take arguments, including those in fragments. */
  readonly fields: ReadonlyMap<FieldNode, NumberedField>;
  /** The names of the variables that `@skip` and `@include` use. */
  readonly directiveVariables: readonly string[];
  /** The names of the root fields, including those in fragments. */
  readonly rootNames: ReadonlySet<string>;
  /** Whether the operation selects a field that is resolved outside the database. */
  readonly resolves: boolean;
}

/**
 * Prepares an operation of a document that graphql-js has validated. Numbers the fields with arguments, and collects
 * what does not depend on variables.
 */
export function prepareDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  resolved: ResolvedFields = {},
): PreparedDocument {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const fields = new Map<FieldNode, NumberedField>();
  const directiveVariables = new Set<string>();
  const rootNames = new Set<string>();
  let resolves = false;
  const queryType = schema.getQueryType();
  const info = new TypeInfo(schema);
  const queued = new Set<string>();
  const read = (root: OperationDefinitionNode | FragmentDefinitionNode) =>
    visit(
      root,
      visitWithTypeInfo(info, {
        Field(node) {
          const parent = info.getParentType();
          const name = node.name.value;
          if (parent === queryType) rootNames.add(name);
          resolves ||= parent ? resolved[parent.name]?.[name] !== undefined : false;
          const definition = info.getFieldDef();
          if (definition && definition.args.length > 0)
            fields.set(node, { node, definition, number: fields.size, varies: hasVariable(node) });
        },
        FragmentSpread(node) {
          const fragment = fragments.get(node.name.value);
          if (!fragment || queued.has(node.name.value)) return;
          queued.add(node.name.value);
          queue.push(fragment);
        },
        Directive(node) {
          for (const argument of node.arguments ?? [])
            if (argument.value.kind === Kind.VARIABLE) directiveVariables.add(argument.value.name.value);
          return false;
        },
      }),
    );
  const queue: (OperationDefinitionNode | FragmentDefinitionNode)[] = [operation];
  for (let next = queue.shift(); next; next = queue.shift()) read(next);
  return { operation, fragments, fields, directiveVariables: [...directiveVariables], rootNames, resolves };
}

function hasVariable(node: FieldNode): boolean {
  let found = false;
  for (const argument of node.arguments ?? []) {
    visit(argument, {
      Variable() {
        found = true;
      },
    });
  }
  return found;
}

/**
 * Returns the field nodes that are selected on an object of a type, by response key, in the order of their first
 * appearance. Applies fragments, `@skip` and `@include`.
 */
export function collectFields(
  schema: GraphQLSchema,
  { fragments }: PreparedDocument,
  variables: Readonly<Record<string, unknown>>,
  type: string,
  selections: readonly SelectionSetNode[],
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  const collect = (set: SelectionSetNode) => {
    for (const selection of set.selections) {
      if (!included(selection.directives, variables)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const nodes = fields.get(key);
        if (nodes) nodes.push(selection);
        else fields.set(key, [selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (applies(schema, selection.typeCondition?.name.value, type)) collect(selection.selectionSet);
      } else {
        const fragment = fragments.get(selection.name.value);
        if (!fragment || visited.has(selection.name.value)) continue;
        visited.add(selection.name.value);
        if (applies(schema, fragment.typeCondition.name.value, type)) collect(fragment.selectionSet);
      }
    }
  };
  for (const set of selections) collect(set);
  return fields;
}

function included(directives: FieldNode['directives'], variables: Readonly<Record<string, unknown>>): boolean {
  for (const { name, arguments: values } of directives ?? []) {
    if (name.value !== 'skip' && name.value !== 'include') continue;
    const value = values?.[0]?.value;
    const isTrue =
      value?.kind === Kind.VARIABLE
        ? variables[value.name.value] === true
        : value?.kind === Kind.BOOLEAN && value.value;
    if (isTrue === (name.value === 'skip')) return false;
  }
  return true;
}

function applies(schema: GraphQLSchema, condition: string | undefined, type: string): boolean {
  if (condition === undefined || condition === type) return true;
  const abstract = schema.getType(condition);
  const concrete = schema.getType(type);
  return isInterfaceType(abstract) && isObjectType(concrete) && schema.isSubType(abstract, concrete);
}
