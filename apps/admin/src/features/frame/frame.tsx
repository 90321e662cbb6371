import type { ReactNode } from 'react';
import type { View } from '../../addresses/view.ts';
import type { RevisionLabel } from '../../endpoints/query-register.ts';
import { type Cited, CiteThis } from './cite-this.tsx';
import styles from './frame.module.css';
import { Masthead } from './masthead.tsx';
import type { PageAddress } from './page-address.ts';
import { RevisionStrip } from './revision-strip.tsx';
import { texts } from './texts.tsx';

interface FrameProps {
  readonly pageAddress: PageAddress;
  readonly view: View;
  /** The revision that the page shows; undefined for pages without register data. */
  readonly revision?: RevisionLabel | undefined;
  /** Whether the page is about one revision, whatever the revision and day of the view. */
  readonly isAboutRevision?: boolean;
  /** How the page is cited; undefined for pages that are not cited. */
  readonly cited?: Cited | undefined;
  /** The revision to cite, if it is not the one that the page shows. */
  readonly citedRevision?: RevisionLabel | undefined;
  /** The text in the search box of the header. */
  readonly searchText?: string | undefined;
  /** Words that say which part of the page depends on the day of the view; undefined if no part does. */
  readonly dayNote?: string | undefined;
  readonly children: ReactNode;
}

/** The layout of every public page: header, revision and day, content, and footer with the citation of the page. */
export function Frame({
  pageAddress,
  view,
  revision,
  isAboutRevision = false,
  cited,
  citedRevision = revision,
  searchText,
  dayNote,
  children,
}: FrameProps) {
  return (
    <>
      <a href="#content" className={styles.skip}>
        {texts.skip}
      </a>
      <Masthead view={view} path={pageAddress.path} searchText={searchText} />
      <RevisionStrip
        pageAddress={pageAddress}
        view={view}
        revision={revision}
        isAboutRevision={isAboutRevision}
        dayNote={dayNote}
      />
      <main id="content" className={styles.main} tabIndex={-1}>
        {children}
      </main>
      <footer className={styles.foot}>
        <div className={styles.footInner}>
          {citedRevision && cited ? (
            <CiteThis cited={cited} pageAddress={pageAddress} view={view} revision={citedRevision} />
          ) : null}
          <ul className={styles.links}>
            <li>
              <a href="/codebook">{texts.footer.codebook}</a>
            </li>
            <li>
              <a href="/revisions">{texts.footer.revisions}</a>
            </li>
            <li>
              <a href="/graphiql" data-hard="">
                {texts.footer.api}
              </a>
            </li>
            <li>
              <a href="/desk">{texts.footer.desk}</a>
            </li>
          </ul>
        </div>
      </footer>
    </>
  );
}
