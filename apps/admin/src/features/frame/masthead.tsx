import type { TypeName } from '@chancery/codebook';
import { typeOf } from '@chancery/codebook';
import { collectionPath } from '../../addresses/collections.ts';
import { address, type View, viewParameters } from '../../addresses/view.ts';
import { SchemeSwitch } from '../../ui/scheme-switch.tsx';
import styles from './masthead.module.css';

/** The lists that most readers come for; all others stand on the home page. */
const main: readonly TypeName[] = ['State', 'Organization', 'Agreement', 'Exercise', 'Event', 'Claim', 'Source'];

const places = [
  ...main.map((type) => ({ path: collectionPath(type), label: capital(typeOf(type).plural) })),
  { path: '/dyad', label: 'Dyads' },
];

interface MastheadProps {
  readonly view: View;
  readonly path: string;
  readonly searched: string | undefined;
}

/** The top of every public page: the way home, the lists, the search. */
export function Masthead({ view, path, searched }: MastheadProps) {
  return (
    <header className={styles.band}>
      <div className={styles.inner}>
        <a href={address('/', view)} className={styles.name}>
          Chancery
        </a>
        <nav aria-label="Lists" className={styles.wide}>
          <Places view={view} path={path} />
        </nav>
        <search className={styles.search}>
          <form action="/search" method="get">
            <label htmlFor="masthead-search" className="visually-hidden">
              Search the register
            </label>
            <input
              id="masthead-search"
              type="search"
              name="q"
              defaultValue={searched}
              placeholder="Search names and codes"
              maxLength={200}
            />
            {Object.entries(viewParameters(view)).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
          </form>
        </search>
        <div className={styles.scheme}>
          <SchemeSwitch />
        </div>
        <details className={styles.menu} name="masthead">
          <summary>Menu</summary>
          <nav aria-label="Lists">
            <Places view={view} path={path} />
            <div className={styles.menuScheme}>
              <SchemeSwitch />
            </div>
          </nav>
        </details>
      </div>
    </header>
  );
}

function Places({ view, path }: Pick<MastheadProps, 'view' | 'path'>) {
  return (
    <ul>
      {places.map((place) => (
        <li key={place.path}>
          <a href={address(place.path, view)} aria-current={isWithin(path, place.path) ? 'page' : undefined}>
            {place.label}
          </a>
        </li>
      ))}
    </ul>
  );
}

function isWithin(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
