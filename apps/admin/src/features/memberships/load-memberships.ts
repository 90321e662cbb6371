import type { View } from '../../addresses/view.ts';
import { queryAtOneRevision } from '../../endpoints/query-at-one-revision.ts';
import { type Answer, queryRegister } from '../../endpoints/query-register.ts';
import {
  MembershipGroupsDocument,
  type MembershipLineFragment,
  MembershipPageDocument,
  type MembershipPageQuery,
  type MembershipsPartsFragment,
} from '../../generated/register/graphql.ts';
import { type GroupName, groupFilter, groupNames, type SharedEnd } from './groups.ts';

/** A membership, as queried for pages that list memberships. */
export type Membership = MembershipLineFragment;

/** The memberships that a page shows, and how many there are in all. */
export interface Counted {
  readonly totalCount: number;
  readonly nodes: readonly Membership[];
}

/** The memberships of a page by group. */
export type Groups = Readonly<Record<GroupName, Counted>>;

/** The groups that are read beyond their first page, up to `maxRows`. */
const groupsToReadFully: ReadonlySet<GroupName> = new Set(['full', 'other', 'lastRecorded']);
const maxRows = 400;

/** Reads the memberships in an organization, or of an actor, by group. The readings are those of the view's day. */
export async function loadMemberships(shared: SharedEnd, view: View): Promise<Answer<Groups>> {
  const filters = Object.fromEntries(groupNames.map((name) => [name, groupFilter(name, shared, view.on)])) as {
    [Name in GroupName]: ReturnType<typeof groupFilter>;
  };
  const answers = await queryAtOneRevision(view, async (queryView) => {
    const first = await queryRegister(MembershipGroupsDocument, filters, queryView);
    if (!first.ok) return [first];
    return Promise.all(
      groupNames.map((name) =>
        readRest(
          { ...first, data: first.data[name] },
          filters[name],
          groupsToReadFully.has(name) ? maxRows : 0,
          queryView,
        ),
      ),
    );
  });
  const refusal = answers.find((answer) => !answer.ok);
  if (refusal && !refusal.ok) return refusal;
  const [firstAnswer] = answers;
  if (!firstAnswer?.ok) throw new Error('Expected an answer for every group of memberships.');
  const data = groupNames.map((name, at) => {
    const answer = answers[at];
    return [name, answer?.ok ? byName(answer.data as Counted, shared) : { totalCount: 0, nodes: [] }];
  });
  return { ...firstAnswer, data: Object.fromEntries(data) as Groups };
}

/** Reads the memberships that match a filter, page by page, until it has all of them or at least `limit`. */
export async function membershipsWith(
  filter: Record<string, unknown>,
  limit: number,
  view: View,
): Promise<Answer<Counted>> {
  const first: Answer<MembershipPageQuery> = await queryRegister(MembershipPageDocument, { filter }, view);
  return first.ok ? readRest({ ...first, data: first.data.memberships }, filter, limit, view) : first;
}

async function readRest(
  first: Extract<Answer<MembershipsPartsFragment>, { ok: true }>,
  filter: Record<string, unknown>,
  limit: number,
  view: View,
): Promise<Answer<Counted>> {
  const nodes = [...first.data.nodes];
  let last = first;
  while (last.data.pageInfo.hasNextPage && nodes.length < limit) {
    const next: Answer<MembershipPageQuery> = await queryRegister(
      MembershipPageDocument,
      { filter, after: last.data.pageInfo.endCursor },
      view,
    );
    if (!next.ok) return next;
    last = { ...next, data: next.data.memberships };
    nodes.push(...last.data.nodes);
  }
  return { ...last, data: { totalCount: first.data.totalCount, nodes } };
}

/** Sorts memberships by the name of the other end, if all were read; otherwise keeps the order, latest first. */
function byName({ totalCount, nodes }: Counted, { end }: SharedEnd): Counted {
  if (nodes.length < totalCount) return { totalCount, nodes };
  const name = (membership: Membership) => membership[end === 'organization' ? 'member' : 'organization'].label;
  return { totalCount, nodes: nodes.toSorted((a, b) => name(a).localeCompare(name(b), 'en')) };
}
