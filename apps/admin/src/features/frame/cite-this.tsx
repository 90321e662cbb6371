import { address, type View } from '../../addresses/view.ts';
import type { RevisionLabel } from '../../endpoints/query-register.ts';
import { bibtexEntry, citationText } from './citation-forms.ts';
import styles from './cite-this.module.css';
import { origin } from './origin.ts';
import type { PageAddress } from './page-address.ts';
import { texts } from './texts.tsx';

interface CiteThisProps {
  readonly title: string;
  readonly pageAddress: PageAddress;
  readonly view: View;
  readonly revision: RevisionLabel;
}

/** Citations of the page as text and as BibTeX, with an address that always shows the page at this revision. */
export async function CiteThis({ title, pageAddress, view, revision }: CiteThisProps) {
  const { at: _at, on: _on, ...rest } = pageAddress.parameters;
  const url = (await origin()) + address(pageAddress.path, { ...view, at: revision.number }, rest);
  const page = { title, url, revision };
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
