'use client';

import { factTypeNames, typeOf } from '@chancery/codebook';
import { useEffect, useState } from 'react';
import { collectionPath } from '../../addresses/collections.ts';
import { isAtLeast, useSession } from '../session/session-provider.tsx';
import styles from './desk-shell.module.css';

interface Place {
  readonly path: string;
  readonly label: string;
}

const records: readonly Place[] = factTypeNames
  .filter((type) => typeOf(type).category === 'record')
  .map((type) => ({ path: `/desk${collectionPath(type)}`, label: capital(typeOf(type).plural) }));

/** The ways through the desk: on a small screen they are folded away. */
export function Rail({ pathname }: { readonly pathname: string }) {
  const { me } = useSession();
  const [isOpen, setOpen] = useState(true);
  useEffect(() => setOpen(matchMedia('(min-width: 60.01rem)').matches), []);
  const work: readonly Place[] = [
    { path: '/desk', label: 'Inbox' },
    { path: '/desk/changesets', label: 'Changesets' },
    { path: '/desk/imports', label: 'Imports' },
  ];
  const house: readonly Place[] = isAtLeast(me.role, 'ADMIN')
    ? [{ path: '/desk/staff', label: 'People and settings' }]
    : [];
  return (
    <div className={styles.rail}>
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>The desk’s pages</summary>
        <nav aria-label="Desk">
          <Places places={work} pathname={pathname} />
          <h2>Records</h2>
          <Places places={records} pathname={pathname} />
          {house.length > 0 ? <h2>House</h2> : null}
          <Places places={house} pathname={pathname} />
        </nav>
      </details>
    </div>
  );
}

function Places({ places, pathname }: { readonly places: readonly Place[]; readonly pathname: string }) {
  const isHere = (path: string) => pathname === path || (path !== '/desk' && pathname.startsWith(`${path}/`));
  return (
    <ul>
      {places.map(({ path, label }) => (
        <li key={path}>
          <a href={path} aria-current={isHere(path) ? 'page' : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
