'use client';

import { Button } from '@mantine/core';
import { usePathname, useRouter } from 'next/navigation';
import { type ReactNode, useEffect } from 'react';
import { Notice } from '../../ui/notice.tsx';
import { ChangesetBar } from '../changeset/changeset-bar.tsx';
import { WorkProvider } from '../changeset/work-provider.tsx';
import { type Session, SessionProvider } from '../session/session-provider.tsx';
import styles from './desk-shell.module.css';
import { Navigation } from './navigation.tsx';
import { texts } from './texts.tsx';
import { TopBar } from './top-bar.tsx';

const signInPath = '/desk/sign-in';

interface DeskShellProps {
  readonly session: Session | undefined;
  /** Why the session could not be loaded; `undefined` if it was loaded or nobody is signed in. */
  readonly error: string | undefined;
  readonly children: ReactNode;
}

/**
 * The frame of the desk: navigation, top bar and changeset bar. Redirects to the sign-in page if nobody is signed in,
 * and shows that page without the frame. Shows only `error` if the session could not be loaded.
 */
export function DeskShell({ session, error, children }: DeskShellProps) {
  const pathname = usePathname();
  if (pathname === signInPath) return children;
  if (!session) return error ? <Unreachable message={error} /> : <SignInRedirect pathname={pathname} />;
  return (
    <SessionProvider session={session}>
      <WorkProvider>
        <div className={styles.desk}>
          <a href="#content" className={styles.skip}>
            {texts.skipToContent}
          </a>
          <TopBar />
          <Navigation pathname={pathname} />
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
      <Notice title={texts.notLoaded} tone="warning">
        {message}
      </Notice>
      <Button size="xs" variant="default" onClick={() => window.location.reload()}>
        {texts.tryAgain}
      </Button>
    </main>
  );
}

function SignInRedirect({ pathname }: { readonly pathname: string }) {
  const router = useRouter();
  const address = `${signInPath}?next=${encodeURIComponent(pathname)}`;
  useEffect(() => router.replace(address), [router, address]);
  return (
    <main className={styles.alone}>
      <a href={address}>{texts.signInToContinue}</a>
    </main>
  );
}
