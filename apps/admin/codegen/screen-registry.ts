import { factTypeNames, type TypeName, typeNames } from '@chancery/codebook';

/**
 * Returns TypeScript that exports the list, record and links documents of the generic screens, each as an object with
 * one document for each type.
 */
export function printScreenRegistry(): string {
  const record = (name: string, types: readonly TypeName[], suffix: string) =>
    `export const ${name} = {\n${types.map((type) => `  ${type}: ${type}${suffix}Document,`).join('\n')}\n} as const;`;
  const imports = [
    ...typeNames.map((type) => `${type}ListDocument`),
    ...factTypeNames.flatMap((type) => [`${type}RecordDocument`, `${type}LinksDocument`]),
  ];
  return [
    `import { ${imports.join(', ')} } from './graphql.ts';`,
    record('listDocuments', typeNames, 'List'),
    record('recordDocuments', factTypeNames, 'Record'),
    record('linksDocuments', factTypeNames, 'Links'),
    '',
  ].join('\n\n');
}
