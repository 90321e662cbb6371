import { preset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { buildSchema, parse, Source } from 'graphql';
import type { WrittenDocument } from './written-documents.ts';

/**
 * TypeScript with a typed document for each operation and fragment. The client preset of graphql-codegen is asked as its
 * own command line asks it; that program itself has loaders for all the world, and needs a newer Node than we do.
 */
export async function typedDocuments(sdl: string, documents: readonly WrittenDocument[]): Promise<string> {
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
  if (!section) throw new Error('the client preset has no graphql.ts any more');
  return codegen(section);
}

const scalars = {
  ID: 'string',
  Date: 'string',
  DateTime: 'string',
  Values: 'Record<string, unknown>',
  Value: 'unknown',
};
