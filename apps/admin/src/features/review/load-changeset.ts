import { callDeskOnServer } from '../../endpoints/call-desk-on-server.ts';
import type { DeskAnswer } from '../../endpoints/desk-answer.ts';
import {
  ChangesetFactDocument,
  ChangesetGroupDocument,
  ChangesetInFullDocument,
  ChangesetNamesDocument,
} from '../../generated/desk/graphql.ts';
import { asValues, type FactDiff, factDiff } from './fact-diff.ts';
import { groupOfKey } from './group-labels.ts';
import { idsIn, type Names } from './names.ts';
import type { ChangesetView, FullChangeset, ReviewGroup } from './review-data.ts';

/** The number of facts per page. */
const factsPerPage = 50;
/** The maximum number of labels per request. */
const labelsPerRequest = 400;

/**
 * Loads a changeset by id or number, with a page of its facts and the labels of the facts that the page mentions. The
 * page has only facts of `group` if the changeset has a group with that key. Returns null if there is no such
 * changeset.
 */
export async function loadChangeset(
  idOrNumber: string,
  { after, group: key }: { after?: string | undefined; group?: string | undefined } = {},
): Promise<DeskAnswer<ChangesetView | null>> {
  const which = /^\d{1,9}$/.test(idOrNumber) ? { number: Number(idOrNumber) } : { id: idOrNumber };
  const answer = await callDeskOnServer(ChangesetInFullDocument, {
    ...which,
    first: factsPerPage,
    ...(after && !key ? { after } : {}),
  });
  if (!answer.ok) return answer;
  const { me, changeset: loaded, deskSettings, revision } = answer.data;
  if (!me || !loaded) return { ok: true, data: null };
  const group = groupOfKey(loaded.groups, key);
  const page = group ? await loadGroupPage(loaded.id, group, after) : { ok: true as const, data: loaded.facts };
  if (!page.ok) return page;
  const changeset = { ...loaded, facts: page.data ?? loaded.facts };
  const diffs = changeset.facts.nodes.map(factDiff);
  const names = await loadNames(changeset.id, diffs);
  if (!names.ok) return names;
  const view = { me, solo: deskSettings.solo, head: revision.number, changeset, names: names.data };
  return { ok: true, data: { ...view, ...(group ? { group } : {}) } };
}

async function loadGroupPage(
  id: string,
  { type, kind, code }: ReviewGroup,
  after: string | undefined,
): Promise<DeskAnswer<FullChangeset['facts'] | undefined>> {
  const answer = await callDeskOnServer(ChangesetGroupDocument, {
    ...{ id, type, kind, first: factsPerPage },
    ...(code ? { code } : {}),
    ...(after ? { after } : {}),
  });
  return answer.ok ? { ok: true, data: answer.data.changeset?.group } : answer;
}

async function loadNames(changeset: string, diffs: readonly FactDiff[]): Promise<DeskAnswer<Names>> {
  const { facts, sources } = idsIn(diffs);
  const labels: Record<string, string> = Object.fromEntries(diffs.map(({ fact, label }) => [fact, label]));
  const reliability: Record<string, string> = {};
  for (let from = 0; from === 0 || from < facts.length; from += labelsPerRequest) {
    const answer = await callDeskOnServer(ChangesetNamesDocument, {
      changeset,
      ids: facts.slice(from, from + labelsPerRequest),
      sources: from === 0 ? sources.slice(0, labelsPerRequest) : [],
    });
    if (!answer.ok) return answer;
    for (const { id, label } of answer.data.labels) labels[id] = label;
    for (const { id, values } of answer.data.standingFacts) addReliability(id, asValues(values).reliability);
  }
  for (const { fact, fields } of diffs) addReliability(fact, fields.find(({ name }) => name === 'reliability')?.after);
  const drafted = sources.filter((source) => !reliability[source]).slice(0, 20);
  const answers = await Promise.all(
    drafted.map((fact) => callDeskOnServer(ChangesetFactDocument, { changeset, fact })),
  );
  for (const answer of answers) {
    const change = answer.ok ? answer.data.changeset?.fact : null;
    for (const { values, set } of change?.operations ?? [])
      if (change) addReliability(change.fact, asValues(values ?? set).reliability);
  }
  return { ok: true, data: { labels, reliability } };

  function addReliability(source: string, letter: unknown): void {
    if (typeof letter === 'string') reliability[source] = letter;
  }
}
