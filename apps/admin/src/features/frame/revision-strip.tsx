import { address, first, type View } from '../../addresses/view.ts';
import type { RevisionLabel } from '../../endpoints/query-register.ts';
import type { Here } from './here.ts';
import styles from './revision-strip.module.css';
import { texts } from './texts.tsx';

interface RevisionStripProps {
  readonly here: Here;
  readonly view: View;
  readonly revision: RevisionLabel | undefined;
  readonly dayNote: string | undefined;
}

/** Says which revision and day the page shows, and lets the reader choose others. */
export function RevisionStrip({ here, view, revision, dayNote }: RevisionStripProps) {
  const isPast = view.at !== undefined || view.on !== undefined;
  return (
    <section aria-label={texts.strip.name} className={isPast ? `${styles.strip} ${styles.past}` : styles.strip}>
      <div className={styles.inner}>
        <p className={styles.words}>
          {revision ? <RevisionWords here={here} view={view} revision={revision} dayNote={dayNote} /> : null}
        </p>
        <details className={styles.control}>
          <summary>{isPast ? texts.strip.change : texts.strip.choose}</summary>
          <ViewForm here={here} view={view} />
        </details>
      </div>
    </section>
  );
}

function RevisionWords({ here, view, revision, dayNote }: RevisionStripProps & { revision: RevisionLabel }) {
  if (view.at === undefined && view.on === undefined)
    return texts.strip.latest(<a href={`/revisions/${revision.number}`}>{revision.number}</a>, revision.at);
  return (
    <>
      {view.at === undefined ? null : <>{texts.strip.past(revision.number, revision.at)} </>}
      {view.on === undefined ? null : <>{texts.strip.day(view.on, dayNote ?? texts.strip.noDayNote)} </>}
      <a href={address(here.path, {}, withoutView(here))}>{texts.strip.showLatest}</a>
    </>
  );
}

function ViewForm({ here, view }: Pick<RevisionStripProps, 'here' | 'view'>) {
  return (
    <form action={here.path} method="get" className={styles.form}>
      {Object.entries(withoutView(here)).flatMap(([name, values]) =>
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

/** Returns the search parameters without the view and without cursors, which are valid for one revision only. */
function withoutView({ parameters }: Here): Record<string, string[]> {
  const others = Object.entries(parameters).filter(([name]) => !['at', 'on', 'after', 'before'].includes(name));
  return Object.fromEntries(others.map(([name, value]) => [name, first(value) ? [value ?? []].flat() : []]));
}
