import { address, type View } from '../../addresses/view.ts';
import type { RevisionLabel } from '../../doors/query-register.ts';
import { bibtex, citationText } from './citation-forms.ts';
import styles from './cite-this.module.css';
import type { Here } from './here.ts';
import { origin } from './origin.ts';

interface CiteThisProps {
  readonly title: string;
  readonly here: Here;
  readonly view: View;
  readonly revision: RevisionLabel;
}

/** How to cite the page as it stands: with the revision that it shows, at an address that will show it again. */
export async function CiteThis({ title, here, view, revision }: CiteThisProps) {
  const { at: _at, on: _on, ...rest } = here.parameters;
  const url = (await origin()) + address(here.path, { ...view, at: revision.number }, rest);
  const cited = { title, url, revision };
  return (
    <details className={styles.cite}>
      <summary>Cite this page, at revision {revision.number}</summary>
      <div className={styles.forms}>
        <p className={styles.text}>{citationText(cited)}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
        <pre className={styles.bibtex} tabIndex={0}>
          {bibtex(cited)}
        </pre>
      </div>
    </details>
  );
}
