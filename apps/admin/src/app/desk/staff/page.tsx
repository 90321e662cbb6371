import type { Metadata } from 'next';
import { callDeskOnServer } from '../../../endpoints/call-desk-on-server.ts';
import { DeskErrorPage } from '../../../features/errors/desk-error-page.tsx';
import { PeopleScreen } from '../../../features/people/people-screen.tsx';
import { texts } from '../../../features/people/texts.tsx';
import { StaffDocument } from '../../../generated/desk/graphql.ts';

export const metadata: Metadata = { title: texts.heading };

/** The people and the settings of the desk, for admins. */
export default async function PeoplePage() {
  const answer = await callDeskOnServer(StaffDocument, {});
  return answer.ok ? <PeopleScreen data={answer.data} /> : <DeskErrorPage error={answer.error} />;
}
