'use client';

import { SchemeSwitch } from '../../ui/scheme-switch.tsx';
import { useWork } from '../changeset/work-provider.tsx';
import { useSession } from '../session/session-provider.tsx';
import { signOut } from '../session/sign-in.ts';
import styles from './desk-shell.module.css';
import { Finder } from './finder.tsx';

/** The top bar of the desk: link to the inbox, record search, and the signed-in person. */
export function TopBar() {
  const { me } = useSession();
  const work = useWork();
  const signOutAndLeave = async () => {
    await work.flush();
    await signOut();
    window.location.assign('/desk/sign-in');
  };
  return (
    <header className={styles.top}>
      <a href="/desk" className={styles.name}>
        Chancery <small>the desk</small>
      </a>
      <Finder />
      <div className={styles.who}>
        <a href="/" data-hard="" className={styles.person}>
          Public pages
        </a>
        <span className={styles.person} title={`${me.email}, ${me.role.toLowerCase()}`}>
          {me.name}
        </span>
        <SchemeSwitch />
        <button type="button" onClick={() => void signOutAndLeave()}>
          Sign out
        </button>
      </div>
    </header>
  );
}
