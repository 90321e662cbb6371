// Finds fields of the schema that the referee lacks, which random operations select too rarely to find them.
import { codebookName, fieldsOf, inversesOf, type TypeName, typeNames } from '@chancery/codebook';
import { type GraphQLSchema, isObjectType } from 'graphql';
import { computedFields } from './referee.ts';
import { rootFields } from './roots.ts';

const ownFields = new Set(['id', 'type', 'label']);

/**
 * Returns the root fields of a schema, and the fields of its facts and citations, that the referee does not implement.
 */
export function missingFields(schema: GraphQLSchema): string[] {
  const missing = typeNames.flatMap((type) =>
    fieldNamesOf(schema, type)
      .filter((field) => !implementsField(type, codebookName(type, field)))
      .map((field) => `${type}.${field}`),
  );
  return [
    ...missing,
    ...fieldNamesOf(schema, 'Query').flatMap((name) => (rootFields.has(name) ? [] : [`Query.${name}`])),
  ];
}

function fieldNamesOf(schema: GraphQLSchema, name: string): string[] {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`the schema has no type ${name}`);
  return Object.keys(type.getFields());
}

function implementsField(type: TypeName, name: string): boolean {
  return (
    ownFields.has(name) ||
    name in fieldsOf(type) ||
    inversesOf(type).some((inverse) => inverse.name === name) ||
    `${type}.${name}` in computedFields ||
    `Fact.${name}` in computedFields
  );
}
