import type { View } from '../../addresses/view.ts';
import { type Answer, ask } from '../../doors/ask.ts';
import { OrganizationMembersDocument, type OrganizationMembersQuery } from '../../generated/register/graphql.ts';

type Organization = NonNullable<OrganizationMembersQuery['organization']>;
/** A membership in the organization. */
export type Member = Organization['members']['nodes'][number];

/** The memberships in an organization by the names of the members, and its organs. */
export interface Members {
  readonly members: readonly Member[];
  readonly organs: Organization['organs'] | null;
}

/** Reads the memberships in an organization, however many there are. */
export async function allMembers(id: string, view: View): Promise<Answer<Members>> {
  const members: Member[] = [];
  let after: string | null = null;
  for (;;) {
    const answer: Answer<OrganizationMembersQuery> = await ask(OrganizationMembersDocument, { id, after }, view);
    if (!answer.ok) return answer;
    const organization: Organization | null = answer.data.organization;
    members.push(...(organization?.members.nodes ?? []));
    if (!organization?.members.pageInfo.hasNextPage) {
      members.sort((a, b) => a.member.label.localeCompare(b.member.label, 'en'));
      return { ...answer, data: { members, organs: organization?.organs ?? null } };
    }
    after = organization.members.pageInfo.endCursor;
  }
}
