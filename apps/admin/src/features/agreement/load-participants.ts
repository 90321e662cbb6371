import type { View } from '../../addresses/view.ts';
import { type Answer, queryRegister } from '../../endpoints/query-register.ts';
import { AgreementParticipantsDocument, type AgreementParticipantsQuery } from '../../generated/register/graphql.ts';

type Page = NonNullable<AgreementParticipantsQuery['agreement']>['participants'];
/** An actor with party actions on an agreement: its status on the day of the view, and its first 20 party actions. */
export type Participant = Page['nodes'][number];

type Agreement = NonNullable<AgreementParticipantsQuery['agreement']>;

/**
 * An agreement with its dates and whether it is in force, and all its participants. `agreement` is null if the register
 * does not have it.
 */
export interface AgreementWithParticipants {
  readonly agreement: Agreement | null;
  readonly participants: readonly Participant[];
}

/** Reads an agreement and all its participants, sorted by name. */
export async function loadParticipants(id: string, view: View): Promise<Answer<AgreementWithParticipants>> {
  const all: Participant[] = [];
  let after: string | null = null;
  for (;;) {
    const answer: Answer<AgreementParticipantsQuery> = await queryRegister(
      AgreementParticipantsDocument,
      { id, on: view.on ?? null, after },
      view,
    );
    if (!answer.ok) return answer;
    const page: Page | undefined = answer.data.agreement?.participants;
    all.push(...(page?.nodes ?? []));
    if (!page?.pageInfo.hasNextPage) {
      const participants = all.sort((a, b) => a.actor.label.localeCompare(b.actor.label, 'en'));
      return { ...answer, data: { agreement: answer.data.agreement, participants } };
    }
    after = page.pageInfo.endCursor;
  }
}
