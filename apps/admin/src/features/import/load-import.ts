import { factTypeNames, upperSnake } from '@chancery/codebook';
import { type AddressRules, anyText, oneOfRule } from '../../addresses/address-rules.ts';
import { callDeskOnServer } from '../../endpoints/call-desk-on-server.ts';
import type { DeskAnswer } from '../../endpoints/desk-answer.ts';
import {
  type FactType,
  ImportInFullDocument,
  type ImportOutcome,
  NamesDocument,
} from '../../generated/desk/graphql.ts';
import { isFactId } from '../review/names.ts';
import type { ImportView } from './import-data.ts';
import { importOutcomes } from './import-labels.ts';

const rowsPerPage = 50;

/** The parameters in the URL of the page of an import. */
export interface ImportParameters {
  readonly outcome?: string | undefined;
  readonly type?: string | undefined;
  readonly after?: string | undefined;
}

const factTypes: readonly string[] = factTypeNames.map((name) => upperSnake(name));

/** What the page of an import accepts as search parameters. */
export const importRules: AddressRules = {
  outcome: oneOfRule(importOutcomes),
  type: oneOfRule(factTypes),
  after: anyText,
};

/**
 * Loads an import with a page of the rows that the parameters select. Leaves out what
 * `importRules` do not accept. Returns null
 * if there is no such import.
 */
export async function loadImport(id: string, parameters: ImportParameters): Promise<DeskAnswer<ImportView | null>> {
  const outcome: ImportOutcome | undefined = importOutcomes.find((candidate) => candidate === parameters.outcome);
  const type = factTypeNames
    .map((name) => upperSnake(name) as FactType)
    .find((candidate) => candidate === parameters.type);
  const answer = await callDeskOnServer(ImportInFullDocument, {
    id,
    first: outcome ? rowsPerPage : 1,
    ...(outcome ? { outcome: [outcome] } : {}),
    ...(type ? { type } : {}),
    ...(parameters.after ? { after: parameters.after } : {}),
  });
  if (!answer.ok) return answer;
  const { me, import: importDetails, importSources, importMappings } = answer.data;
  if (!me || !importDetails) return { ok: true, data: null };
  const ids = new Set(
    importDetails.rows.nodes.flatMap(({ changes, answer: editorAnswer }) => [
      ...changes.flatMap(({ from, to }) => [from, to].filter(isFactId)),
      ...(editorAnswer?.fact ? [editorAnswer.fact] : []),
    ]),
  );
  const labels = ids.size > 0 ? await callDeskOnServer(NamesDocument, { ids: [...ids] }) : undefined;
  if (labels && !labels.ok) return labels;
  return {
    ok: true,
    data: {
      me,
      importDetails,
      sources: importSources,
      mappings: importMappings,
      names: {
        labels: Object.fromEntries((labels?.data.labels ?? []).map(({ id: fact, label }) => [fact, label])),
        reliability: {},
      },
      open: outcome ? { outcome, type } : undefined,
      after: parameters.after,
    },
  };
}
