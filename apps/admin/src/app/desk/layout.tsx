import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { callDeskOnServer } from '../../endpoints/call-desk-on-server.ts';
import { DeskShell } from '../../features/desk-frame/desk-shell.tsx';
import { DeskTheme } from '../../features/desk-frame/desk-theme.tsx';
import { texts } from '../../features/desk-frame/texts.tsx';
import { SessionDocument } from '../../generated/desk/graphql.ts';

export const metadata: Metadata = {
  title: { default: texts.pageTitle, template: texts.pageTitleTemplate },
  robots: { index: false },
};

/** The layout of all desk pages: theme, session and frame. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const answer = await callDeskOnServer(SessionDocument, {});
  const me = answer.ok ? answer.data.me : null;
  const session = answer.ok && me ? { me, solo: answer.data.deskSettings.solo } : undefined;
  const error = answer.ok || answer.error.code === 'SIGNED_OUT' ? undefined : answer.error.message;
  return (
    <DeskTheme>
      <DeskShell session={session} error={error}>
        {children}
      </DeskShell>
    </DeskTheme>
  );
}
