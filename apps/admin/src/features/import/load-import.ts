import { factTypeNames, upperSnake } from '@chancery/codebook';
import { callDeskOnServer } from '../../doors/call-desk-on-server.ts';
import type { DeskAnswer } from '../../doors/desk-answer.ts';
import {
  type FactType,
  ImportInFullDocument,
  type ImportOutcome,
  NamesDocument,
} from '../../generated/desk/graphql.ts';
import { isFactId } from '../review/names.ts';
import type { ImportView } from './import-data.ts';
import { outcomes } from './import-words.ts';

const pageOfRows = 50;

/** What of an import an address asks for. */
export interface Opened {
  readonly outcome?: string | undefined;
  readonly type?: string | undefined;
  readonly after?: string | undefined;
}

/** An import with the rows that are open; null if there is none. */
export async function loadImport(id: string, asked: Opened): Promise<DeskAnswer<ImportView | null>> {
  const outcome: ImportOutcome | undefined = outcomes.find((each) => each === asked.outcome);
  const type = factTypeNames.map((name) => upperSnake(name) as FactType).find((each) => each === asked.type);
  const answer = await callDeskOnServer(ImportInFullDocument, {
    id,
    first: outcome ? pageOfRows : 1,
    ...(outcome ? { outcome: [outcome] } : {}),
    ...(type ? { type } : {}),
    ...(asked.after ? { after: asked.after } : {}),
  });
  if (!answer.ok) return answer;
  const { me, import: found, importSources, importMappings } = answer.data;
  if (!me || !found) return { ok: true, data: null };
  const ids = new Set(
    found.rows.nodes.flatMap(({ changes, answer: said }) => [
      ...changes.flatMap(({ from, to }) => [from, to].filter(isFactId)),
      ...(said?.fact ? [said.fact] : []),
    ]),
  );
  const named = ids.size > 0 ? await callDeskOnServer(NamesDocument, { ids: [...ids] }) : undefined;
  if (named && !named.ok) return named;
  return {
    ok: true,
    data: {
      me,
      found,
      sources: importSources,
      mappings: importMappings,
      names: {
        labels: Object.fromEntries((named?.data.labels ?? []).map(({ id: fact, label }) => [fact, label])),
        reliability: {},
      },
      open: outcome ? { outcome, type } : undefined,
      after: asked.after,
    },
  };
}
