import type { Metadata } from 'next';
import { callDeskOnServer } from '../../../endpoints/call-desk-on-server.ts';
import { DeskHome } from '../../../features/desk-home/desk-home.tsx';
import { texts } from '../../../features/desk-home/texts.tsx';
import { DeskErrorPage } from '../../../features/errors/desk-error-page.tsx';
import { DeskHomeDocument } from '../../../generated/desk/graphql.ts';

export const metadata: Metadata = { title: texts.inbox.heading };

/** `/desk`: the inbox of the signed-in editor. */
export default async function DeskHomePage() {
  const answer = await callDeskOnServer(DeskHomeDocument, {});
  return answer.ok ? <DeskHome data={answer.data} /> : <DeskErrorPage error={answer.error} />;
}
