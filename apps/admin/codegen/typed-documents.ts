import { preset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { buildSchema, parse, Source } from 'graphql';
import type { GraphqlDocument } from './written-documents.ts';

/**
 * Returns TypeScript with a typed document for each operation and fragment. Calls the client preset of graphql-codegen
 * directly: the command line of graphql-codegen would install loaders that are not needed, and requires a newer version
 * of Node.
 * @throws Error if the SDL or a document is invalid, or if the preset does not generate `graphql.ts`.
 */
export async function printTypedDocuments(sdl: string, documents: readonly GraphqlDocument[]): Promise<string> {
  const schemaAst = buildSchema(sdl);
  const sections = await preset.buildGeneratesSection({
    baseOutputDir: 'generated/',
    schema: parse(sdl),
    schemaAst,
    documents: documents.map(({ path, text }) => ({
      location: path,
      rawSDL: text,
      document: parse(new Source(text, path)),
    })),
    config: { documentMode: 'string', useTypeImports: true, enumType: 'string-literal', scalars },
    presetConfig: { fragmentMasking: false, skipIndexFile: true },
    plugins: [],
    pluginMap: {},
  });
  const section = sections.find(({ filename }) => filename.endsWith('/graphql.ts'));
  if (!section)
    throw new Error(
      'The client preset of graphql-codegen did not generate graphql.ts. Check which files its version generates.',
    );
  return codegen(section);
}

const scalars = {
  ID: 'string',
  Date: 'string',
  DateTime: 'string',
  Values: 'Record<string, unknown>',
  Value: 'unknown',
};
