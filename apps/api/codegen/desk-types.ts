import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as resolvers from '@graphql-codegen/typescript-resolvers';
import { filterSchema, pruneSchema } from '@graphql-tools/utils';
import { buildSchema, parse, printSchema } from 'graphql';

/**
 * Returns TypeScript source with the types of the desk's resolvers: their arguments, results and parents. `sdl` is the
 * contract of the desk endpoint. Leaves out the fields of `Query` for which `isRegisterRoot` returns true, because no
 * desk module resolves them, and the types that only they use.
 */
export function printDeskTypes(sdl: string, isRegisterRoot: (name: string) => boolean): Promise<string> {
  const desk = pruneSchema(
    filterSchema({
      schema: buildSchema(sdl),
      rootFieldFilter: (operation, name) => operation !== 'Query' || !isRegisterRoot(name ?? ''),
    }),
  );
  return codegen({
    filename: 'desk-types.ts',
    schema: parse(printSchema(desk)),
    schemaAst: desk,
    documents: [],
    plugins: [{ typescript: {} }, { resolvers: {} }],
    pluginMap: { typescript, resolvers },
    config: {
      contextType: '../endpoints/desk-context.ts#SignedInContext',
      scalars,
      mappers,
      // Avoids name clashes: most of the mapped types have the name of the GraphQL type.
      mapperTypeSuffix: 'Parent',
      useTypeImports: true,
      enumsAsTypes: true,
      immutableTypes: true,
      // Resolvers may return undefined for null. They never receive null: a null argument counts as one that is not given.
      maybeValue: 'T | null | undefined',
      inputMaybeValue: 'T',
      // Every resolver is a function, and every member of a union names its type.
      makeResolverTypeCallable: true,
      resolversNonOptionalTypename: { unionMember: true },
    },
  });
}

const scalars = {
  ID: 'string',
  Date: 'string',
  DateTime: { input: 'string', output: 'Date | string' },
  Values: { input: '../modules/json.ts#JsonObject', output: 'Readonly<Record<string, unknown>>' },
  Value: { input: '../modules/json.ts#Json', output: 'unknown' },
};

/**
 * The TypeScript type of a GraphQL type's values in resolvers, where the two types have different fields. A resolver
 * returns such a value, and the resolvers of the fields of the GraphQL type receive it as their parent.
 */
const mappers = {
  AuditEntry: '@chancery/prisma/desk#StoredAuditEntry',
  Changeset: '@chancery/ledger#Changeset',
  ChangesetJob: '../jobs/job-queue.ts#ChangesetJob',
  Conflict: '@chancery/changesets#Conflict',
  CoveredField: '@chancery/changesets#CoveredField',
  DeskComment: '@chancery/prisma/desk#StoredComment',
  DeskMember: '../auth/people.ts#Person',
  DeskPerson: '../auth/people.ts#Person',
  FactChange: '@chancery/ledger#FactChange',
  GroupVerdict: '@chancery/ledger#GroupVerdict',
  HistoryStep: '@chancery/ledger#HistoryStep',
  Import: '@chancery/prisma/desk#StoredImport',
  ImportAnswer: '../imports/answers.ts#Answer',
  ImportFile: '../imports/stored-file.ts#StoredFile',
  ImportMapping: '@chancery/prisma/desk#StoredMapping',
  Me: '../auth/viewer.ts#Viewer',
  OperationGroup: '@chancery/ledger#OperationGroup',
  Problem: '@chancery/changesets#Problem',
  Republishing: '../modules/people/republishing.ts#Republishing',
  Review: '@chancery/ledger#StoredReview',
  StandingCitation: '@chancery/changesets#StoredCitation',
  StandingFact: '@chancery/changesets#StoredFact',
};
