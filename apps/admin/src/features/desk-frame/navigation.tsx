'use client';

import { factTypeNames, typeOf } from '@chancery/codebook';
import { useEffect, useState } from 'react';
import { collectionPath } from '../../addresses/collections.ts';
import { isAtLeast, useSession } from '../session/session-provider.tsx';
import styles from './desk-shell.module.css';

interface NavigationLink {
  readonly path: string;
  readonly label: string;
}

const records: readonly NavigationLink[] = factTypeNames
  .filter((type) => typeOf(type).category === 'record')
  .map((type) => ({ path: `/desk${collectionPath(type)}`, label: capitalize(typeOf(type).plural) }));

/** The navigation of the desk, collapsed on small screens. */
export function Navigation({ pathname }: { readonly pathname: string }) {
  const { me } = useSession();
  const [isOpen, setOpen] = useState(true);
  useEffect(() => setOpen(matchMedia('(min-width: 60.01rem)').matches), []);
  const work: readonly NavigationLink[] = [
    { path: '/desk', label: 'Inbox' },
    { path: '/desk/changesets', label: 'Changesets' },
    { path: '/desk/imports', label: 'Imports' },
  ];
  const administration: readonly NavigationLink[] = isAtLeast(me.role, 'ADMIN')
    ? [{ path: '/desk/staff', label: 'People and settings' }]
    : [];
  return (
    <div className={styles.rail}>
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>Menu</summary>
        <nav aria-label="Desk">
          <NavigationLinks links={work} pathname={pathname} />
          <h2>Records</h2>
          <NavigationLinks links={records} pathname={pathname} />
          {administration.length > 0 ? <h2>Administration</h2> : null}
          <NavigationLinks links={administration} pathname={pathname} />
        </nav>
      </details>
    </div>
  );
}

function NavigationLinks({
  links,
  pathname,
}: {
  readonly links: readonly NavigationLink[];
  readonly pathname: string;
}) {
  const isCurrent = (path: string) => pathname === path || (path !== '/desk' && pathname.startsWith(`${path}/`));
  return (
    <ul>
      {links.map(({ path, label }) => (
        <li key={path}>
          <a href={path} aria-current={isCurrent(path) ? 'page' : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
