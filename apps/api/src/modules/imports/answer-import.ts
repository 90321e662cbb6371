import { factTypeOfId } from '@chancery/codebook';
import { lookUpFacts } from '@chancery/ledger';
import { isAtLeast } from '../../auth/viewer.ts';
import { storeAnswer } from '../../imports/answers.ts';
import { importerOf } from '../../imports/find-importer.ts';
import type { DeskModule, ResolverOutput } from '../module.ts';
import { importAnswered } from './audit-rules.ts';
import { importChanged, importNotReady, whenIdle } from './import-results.ts';
import { importStarter } from './policies.ts';

/** Serves the mutation that stores an answer to a question of an import. */
export const answerImport = {
  sdl: `
"""The answer is invalid; the message says why."""
type AnswerRefused { message: String! }
union AnswerImportResult = ImportChanged | ImportNotReady | NoSuchImport | AnswerRefused
extend type Mutation {
  """Answers a question with an existing fact or a new one. The answer of an editor applies to all imports of the source, that of a contributor to this import only. Check the import again afterwards."""
  answerImport(import: ID!, key: String!, fact: ID, isNew: Boolean = false): AnswerImportResult!
}`,
  mutations: {
    answerImport: {
      policy: importStarter,
      audit: importAnswered,
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
          await storeAnswer(
            services.client,
            { importId: stored.id, source: importer.manifest.key, key },
            { factId: fact ?? null, by: viewer.id, at: new Date(), isShared: isAtLeast(viewer.role, 'EDITOR') },
          );
          await services.client.import.update({ where: { id }, data: { activeAt: new Date() } });
          return importChanged(stored);
        }),
    },
  },
} satisfies DeskModule;

const refuseAnswer = (message: string): ResolverOutput<'AnswerImportResult'> => ({
  __typename: 'AnswerRefused',
  message,
});
