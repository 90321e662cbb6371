'use client';

import { factTypeNames, typeOf } from '@chancery/codebook';
import { useEffect, useState } from 'react';
import { collectionPath } from '../../addresses/collections.ts';
import { capitalize } from '../../ui/capitalize.ts';
import { isAtLeast, useSession } from '../session/session-provider.tsx';
import styles from './desk-shell.module.css';
import { texts } from './texts.tsx';

interface NavigationLink {
  readonly path: string;
  readonly label: string;
}

const records: readonly NavigationLink[] = factTypeNames
  .filter((type) => typeOf(type).category === 'record')
  .map((type) => ({ path: `/desk${collectionPath(type)}`, label: capitalize(typeOf(type).plural) }));

/** The navigation of the desk. On small screens it is collapsed until it is opened. */
export function Navigation({ pathname }: { readonly pathname: string }) {
  const { me } = useSession();
  const [isOpen, setOpen] = useState(true);
  useEffect(() => setOpen(matchMedia('(min-width: 60.01rem)').matches), []);
  const work: readonly NavigationLink[] = [
    { path: '/desk', label: texts.navigation.inbox },
    { path: '/desk/changesets', label: texts.navigation.changesets },
    { path: '/desk/imports', label: texts.navigation.imports },
    { path: '/desk/account', label: texts.navigation.account },
  ];
  const administration: readonly NavigationLink[] = isAtLeast(me.role, 'ADMIN')
    ? [
        { path: '/desk/staff', label: texts.navigation.people },
        { path: '/desk/audit', label: texts.navigation.audit },
      ]
    : [];
  return (
    <div className={styles.rail}>
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{texts.navigation.menu}</summary>
        <nav aria-label={texts.navigation.label}>
          <NavigationLinks links={work} pathname={pathname} />
          <h2>{texts.navigation.records}</h2>
          <NavigationLinks links={records} pathname={pathname} />
          {administration.length > 0 ? <h2>{texts.navigation.administration}</h2> : null}
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
