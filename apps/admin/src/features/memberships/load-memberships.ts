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

/** A membership as public pages query it. */
export type Membership = MembershipLineFragment;

/** The memberships that were read, and the number of all that match. */
export interface CountedMemberships {
  readonly totalCount: number;
  readonly nodes: readonly Membership[];
}

/** The memberships of an organization or actor, by group. */
export type MembershipsByGroup = Readonly<Record<GroupName, CountedMemberships>>;

/** The groups that are read beyond their first page, up to `maxRows`. */
const groupsToReadFully: ReadonlySet<GroupName> = new Set(['full', 'other', 'lastRecorded']);
const maxRows = 400;

/**
 * Reads the memberships in an organization, or of an actor, by group, with their readings on the day of the view. Large
 * groups are not read to the end; their `totalCount` is higher than their number of nodes.
 */
export async function loadMemberships(shared: SharedEnd, view: View): Promise<Answer<MembershipsByGroup>> {
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
  if (!firstAnswer?.ok) throw new Error('The queries for groups of memberships returned no answer.');
  const data = groupNames.map((name, at) => {
    const answer = answers[at];
    return [name, answer?.ok ? byName(answer.data as CountedMemberships, shared) : { totalCount: 0, nodes: [] }];
  });
  return { ...firstAnswer, data: Object.fromEntries(data) as MembershipsByGroup };
}

/**
 * Reads the memberships that match a filter, latest first, page by page until all of them or at least `limit` are read.
 */
export async function membershipsWith(
  filter: Record<string, unknown>,
  limit: number,
  view: View,
): Promise<Answer<CountedMemberships>> {
  const first: Answer<MembershipPageQuery> = await queryRegister(MembershipPageDocument, { filter }, view);
  return first.ok ? readRest({ ...first, data: first.data.memberships }, filter, limit, view) : first;
}

async function readRest(
  first: Extract<Answer<MembershipsPartsFragment>, { ok: true }>,
  filter: Record<string, unknown>,
  limit: number,
  view: View,
): Promise<Answer<CountedMemberships>> {
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

/**
 * Sorts memberships by the label of the end that they do not share. If not all were read, keeps the order, latest
 * first.
 */
function byName({ totalCount, nodes }: CountedMemberships, { end }: SharedEnd): CountedMemberships {
  if (nodes.length < totalCount) return { totalCount, nodes };
  const name = (membership: Membership) => membership[end === 'organization' ? 'member' : 'organization'].label;
  return { totalCount, nodes: nodes.toSorted((a, b) => name(a).localeCompare(name(b), 'en')) };
}
