import { callDeskOnServer } from '../../doors/call-desk-on-server.ts';
import type { DeskAnswer } from '../../doors/desk-answer.ts';
import {
  ChangesetFactDocument,
  ChangesetGroupDocument,
  ChangesetInFullDocument,
  ChangesetNamesDocument,
} from '../../generated/desk/graphql.ts';
import { asValues, type FactDiff, factDiff } from './fact-diff.ts';
import { groupOfKey } from './group-words.ts';
import { idsIn, type Names } from './names.ts';
import type { ChangesetView, FullChangeset, ReviewGroup } from './review-data.ts';

/** How many facts of a changeset one page shows. */
const pageOfFacts = 50;
/** How many names one call asks for. */
const namesPerCall = 400;

/**
 * A changeset with a page of what it does and the names of all that it mentions; null if there is none. It is known by
 * its id or by its number. The page is of one group, if one is named that the changeset has.
 */
export async function loadChangeset(
  idOrNumber: string,
  { after, group: key }: { after?: string | undefined; group?: string | undefined } = {},
): Promise<DeskAnswer<ChangesetView | null>> {
  const which = /^\d{1,9}$/.test(idOrNumber) ? { number: Number(idOrNumber) } : { id: idOrNumber };
  const found = await callDeskOnServer(ChangesetInFullDocument, {
    ...which,
    first: pageOfFacts,
    ...(after && !key ? { after } : {}),
  });
  if (!found.ok) return found;
  const { me, changeset: whole, deskSettings, revision } = found.data;
  if (!me || !whole) return { ok: true, data: null };
  const group = groupOfKey(whole.groups, key);
  const page = group ? await pageOfGroup(whole.id, group, after) : { ok: true as const, data: whole.facts };
  if (!page.ok) return page;
  const changeset = { ...whole, facts: page.data ?? whole.facts };
  const diffs = changeset.facts.nodes.map(factDiff);
  const names = await namesFor(changeset.id, diffs);
  if (!names.ok) return names;
  const view = { me, solo: deskSettings.solo, head: revision.number, changeset, names: names.data };
  return { ok: true, data: { ...view, ...(group ? { group } : {}) } };
}

async function pageOfGroup(
  id: string,
  { type, kind, code }: ReviewGroup,
  after: string | undefined,
): Promise<DeskAnswer<FullChangeset['facts'] | undefined>> {
  const answer = await callDeskOnServer(ChangesetGroupDocument, {
    ...{ id, type, kind, first: pageOfFacts },
    ...(code ? { code } : {}),
    ...(after ? { after } : {}),
  });
  return answer.ok ? { ok: true, data: answer.data.changeset?.group } : answer;
}

async function namesFor(changeset: string, diffs: readonly FactDiff[]): Promise<DeskAnswer<Names>> {
  const { facts, sources } = idsIn(diffs);
  const labels: Record<string, string> = Object.fromEntries(diffs.map(({ fact, label }) => [fact, label]));
  const reliability: Record<string, string> = {};
  for (let from = 0; from === 0 || from < facts.length; from += namesPerCall) {
    const answer = await callDeskOnServer(ChangesetNamesDocument, {
      changeset,
      ids: facts.slice(from, from + namesPerCall),
      sources: from === 0 ? sources.slice(0, namesPerCall) : [],
    });
    if (!answer.ok) return answer;
    for (const { id, label } of answer.data.labels) labels[id] = label;
    for (const { id, values } of answer.data.standingFacts) note(id, asValues(values).reliability);
  }
  for (const { fact, fields } of diffs) note(fact, fields.find(({ name }) => name === 'reliability')?.after);
  const drafted = sources.filter((source) => !reliability[source]).slice(0, 20);
  const found = await Promise.all(drafted.map((fact) => callDeskOnServer(ChangesetFactDocument, { changeset, fact })));
  for (const answer of found) {
    const change = answer.ok ? answer.data.changeset?.fact : null;
    for (const { values, set } of change?.operations ?? [])
      if (change) note(change.fact, asValues(values ?? set).reliability);
  }
  return { ok: true, data: { labels, reliability } };

  function note(source: string, letter: unknown): void {
    if (typeof letter === 'string') reliability[source] = letter;
  }
}
