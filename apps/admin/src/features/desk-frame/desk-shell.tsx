'use client';

import { Button } from '@mantine/core';
import { usePathname, useRouter } from 'next/navigation';
import { type ReactNode, useEffect } from 'react';
import { Notice } from '../../ui/notice.tsx';
import { ChangesetBar } from '../changeset/changeset-bar.tsx';
import { WorkProvider } from '../changeset/work-provider.tsx';
import { type Session, SessionProvider } from '../session/session-provider.tsx';
import styles from './desk-shell.module.css';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';

const signInPath = '/desk/sign-in';

interface DeskShellProps {
  readonly session: Session | undefined;
  readonly fault: string | undefined;
  readonly children: ReactNode;
}

/** The frame of the desk: rail, top bar, and the changeset in hand always in view. Whoever is not signed in goes to the door. */
export function DeskShell({ session, fault, children }: DeskShellProps) {
  const pathname = usePathname();
  if (pathname === signInPath) return children;
  if (!session) return fault ? <Unreachable message={fault} /> : <ToTheDoor pathname={pathname} />;
  return (
    <SessionProvider session={session}>
      <WorkProvider>
        <div className={styles.desk}>
          <a href="#content" className={styles.skip}>
            Skip to the content
          </a>
          <TopBar />
          <Rail pathname={pathname} />
          <main id="content" className={styles.main} tabIndex={-1}>
            {children}
          </main>
          <ChangesetBar />
        </div>
      </WorkProvider>
    </SessionProvider>
  );
}

function Unreachable({ message }: { readonly message: string }) {
  return (
    <main className={styles.alone}>
      <Notice title="The desk cannot be shown" tone="warning">
        {message}
      </Notice>
      <Button size="xs" variant="default" onClick={() => window.location.reload()}>
        Try again
      </Button>
    </main>
  );
}

function ToTheDoor({ pathname }: { readonly pathname: string }) {
  const router = useRouter();
  const address = `${signInPath}?next=${encodeURIComponent(pathname)}`;
  useEffect(() => router.replace(address), [router, address]);
  return (
    <main className={styles.alone}>
      <a href={address}>Sign in to go on</a>
    </main>
  );
}
