import type { TypeName } from '@chancery/codebook';
import { typeOf } from '@chancery/codebook';
import { collectionPath } from '../../addresses/collections.ts';
import { address, type View, viewParameters } from '../../addresses/view.ts';
import { capitalize } from '../../ui/capitalize.ts';
import { SchemeSwitch } from '../../ui/scheme-switch.tsx';
import { texts as uiTexts } from '../../ui/texts.ts';
import styles from './masthead.module.css';
import { texts } from './texts.tsx';

/** The types whose lists the navigation links to. The home page links to the lists of all records and links. */
const mainTypes: readonly TypeName[] = ['State', 'Organization', 'Agreement', 'Exercise', 'Event', 'Claim', 'Source'];

const navigationLinks = [
  ...mainTypes.map((type) => ({ path: collectionPath(type), label: capitalize(typeOf(type).plural) })),
  { path: '/dyad', label: texts.masthead.dyads },
];

interface MastheadProps {
  readonly view: View;
  readonly path: string;
  readonly searchText: string | undefined;
}

/** The header of every public page: link to the home page, navigation, search and color scheme. */
export function Masthead({ view, path, searchText }: MastheadProps) {
  return (
    <header className={styles.band}>
      <div className={styles.inner}>
        <a href={address('/', view)} className={styles.name}>
          {uiTexts.site}
        </a>
        <nav aria-label={texts.masthead.navigation} className={styles.wide}>
          <NavigationLinks view={view} path={path} />
        </nav>
        <search className={styles.search}>
          <form action="/search" method="get">
            <label htmlFor="masthead-search" className="visually-hidden">
              {texts.masthead.search}
            </label>
            <input
              id="masthead-search"
              type="search"
              name="q"
              defaultValue={searchText}
              placeholder={texts.masthead.searchExample}
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
          <summary>{texts.masthead.menu}</summary>
          <nav aria-label={texts.masthead.navigation}>
            <NavigationLinks view={view} path={path} />
            <div className={styles.menuScheme}>
              <SchemeSwitch />
            </div>
          </nav>
        </details>
      </div>
    </header>
  );
}

function NavigationLinks({ view, path }: Pick<MastheadProps, 'view' | 'path'>) {
  return (
    <ul>
      {navigationLinks.map((link) => (
        <li key={link.path}>
          <a href={address(link.path, view)} aria-current={isWithin(path, link.path) ? 'page' : undefined}>
            {link.label}
          </a>
        </li>
      ))}
    </ul>
  );
}

function isWithin(path: string, parent: string): boolean {
  return path === parent || path.startsWith(`${parent}/`);
}
