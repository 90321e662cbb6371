import { maxFactsOfRequest } from '@chancery/changesets';
import { callDeskOnServer } from '../../endpoints/call-desk-on-server.ts';
import type { DeskAnswer } from '../../endpoints/desk-answer.ts';
import {
  FactHistoryDocument,
  type FactHistoryQuery,
  NamesDocument,
  StandingFactsDocument,
} from '../../generated/desk/graphql.ts';
import { asValues } from '../review/fact-diff.ts';
import { idsIn, type Names } from '../review/names.ts';
import { stepDiff } from './step-diff.ts';

/** The maximum number of operations on one page of the history. */
export const stepsPerPage = 50;

/** One page of the history of a fact, with the labels of facts that it mentions. */
export interface FactHistory extends Pick<FactHistoryQuery, 'me' | 'history'> {
  readonly fact: string;
  readonly label: string;
  /** The reason why the fact is retired; undefined if it is not. */
  readonly retired: string | undefined;
  readonly names: Names;
}

/**
 * Loads up to `stepsPerPage` operations on a fact, newest first. With `before`, loads only those of revisions before
 * it. The data is null if the register has never had the fact.
 */
export async function loadHistory(fact: string, before: number | undefined): Promise<DeskAnswer<FactHistory | null>> {
  const answer = await callDeskOnServer(FactHistoryDocument, {
    fact,
    first: stepsPerPage,
    ...(before === undefined ? {} : { before }),
  });
  if (!answer.ok) return answer;
  const { me, node, retiredFact, history } = answer.data;
  const label = (node && 'label' in node ? node.label : undefined) ?? retiredFact?.label;
  if (!label) return { ok: true, data: null };
  const { facts, sources } = idsIn(history.map(({ operation }) => stepDiff(fact, [operation])));
  const [named, standing] = await Promise.all([
    callDeskOnServer(NamesDocument, { ids: facts.slice(0, maxFactsOfRequest) }),
    callDeskOnServer(StandingFactsDocument, { ids: sources.slice(0, maxFactsOfRequest) }),
  ]);
  if (!named.ok) return named;
  if (!standing.ok) return standing;
  const labels = Object.fromEntries(named.data.labels.map(({ id, label: name }) => [id, name]));
  const reliability: Record<string, string> = {};
  for (const { id, values } of standing.data.standingFacts) {
    const letter = asValues(values).reliability;
    if (typeof letter === 'string') reliability[id] = letter;
  }
  const names = { labels: { ...labels, [fact]: label }, reliability };
  return { ok: true, data: { fact, label, me, history, retired: retiredFact?.reason, names } };
}
