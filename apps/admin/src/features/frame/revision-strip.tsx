import { address, firstValue, type View } from '../../addresses/view.ts';
import type { RevisionLabel } from '../../endpoints/query-register.ts';
import type { PageAddress } from './page-address.ts';
import styles from './revision-strip.module.css';
import { texts } from './texts.tsx';

interface RevisionStripProps {
  readonly pageAddress: PageAddress;
  readonly view: View;
  readonly revision: RevisionLabel | undefined;
  readonly isAboutRevision: boolean;
  readonly dayNote: string | undefined;
}

/** Says which revision and day the page shows, and lets the reader choose another revision or day. */
export function RevisionStrip({ pageAddress, view, revision, isAboutRevision, dayNote }: RevisionStripProps) {
  const isPast = view.at !== undefined || view.on !== undefined;
  return (
    <section aria-label={texts.strip.name} className={isPast ? `${styles.strip} ${styles.past}` : styles.strip}>
      <div className={styles.inner}>
        <p className={styles.words}>
          {revision && isAboutRevision ? (
            <>
              {texts.strip.aboutRevision(revision.number, revision.at)} <a href="/">{texts.strip.goToLatest}</a>
            </>
          ) : null}
          {revision && !isAboutRevision ? (
            <RevisionWords pageAddress={pageAddress} view={view} revision={revision} dayNote={dayNote} />
          ) : null}
        </p>
        <details className={styles.control}>
          <summary>{isPast ? texts.strip.change : texts.strip.choose}</summary>
          <ViewForm pageAddress={pageAddress} view={view} />
        </details>
      </div>
    </section>
  );
}

interface RevisionWordsProps extends Pick<RevisionStripProps, 'pageAddress' | 'view' | 'dayNote'> {
  readonly revision: RevisionLabel;
}

function RevisionWords({ pageAddress, view, revision, dayNote }: RevisionWordsProps) {
  if (view.at === undefined && view.on === undefined)
    return texts.strip.latest(<a href={`/revisions/${revision.number}`}>{revision.number}</a>, revision.at);
  return (
    <>
      {view.at === undefined ? null : <>{texts.strip.past(revision.number, revision.at)} </>}
      {view.on === undefined ? null : <>{texts.strip.day(view.on, dayNote ?? texts.strip.noDayNote)} </>}
      <a href={address(pageAddress.path, {}, withoutView(pageAddress))}>{texts.strip.showLatest}</a>
    </>
  );
}

function ViewForm({ pageAddress, view }: Pick<RevisionStripProps, 'pageAddress' | 'view'>) {
  return (
    <form action={pageAddress.path} method="get" className={styles.form}>
      {Object.entries(withoutView(pageAddress)).flatMap(([name, values]) =>
        [values ?? []]
          .flat()
          .map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
      )}
      <label>
        {texts.strip.revision}
        <input
          type="number"
          name="at"
          min={1}
          step={1}
          defaultValue={view.at}
          placeholder={texts.strip.latestRevision}
        />
      </label>
      <label>
        {texts.strip.dayOfPage}
        <input type="date" name="on" defaultValue={view.on} />
      </label>
      <button type="submit">{texts.strip.show}</button>
      <a href="/revisions">{texts.strip.allRevisions}</a>
    </form>
  );
}

/**
 * Returns the search parameters of a page without its view and without cursors, which are valid at one revision only.
 */
function withoutView({ parameters }: PageAddress): Record<string, string[]> {
  const others = Object.entries(parameters).filter(([name]) => !['at', 'on', 'after', 'before'].includes(name));
  return Object.fromEntries(others.map(([name, value]) => [name, firstValue(value) ? [value ?? []].flat() : []]));
}
