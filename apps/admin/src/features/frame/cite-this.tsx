import { address, type View } from '../../addresses/view.ts';
import type { RevisionLabel } from '../../endpoints/query-register.ts';
import { bibtexEntry, citationText } from './citation-forms.ts';
import styles from './cite-this.module.css';
import { origin } from './origin.ts';
import type { PageAddress } from './page-address.ts';
import { texts } from './texts.tsx';

/** What a page is cited as. */
export interface Cited {
  readonly title: string;
  /** The id of the fact, or the ids of both actors, that the page is about; undefined for lists and other pages. */
  readonly id?: string;
  /** The path to cite, if that of the page names a code, which may be given to another fact one day. */
  readonly path?: string;
  /** The day (YYYY-MM-DD) on which the page reads spells; undefined if nothing on it depends on the day. */
  readonly day?: string;
}

interface CiteThisProps {
  readonly cited: Cited;
  readonly pageAddress: PageAddress;
  readonly view: View;
  readonly revision: RevisionLabel;
}

/**
 * Citations of the page as text and as BibTeX, with an address that always shows the page as it is now: at this
 * revision, and on this day if the page depends on the day.
 */
export async function CiteThis({ cited, pageAddress, view, revision }: CiteThisProps) {
  const { at: _at, on: _on, ...rest } = pageAddress.parameters;
  const { title, id, path = pageAddress.path, day = view.on } = cited;
  const fixedView = { at: revision.number, ...(day === undefined ? {} : { on: day }) };
  const url = (await origin()) + address(path, fixedView, rest);
  const page = { title, id, day, url, revision };
  return (
    <details className={styles.cite}>
      <summary>{texts.cite.summary(revision.number)}</summary>
      <div className={styles.forms}>
        <p className={styles.text}>{citationText(page)}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable element must be reachable by keyboard */}
        <pre className={styles.bibtex} tabIndex={0}>
          {bibtexEntry(page)}
        </pre>
      </div>
    </details>
  );
}
