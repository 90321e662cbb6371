'use client';

import { SchemeSwitch } from '../../ui/scheme-switch.tsx';
import { useWork } from '../changeset/work-provider.tsx';
import { useSession } from '../session/session-provider.tsx';
import { signOut } from '../session/sign-in.ts';
import styles from './desk-shell.module.css';
import { Finder } from './finder.tsx';
import { texts } from './texts.tsx';

/** The top bar of the desk: links to the inbox and the public pages, the search, the signed-in person, and sign-out. */
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
        {texts.topBar.name((words) => (
          <small>{words}</small>
        ))}
      </a>
      <Finder />
      <div className={styles.who}>
        <a href="/" data-hard="" className={styles.person}>
          {texts.topBar.publicPages}
        </a>
        <a href="/desk/account" className={styles.person} title={texts.topBar.person(me.email, me.role)}>
          {me.name}
        </a>
        <SchemeSwitch />
        <button type="button" onClick={() => void signOutAndLeave()}>
          {texts.topBar.signOut}
        </button>
      </div>
    </header>
  );
}
