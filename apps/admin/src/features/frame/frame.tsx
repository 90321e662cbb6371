import type { ReactNode } from 'react';
import type { View } from '../../addresses/view.ts';
import type { RevisionLabel } from '../../doors/query-register.ts';
import { CiteThis } from './cite-this.tsx';
import styles from './frame.module.css';
import type { Here } from './here.ts';
import { Masthead } from './masthead.tsx';
import { RevisionStrip } from './revision-strip.tsx';

interface FrameProps {
  readonly here: Here;
  readonly view: View;
  /** The revision that the page shows; without it the page shows nothing of the register. */
  readonly revision?: RevisionLabel | undefined;
  /** What the page is called, for citing it; pages that nobody cites have none. */
  readonly title?: string | undefined;
  /** What the reader has searched for. */
  readonly searched?: string | undefined;
  /** What of the page depends on the day that the view is of, in words. */
  readonly daily?: string | undefined;
  readonly children: ReactNode;
}

/** What stands around every public page: where one can go, which revision one sees, how to cite it. */
export function Frame({ here, view, revision, title, searched, daily, children }: FrameProps) {
  return (
    <>
      <a href="#content" className={styles.skip}>
        Skip to the content
      </a>
      <Masthead view={view} path={here.path} searched={searched} />
      <RevisionStrip here={here} view={view} revision={revision} daily={daily} />
      <main id="content" className={styles.main} tabIndex={-1}>
        {children}
      </main>
      <footer className={styles.foot}>
        <div className={styles.footInner}>
          {revision && title ? <CiteThis title={title} here={here} view={view} revision={revision} /> : null}
          <ul className={styles.links}>
            <li>
              <a href="/codebook">Codebook</a>
            </li>
            <li>
              <a href="/revisions">Revisions</a>
            </li>
            <li>
              <a href="/graphiql" data-hard="">
                Ask it yourself (GraphQL)
              </a>
            </li>
            <li>
              <a href="/desk">The desk</a>
            </li>
          </ul>
        </div>
      </footer>
    </>
  );
}
