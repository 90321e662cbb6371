import { factTypeOfId } from '@chancery/codebook';
import { lookUpFacts } from '@chancery/ledger';
import { importerOf } from '../../imports/find-importer.ts';
import type { DeskModule, ResolverOutput } from '../module.ts';
import { importChanged, importNotReady, whenIdle } from './import-results.ts';
import { importStarter } from './policies.ts';

/** Serves the mutation that stores an editor's answer to a question of an import. */
export const answerImport = {
  sdl: `
"""The answer is invalid; the message says why."""
type AnswerRefused { message: String! }
union AnswerImportResult = ImportChanged | ImportNotReady | NoSuchImport | AnswerRefused
extend type Mutation {
  """Answers a question with an existing fact or a new one. The answer applies to all imports of the source. Check the import again afterwards."""
  answerImport(import: ID!, key: String!, fact: ID, isNew: Boolean = false): AnswerImportResult!
}`,
  mutations: {
    answerImport: {
      policy: importStarter,
      resolve: (_root, { import: id, key, fact, isNew }, context) =>
        whenIdle<ResolverOutput<'AnswerImportResult'>>(id, context, async (stored) => {
          const { services, viewer } = context;
          const importer = importerOf(stored);
          if (!importer) return importNotReady(stored, 'Choose the source of the files first.');
          if ((fact === undefined) === !isNew) return refuseAnswer('Choose either an existing fact or a new one.');
          if (
            fact !== undefined &&
            (factTypeOfId(fact) === undefined || !(await lookUpFacts(services.pools.desk, new Set([fact]))).has(fact))
          )
            return refuseAnswer('The register has no such fact. Choose another one.');
          const answer = { factId: fact ?? null, by: viewer.id, at: new Date() };
          const questionKey = { source: importer.manifest.key, key };
          await services.client.importAnswer.upsert({
            where: { source_key: questionKey },
            create: { ...questionKey, ...answer },
            update: answer,
          });
          return importChanged(stored);
        }),
    },
  },
} satisfies DeskModule;

const refuseAnswer = (message: string): ResolverOutput<'AnswerImportResult'> => ({
  __typename: 'AnswerRefused',
  message,
});
