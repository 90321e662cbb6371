import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { callDeskOnServer } from '../../doors/call-desk-on-server.ts';
import { DeskLook } from '../../features/desk-frame/desk-look.tsx';
import { DeskShell } from '../../features/desk-frame/desk-shell.tsx';
import { SessionDocument } from '../../generated/desk/graphql.ts';

export const metadata: Metadata = {
  title: { default: 'The desk', template: '%s · The desk · Chancery' },
  robots: { index: false },
};

/** Everything at the desk: its look, who is signed in, and the frame with the changeset in view. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const answer = await callDeskOnServer(SessionDocument, {});
  const me = answer.ok ? answer.data.me : null;
  const session = answer.ok && me ? { me, solo: answer.data.deskSettings.solo } : undefined;
  const fault = answer.ok || answer.error.code === 'SIGNED_OUT' ? undefined : answer.error.message;
  return (
    <DeskLook>
      <DeskShell session={session} fault={fault}>
        {children}
      </DeskShell>
    </DeskLook>
  );
}
