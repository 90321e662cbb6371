import type { View } from '../../addresses/view.ts';
import { queryAtOneRevision } from '../../doors/query-at-one-revision.ts';
import { type Answer, queryRegister } from '../../doors/query-register.ts';
import {
  MembershipGroupsDocument,
  type MembershipLineFragment,
  MembershipPageDocument,
  type MembershipPageQuery,
  type MembershipsPartsFragment,
} from '../../generated/register/graphql.ts';
import { type GroupName, groupFilter, groupNames, type SharedEnd } from './groups.ts';

export type Membership = MembershipLineFragment;

/** Memberships that a page shows, and how many there are. */
export interface Counted {
  readonly totalCount: number;
  readonly nodes: readonly Membership[];
}

export type Groups = Readonly<Record<GroupName, Counted>>;

/** How many rows a page shows of a group that is read on; the other groups stop at their first page. */
const most = 400;
const readOn: ReadonlySet<GroupName> = new Set(['full', 'other', 'lastRecorded']);

/** Reads the memberships in an organization, or of an actor, in the groups of a day; the readings are of the view's day. */
export async function loadMemberships(shared: SharedEnd, view: View): Promise<Answer<Groups>> {
  const filters = Object.fromEntries(groupNames.map((name) => [name, groupFilter(name, shared, view.on)])) as {
    [Name in GroupName]: ReturnType<typeof groupFilter>;
  };
  const answers = await queryAtOneRevision(view, async (each) => {
    const first = await queryRegister(MembershipGroupsDocument, filters, each);
    if (!first.ok) return [first];
    return Promise.all(
      groupNames.map((name) =>
        restOf({ ...first, data: first.data[name] }, filters[name], readOn.has(name) ? most : 0, each),
      ),
    );
  });
  const refused = answers.find((answer) => !answer.ok);
  if (refused && !refused.ok) return refused;
  const [one] = answers;
  if (!one?.ok) throw new Error('a page of memberships has groups');
  const data = groupNames.map((name, at) => {
    const answer = answers[at];
    return [name, answer?.ok ? byName(answer.data as Counted, shared) : { totalCount: 0, nodes: [] }];
  });
  return { ...one, data: Object.fromEntries(data) as Groups };
}

/** Reads the memberships of a filter, page by page, until there are no more or as many as `limit`. */
export async function membershipsWith(
  filter: Record<string, unknown>,
  limit: number,
  view: View,
): Promise<Answer<Counted>> {
  const first: Answer<MembershipPageQuery> = await queryRegister(MembershipPageDocument, { filter }, view);
  return first.ok ? restOf({ ...first, data: first.data.memberships }, filter, limit, view) : first;
}

async function restOf(
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

/** By the names of their other ends, where all are there; else as they came, the latest first. */
function byName({ totalCount, nodes }: Counted, { end }: SharedEnd): Counted {
  if (nodes.length < totalCount) return { totalCount, nodes };
  const name = (membership: Membership) => membership[end === 'organization' ? 'member' : 'organization'].label;
  return { totalCount, nodes: nodes.toSorted((a, b) => name(a).localeCompare(name(b), 'en')) };
}
